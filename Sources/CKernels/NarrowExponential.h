// exp, sigmoid and tanh in float32 alone, at most 1.5 units in the last place off; the forms of Exponential.h, with a
// polynomial for 24 bits (2^-32).
typedef struct {
  V k;
  V r;
  V power;
} NAME(narrow_reduced);

#define NNB_NARROW_SHIFT 0x1.8p23f

NNB_INLINE NAME(narrow_reduced) NAME(narrow_reduce)(V t, float bias) {
  V shifted = FMA_V(t, 0x1.715476p+0f, NNB_NARROW_SHIFT + bias);
  V k = shifted - (NNB_NARROW_SHIFT + bias);
  V power = NAME(of_bits)(NAME(bits_of)(shifted) << 23);
  V r = FMA_V(k, 0x1.05c61p-29f, FMA_V(k, -0x1.62e43p-1f, t));
  return (NAME(narrow_reduced)){k, r, power};
}

/// (exp(r) − 1 − r)/r².
NNB_INLINE V NAME(narrow_series)(V r) {
  V r2 = r * r;
  V a0 = FMA_V(0x1.555556p-3f, r, 0x1p-1f);
  V a1 = FMA_V(0x1.11109p-7f, r, 0x1.5554aep-5f);
  V a2 = FMA_V(0x1.a1a162p-13f, r, 0x1.6d7486p-10f);
  return FMA_V(FMA_V(a2, r2, a1), r2, a0);
}

NNB_INLINE V NAME(narrow_expm1)(V r) { return FMA_V(r * r, NAME(narrow_series)(r), r); }

NNB_INLINE V NAME(narrow_power)(V k) {
  return NAME(of_bits)(NAME(bits_of)(k + (NNB_NARROW_SHIFT + 127.0f)) << 23);
}

NNB_INLINE V NAME(of_exp)(V x) {
  V inside = 89.0f < x ? (V)(89.0f) : x;
  inside = -104.0f > inside ? (V)(-104.0f) : inside;
  NAME(narrow_reduced) reduced = NAME(narrow_reduce)(inside, 127.0f);
  V half = FMA_V(reduced.k, 0.5f, NNB_NARROW_SHIFT) - NNB_NARROW_SHIFT;
  V power = NAME(narrow_power)(half);
  return FMA_V(power, NAME(narrow_expm1)(reduced.r), power) * NAME(narrow_power)(reduced.k - half);
}

NNB_INLINE V NAME(of_sigmoid)(V x) {
  V inside = -30.0f > -x ? (V)(-30.0f) : -x;
  inside = 104.0f < inside ? (V)(104.0f) : inside;
  NAME(narrow_reduced) reduced = NAME(narrow_reduce)(inside, 97.0f);
  V sum = 0x1p-30f + reduced.power;
  V lost = 0x1p-30f - (sum - reduced.power);
  V rest = FMA_V(reduced.power, NAME(narrow_expm1)(reduced.r), lost);
  V under = sum + rest;
  V under_lost = rest - (under - sum);
  V quotient = 0x1p-30f / under;
  return FMA_V(-quotient * 0x1p30f * under_lost, quotient, quotient);
}

NNB_INLINE V NAME(of_tanh)(V x) {
  V size = NAME(size_of)(x);
  size = 10.0f < size ? (V)(10.0f) : size;
  // A little less than 2/log 2, so that k becomes 1 where the sum below has its smaller error.
  V shifted = FMA_V(size, -2.78125f, NNB_NARROW_SHIFT + 127.0f);
  V q = NAME(of_bits)(NAME(bits_of)(shifted) << 23);
  V b = FMA_V(shifted - (NNB_NARROW_SHIFT + 127.0f), 0x1.62e43p-2f, size), b2 = b * b;
  V series = FMA_V(FMA_V(-0x1.afd7fcp-5f, b2, 0x1.110594p-3f), b2, -0x1.55554ep-2f);
  V tail = (b * b2) * series;
  V less = 1.0f - q, more = 1.0f + q;
  V near = less * less;
  V factor = FMA_V(-near, less, more);
  V above = FMA_V(factor, b, FMA_V(factor, tail, FMA_V(-near, q, less - near)));
  return NAME(with_sign)(near + above / FMA_V(less, b + tail, more), x);
}
#undef NNB_NARROW_SHIFT
