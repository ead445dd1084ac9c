// Convolutions and pools on images [m,h,w,c].

typedef struct {
  ptrdiff_t m, h, w, c, kh, kw, f, stride, pad, oh, ow;
} NAME(convolution);

/// The numbers along one inner index, side by side, for `contraction`.
typedef struct {
  R *a, *b;
  ptrdiff_t count;
} NAME(pairs);

static void NAME(add_pair)(NAME(pairs) *pairs, R a, R b) {
  pairs->a[pairs->count] = a;
  pairs->b[pairs->count++] = b;
}

/// A pixel, or 0 outside the image.
static R NAME(pixel)(
    const R *image, ptrdiff_t y, ptrdiff_t x, ptrdiff_t h, ptrdiff_t w, ptrdiff_t c, ptrdiff_t channel) {
  return y < 0 || y >= h || x < 0 || x >= w ? 0 : image[(y * w + x) * c + channel];
}

static R NAME(plain_forward_pixel)(
    const NAME(convolution) *s, const R *x, const R *weights, ptrdiff_t at, NAME(pairs) *pairs) {
  ptrdiff_t f = at % s->f, q = at / s->f % s->ow, y = at / s->f / s->ow % s->oh, i = at / s->f / s->ow / s->oh;
  pairs->count = 0;
  for (ptrdiff_t p = 0; p < s->kh * s->kw * s->c; p++) {
    ptrdiff_t row = p / s->c / s->kw, column = p / s->c % s->kw;
    NAME(add_pair)(pairs, NAME(pixel)(x + i * s->h * s->w * s->c, y * s->stride + row - s->pad,
        q * s->stride + column - s->pad, s->h, s->w, s->c, p % s->c), weights[p * s->f + f]);
  }
  return NAME(contraction)(pairs->a, 1, pairs->b, 1, pairs->count);
}

/// Over oh, ow, f ascending, in the window of results spread by the stride.
static R NAME(plain_by_input)(
    const NAME(convolution) *s, const R *g, const R *weights, ptrdiff_t at, NAME(pairs) *pairs) {
  ptrdiff_t channel = at % s->c, x = at / s->c % s->w, y = at / s->c / s->w % s->h, i = at / s->c / s->w / s->h;
  pairs->count = 0;
  for (ptrdiff_t row = s->kh - 1; row >= 0; row--)
    for (ptrdiff_t column = s->kw - 1; column >= 0; column--)
      for (ptrdiff_t f = 0; f < s->f; f++) {
        ptrdiff_t above = y + s->pad - row, left = x + s->pad - column;
        int is_result = above % s->stride == 0 && left % s->stride == 0 && above >= 0 && left >= 0;
        R slope = is_result ? NAME(pixel)(g + i * s->oh * s->ow * s->f, above / s->stride, left / s->stride, s->oh,
                                  s->ow, s->f, f)
                            : 0;
        NAME(add_pair)(pairs, slope, weights[((row * s->kw + column) * s->c + channel) * s->f + f]);
      }
  return NAME(contraction)(pairs->a, 1, pairs->b, 1, pairs->count);
}

static R NAME(plain_by_weights)(
    const NAME(convolution) *s, const R *g, const R *x, ptrdiff_t at, NAME(pairs) *pairs) {
  ptrdiff_t f = at % s->f, p = at / s->f, row = p / s->c / s->kw, column = p / s->c % s->kw;
  pairs->count = 0;
  for (ptrdiff_t q = 0; q < s->m * s->oh * s->ow; q++) {
    ptrdiff_t i = q / s->ow / s->oh, y = q / s->ow % s->oh, left = q % s->ow;
    NAME(add_pair)(pairs, NAME(pixel)(x + i * s->h * s->w * s->c, y * s->stride + row - s->pad,
        left * s->stride + column - s->pad, s->h, s->w, s->c, p % s->c), g[q * s->f + f]);
  }
  return NAME(contraction)(pairs->a, 1, pairs->b, 1, pairs->count);
}

static void NAME(check_convolution)(const ptrdiff_t *n, unsigned sets, int is_awkward, nnb_check_report *report) {
  NAME(convolution) s = {n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]};
  if (s.h + 2 * s.pad < s.kh || s.w + 2 * s.pad < s.kw) return;
  s.oh = (s.h + 2 * s.pad - s.kh) / s.stride + 1;
  s.ow = (s.w + 2 * s.pad - s.kw) / s.stride + 1;
  numbers from = {9};
  ptrdiff_t counts[3] = {s.m * s.oh * s.ow * s.f, s.m * s.h * s.w * s.c, s.kh * s.kw * s.c * s.f};
  R *g = NAME(drawn)(counts[0], &from, is_awkward), *x = NAME(drawn)(counts[1], &from, is_awkward);
  R *weights = NAME(drawn)(counts[2], &from, is_awkward);
  const R *operands[3][2] = {{x, weights}, {g, weights}, {g, x}};
  ptrdiff_t most = s.m * s.oh * s.ow + s.kh * s.kw * (s.c + s.f);
  NAME(pairs) pairs = {NAME(room)(most), NAME(room)(most)};
  for (int i = 0; i < 3; i++) {
    R *want = NAME(room)(counts[i]);
    for (ptrdiff_t at = 0; at < counts[i]; at++)
      want[at] = i == 0   ? NAME(plain_forward_pixel)(&s, x, weights, at, &pairs)
                 : i == 1 ? NAME(plain_by_input)(&s, g, weights, at, &pairs)
                          : NAME(plain_by_weights)(&s, g, x, at, &pairs);
    FOR_EACH_SET(set, sets) {
      R *result = NAME(room)(counts[i]);
      NAME(trial) trial = {{.address = {result, (void *)operands[i][0], (void *)operands[i][1]},
                               .size = {s.m, s.h, s.w, s.c, s.kh, s.kw, s.f}, .step = {s.stride, s.pad}},
          NNB_CONVOLUTION + i, set, report};
      NAME(run)(&trial);
      NAME(compare)(&trial, "result", result, counts[i], want);
      discard(result);
    }
    discard(want);
  }
  discard(g), discard(x), discard(weights), discard(pairs.a), discard(pairs.b);
}

