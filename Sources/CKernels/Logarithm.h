// log(2^k·m) = k·log 2 + 2·atanh(s), s = (m − 1)/(m + 1), with √½ ≤ m < √2 and the series of atanh to s^23.

/// x = 2^k·m for a positive normal x.
NNB_INLINE W NAME(split_exponent)(W x, W *k) {
  // Adding the gap between 1 and √½ to the bits makes the exponent change at √2.
  U bits = NAME(bits)(x) + (U)(UINT64_C(0x3ff0000000000000) - UINT64_C(0x3fe6a09e667f3bcd));
  // The bits of 2^52 + n are those of 2^52 with n behind them.
  *k = NAME(from_bits)((bits >> 52) | (U)(UINT64_C(0x4330000000000000))) - (0x1p52 + 1023.0);
  return NAME(from_bits)((bits & (U)(UINT64_C(0x000fffffffffffff))) + (U)(UINT64_C(0x3fe6a09e667f3bcd)));
}

/// k·log 2 + log(1 + f + low) as a pair.
NNB_INLINE P NAME(logarithm)(W k, W f, W low) {
  P below = NAME(quick_sum)((W)(2.0), f);
  W inverse = 1.0 / below.high;
  W s = f * inverse;
  W remainder = FMA(-s, below.high, f) + (low - s * (below.low + low));
  W correction = remainder * inverse;
  W z = s * s;
  W p = (W)(0x1.642c8590b2164p-4);
  p = FMA(p, z, 0x1.8618618618618p-4);
  p = FMA(p, z, 0x1.af286bca1af28p-4);
  p = FMA(p, z, 0x1.e1e1e1e1e1e1ep-4);
  p = FMA(p, z, 0x1.1111111111111p-3);
  p = FMA(p, z, 0x1.3b13b13b13b14p-3);
  p = FMA(p, z, 0x1.745d1745d1746p-3);
  p = FMA(p, z, 0x1.c71c71c71c71cp-3);
  p = FMA(p, z, 0x1.2492492492492p-2);
  p = FMA(p, z, 0x1.999999999999ap-2);
  p = FMA(p, z, 0x1.5555555555555p-1);
  W tail = FMA(s * z, p, 2.0 * correction);
  P sum = NAME(two_sum)(k * 0x1.62e42fee00000p-1, 2.0 * s);
  return NAME(quick_sum)(sum.high, sum.low + FMA(k, 0x1.a39ef35793c76p-33, tail));
}

NNB_INLINE W NAME(wide_log)(W x) {
  W k;
  // A subnormal number is raised to a normal one.
  W m = NAME(split_exponent)(x < 0x1p-1022 ? x * 0x1p54 : x, &k);
  k = x < 0x1p-1022 ? k - 54.0 : k;
  W value = NAME(logarithm)(k, m - 1.0, (W)(0.0)).high;
  value = x < INFINITY ? value : x;
  value = x == 0.0 ? (W)(-INFINITY) : value;
  return x < 0.0 ? (W)(NAN) : value;
}

NNB_INLINE W NAME(wide_log1p)(W x) {
  W k;
  P sum = NAME(two_sum)((W)(1.0), x);
  W m = NAME(split_exponent)(sum.high, &k);
  W low = NAME(scaled)(sum.low, -k);
  P f = NAME(two_sum)(m - 1.0, low);
  W value = NAME(logarithm)(k, f.high, f.low).high;
  value = NAME(magnitude)(x) < 0x1p-54 ? x : value;
  value = x < INFINITY ? value : x;
  value = x == -1.0 ? (W)(-INFINITY) : value;
  return x < -1.0 ? (W)(NAN) : value;
}

/// log(1 + exp(x)) for x ≤ 0, as a pair.
NNB_INLINE P NAME(softplus_left)(W x) {
  W k;
  P e = NAME(exponential)(x < -746.0 ? (W)(-746.0) : x, (W)(0.0), &k);
  W high = NAME(scaled)(e.high, k);
  W low = NAME(scaled)(e.low, k);
  // 1 + e is a number below √2, or twice one above √½.
  P less = NAME(two_sum)(high, (W)(-1.0));
  W f = high > 0.41421356237309503 ? 0.5 * less.high : high;
  W rest = high > 0.41421356237309503 ? 0.5 * (less.low + low) : low;
  P value = NAME(logarithm)(high > 0.41421356237309503 ? (W)(1.0) : (W)(0.0), f, rest);
  return (P){high < 0x1p-54 ? high : value.high, high < 0x1p-54 ? (W)(0.0) : value.low};
}

NNB_INLINE W NAME(wide_softplus)(W x) {
  P left = NAME(softplus_left)(-NAME(magnitude)(x));
  P sum = NAME(two_sum)(x > 0.0 ? x : (W)(0.0), left.high);
  W value = sum.high + (sum.low + left.low);
  return x < INFINITY ? value : x;
}
