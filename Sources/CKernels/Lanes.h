// The types of one inclusion: LANES float64 numbers side by side, or one number where LANES is 1.

#if LANES == 1
typedef double W;
typedef int64_t I;
typedef uint64_t U;
#else
typedef double W __attribute__((ext_vector_type(LANES)));
typedef int64_t I __attribute__((ext_vector_type(LANES)));
typedef uint64_t U __attribute__((ext_vector_type(LANES)));
#endif

/// An unevaluated sum of two numbers, |low| at most half a unit in the last place of high.
typedef struct {
  W high;
  W low;
} NAME(pair);
#define P NAME(pair)

NNB_INLINE W NAME(from_bits)(U bits) {
  W value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

NNB_INLINE U NAME(bits)(W value) {
  U bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

NNB_INLINE W NAME(magnitude)(W x) { return NAME(from_bits)(NAME(bits)(x) & (U)(~(UINT64_C(1) << 63))); }

/// The magnitude of x with the sign of `sign`.
NNB_INLINE W NAME(signed)(W x, W sign) {
  U mask = (U)(UINT64_C(1) << 63);
  return NAME(from_bits)((NAME(bits)(x) & ~mask) | (NAME(bits)(sign) & mask));
}

/// Adding it leaves a whole number in the low bits of the sum.
#define NNB_SHIFT 0x1.8p52

/// 2^k for −1022 ≤ k ≤ 1023.
NNB_INLINE W NAME(power_of_two)(W k) {
  // The low bits of the sum are the exponent with its bias.
  return NAME(from_bits)(NAME(bits)(k + (NNB_SHIFT + 1023.0)) << 52);
}

/// x·2^k in two steps, so that only the last one can round.
NNB_INLINE W NAME(scaled)(W x, W k) {
  W half = FMA(k, 0.5, NNB_SHIFT) - NNB_SHIFT;
  return x * NAME(power_of_two)(half) * NAME(power_of_two)(k - half);
}

/// a + b exactly.
NNB_INLINE P NAME(two_sum)(W a, W b) {
  W sum = a + b;
  W part = sum - a;
  return (P){sum, (a - (sum - part)) + (b - part)};
}

/// a + b exactly, where |a| ≥ |b| or a = 0.
NNB_INLINE P NAME(quick_sum)(W a, W b) {
  W sum = a + b;
  return (P){sum, b - (sum - a)};
}

/// a·b exactly.
NNB_INLINE P NAME(two_product)(W a, W b) {
  W product = a * b;
  return (P){product, FMA(a, b, -product)};
}

/// a·b, to about 100 bits.
NNB_INLINE P NAME(pair_product)(P a, P b) {
  P product = NAME(two_product)(a.high, b.high);
  return NAME(quick_sum)(product.high, product.low + FMA(a.high, b.low, a.low * b.high));
}

/// a + b, to about 100 bits where they do not cancel.
NNB_INLINE P NAME(pair_sum)(P a, P b) {
  P sum = NAME(two_sum)(a.high, b.high);
  return NAME(quick_sum)(sum.high, sum.low + (a.low + b.low));
}

/// a/b, to about 100 bits.
NNB_INLINE P NAME(pair_quotient)(P a, P b) {
  W quotient = a.high / b.high;
  W rest = FMA(-quotient, b.high, a.high) + (a.low - quotient * b.low);
  return NAME(quick_sum)(quotient, rest / b.high);
}
