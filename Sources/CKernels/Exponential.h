// exp(x) = 2^k·exp(r) with |r| ≤ ½·log 2, and the Taylor series of exp(r) to r^13.

/// x = k·log 2 + high + low.
typedef struct {
  W k;
  W high;
  W low;
} NAME(reduced);

NNB_INLINE NAME(reduced) NAME(reduce_exponent)(W x) {
  W k = FMA(x, 0x1.71547652b82fep+0, NNB_SHIFT) - NNB_SHIFT;
  // The first part of log 2 ends in zeros, so k times it is exact.
  W high = FMA(-k, 0x1.62e42fee00000p-1, x);
  W rest = k * 0x1.a39ef35793c76p-33;
  W r = high - rest;
  return (NAME(reduced)){k, r, (high - r) - rest};
}

/// exp(r + low) − 1 − r, for |r| ≤ ½·log 2.
NNB_INLINE W NAME(exponential_tail)(W r, W low) {
  // The series in r alone, then the factor exp(low) = 1 + low.
  W q = (W)(0x1.6124613a86d09p-33);
  q = FMA(q, r, 0x1.1eed8eff8d898p-29);
  q = FMA(q, r, 0x1.ae64567f544e4p-26);
  q = FMA(q, r, 0x1.27e4fb7789f5cp-22);
  q = FMA(q, r, 0x1.71de3a556c734p-19);
  q = FMA(q, r, 0x1.a01a01a01a01ap-16);
  q = FMA(q, r, 0x1.a01a01a01a01ap-13);
  q = FMA(q, r, 0x1.6c16c16c16c17p-10);
  q = FMA(q, r, 0x1.1111111111111p-7);
  q = FMA(q, r, 0x1.5555555555555p-5);
  q = FMA(q, r, 0x1.5555555555555p-3);
  q = FMA(q, r, 0x1p-1);
  W tail = (r * r) * q;
  return FMA(low, 1.0 + (r + tail), tail);
}

/// exp(x + low)·2^−k as a pair, and k, for |x| ≤ 1400.
NNB_INLINE P NAME(exponential)(W x, W low, W *k) {
  NAME(reduced) reduced = NAME(reduce_exponent)(x);
  W tail = NAME(exponential_tail)(reduced.high, reduced.low + low);
  P sum = NAME(quick_sum)((W)(1.0), reduced.high);
  *k = reduced.k;
  return NAME(quick_sum)(sum.high, sum.low + tail);
}

/// (exp(x) − 1)·2^−k as a pair, and k, for −40 ≤ x ≤ 710.
NNB_INLINE P NAME(exponential_minus_one)(W x, W *k) {
  NAME(reduced) reduced = NAME(reduce_exponent)(x);
  W tail = NAME(exponential_tail)(reduced.high, reduced.low);
  W shrink = reduced.k > 60.0 ? (W)(-60.0) : -reduced.k;
  P one = NAME(two_sum)((W)(1.0), -NAME(power_of_two)(shrink));
  P sum = NAME(two_sum)(one.high, reduced.high);
  *k = reduced.k;
  return NAME(quick_sum)(sum.high, sum.low + (one.low + tail));
}

NNB_INLINE W NAME(wide_exp)(W x) {
  W k;
  W inside = x > 710.0 ? (W)(710.0) : (x < -746.0 ? (W)(-746.0) : x);
  P e = NAME(exponential)(inside, (W)(0.0), &k);
  return NAME(scaled)(e.high, k);
}

NNB_INLINE W NAME(wide_expm1)(W x) {
  W k;
  W inside = x > 710.0 ? (W)(710.0) : (x < -40.0 ? (W)(-40.0) : x);
  P e = NAME(exponential_minus_one)(inside, &k);
  // Below here the square of x is lost; this also keeps the sign of zero.
  return NAME(magnitude)(x) < 0x1p-54 ? x : NAME(scaled)(e.high, k);
}

NNB_INLINE W NAME(wide_sigmoid)(W x) {
  W k;
  W below = -NAME(magnitude)(x);
  P e = NAME(exponential)(below < -746.0 ? (W)(-746.0) : below, (W)(0.0), &k);
  // With e = exp(−|x|): 1/(1 + e) on the right and e/(1 + e) on the left.
  W high = NAME(scaled)(e.high, k);
  W low = NAME(scaled)(e.low, k);
  P sum = NAME(quick_sum)((W)(1.0), high);
  W inverse = 1.0 / sum.high;
  W rest = (FMA(-inverse, sum.high, 1.0) - inverse * (sum.low + low)) * inverse;
  P product = NAME(two_product)(high, inverse);
  W left = product.high + (product.low + FMA(high, rest, low * inverse));
  return x < 0.0 ? left : inverse + rest;
}

NNB_INLINE W NAME(wide_tanh)(W x) {
  W k;
  W twice = -2.0 * NAME(magnitude)(x);
  P e = NAME(exponential_minus_one)(twice < -40.0 ? (W)(-40.0) : twice, &k);
  // With e = exp(−2|x|) − 1: tanh |x| = −e/(2 + e).
  W high = -NAME(scaled)(e.high, k);
  W low = -NAME(scaled)(e.low, k);
  P below = NAME(quick_sum)((W)(2.0), -high);
  W inverse = 1.0 / below.high;
  W quotient = high * inverse;
  W rest = FMA(-quotient, below.high, high) + (low - quotient * (below.low - low));
  return NAME(signed)(FMA(rest, inverse, quotient), x);
}
