// Layers so small that what surrounds their arithmetic would cost more than it: at most NNB_SMALL inputs, and units
// that fit into one vector. The sums never leave the registers; the bits are those of the other ways.
enum { NAME(small) = 16 };

NNB_INLINE int NAME(is_small)(ptrdiff_t n, ptrdiff_t k) { return n <= NAME(small) && k <= LANES; }

/// 0 + sum + bias.
NNB_INLINE V NAME(with_bias)(V sum, V bias, int has_bias) {
  V total = (V)(R)0 + sum;
  return has_bias ? total + bias : total;
}

/// Four rows of a layer of at most LANES units; the last row stands for those that are missing.
NNB_INLINE void NAME(small_rows)(
    const V *weights, V bias, int has_bias, const R *x, R *result, ptrdiff_t count, ptrdiff_t n, ptrdiff_t k,
    nnb_code function) {
  const R *row[4];
  for (ptrdiff_t r = 0; r < 4; r++) row[r] = x + (r < count ? r : count - 1) * n;
  V sum[4];
  for (int r = 0; r < 4; r++) sum[r] = (V)(R)0;
  for (ptrdiff_t p = 0; p < n; p++)
    for (int r = 0; r < 4; r++) sum[r] = FMA_V((V)row[r][p], weights[p], sum[r]);
  for (int r = 0; r < 4; r++) sum[r] = NAME(with_bias)(sum[r], bias, has_bias);
  NAME(with_function)(function, sum, 4);
  for (ptrdiff_t r = 0; r < count; r++) NAME(store_next)(result + r * k, k, sum[r]);
}

#if LANES >= 4
/// A few vectors of a layer with LANES/2 units, each the results of two rows that stand behind one another.
NNB_INLINE void NAME(small_pairs)(
    const V *weights, V bias, int has_bias, const R *x, R *result, int count, ptrdiff_t n, nnb_code function) {
  V sum[4];
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) sum[r] = (V)(R)0;
  M lane;
  for (int i = 0; i < LANES; i++) lane[i] = i < LANES / 2 ? -1 : 0;
  for (ptrdiff_t p = 0; p < n; p++)
#pragma clang loop unroll(full)
    for (int r = 0; r < count; r++) {
      V left = lane ? (V)x[2 * r * n + p] : (V)x[(2 * r + 1) * n + p];
      sum[r] = FMA_V(left, weights[p], sum[r]);
    }
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) sum[r] = NAME(with_bias)(sum[r], bias, has_bias);
  NAME(with_function)(function, sum, count);
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) NAME(store)(result + r * LANES, sum[r]);
}

/// The first half of a vector in both halves.
NNB_INLINE V NAME(twice)(V x) {
  V both = x;
  for (int i = 0; i < LANES / 2; i++) both[i + LANES / 2] = x[i];
  return both;
}
#endif

/// A layer of one unit: four rows are four lanes.
NNB_INLINE void NAME(small_column)(
    const R *w, V bias, int has_bias, const R *x, R *result, ptrdiff_t count, ptrdiff_t n, nnb_code function) {
  const R *row[4];
  for (ptrdiff_t r = 0; r < 4; r++) row[r] = x + (r < count ? r : count - 1) * n;
  R sum[4] = {0};
  for (ptrdiff_t p = 0; p < n; p++)
    for (int r = 0; r < 4; r++) sum[r] = __builtin_elementwise_fma(row[r][p], w[p], sum[r]);
  for (ptrdiff_t r = 0; r < count; r += LANES < 4 ? LANES : 4) {
    V all = (V)(R)0;
    for (int l = 0; l < (LANES < 4 ? LANES : 4); l++) all[l] = sum[r + l];
    all = NAME(with_bias)(all, bias, has_bias);
    NAME(with_function)(function, &all, 1);
    NAME(store_next)(result + r, count - r, all);
  }
}

