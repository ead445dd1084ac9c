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

NNB_INLINE W NAME(wide_expm1)(W x) {
  W k;
  W inside = x > 710.0 ? (W)(710.0) : (x < -40.0 ? (W)(-40.0) : x);
  P e = NAME(exponential_minus_one)(inside, &k);
  // Below here the square of x is lost; this also keeps the sign of zero.
  return NAME(magnitude)(x) < 0x1p-54 ? x : NAME(scaled)(e.high, k);
}

// The quick forms of exp, sigmoid and tanh. Their polynomials have the least greatest relative error (Remez's
// exchange in mpmath), the coefficients rounded one after the other, and are summed in Estrin's order.

/// t = k·log 2 + high − k·NNB_REST_OF_LOG_2 with exact k and high, and 2^k·2^(bias − 1023).
typedef struct {
  W k;
  W high;
  W power;
} NAME(quick_reduced);

#define NNB_REST_OF_LOG_2 0x1.abc9e3b39803fp-56

NNB_INLINE NAME(quick_reduced) NAME(quick_reduce)(W t, double bias) {
  W shifted = FMA(t, 0x1.71547652b82fep+0, NNB_SHIFT + bias);
  W k = shifted - (NNB_SHIFT + bias);
  // Both summands of the difference are whole multiples of 2^-53.
  return (NAME(quick_reduced)){k, FMA(k, -0x1.62e42fefa39efp-1, t), NAME(from_bits)(NAME(bits)(shifted) << 52)};
}

/// (exp(r) − 1 − r)/r² for |r| ≤ ½·log 2, to 2^-61 of exp(r) − 1.
NNB_INLINE W NAME(exponential_series)(W r, W r2) {
  W r4 = r2 * r2;
  W a0 = FMA(0x1.5555555555559p-3, r, 0x1p-1);
  W a1 = FMA(0x1.111111110f6aep-7, r, 0x1.555555555555ap-5);
  W a2 = FMA(0x1.a01a01afe53e3p-13, r, 0x1.6c16c16c1445ap-10);
  W a3 = FMA(0x1.71ddf85363cc3p-19, r, 0x1.a01a01b0b4379p-16);
  W a4 = FMA(0x1.af5ebf6be525bp-26, r, 0x1.27e4c5a6848ecp-22);
  W b0 = FMA(a1, r2, a0), b1 = FMA(a3, r2, a2), b2 = FMA(0x1.1f955af1375cbp-29, r2, a4);
  return FMA(FMA(b2, r4, b1), r4, b0);
}

NNB_INLINE W NAME(wide_exp)(W x) {
  W inside = 710.0 < x ? (W)(710.0) : x;
  inside = -746.0 > inside ? (W)(-746.0) : inside;
  NAME(quick_reduced) reduced = NAME(quick_reduce)(inside, 1023.0);
  W r = FMA(reduced.k, -NNB_REST_OF_LOG_2, reduced.high), r2 = r * r;
  // What 1 + high and r lose joins the rest of the series.
  P sum = NAME(quick_sum)((W)(1.0), reduced.high);
  W lost = FMA(reduced.k, -NNB_REST_OF_LOG_2, sum.low);
  W value = sum.high + FMA(r2, NAME(exponential_series)(r, r2), lost);
  // 2^k in two steps, so that only the last one can round.
  return NAME(scaled)(value, reduced.k);
}

/// 1/(1 + e^−x), as 2^−200/(2^−200 + 2^−200·e^−x): the sum stays finite where the quotient is subnormal.
NNB_INLINE W NAME(wide_sigmoid)(W x) {
  W inside = -60.0 > -x ? (W)(-60.0) : -x;
  inside = 746.0 < inside ? (W)(746.0) : inside;
  NAME(quick_reduced) reduced = NAME(quick_reduce)(inside, 823.0);
  W r = FMA(reduced.k, -NNB_REST_OF_LOG_2, reduced.high), r2 = r * r;
  W sum = 0x1p-200 + reduced.power;
  W lost = 0x1p-200 - (sum - reduced.power);
  W less_one = FMA(r2, NAME(exponential_series)(r, r2), r);
  return 0x1p-200 / (sum + FMA(reduced.power, less_one, lost));
}
#undef NNB_REST_OF_LOG_2

/// tanh(b) for |b| ≤ ¼·log 2.
NNB_INLINE W NAME(small_tanh)(W b) {
  W b2 = b * b;
  W a0 = FMA(0x1.11111110e091dp-3, b2, -0x1.55555555554bcp-2);
  W a1 = FMA(0x1.664ec9bc27636p-6, b2, -0x1.ba1ba116a11e3p-5);
  W a2 = FMA(0x1.c382079e12976p-9, b2, -0x1.223c6b99ec56cp-7);
  W b4 = b2 * b2;
  return FMA(b * b2, FMA(FMA(a2, b4, a1), b4, a0), b);
}

/// |x| = k·½·log 2 + b; with q = 2^−k and t = tanh(b), tanh|x| is (less + more·t)/(more + less·t) for less = 1 − q
/// and more = 1 + q. The quotient computed is only how far that is from a short number near less/more, so that its
/// roundings are small beside the sum; at k = 0 it is t.
NNB_INLINE W NAME(wide_tanh)(W x) {
  W size = NAME(magnitude)(x);
  size = 20.0 < size ? (W)(20.0) : size;
  W shifted = FMA(size, -0x1.71547652b82fep+1, NNB_SHIFT + 1023.0);
  W q = NAME(from_bits)(NAME(bits)(shifted) << 52);
  W b = FMA(shifted - (NNB_SHIFT + 1023.0), 0x1.62e42fefa39efp-2, size);
  W t = NAME(small_tanh)(b);
  W less = 1.0 - q, more = 1.0 + q;
  // Chosen so that the greatest errors on both sides of k = 1 are alike.
  W near = less * FMA(q, -1.0625, 1.0);
  W above = FMA(FMA(-near, less, more), t, FMA(-near, q, less - near));
  return NAME(signed)(near + above / FMA(less, t, more), x);
}
