#!/usr/bin/env bash
# Runs the kernels on machines that this one is not, under an emulator: arm64, and x86-64 processors without AVX-512 and
# without AVX2. The argument is a folder of trainings, written by `Sample.writeReplays`. Prints a line for each thing
# that was compared, "skipped" where a cross compiler or an emulator is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
kernels=$here/../../Sources/CKernels
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
  local linker=$1 folder=$2 name
  shift 2
  mkdir "$folder"
  for file in "$kernels"/*.c "$here"/*.c; do
    name=$(basename "$file" .c)
    clang -std=c11 -O1 -ffp-contract=off -I "$kernels/include" "$@" -c "$file" -o "$folder/$name.o"
  done
  for program in KernelHash Replay; do
    "$linker" -static $(ls "$folder"/*.o | grep -v -e /KernelHash.o -e /Replay.o) "$folder/$program.o" \
      -lm -lpthread -o "$folder/$program"
  done
}

has clang || exit 0
build clang host
hash=$(host/KernelHash)
echo "here, $(host/Replay "$trainings"/*.training)"

if has aarch64-linux-gnu-gcc qemu-aarch64; then
  build aarch64-linux-gnu-gcc arm --target=aarch64-linux-gnu -I /usr/aarch64-linux-gnu/include
  if aarch64-linux-gnu-objdump -d arm/KernelHash.o | sed -n '/<plain_multiply_add>:/,/ret/p' | grep -q fmadd; then
    echo "arm64 contracts a product and a sum"
    exit 1
  fi
  [ "$(qemu-aarch64 arm/KernelHash)" = "$hash" ] || { echo "the kernels on arm64 differ"; exit 1; }
  echo "arm64, $(qemu-aarch64 arm/Replay "$trainings"/*.training)"
fi

if [ "$(uname -m)" = x86_64 ] && has qemu-x86_64; then
  for processor in Haswell Nehalem; do
    [ "$(qemu-x86_64 -cpu $processor host/KernelHash)" = "$hash" ] || { echo "the kernels on $processor differ"; exit 1; }
    echo "$processor, $(qemu-x86_64 -cpu $processor host/Replay "$trainings"/*.training)"
  done
fi
