// atan(y/x) = atan(c) ± atan(t) with c the multiple of ⅛ nearest to the smaller ratio and t = (y − c·x)/(x + c·y),
// |t| ≤ 1/16, and the Taylor series of atan(t) to t^15. asin and acos are angles of a right triangle.

/// atan(k/8), then π/2 − atan(k/8), for k from 0 to 8.
static const P NAME(arctangents)[2][9] = {
    {{0x0p+0, 0x0p+0},
     {0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59},
     {0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57},
     {0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56},
     {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56},
     {0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58},
     {0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56},
     {0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56},
     {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55}},
    {{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54},
     {0x1.7249faa996a21p+0, 0x1.a8cc1e7480c68p-54},
     {0x1.5368c951e9cfdp+0, -0x1.96f47948a99f1p-54},
     {0x1.3647503caf55cp+0, 0x1.17e21d9a42c9ap-55},
     {0x1.1b6e192ebbe44p+0, 0x1.b1b466a88828ep-54},
     {0x1.031f57e54adbep+0, 0x1.338b4259c027p-54},
     {0x1.dac670561bb4fp-1, 0x1.a2b7f222f65e2p-55},
     {0x1.b434ee31013fdp-1, -0x1.0520d0701d877p-55},
     {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55}},
};

/// The angle from 0 to π/2 with the tangent y/x, for finite y, x ≥ 0 that are not both 0.
NNB_INLINE P NAME(angle_of)(P y, P x) {
  int steep = y.high > x.high;
  P small = steep ? x : y;
  P large = steep ? y : x;
  double shifted = FMA(small.high / large.high, 8.0, 0x1.8p52);
  unsigned place = (unsigned)(NAME(bits)(shifted) & 15);
  place = place > 8 ? 8 : place;  // only where an operand is NaN
  double c = 0.125 * place;
  P above = NAME(quick_sum)(FMA(-c, large.high, small.high), FMA(-c, large.low, small.low));
  P below = NAME(pair_sum)(large, NAME(pair_product)((P){c, 0.0}, small));
  P t = NAME(pair_quotient)(above, below);
  double z = t.high * t.high;
  double p = -0x1.1111111111111p-4;
  p = FMA(p, z, 0x1.3b13b13b13b14p-4);
  p = FMA(p, z, -0x1.745d1745d1746p-4);
  p = FMA(p, z, 0x1.c71c71c71c71cp-4);
  p = FMA(p, z, -0x1.2492492492492p-3);
  p = FMA(p, z, 0x1.999999999999ap-3);
  p = FMA(p, z, -0x1.5555555555555p-2);
  double tail = FMA(t.high * z, p, t.low);
  P angle = NAME(arctangents)[steep][place];
  P sum = NAME(two_sum)(angle.high, steep ? -t.high : t.high);
  return NAME(quick_sum)(sum.high, sum.low + (angle.low + (steep ? -tail : tail)));
}

/// √(1 − x²) for 0 ≤ x ≤ 1, else NaN.
NNB_INLINE P NAME(other_side)(double x) {
  P square = NAME(two_product)(x, x);
  P difference = NAME(two_sum)(1.0, -square.high);
  difference = NAME(two_sum)(difference.high, difference.low - square.low);
  double root = __builtin_elementwise_sqrt(difference.high);
  double rest = FMA(-root, root, difference.high) + difference.low;
  return (P){root, root == 0.0 ? 0.0 : rest / (2.0 * root)};
}

static W NAME(wide_atan)(double x) {
  double size = NAME(magnitude)(x);
  P y = {size > 0x1p100 ? 0x1p100 : size, 0.0};
  P angle = NAME(angle_of)(y, (P){1.0, 0.0});
  return size < 0x1p-27 ? x : NAME(signed)(angle.high, x);
}

static W NAME(wide_asin)(double x) {
  double size = NAME(magnitude)(x);
  P angle = NAME(angle_of)((P){size, 0.0}, NAME(other_side)(size));
  return size < 0x1p-27 ? x : (size > 1.0 ? NAN : NAME(signed)(angle.high, x));
}

static W NAME(wide_acos)(double x) {
  double size = NAME(magnitude)(x);
  P angle = NAME(angle_of)(NAME(other_side)(size), (P){size, 0.0});
  P pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
  P turned = NAME(pair_sum)(pi, (P){-angle.high, -angle.low});
  double value = NAME(bits)(x) >> 63 ? turned.high : angle.high;
  return size > 1.0 ? NAN : value;
}
