#include "CKernels.h"

#include "Exponential.h"
#include "Logarithm.h"

#pragma STDC FP_CONTRACT OFF

NNB_TIERS double nnb_exp(double x) {
  int64_t k;
  double inside = x > 710.0 ? 710.0 : (x < -746.0 ? -746.0 : x);
  nnb_pair e = nnb_exponential(inside, 0.0, &k);
  return nnb_scaled(e.high, k);
}

NNB_TIERS double nnb_expm1(double x) {
  int64_t k;
  double inside = x > 710.0 ? 710.0 : (x < -40.0 ? -40.0 : x);
  nnb_pair e = nnb_exponential_minus_one(inside, &k);
  // Below here the square of x is lost; this also keeps the sign of zero.
  return nnb_magnitude(x) < 0x1p-54 ? x : nnb_scaled(e.high, k);
}

NNB_TIERS double nnb_log(double x) {
  int64_t k;
  int64_t raised = x < 0x1p-1022 ? 54 : 0;
  double m = nnb_split_exponent(raised ? x * 0x1p54 : x, &k);
  double value = nnb_logarithm(k - raised, m - 1.0, 0.0).high;
  value = x < INFINITY ? value : x;
  value = x == 0.0 ? -INFINITY : value;
  return x < 0.0 ? NAN : value;
}

NNB_TIERS double nnb_log1p(double x) {
  int64_t k;
  nnb_pair sum = nnb_two_sum(1.0, x);
  double m = nnb_split_exponent(sum.high, &k);
  double low = nnb_scaled(sum.low, -k);
  nnb_pair f = nnb_two_sum(m - 1.0, low);
  double value = nnb_logarithm(k, f.high, f.low).high;
  value = nnb_magnitude(x) < 0x1p-54 ? x : value;
  value = x < INFINITY ? value : x;
  value = x == -1.0 ? -INFINITY : value;
  return x < -1.0 ? NAN : value;
}

NNB_TIERS double nnb_sigmoid(double x) {
  int64_t k;
  double below = -nnb_magnitude(x);
  nnb_pair e = nnb_exponential(below < -746.0 ? -746.0 : below, 0.0, &k);
  // With e = exp(−|x|): 1/(1 + e) on the right and e/(1 + e) on the left.
  double high = nnb_scaled(e.high, k);
  double low = nnb_scaled(e.low, k);
  nnb_pair sum = nnb_quick_sum(1.0, high);
  double inverse = 1.0 / sum.high;
  double rest = (fma(-inverse, sum.high, 1.0) - inverse * (sum.low + low)) * inverse;
  nnb_pair product = nnb_two_product(high, inverse);
  double left = product.high + (product.low + fma(high, rest, low * inverse));
  return x < 0.0 ? left : inverse + rest;
}

NNB_TIERS double nnb_tanh(double x) {
  int64_t k;
  double twice = -2.0 * nnb_magnitude(x);
  nnb_pair e = nnb_exponential_minus_one(twice < -40.0 ? -40.0 : twice, &k);
  // With e = exp(−2|x|) − 1: tanh |x| = −e/(2 + e).
  double high = -nnb_scaled(e.high, k);
  double low = -nnb_scaled(e.low, k);
  nnb_pair below = nnb_quick_sum(2.0, -high);
  double inverse = 1.0 / below.high;
  double quotient = high * inverse;
  double rest = fma(-quotient, below.high, high) + (low - quotient * (below.low - low));
  return nnb_signed(fma(rest, inverse, quotient), x);
}

/// log(1 + exp(x)) for x ≤ 0, as a pair.
NNB_INLINE nnb_pair nnb_softplus_left(double x) {
  int64_t k;
  nnb_pair e = nnb_exponential(x < -746.0 ? -746.0 : x, 0.0, &k);
  double high = nnb_scaled(e.high, k);
  double low = nnb_scaled(e.low, k);
  // 1 + e is a number below √2, or twice one above √½.
  int64_t doubled = high > 0.41421356237309503;
  nnb_pair less = nnb_two_sum(high, -1.0);
  nnb_pair value = nnb_logarithm(doubled, doubled ? 0.5 * less.high : high, doubled ? 0.5 * (less.low + low) : low);
  return high < 0x1p-54 ? (nnb_pair){high, 0.0} : value;
}

NNB_TIERS double nnb_softplus(double x) {
  nnb_pair left = nnb_softplus_left(-nnb_magnitude(x));
  nnb_pair sum = nnb_two_sum(x > 0.0 ? x : 0.0, left.high);
  double value = sum.high + (sum.low + left.low);
  return x < INFINITY ? value : x;
}
