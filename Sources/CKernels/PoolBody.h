// Pools: the windows of every channel, channels side by side. A maximum is the first of equal ones and NaN where a
// window has one (rule R4); a mean is the sum of the window's rows in 16 lanes (rule R3), divided.

/// The sizes of an instruction, and where the window of a result begins in x.
typedef struct {
  ptrdiff_t m, h, w, c, window, stride, oh, ow;
} NAME(pool_sizes);

static NAME(pool_sizes) NAME(pool_sizes_of)(const nnb_instruction *instruction) {
  const ptrdiff_t *size = instruction->size;
  NAME(pool_sizes) s = {size[0], size[1], size[2], size[3], size[4], instruction->step[0], 0, 0};
  s.oh = (s.h - s.window) / s.stride + 1;
  s.ow = (s.w - s.window) / s.stride + 1;
  return s;
}

/// Whether a replaces the maximum b so far.
#define NNB_EXCEEDS(a, b) (((a) > (b)) | (((a) != (a)) & ((b) == (b))))

NNB_INLINE V NAME(pool_max_of)(const NAME(pool_sizes) * s, const R *x, ptrdiff_t left) {
  V best = NAME(load_next)(x, left);
  for (ptrdiff_t i = 0; i < s->window; i++)
    for (ptrdiff_t j = 0; j < s->window; j++) {
      V value = NAME(load_next)(x + (i * s->w + j) * s->c, left);
      best = NNB_EXCEEDS(value, best) ? value : best;
    }
  return best;
}

NNB_INLINE V NAME(pool_mean_of)(const NAME(pool_sizes) * s, const R *x, ptrdiff_t left) {
  V lane[16];
  for (int i = 0; i < 16; i++) lane[i] = (V)((R)-0.0);
  ptrdiff_t count = 0;
  for (ptrdiff_t i = 0; i < s->window; i++)
    for (ptrdiff_t j = 0; j < s->window; j++, count++)
      lane[count & 15] += NAME(load_next)(x + (i * s->w + j) * s->c, left);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++) lane[i] += lane[i + width];
  return lane[0] / (V)((R)count);
}

/// dx += g where the window has its maximum, 0 elsewhere.
NNB_INLINE void NAME(pool_max_back)(const NAME(pool_sizes) * s, R *dx, const R *x, V g, ptrdiff_t left) {
  V best = NAME(load_next)(x, left), zero = (V)((R)0), place = zero;
  for (ptrdiff_t i = 0, number = 0; i < s->window; i++)
    for (ptrdiff_t j = 0; j < s->window; j++, number++) {
      V value = NAME(load_next)(x + (i * s->w + j) * s->c, left);
      M is_better = NNB_EXCEEDS(value, best);
      best = is_better ? value : best;
      place = is_better ? (V)((R)number) : place;
    }
  for (ptrdiff_t i = 0, number = 0; i < s->window; i++)
    for (ptrdiff_t j = 0; j < s->window; j++, number++) {
      R *at = dx + (i * s->w + j) * s->c;
      NAME(store_next)(at, left, NAME(load_next)(at, left) + (place == (V)((R)number) ? g : zero));
    }
}

/// dx += g/count everywhere in the window.
NNB_INLINE void NAME(pool_mean_back)(const NAME(pool_sizes) * s, R *dx, const R *x, V g, ptrdiff_t left) {
  (void)x;
  V share = g / (V)((R)(s->window * s->window));
  for (ptrdiff_t i = 0; i < s->window; i++)
    for (ptrdiff_t j = 0; j < s->window; j++) {
      R *at = dx + (i * s->w + j) * s->c;
      NAME(store_next)(at, left, NAME(load_next)(at, left) + share);
    }
}

#define NNB_POOL(kernel, pooled) \
  static void NAME(kernel)(const nnb_instruction *instruction) { \
    NAME(pool_sizes) s = NAME(pool_sizes_of)(instruction); \
    R *result = instruction->address[0]; \
    for (ptrdiff_t i = 0; i < s.m * s.oh; i++) { \
      const R *line = (const R *)instruction->address[1] + (i / s.oh * s.h + i % s.oh * s.stride) * s.w * s.c; \
      for (ptrdiff_t q = 0; q < s.ow; q++, result += s.c) \
        for (ptrdiff_t j = 0; j < s.c; j += LANES) \
          NAME(store_next)(result + j, s.c - j, pooled(&s, line + q * s.stride * s.c + j, s.c - j)); \
    } \
  }
NNB_POOL(pool_max, NAME(pool_max_of))
NNB_POOL(pool_mean, NAME(pool_mean_of))
#undef NNB_POOL

// dx begins at +0, and the results add to it in their order.
#define NNB_POOL_SLOPE(kernel, back) \
  static void NAME(kernel)(const nnb_instruction *instruction) { \
    NAME(pool_sizes) s = NAME(pool_sizes_of)(instruction); \
    const R *g = instruction->address[1]; \
    memset(instruction->address[0], 0, (size_t)(s.m * s.h * s.w * s.c) * sizeof(R)); \
    for (ptrdiff_t i = 0; i < s.m * s.oh; i++) { \
      ptrdiff_t line = (i / s.oh * s.h + i % s.oh * s.stride) * s.w * s.c; \
      for (ptrdiff_t q = 0; q < s.ow; q++, g += s.c) \
        for (ptrdiff_t j = 0; j < s.c; j += LANES) { \
          ptrdiff_t at = line + q * s.stride * s.c + j; \
          V slope = NAME(load_next)(g + j, s.c - j); \
          back(&s, (R *)instruction->address[0] + at, (const R *)instruction->address[2] + at, slope, s.c - j); \
        } \
    } \
  }
NNB_POOL_SLOPE(pool_max_slope, NAME(pool_max_back))
NNB_POOL_SLOPE(pool_mean_slope, NAME(pool_mean_back))
#undef NNB_POOL_SLOPE
#undef NNB_EXCEEDS
