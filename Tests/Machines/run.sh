#!/usr/bin/env bash
# Runs the kernels on machines that this one is not, under an emulator: arm64, and x86-64 processors without AVX-512 and
# without AVX2. The argument is a folder of trainings, written by `Sample.writeReplays`. Prints a line for each thing
# that was compared, "skipped" where a cross compiler or an emulator is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
kernels=$here/../../Sources/CKernels
check=$here/../KernelCheck
trainings=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

has() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || { echo "skipped: no $tool"; return 1; }
  done
}

# Compiles the kernels and the programs into a folder, with the flags behind it; the linker is named first.
build() {
  local linker=$1 folder=$2 file
  shift 2
  mkdir "$folder" "$folder/programs"
  compile() { clang -std=c11 -O1 -ffp-contract=off -I "$kernels/include" -I "$check/include" "${@:3}" -c "$1" -o "$2"; }
  for file in "$kernels"/*.c "$check/KernelCheck.c"; do
    compile "$file" "$folder/$(basename "$file" .c).o" "$@"
  done
  for file in "$here"/*.c "$check/main.c"; do
    local name=$folder/programs/$(basename "$file" .c)
    compile "$file" "$name.o" "$@"
    "$linker" -static "$folder"/*.o "$name.o" -lm -lpthread -o "$name"
  done
}

has clang || exit 0
build clang host
hash=$(host/programs/KernelHash)
echo "here, $(host/programs/Replay "$trainings"/*.training)"

if has aarch64-linux-gnu-gcc qemu-aarch64; then
  build aarch64-linux-gnu-gcc arm --target=aarch64-linux-gnu -I /usr/aarch64-linux-gnu/include
  if aarch64-linux-gnu-objdump -d arm/programs/KernelHash.o | sed -n '/<plain_multiply_add>:/,/ret/p' |
    grep -q fmadd; then
    echo "arm64 contracts a product and a sum"
    exit 1
  fi
  [ "$(qemu-aarch64 arm/programs/KernelHash)" = "$hash" ] || { echo "the kernels on arm64 differ"; exit 1; }
  qemu-aarch64 arm/programs/main >arm/said || { cat arm/said; exit 1; }
  echo "arm64, $(qemu-aarch64 arm/programs/Replay "$trainings"/*.training)"
fi

# An older processor; that the emulator lacks some of its other instructions does not matter.
emulate() { qemu-x86_64 -cpu "$@" 2> >(grep -v "TCG doesn't support" >&2); }
if [ "$(uname -m)" = x86_64 ] && has qemu-x86_64; then
  for processor in Haswell Nehalem; do
    [ "$(emulate $processor host/programs/KernelHash)" = "$hash" ] ||
      { echo "the kernels on $processor differ"; exit 1; }
    echo "$processor, $(emulate $processor host/programs/Replay "$trainings"/*.training)"
  done
fi
