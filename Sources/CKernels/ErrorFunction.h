// Near 0 the Taylor series of erf; elsewhere erfc(x) = exp(−x²)·G(t)/(x + ½) with t = (x − 4)/(x + 4), where
// G is nearly constant: a Chebyshev fit of degree 23 on 0.46 … 28, |error| < 2^−64 (mpmath's chebyfit).

/// erf(x)/x − 1 for |x| ≤ 0.47, given z = x².
NNB_INLINE W NAME(error_series)(W z) {
  W p = (W)(0x1.9e6ad5e55a73p-34);
  p = FMA(p, z, -0x1.51d7181c5d36dp-30);
  p = FMA(p, z, 0x1.fcc5720624c1cp-27);
  p = FMA(p, z, -0x1.5f742ec43e71ap-23);
  p = FMA(p, z, 0x1.b9e6c9dc651a3p-20);
  p = FMA(p, z, -0x1.f4d25c3e0c2ebp-17);
  p = FMA(p, z, 0x1.f9a326f9b89b7p-14);
  p = FMA(p, z, -0x1.c02db40040b86p-11);
  p = FMA(p, z, 0x1.565bcd0e6a53fp-8);
  p = FMA(p, z, -0x1.b82ce31288b51p-6);
  p = FMA(p, z, 0x1.ce2f21a042be2p-4);
  p = FMA(p, z, -0x1.812746b0379e7p-2);
  return FMA(p, z, 0x1.06eba8214db69p-3);
}

/// erfc(x)·2^−k as a pair, and k, for 0.46 ≤ x ≤ 28.
NNB_INLINE P NAME(complement)(W x, W *k) {
  static const double g[23] = {
      0x1.ad40edbb5425ap-31,  0x1.4c48df40d9de5p-30,  -0x1.fdc18d2aede5cp-28, -0x1.537f60e2ad7ep-27,
      0x1.dba8849ca8e64p-25,  0x1.4b79ce928f92dp-25,  -0x1.bb49a95755b81p-22, 0x1.3957f197a989bp-23,
      0x1.7f2be4ab44791p-19,  -0x1.78844570be6d4p-18, -0x1.9959851043ffcp-17, 0x1.3be03d032b737p-14,
      -0x1.a1df23a7dfcc3p-14, -0x1.8d4a99f43683bp-12, 0x1.49c672841a2dap-9,   -0x1.09623884fb2b7p-7,
      0x1.3079edf688aa5p-6,   -0x1.0fb06dfe49d28p-5,  0x1.7fee004e122dbp-5,   -0x1.9ddb23c3e9077p-5,
      0x1.16ecefcfa53a4p-5,   0x1.f7f5df66fd7bp-8,    -0x1.1df1ad154a28ep-4,
  };
  W t = (x - 4.0) / (x + 4.0);
  W p = (W)(g[0]);
  for (int i = 1; i < 23; i++) p = FMA(p, t, g[i]);
  P scaled = NAME(pair_sum)((P){(W)(0x1.3ba5916e9fd7fp-1), (W)(0.0)}, NAME(two_product)(t, p));
  P square = NAME(two_product)(x, x);
  P e = NAME(exponential)(-square.high, -square.low, k);
  return NAME(pair_quotient)(NAME(pair_product)(e, scaled), NAME(two_sum)(x, (W)(0.5)));
}

NNB_INLINE W NAME(wide_erf)(W x) {
  W size = NAME(magnitude)(x);
  W k;
  P c = NAME(complement)(size > 7.0 ? (W)(7.0) : size, &k);
  P left = NAME(quick_sum)((W)(1.0), -NAME(scaled)(c.high, k));
  W far = NAME(signed)(left.high + (left.low - NAME(scaled)(c.low, k)), x);
  return size < 0.47 ? FMA(x, NAME(error_series)(x * x), x) : far;
}

NNB_INLINE W NAME(wide_erfc)(W x) {
  W size = NAME(magnitude)(x);
  P left = NAME(two_sum)((W)(1.0), -x);
  W near = left.high + (left.low - x * NAME(error_series)(x * x));
  W k;
  P c = NAME(complement)(size > 28.0 ? (W)(28.0) : size, &k);
  W high = NAME(scaled)(c.high, k);
  left = NAME(quick_sum)((W)(2.0), -high);
  W far = x < 0.0 ? left.high + (left.low - NAME(scaled)(c.low, k)) : high;
  return size < 0.47 ? near : far;
}
