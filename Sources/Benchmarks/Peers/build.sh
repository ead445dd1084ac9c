#!/usr/bin/env bash
# Builds the bare C program of the plot row beside this script; needs gcc or clang, libcairo2-dev, libpng-dev and libdeflate-dev.
set -euo pipefail
cd "$(dirname "$0")"
compiler=$(command -v gcc || command -v clang)
"$compiler" -O2 -std=gnu11 -I../../CPNG/include plot.c ../../CPNG/encode.c ../../CPNG/palette.c \
  $(pkg-config --cflags --libs cairo-ft libpng libdeflate) -lm -o "${1:-plot}"
