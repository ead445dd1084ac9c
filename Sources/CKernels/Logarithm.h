#pragma once
#include "Scalar.h"

// log(2^k·m) = k·log 2 + 2·atanh(s), s = (m − 1)/(m + 1), with √½ ≤ m < √2 and the series of atanh to s^23.

/// x = 2^k·m for a positive normal x.
NNB_INLINE double nnb_split_exponent(double x, int64_t *k) {
  // Adding the gap between 1 and √½ to the bits makes the exponent change at √2.
  uint64_t bits = nnb_bits(x) + (UINT64_C(0x3ff0000000000000) - UINT64_C(0x3fe6a09e667f3bcd));
  *k = (int64_t)(bits >> 52) - 1023;
  return nnb_from_bits((bits & UINT64_C(0x000fffffffffffff)) + UINT64_C(0x3fe6a09e667f3bcd));
}

/// k·log 2 + log(1 + f + low) as a pair.
NNB_INLINE nnb_pair nnb_logarithm(int64_t k, double f, double low) {
  nnb_pair below = nnb_quick_sum(2.0, f);
  double inverse = 1.0 / below.high;
  double s = f * inverse;
  double remainder = fma(-s, below.high, f) + (low - s * (below.low + low));
  double correction = remainder * inverse;
  double z = s * s;
  double p = 0x1.642c8590b2164p-4;
  p = fma(p, z, 0x1.8618618618618p-4);
  p = fma(p, z, 0x1.af286bca1af28p-4);
  p = fma(p, z, 0x1.e1e1e1e1e1e1ep-4);
  p = fma(p, z, 0x1.1111111111111p-3);
  p = fma(p, z, 0x1.3b13b13b13b14p-3);
  p = fma(p, z, 0x1.745d1745d1746p-3);
  p = fma(p, z, 0x1.c71c71c71c71cp-3);
  p = fma(p, z, 0x1.2492492492492p-2);
  p = fma(p, z, 0x1.999999999999ap-2);
  p = fma(p, z, 0x1.5555555555555p-1);
  double tail = fma(s * z, p, 2.0 * correction);
  nnb_pair sum = nnb_two_sum((double)k * 0x1.62e42fee00000p-1, 2.0 * s);
  return nnb_quick_sum(sum.high, sum.low + fma((double)k, 0x1.a39ef35793c76p-33, tail));
}
