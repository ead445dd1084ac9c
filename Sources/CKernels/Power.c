#include "CKernels.h"

#include "Exponential.h"
#include "Logarithm.h"

#pragma STDC FP_CONTRACT OFF

// x^y = exp(y·log|x|), with the logarithm to about 2^−68: y·log|x| may be as large as 745, and what is lost
// there is lost in the result. The sign and the cases of C's annex F come after.

/// log x for a positive finite x, to about 68 bits.
NNB_INLINE nnb_pair nnb_long_logarithm(double x) {
  int64_t k;
  int64_t raised = x < 0x1p-1022 ? 54 : 0;
  double m = nnb_split_exponent(raised ? x * 0x1p54 : x, &k);
  nnb_pair s = nnb_pair_quotient((nnb_pair){m - 1.0, 0.0}, nnb_two_sum(m, 1.0));
  nnb_pair z = nnb_pair_product(s, s);
  double p = 0x1.47ae147ae147bp-5;
  p = fma(p, z.high, 0x1.642c8590b2164p-5);
  p = fma(p, z.high, 0x1.8618618618618p-5);
  p = fma(p, z.high, 0x1.af286bca1af28p-5);
  p = fma(p, z.high, 0x1.e1e1e1e1e1e1ep-5);
  p = fma(p, z.high, 0x1.1111111111111p-4);
  p = fma(p, z.high, 0x1.3b13b13b13b14p-4);
  p = fma(p, z.high, 0x1.745d1745d1746p-4);
  p = fma(p, z.high, 0x1.c71c71c71c71cp-4);
  p = fma(p, z.high, 0x1.2492492492492p-3);
  nnb_pair fifth = {0x1.999999999999ap-3, -0x1.999999999999ap-57};
  nnb_pair third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};
  nnb_pair w = nnb_pair_sum(fifth, nnb_two_product(z.high, p));
  w = nnb_pair_sum(third, nnb_pair_product(z, w));
  nnb_pair twice = {2.0 * s.high, 2.0 * s.low};
  nnb_pair log_m = nnb_pair_sum(twice, nnb_pair_product(twice, nnb_pair_product(z, w)));
  double whole = (double)(k - raised);
  nnb_pair low = nnb_two_product(whole, 0x1.a39ef35793c76p-33);
  nnb_pair log_two = nnb_pair_sum((nnb_pair){whole * 0x1.62e42fee00000p-1, 0.0}, low);
  return nnb_pair_sum(log_two, log_m);
}

/// |x|^y for finite |x| other than 0.
NNB_INLINE double nnb_positive_power(double x, double y) {
  int64_t k;
  nnb_pair logarithm = nnb_long_logarithm(x);
  nnb_pair product = nnb_two_product(y, logarithm.high);
  double high = product.high;
  double low = fma(y, logarithm.low, product.low);
  int outside = high > 800.0 || high < -800.0;
  high = high > 800.0 ? 800.0 : (high < -800.0 ? -800.0 : high);
  nnb_pair e = nnb_exponential(high, outside ? 0.0 : low, &k);
  return nnb_scaled(e.high, k);
}

NNB_TIERS double nnb_pow(double x, double y) {
  double base = nnb_magnitude(x);
  double size = nnb_magnitude(y);
  int whole = size >= 0x1p52 || (size + 0x1p52) - 0x1p52 == size;
  int odd = size < 0x1p53 && whole && ((uint64_t)(size < 0x1p53 ? size : 0.0) & 1);
  double value;
  if (base == 0.0) {
    value = y < 0.0 ? INFINITY : (y > 0.0 ? 0.0 : y);
  } else if (base == INFINITY) {
    value = y < 0.0 ? 0.0 : (y > 0.0 ? INFINITY : y);
  } else if (base == 1.0) {
    value = y == y ? 1.0 : y;
  } else {
    value = nnb_positive_power(base, y);
    value = x < 0.0 && !whole ? NAN : value;
  }
  // A negative base to an odd power is negative, −0 too.
  value = odd ? nnb_signed(value, x) : value;
  value = x < 0.0 && base == 1.0 && !whole ? NAN : value;
  value = x != x ? x : value;
  return y == 0.0 || x == 1.0 ? 1.0 : value;
}
