// x = n·π/2 + r with |r| ≤ π/4 as a pair: up to 2^20 with π/2 in three parts (Cody and Waite), above with as
// many bits of 2/π as the exponent asks for (Payne and Hanek), so that every float64 has its own sine.

/// x modulo π/2: what is left, and which quarter of the circle.
typedef struct {
  P rest;
  unsigned quarter;
} NAME(angle);

/// The bits of 2/π behind the binary point, after one word of zeros.
static const uint64_t NAME(two_over_pi)[20] = {
    0,
    UINT64_C(0xa2f9836e4e441529), UINT64_C(0xfc2757d1f534ddc0), UINT64_C(0xdb6295993c439041),
    UINT64_C(0xfe5163abdebbc561), UINT64_C(0xb7246e3a424dd2e0), UINT64_C(0x06492eea09d1921c),
    UINT64_C(0xfe1deb1cb129a73e), UINT64_C(0xe88235f52ebb4484), UINT64_C(0xe99c7026b45f7e41),
    UINT64_C(0x3991d639835339f4), UINT64_C(0x9c845f8bbdf9283b), UINT64_C(0x1ff897ffde05980f),
    UINT64_C(0xef2f118b5a0a6d1f), UINT64_C(0x6d367ecf27cb09b7), UINT64_C(0x4f463f669e5fea2d),
    UINT64_C(0x7527bac7ebe5f17b), UINT64_C(0x3d0739f78a5292ea), UINT64_C(0x6bfb5fb11f8d5d08),
    UINT64_C(0x56033046fc7b6bab),
};

/// 64 bits of the table from a bit on.
NNB_INLINE uint64_t NAME(window)(unsigned bit) {
  unsigned word = bit >> 6, shift = bit & 63;
  uint64_t next = word + 1 < 20 ? NAME(two_over_pi)[word + 1] : 0;
  return shift ? NAME(two_over_pi)[word] << shift | next >> (64 - shift) : NAME(two_over_pi)[word];
}

/// The high word of a·b.
NNB_INLINE uint64_t NAME(high_product)(uint64_t a, uint64_t b) {
  uint64_t a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
  uint64_t middle = a1 * b0 + (a0 * b0 >> 32);
  uint64_t other = a0 * b1 + (middle & 0xffffffff);
  return a1 * b1 + (middle >> 32) + (other >> 32);
}

/// Reduces a finite x ≥ 2^20.
static NAME(angle) NAME(reduce_huge)(double x) {
  uint64_t bits = NAME(bits)(x);
  uint64_t m = (bits & UINT64_C(0x000fffffffffffff)) | UINT64_C(0x0010000000000000);
  // x = m·2^e; bits of 2/π that give multiples of 4 are left out.
  unsigned e_plus_62 = (unsigned)(bits >> 52) - 1075 + 62;
  uint64_t w0 = NAME(window)(e_plus_62), w1 = NAME(window)(e_plus_62 + 64), w2 = NAME(window)(e_plus_62 + 128);
  // The product modulo 2^192; two bits of it are the quarter, the others a fraction of one.
  uint64_t p2 = NAME(high_product)(m, w2);
  uint64_t p1 = m * w1 + p2;
  uint64_t p0 = m * w0 + NAME(high_product)(m, w1) + (p1 < p2);
  uint64_t low = p1 << 2;
  uint64_t top = p0 << 2 | p1 >> 62;
  unsigned quarter = (unsigned)(p0 >> 62);
  // Read with a sign the fraction is from −½ to ½, and a negative one belongs to the next quarter.
  int64_t upper = (int64_t)(top >> 32);
  if (upper >= INT64_C(0x80000000)) {
    upper -= INT64_C(0x100000000);
    quarter += 1;
  }
  P fraction = NAME(two_sum)((double)upper * 0x1p-32, (double)(top & 0xffffffff) * 0x1p-64);
  fraction = NAME(quick_sum)(fraction.high, fraction.low + (double)(low >> 11) * 0x1p-117);
  P half_pi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
  return (NAME(angle)){NAME(pair_product)(fraction, half_pi), quarter & 3};
}

