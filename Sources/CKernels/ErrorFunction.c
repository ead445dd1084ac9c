#include "CKernels.h"

#include "Exponential.h"

#pragma STDC FP_CONTRACT OFF

// Near 0 the Taylor series of erf; elsewhere erfc(x) = exp(−x²)·G(t)/(x + ½) with t = (x − 4)/(x + 4), where
// G is nearly constant: a Chebyshev fit of degree 23 on 0.46 … 28, |error| < 2^−64 (mpmath's chebyfit).

/// erf(x)/x − 1 for |x| ≤ 0.47, given z = x².
NNB_INLINE double nnb_error_series(double z) {
  double p = 0x1.9e6ad5e55a73p-34;
  p = fma(p, z, -0x1.51d7181c5d36dp-30);
  p = fma(p, z, 0x1.fcc5720624c1cp-27);
  p = fma(p, z, -0x1.5f742ec43e71ap-23);
  p = fma(p, z, 0x1.b9e6c9dc651a3p-20);
  p = fma(p, z, -0x1.f4d25c3e0c2ebp-17);
  p = fma(p, z, 0x1.f9a326f9b89b7p-14);
  p = fma(p, z, -0x1.c02db40040b86p-11);
  p = fma(p, z, 0x1.565bcd0e6a53fp-8);
  p = fma(p, z, -0x1.b82ce31288b51p-6);
  p = fma(p, z, 0x1.ce2f21a042be2p-4);
  p = fma(p, z, -0x1.812746b0379e7p-2);
  return fma(p, z, 0x1.06eba8214db69p-3);
}

/// erfc(x)·2^−k as a pair, and k, for 0.46 ≤ x ≤ 28.
NNB_INLINE nnb_pair nnb_complement(double x, int64_t *k) {
  static const double g[23] = {
      0x1.ad40edbb5425ap-31,  0x1.4c48df40d9de5p-30,  -0x1.fdc18d2aede5cp-28, -0x1.537f60e2ad7ep-27,
      0x1.dba8849ca8e64p-25,  0x1.4b79ce928f92dp-25,  -0x1.bb49a95755b81p-22, 0x1.3957f197a989bp-23,
      0x1.7f2be4ab44791p-19,  -0x1.78844570be6d4p-18, -0x1.9959851043ffcp-17, 0x1.3be03d032b737p-14,
      -0x1.a1df23a7dfcc3p-14, -0x1.8d4a99f43683bp-12, 0x1.49c672841a2dap-9,   -0x1.09623884fb2b7p-7,
      0x1.3079edf688aa5p-6,   -0x1.0fb06dfe49d28p-5,  0x1.7fee004e122dbp-5,   -0x1.9ddb23c3e9077p-5,
      0x1.16ecefcfa53a4p-5,   0x1.f7f5df66fd7bp-8,    -0x1.1df1ad154a28ep-4,
  };
  double t = (x - 4.0) / (x + 4.0);
  double p = g[0];
  for (int i = 1; i < 23; i++) p = fma(p, t, g[i]);
  nnb_pair scaled = nnb_pair_sum((nnb_pair){0x1.3ba5916e9fd7fp-1, 0.0}, nnb_two_product(t, p));
  nnb_pair square = nnb_two_product(x, x);
  nnb_pair e = nnb_exponential(-square.high, -square.low, k);
  return nnb_pair_quotient(nnb_pair_product(e, scaled), nnb_two_sum(x, 0.5));
}

NNB_TIERS double nnb_erf(double x) {
  double size = nnb_magnitude(x);
  if (size < 0.47) return fma(x, nnb_error_series(x * x), x);
  int64_t k;
  nnb_pair c = nnb_complement(size > 7.0 ? 7.0 : size, &k);
  nnb_pair left = nnb_quick_sum(1.0, -nnb_scaled(c.high, k));
  return nnb_signed(left.high + (left.low - nnb_scaled(c.low, k)), x);
}

NNB_TIERS double nnb_erfc(double x) {
  double size = nnb_magnitude(x);
  if (size < 0.47) {
    nnb_pair left = nnb_two_sum(1.0, -x);
    return left.high + (left.low - x * nnb_error_series(x * x));
  }
  int64_t k;
  nnb_pair c = nnb_complement(size > 28.0 ? 28.0 : size, &k);
  double high = nnb_scaled(c.high, k);
  if (!(x < 0.0)) return high;
  nnb_pair left = nnb_quick_sum(2.0, -high);
  return left.high + (left.low - nnb_scaled(c.low, k));
}
