// Prints a hash of what every function of one element gives on this machine; see run.sh.
#include <stdio.h>
#include <string.h>

#include "CKernels.h"

enum { count = 4093 };

static uint64_t state = 1;

/// SplitMix64.
static uint64_t next(void) {
  state += UINT64_C(0x9e3779b97f4a7c15);
  uint64_t z = state;
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/// The disassembly of this shows whether the compiler contracts.
double plain_multiply_add(double a, double b, double c) { return a * b + c; }

int main(void) {
  static double wide[count], wide_result[count];
  static float narrow[count], narrow_result[count];
  for (int i = 0; i < count; i++) {
    wide[i] = (double)((int64_t)next() >> 11) * 0x1p-50 * (i % 3 ? 1 : 150);
    narrow[i] = (float)wide[i];
  }
  uint64_t hash = UINT64_C(1469598103934665603);
  nnb_instruction_set set = nnb_instruction_set_in_use();
  for (int code = 0; code <= NNB_TANH_SLOPE_OF_OUTPUT; code++) {
    nnb_record records[2] = {
        {nnb_find_kernel(set, NNB_FLOAT64, code), {wide_result, wide}, {count}},
        {nnb_find_kernel(set, NNB_FLOAT32, code), {narrow_result, narrow}, {count}},
    };
    nnb_run(records, 2);
    for (int i = 0; i < 2 * count; i++) {
      double value = i < count ? wide_result[i] : narrow_result[i - count];
      uint64_t bits = 0;
      if (value == value) memcpy(&bits, &value, sizeof bits);
      hash = (hash ^ bits) * UINT64_C(1099511628211);
    }
  }
  printf("%016llx\n", (unsigned long long)hash);
}
