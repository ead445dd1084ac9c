#pragma once
#include <math.h>
#include <stdint.h>
#include <string.h>

// What the scalar reference of every function is built from. Nothing here is contracted by the compiler:
// a fused multiply-add is one where fma() is written, and nowhere else.
#pragma STDC FP_CONTRACT OFF

// fma() is exact by definition, so the clone that has the instruction gives the bits of the one that calls
// the library; it is only faster.
#if defined(__x86_64__) && defined(__linux__)
#define NNB_TIERS __attribute__((target_clones("fma", "default")))
#else
#define NNB_TIERS
#endif

#define NNB_INLINE static inline __attribute__((always_inline))

/// An unevaluated sum of two numbers, |low| at most half a unit in the last place of high.
typedef struct {
  double high;
  double low;
} nnb_pair;

NNB_INLINE double nnb_from_bits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

NNB_INLINE uint64_t nnb_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

NNB_INLINE double nnb_magnitude(double x) { return nnb_from_bits(nnb_bits(x) & ~(UINT64_C(1) << 63)); }

/// The magnitude of x with the sign of `sign`.
NNB_INLINE double nnb_signed(double x, double sign) {
  uint64_t mask = UINT64_C(1) << 63;
  return nnb_from_bits((nnb_bits(x) & ~mask) | (nnb_bits(sign) & mask));
}

/// 2^k for −1022 ≤ k ≤ 1023.
NNB_INLINE double nnb_power_of_two(int64_t k) { return nnb_from_bits((uint64_t)(k + 1023) << 52); }

/// x·2^k in two steps, so that only the last one can round.
NNB_INLINE double nnb_scaled(double x, int64_t k) {
  int64_t half = k / 2;
  return x * nnb_power_of_two(half) * nnb_power_of_two(k - half);
}

/// a + b exactly.
NNB_INLINE nnb_pair nnb_two_sum(double a, double b) {
  double sum = a + b;
  double part = sum - a;
  return (nnb_pair){sum, (a - (sum - part)) + (b - part)};
}

/// a + b exactly, where |a| ≥ |b| or a = 0.
NNB_INLINE nnb_pair nnb_quick_sum(double a, double b) {
  double sum = a + b;
  return (nnb_pair){sum, b - (sum - a)};
}

/// a·b exactly.
NNB_INLINE nnb_pair nnb_two_product(double a, double b) {
  double product = a * b;
  return (nnb_pair){product, fma(a, b, -product)};
}

/// a·b, to about 100 bits.
NNB_INLINE nnb_pair nnb_pair_product(nnb_pair a, nnb_pair b) {
  nnb_pair product = nnb_two_product(a.high, b.high);
  return nnb_quick_sum(product.high, product.low + fma(a.high, b.low, a.low * b.high));
}

/// a + b, to about 100 bits where they do not cancel.
NNB_INLINE nnb_pair nnb_pair_sum(nnb_pair a, nnb_pair b) {
  nnb_pair sum = nnb_two_sum(a.high, b.high);
  return nnb_quick_sum(sum.high, sum.low + (a.low + b.low));
}

/// a/b, to about 100 bits.
NNB_INLINE nnb_pair nnb_pair_quotient(nnb_pair a, nnb_pair b) {
  double quotient = a.high / b.high;
  double rest = fma(-quotient, b.high, a.high) + (a.low - quotient * b.low);
  return nnb_quick_sum(quotient, rest / b.high);
}

/// √x, correctly rounded as IEEE 754 asks.
NNB_INLINE double nnb_square_root(double x) {
#if defined(__has_builtin)
#if __has_builtin(__builtin_elementwise_sqrt)
  return __builtin_elementwise_sqrt(x);
#else
  return sqrt(x);
#endif
#else
  return sqrt(x);
#endif
}