static void NAME(small_dense)(
    const R *x, const R *w, const R *b, R *result, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, nnb_code function) {
  V bias = b ? NAME(load_next)(b, k) : (V)(R)0;
  ptrdiff_t i = 0;
  if (k == 1) {
    bias = b ? (V)b[0] : (V)(R)0;
    if (m >= LANES) {
      NAME(product) column = {.a = x, .down = n, .along = 1, .b = w, .below = 1, .beside = 1, .result = result,
          .bias = b, .m = m, .n = n, .k = 1, .function = function};
      return NAME(multiply_turned_column)(&column);
    }
    for (; i < m; i += 4) NAME(small_column)(w, bias, b != NULL, x + i * n, result + i, m - i < 4 ? m - i : 4, n, function);
    return;
  }
  V weights[NAME(small)];
  for (ptrdiff_t p = 0; p < n; p++) weights[p] = NAME(load_next)(w + p * k, k);
#if LANES >= 4
  if (k == LANES / 2) {
    V both[NAME(small)], bias_twice = NAME(twice)(bias);
    for (ptrdiff_t p = 0; p < n; p++) both[p] = NAME(twice)(weights[p]);
    for (; i + 8 <= m; i += 8)
      NAME(small_pairs)(both, bias_twice, b != NULL, x + i * n, result + i * k, 4, n, function);
    for (; i + 4 <= m; i += 4)
      NAME(small_pairs)(both, bias_twice, b != NULL, x + i * n, result + i * k, 2, n, function);
    for (; i + 2 <= m; i += 2)
      NAME(small_pairs)(both, bias_twice, b != NULL, x + i * n, result + i * k, 1, n, function);
  }
#endif
  for (; i < m; i += 4)
    NAME(small_rows)(
        weights, bias, b != NULL, x + i * n, result + i * k, m - i < 4 ? m - i : 4, n, k, function);
}

/// dW = x.T@dz for n inputs, which are known when this is compiled.
NNB_INLINE void NAME(small_by_weights)(R *dw, const R *x, const R *dz, ptrdiff_t m, int n, ptrdiff_t k) {
  V sum[8];
#pragma clang loop unroll(full)
  for (int p = 0; p < n; p++) sum[p] = (V)(R)0;
  for (ptrdiff_t i = 0; i < m; i++) {
    V d = NAME(load_next)(dz + i * k, k);
#pragma clang loop unroll(full)
    for (int p = 0; p < n; p++) sum[p] = FMA_V((V)x[i * n + p], d, sum[p]);
  }
#pragma clang loop unroll(full)
  for (int p = 0; p < n; p++) NAME(store_next)(dw + p * k, k, (V)(R)0 + sum[p]);
}

/// The sums of the columns of at most 16 rows, as lanes of which the empty ones change nothing (rule R3).
NNB_INLINE void NAME(small_sums)(R *db, const R *dz, ptrdiff_t m, ptrdiff_t k) {
  V lane[16];
  for (ptrdiff_t i = 0; i < m; i++) lane[i] = NAME(load_next)(dz + i * k, k);
  for (ptrdiff_t width = 8; width > 0; width /= 2)
    for (ptrdiff_t i = 0; i + width < m && i < width; i++) lane[i] += lane[i + width];
  NAME(store_next)(db, k, lane[0]);
}

/// The way back through a layer of one unit with at most LANES inputs.
NNB_INLINE void NAME(small_unit_backward)(
    R *dw, R *dx, const R *x, const R *w, const R *dz, ptrdiff_t m, ptrdiff_t n) {
  V sum = (V)(R)0, weights = w ? NAME(load_next)(w, n) : (V)(R)0;
  for (ptrdiff_t i = 0; i < m; i++) sum = FMA_V(NAME(load_next)(x + i * n, n), (V)dz[i], sum);
  NAME(store_next)(dw, n, (V)(R)0 + sum);
  if (!dx) return;
  ptrdiff_t i = 0;
#if LANES >= 4
  if (n == LANES / 2) {
    V both = NAME(twice)(weights);
    M lane;
    for (int l = 0; l < LANES; l++) lane[l] = l < LANES / 2 ? -1 : 0;
    for (; i + 2 <= m; i += 2) {
      V d = lane ? (V)dz[i] : (V)dz[i + 1];
      NAME(store)(dx + i * n, (V)(R)0 + FMA_V(d, both, (V)(R)0));
    }
  }
#endif
  for (; i < m; i++) NAME(store_next)(dx + i * n, n, (V)(R)0 + FMA_V((V)dz[i], weights, (V)(R)0));
}

/// dW, db and, for one unit, dx of a small layer whose dz is known; whether it was one that is done here.
NNB_INLINE int NAME(small_backward)(
    R *dw, R *db, R *dx, const R *x, const R *w, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  if (m < 1 || m > 16 || k > LANES || n > LANES) return 0;
  if (k == 1) {
    NAME(small_unit_backward)(dw, dx, x, w, dz, m, n);
    if (db) db[0] = NAME(sum_of_row)(dz, m);
    return 1;
  }
  switch (n) {
    case 1: NAME(small_by_weights)(dw, x, dz, m, 1, k); break;
    case 2: NAME(small_by_weights)(dw, x, dz, m, 2, k); break;
    case 4: NAME(small_by_weights)(dw, x, dz, m, 4, k); break;
    case 8: NAME(small_by_weights)(dw, x, dz, m, 8, k); break;
    default: return 0;
  }
  if (db) NAME(small_sums)(db, dz, m, k);
  return 1;
}
