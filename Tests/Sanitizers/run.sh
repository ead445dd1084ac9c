#!/usr/bin/env bash
# Builds the C targets with AddressSanitizer and UndefinedBehaviorSanitizer and runs what there is to run of them: every
# kernel on every instruction set against its definition, the shims on good and on damaged files, and the trainings
# that the arguments name, as `Sample.writeReplays` writes them. Fails at the first finding.
set -euo pipefail
tests=$(cd "$(dirname "$0")/.." && pwd)
sources=$tests/../Sources
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

includes=()
for target in CKernels CCMarkGFM CPNG CRescue; do includes+=(-I "$sources/$target/include"); done
includes+=(-I "$tests/KernelCheck/include")
checked=(-g -fsanitize=address,undefined -fno-sanitize-recover=undefined)
# The kernels are compiled without optimization, in which nothing is left out and which takes a third of the time.
compile() { clang -std=c11 -O0 -ffp-contract=off "${checked[@]}" "${includes[@]}" -c "$1" -o "$work/$2.o"; }
libraries=(-lpng -ldeflate -lcmark-gfm -lcmark-gfm-extensions -lm -lpthread)
link() { clang -fuse-ld=lld "${checked[@]}" "${@:2}" "${libraries[@]}" -o "$work/$1"; }

waiting=()
for target in CKernels CCMarkGFM CPNG CRescue; do
  for file in "$sources/$target"/*.c; do
    compile "$file" "$target-$(basename "$file" .c)" & waiting+=($!)
  done
done
for file in KernelCheck/KernelCheck.c KernelCheck/main.c Machines/Replay.c Sanitizers/Shims.c; do
  compile "$tests/$file" "$(basename "$file" .c)" & waiting+=($!)
done
for job in "${waiting[@]}"; do wait "$job"; done

link shims "$work"/{CCMarkGFM,CPNG,CRescue}-*.o "$work/Shims.o"
link kernels "$work"/CKernels-*.o "$work"/{KernelCheck,main}.o
link replay "$work"/CKernels-*.o "$work/Replay.o"

# The defect that the shims raise is theirs to handle.
ASAN_OPTIONS=handle_abort=0:use_sigaltstack=0 "$work/shims" \
  "$tests"/../Notebooks/*.md "$tests"/../Notebooks/guide/*.md "$tests"/../Notebooks/guide/*.png
[ $# = 0 ] || "$work/replay" "$@"
"$work/kernels"
