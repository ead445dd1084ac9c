#pragma once
#include "Scalar.h"

// exp(x) = 2^k·exp(r) with |r| ≤ ½·log 2, and the Taylor series of exp(r) to r^13.

/// x = k·log 2 + high + low.
typedef struct {
  int64_t k;
  double high;
  double low;
} nnb_reduced;

NNB_INLINE nnb_reduced nnb_reduce_exponent(double x) {
  const double shift = 0x1.8p52;
  double shifted = fma(x, 0x1.71547652b82fep+0, shift);
  double k = shifted - shift;
  // The first part of log 2 ends in zeros, so k times it is exact.
  double high = fma(-k, 0x1.62e42fee00000p-1, x);
  double rest = k * 0x1.a39ef35793c76p-33;
  double r = high - rest;
  int64_t whole = (int64_t)(nnb_bits(shifted) & UINT64_C(0xfffff)) - (int64_t)(nnb_bits(shift) & UINT64_C(0xfffff));
  // The low 20 bits of the shifted number are k in two's complement.
  whole = (whole ^ 0x80000) - 0x80000;
  return (nnb_reduced){whole, r, (high - r) - rest};
}

/// exp(r + low) − 1 − r, for |r| ≤ ½·log 2.
NNB_INLINE double nnb_exponential_tail(double r, double low) {
  // The series in r alone, then the factor exp(low) = 1 + low.
  double q = 0x1.6124613a86d09p-33;
  q = fma(q, r, 0x1.1eed8eff8d898p-29);
  q = fma(q, r, 0x1.ae64567f544e4p-26);
  q = fma(q, r, 0x1.27e4fb7789f5cp-22);
  q = fma(q, r, 0x1.71de3a556c734p-19);
  q = fma(q, r, 0x1.a01a01a01a01ap-16);
  q = fma(q, r, 0x1.a01a01a01a01ap-13);
  q = fma(q, r, 0x1.6c16c16c16c17p-10);
  q = fma(q, r, 0x1.1111111111111p-7);
  q = fma(q, r, 0x1.5555555555555p-5);
  q = fma(q, r, 0x1.5555555555555p-3);
  q = fma(q, r, 0x1p-1);
  double tail = (r * r) * q;
  return fma(low, 1.0 + (r + tail), tail);
}

/// exp(x + low)·2^−k as a pair, and k, for |x| ≤ 1400.
NNB_INLINE nnb_pair nnb_exponential(double x, double low, int64_t *k) {
  nnb_reduced reduced = nnb_reduce_exponent(x);
  double tail = nnb_exponential_tail(reduced.high, reduced.low + low);
  nnb_pair sum = nnb_quick_sum(1.0, reduced.high);
  *k = reduced.k;
  return nnb_quick_sum(sum.high, sum.low + tail);
}

/// (exp(x) − 1)·2^−k as a pair, and k, for −40 ≤ x ≤ 710.
NNB_INLINE nnb_pair nnb_exponential_minus_one(double x, int64_t *k) {
  nnb_reduced reduced = nnb_reduce_exponent(x);
  double tail = nnb_exponential_tail(reduced.high, reduced.low);
  nnb_pair one = nnb_two_sum(1.0, -nnb_power_of_two(reduced.k > 60 ? -60 : -reduced.k));
  nnb_pair sum = nnb_two_sum(one.high, reduced.high);
  *k = reduced.k;
  return nnb_quick_sum(sum.high, sum.low + (one.low + tail));
}