static void NAME(check_pool)(
    nnb_instruction_set set, ptrdiff_t c, ptrdiff_t window, ptrdiff_t stride, ptrdiff_t h, nnb_check_report *report) {
  ptrdiff_t m = 2, w = h + 1, oh = (h - window) / stride + 1, ow = (w - window) / stride + 1;
  ptrdiff_t results = m * oh * ow * c, pixels = m * h * w * c;
  numbers from = {10};
  R *x = NAME(drawn)(pixels, &from, 0), *g = NAME(drawn)(results, &from, 1);
  R *largest = NAME(room)(results), *mean = NAME(room)(results);
  R *by_largest = NAME(room)(pixels), *by_mean = NAME(room)(pixels);
  // Few different numbers, so that some are equal.
  static const double values[] = {NAN, -0.0, 0, 1, 2, -1, -INFINITY};
  for (ptrdiff_t i = 0; i < pixels; i++) x[i] = (R)values[next_bits(&from) % 7], by_largest[i] = by_mean[i] = 0;
  for (ptrdiff_t q = 0; q < results; q++) {
    ptrdiff_t i = q / (c * ow * oh), y = q / (c * ow) % oh, left = q / c % ow, best = -1;
    R lane[16];
    for (int l = 0; l < 16; l++) lane[l] = (R)-0.0;
    for (ptrdiff_t p = 0; p < window * window; p++) {
      ptrdiff_t at = ((i * h + y * stride + p / window) * w + left * stride + p % window) * c + q % c;
      if (best < 0 || x[at] > x[best] || (x[at] != x[at] && x[best] == x[best])) best = at;
      lane[p % 16] += x[at];
      by_mean[at] += g[q] / (R)(window * window);
    }
    largest[q] = x[best];
    by_largest[best] += g[q];
    mean[q] = NAME(lane_sum)(lane, 1, 16) / (R)(window * window);
  }
  const R *wants[] = {largest, mean, by_largest, by_mean};
  for (int i = 0; i < 4; i++) {
    ptrdiff_t count = i < 2 ? results : pixels;
    R *result = NAME(room)(count);
    NAME(trial) trial = {{.address = {result, i < 2 ? x : g, x}, .size = {m, h, w, c, window}, .step = {stride}},
        NNB_POOL_MAX + i, set, report};
    NAME(run)(&trial);
    NAME(compare)(&trial, "result", result, count, wants[i]);
    discard(result);
  }
  discard(x), discard(g), discard(largest), discard(mean), discard(by_largest), discard(by_mean);
}

static void NAME(check_images)(unsigned sets, nnb_check_report *report) {
  sizes channels = {.count = 0};
  add_around(&channels, 2, sets);
  FOR_EACH_SET(set, sets) {
    const nnb_limits *at = nnb_find_limits(set, PRECISION);
    add_around(&channels, at->lanes / 2, 1u << set), add_around(&channels, at->lanes, 1u << set);
    add_around(&channels, at->panel, 1u << set);
  }
  for (int c = 0; c < channels.count; c++) {
    if (channels.value[c] == 0) continue;
    // Channels against filters, few pixels; then windows, strides and frames with these filters.
    for (int f = 0; f < channels.count; f++) {
      ptrdiff_t n[9] = {1 + f % 2, 2 + c % 3, 3, channels.value[c], 2, 2, channels.value[f], 1, f % 2};
      if (n[6] > 0) NAME(check_convolution)(n, channels.sets[c] & channels.sets[f], c == f, report);
    }
    for (int form = 0; form < 36; form++) {
      ptrdiff_t n[9] = {1 + form % 2, 3 + c % 3, 4 + form % 3, 1 + form % 3, 1 + form / 12, 1 + form / 4 % 3,
          channels.value[c], 1 + form / 6 % 2, form % 8 / 2};
      if (form % 3 == c % 3) NAME(check_convolution)(n, channels.sets[c], 0, report);
    }
    for (ptrdiff_t window = 1; window <= 5; window++)
      for (ptrdiff_t stride = 1; stride <= 3; stride++)
        FOR_EACH_SET(set, channels.sets[c])
          NAME(check_pool)(set, channels.value[c], window, stride, 5 + (stride + c) % 3, report);
  }
  // More than one chunk: of a window, of results by input, and of pixels by weights.
  static const ptrdiff_t chunks[][9] = {{1, 5, 5, 28, 3, 3, 3, 1, 1}, {1, 5, 5, 29, 3, 3, 3, 2, 0},
      {2, 5, 5, 3, 3, 3, 29, 1, 1}, {1, 16, 16, 2, 1, 1, 3, 1, 0}, {1, 15, 17, 2, 1, 1, 3, 1, 0},
      {1, 17, 17, 2, 2, 2, 3, 1, 0}, {3, 13, 9, 2, 3, 2, 3, 1, 1}, {1, 3, 3, 64, 2, 2, 64, 1, 0}};
  for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) NAME(check_convolution)(chunks[i], sets, 0, report);
  // Worth two threads: 12·10·10·3·3·8·7 multiplications.
  static const ptrdiff_t threads[9] = {12, 10, 10, 8, 3, 3, 7, 1, 1};
  NAME(check_convolution)(threads, sets, 0, report);
}