/// Reduces 0 ≤ x < 2^20.
NNB_INLINE NAME(angle) NAME(reduce_small)(double x) {
  const double shift = 0x1.8p52;
  double shifted = FMA(x, 0x1.45f306dc9c883p-1, shift);
  double n = shifted - shift;
  double first = FMA(-n, 0x1.921fb544p+0, x);
  P second = NAME(two_sum)(first, -n * 0x1.0b4611a6p-34);
  P rest = NAME(two_sum)(second.high, FMA(-n, 0x1.3198a2e037073p-69, second.low));
  return (NAME(angle)){rest, (unsigned)(NAME(bits)(shifted) & 3)};
}

/// Reduces |x|; an infinite x and NaN leave NaN.
NNB_INLINE NAME(angle) NAME(reduce)(double x) {
  double size = NAME(magnitude)(x);
  if (size < 0x1p20) return NAME(reduce_small)(size);
  return size < INFINITY ? NAME(reduce_huge)(size) : (NAME(angle)){{NAN, NAN}, 0};
}

/// sin(r) for |r| ≤ π/4.
NNB_INLINE P NAME(small_sine)(P r) {
  double z = r.high * r.high;
  double p = 0x1.952c77030ad4ap-49;
  p = FMA(p, z, -0x1.ae7f3e733b81fp-41);
  p = FMA(p, z, 0x1.6124613a86d09p-33);
  p = FMA(p, z, -0x1.ae64567f544e4p-26);
  p = FMA(p, z, 0x1.71de3a556c734p-19);
  p = FMA(p, z, -0x1.a01a01a01a01ap-13);
  p = FMA(p, z, 0x1.1111111111111p-7);
  p = FMA(p, z, -0x1.5555555555555p-3);
  return NAME(quick_sum)(r.high, FMA(r.high * z, p, r.low * FMA(-0.5, z, 1.0)));
}

/// cos(r) for |r| ≤ π/4.
NNB_INLINE P NAME(small_cosine)(P r) {
  P z = NAME(two_product)(r.high, r.high);
  double p = -0x1.6827863b97d97p-53;
  p = FMA(p, z.high, 0x1.ae7f3e733b81fp-45);
  p = FMA(p, z.high, -0x1.93974a8c07c9dp-37);
  p = FMA(p, z.high, 0x1.1eed8eff8d898p-29);
  p = FMA(p, z.high, -0x1.27e4fb7789f5cp-22);
  p = FMA(p, z.high, 0x1.a01a01a01a01ap-16);
  p = FMA(p, z.high, -0x1.6c16c16c16c17p-10);
  p = FMA(p, z.high, 0x1.5555555555555p-5);
  P sum = NAME(quick_sum)(1.0, -0.5 * z.high);
  double slope = -r.high * r.low;
  return NAME(quick_sum)(sum.high, sum.low + FMA(z.high * z.high, p, FMA(-0.5, z.low, slope)));
}

static W NAME(wide_sin)(double x) {
  NAME(angle) angle = NAME(reduce)(x);
  P value = angle.quarter & 1 ? NAME(small_cosine)(angle.rest) : NAME(small_sine)(angle.rest);
  double turned = angle.quarter & 2 ? -value.high : value.high;
  turned = NAME(bits)(x) >> 63 ? -turned : turned;
  return NAME(magnitude)(x) < 0x1p-27 ? x : turned;
}

static W NAME(wide_cos)(double x) {
  NAME(angle) angle = NAME(reduce)(x);
  P value = angle.quarter & 1 ? NAME(small_sine)(angle.rest) : NAME(small_cosine)(angle.rest);
  return (angle.quarter + 1) & 2 ? -value.high : value.high;
}

static W NAME(wide_tan)(double x) {
  NAME(angle) angle = NAME(reduce)(x);
  P sine = NAME(small_sine)(angle.rest);
  P cosine = NAME(small_cosine)(angle.rest);
  int odd = angle.quarter & 1;
  double value = NAME(pair_quotient)(odd ? cosine : sine, odd ? sine : cosine).high;
  value = odd ? -value : value;
  value = NAME(bits)(x) >> 63 ? -value : value;
  return NAME(magnitude)(x) < 0x1p-27 ? x : value;
}
