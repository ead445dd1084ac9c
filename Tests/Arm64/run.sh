#!/usr/bin/env bash
# Compiles the kernels for this machine and for arm64, and compares what they compute: prints "equal", or
# "skipped" where the cross compiler or the emulator is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
kernels=$here/../../Sources/CKernels
for tool in aarch64-linux-gnu-gcc qemu-aarch64 clang; do
  command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
flags=(-std=c11 -O1 -ffp-contract=off -I "$kernels/include")
arm=(--target=aarch64-linux-gnu -I /usr/aarch64-linux-gnu/include)
mkdir host arm
for file in "$kernels"/*.c "$here/KernelHash.c"; do
  name=$(basename "$file" .c)
  clang "${flags[@]}" -c "$file" -o "host/$name.o"
  clang "${flags[@]}" "${arm[@]}" -c "$file" -o "arm/$name.o"
done
clang host/*.o -lm -lpthread -o hash-host
aarch64-linux-gnu-gcc -static arm/*.o -lm -lpthread -o hash-arm
if aarch64-linux-gnu-objdump -d arm/KernelHash.o | sed -n '/<plain_multiply_add>:/,/ret/p' | grep -q fmadd; then
  echo "contracted"
  exit 1
fi
here_hash=$(./hash-host) arm_hash=$(qemu-aarch64 ./hash-arm)
[ "$here_hash" = "$arm_hash" ] && echo "equal" || { echo "different: $here_hash here, $arm_hash on arm64"; exit 1; }
