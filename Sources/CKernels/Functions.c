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

NNB_TIERS double nnb_pow(double x, double y) {
  return nnb_exp(y * nnb_log(x));
}
