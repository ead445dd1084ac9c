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

// The quick forms of exp, sigmoid and tanh: one reduction without a pair, and expm1(r) as a polynomial with the
// least greatest relative error (Remez's exchange in mpmath, 2^-61), in Estrin's order.

/// t = k·log 2 + r, and 2^k·2^(bias − 1023).
typedef struct {
  W k;
  W r;
  W power;
} NAME(quick_reduced);

NNB_INLINE NAME(quick_reduced) NAME(quick_reduce)(W t, uint64_t bias) {
  W shifted = FMA(t, 0x1.71547652b82fep+0, NNB_SHIFT);
  W k = shifted - NNB_SHIFT;
  W power = NAME(from_bits)((NAME(bits)(shifted) << 52) + (U)(bias << 52));
  W r = FMA(k, -0x1.abc9e3b39803fp-56, FMA(k, -0x1.62e42fefa39efp-1, t));
  return (NAME(quick_reduced)){k, r, power};
}

/// exp(r) − 1 for |r| ≤ ½·log 2.
NNB_INLINE W NAME(small_expm1)(W r) {
  W r2 = r * r, r4 = r2 * r2;
  W a0 = FMA(0x1.5555555555559p-3, r, 0x1p-1);
  W a1 = FMA(0x1.111111110f6aep-7, r, 0x1.555555555555ap-5);
  W a2 = FMA(0x1.a01a01afe53e3p-13, r, 0x1.6c16c16c1445ap-10);
  W a3 = FMA(0x1.71ddf85363cc3p-19, r, 0x1.a01a01b0b4379p-16);
  W a4 = FMA(0x1.af5ebf6be525bp-26, r, 0x1.27e4c5a6848ecp-22);
  W b0 = FMA(a1, r2, a0), b1 = FMA(a3, r2, a2), b2 = FMA(0x1.1f955af1375cbp-29, r2, a4);
  return FMA(r2, FMA(FMA(b2, r4, b1), r4, b0), r);
}

NNB_INLINE W NAME(wide_exp)(W x) {
  W inside = 710.0 < x ? (W)(710.0) : x;
  inside = -746.0 > inside ? (W)(-746.0) : inside;
  NAME(quick_reduced) reduced = NAME(quick_reduce)(inside, 1023);
  // 2^k in two steps, so that only the last one can round.
  W half = FMA(reduced.k, 0.5, NNB_SHIFT) - NNB_SHIFT;
  W power = NAME(power_of_two)(half);
  return FMA(power, NAME(small_expm1)(reduced.r), power) * NAME(power_of_two)(reduced.k - half);
}

/// 1/(1 + e^−x), as 2^−200/(2^−200 + 2^−200·e^−x): the sum stays finite where the quotient is subnormal.
NNB_INLINE W NAME(wide_sigmoid)(W x) {
  W inside = -60.0 > -x ? (W)(-60.0) : -x;
  inside = 746.0 < inside ? (W)(746.0) : inside;
  NAME(quick_reduced) reduced = NAME(quick_reduce)(inside, 823);
  W sum = 0x1p-200 + reduced.power;
  W lost = 0x1p-200 - (sum - reduced.power);
  return 0x1p-200 / (sum + FMA(reduced.power, NAME(small_expm1)(reduced.r), lost));
}

/// With e = exp(−2|x|): (1 − e)/(1 + e), and what the two roundings lost by a rough 1/(1 + e).
NNB_INLINE W NAME(wide_tanh)(W x) {
  W below = -NAME(magnitude)(x);
  below = -20.0 > below ? (W)(-20.0) : below;
  NAME(quick_reduced) reduced = NAME(quick_reduce)(below + below, 1023);
  W p = NAME(small_expm1)(reduced.r);
  W less = 1.0 - reduced.power, more = 1.0 + reduced.power;
  W above = FMA(-reduced.power, p, less), under = FMA(reduced.power, p, more);
  W above_lost = FMA(-reduced.power, p, less - above), under_lost = FMA(reduced.power, p, more - under);
  W inverse = 1.5 - 0.5 * under;
  W correction = FMA(above * inverse, -under_lost, above_lost);
  return NAME(signed)(FMA(correction, inverse, above / under), x);
}
