// x^y = exp(y·log|x|), with the logarithm to about 2^−68: y·log|x| may be as large as 745, and what is lost
// there is lost in the result. The sign and the cases of C's annex F come after.

/// log x for a positive finite x, to about 68 bits.
NNB_INLINE P NAME(long_logarithm)(double x) {
  double k;
  double raised = x < 0x1p-1022 ? 54.0 : 0.0;
  double m = NAME(split_exponent)(raised ? x * 0x1p54 : x, &k);
  P s = NAME(pair_quotient)((P){m - 1.0, 0.0}, NAME(two_sum)(m, 1.0));
  P z = NAME(pair_product)(s, s);
  double p = 0x1.47ae147ae147bp-5;
  p = FMA(p, z.high, 0x1.642c8590b2164p-5);
  p = FMA(p, z.high, 0x1.8618618618618p-5);
  p = FMA(p, z.high, 0x1.af286bca1af28p-5);
  p = FMA(p, z.high, 0x1.e1e1e1e1e1e1ep-5);
  p = FMA(p, z.high, 0x1.1111111111111p-4);
  p = FMA(p, z.high, 0x1.3b13b13b13b14p-4);
  p = FMA(p, z.high, 0x1.745d1745d1746p-4);
  p = FMA(p, z.high, 0x1.c71c71c71c71cp-4);
  p = FMA(p, z.high, 0x1.2492492492492p-3);
  P fifth = {0x1.999999999999ap-3, -0x1.999999999999ap-57};
  P third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};
  P w = NAME(pair_sum)(fifth, NAME(two_product)(z.high, p));
  w = NAME(pair_sum)(third, NAME(pair_product)(z, w));
  P twice = {2.0 * s.high, 2.0 * s.low};
  P log_m = NAME(pair_sum)(twice, NAME(pair_product)(twice, NAME(pair_product)(z, w)));
  double whole = k - raised;
  P low = NAME(two_product)(whole, 0x1.a39ef35793c76p-33);
  P log_two = NAME(pair_sum)((P){whole * 0x1.62e42fee00000p-1, 0.0}, low);
  return NAME(pair_sum)(log_two, log_m);
}

/// |x|^y for finite |x| other than 0.
NNB_INLINE double NAME(positive_power)(double x, double y) {
  double k;
  P logarithm = NAME(long_logarithm)(x);
  P product = NAME(two_product)(y, logarithm.high);
  double high = product.high;
  double low = FMA(y, logarithm.low, product.low);
  int outside = high > 800.0 || high < -800.0;
  high = high > 800.0 ? 800.0 : (high < -800.0 ? -800.0 : high);
  P e = NAME(exponential)(high, outside ? 0.0 : low, &k);
  return NAME(scaled)(e.high, k);
}

static W NAME(wide_pow)(double x, double y) {
  double base = NAME(magnitude)(x);
  double size = NAME(magnitude)(y);
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
    value = NAME(positive_power)(base, y);
    value = x < 0.0 && !whole ? NAN : value;
  }
  // A negative base to an odd power is negative, −0 too.
  value = odd ? NAME(signed)(value, x) : value;
  value = x < 0.0 && base == 1.0 && !whole ? NAN : value;
  value = x != x ? x : value;
  return y == 0.0 || x == 1.0 ? 1.0 : value;
}
