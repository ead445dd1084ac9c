// Layers so small that what surrounds their arithmetic would cost more than it: at most `small` inputs and units. The
// sums never leave the registers; the bits are those of the other ways.
enum { NAME(small) = 16 };

NNB_INLINE int NAME(is_small)(ptrdiff_t n, ptrdiff_t k) { return n <= NAME(small) && k <= NAME(small); }

/// 0 + sum + bias.
NNB_INLINE V NAME(with_bias)(V sum, V bias, int has_bias) {
  V total = (V)(R)0 + sum;
  return has_bias ? total + bias : total;
}

/// Up to two vectors of the units of a layer.
typedef struct {
  /// Their weights, whole vectors of them, `below` apart for each input.
  const R *weights;
  ptrdiff_t below;
  V bias[2];
  int has_bias;
  nnb_code function;
  /// The inputs; the units in the last vector; and from one row of results to the next.
  ptrdiff_t n, count, k;
} NAME(small_units);

/// 4, 2 or 1 rows of one or two vectors of units.
NNB_INLINE void NAME(small_rows)(
    const NAME(small_units) * units, const R *x, R *result, int rows, int vectors, int is_part) {
  V sum[8];
  ptrdiff_t n = units->n, below = units->below;
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) sum[i] = (V)(R)0;
  const R *weights = units->weights;
  for (ptrdiff_t p = 0; p < n; p++, weights += below)
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      V left = (V)x[r * n + p];
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++)
        sum[r * vectors + v] = FMA_V(left, NAME(load)(weights + v * LANES), sum[r * vectors + v]);
    }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) sum[i] += (V)(R)0;
  if (units->has_bias)
#pragma clang loop unroll(full)
    for (int i = 0; i < rows * vectors; i++) sum[i] += units->bias[i % vectors];
  // Four chains at once fit into the registers.
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i += 4)
    NAME(with_function)(units->function, sum + i, rows * vectors - i < 4 ? rows * vectors - i : 4);
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) {
    R *to = result + i / vectors * units->k + i % vectors * LANES;
    if (is_part && i % vectors == vectors - 1) {
      NAME(store_first)(to, units->count, sum[i]);
    } else {
      NAME(store)(to, sum[i]);
    }
  }
}

NNB_INLINE void NAME(all_small_rows)(
    const NAME(small_units) * units, const R *x, R *result, ptrdiff_t m, int vectors, int is_part) {
  ptrdiff_t n = units->n, k = units->k;
  for (; m >= 4; m -= 4, x += 4 * n, result += 4 * k) NAME(small_rows)(units, x, result, 4, vectors, is_part);
  if (m & 2) NAME(small_rows)(units, x, result, 2, vectors, is_part), x += 2 * n, result += 2 * k;
  if (m & 1) NAME(small_rows)(units, x, result, 1, vectors, is_part);
}

#define NNB_SMALL_ROWS(name, vectors, is_part) \
  NNB_APART void NAME(name)(const NAME(small_units) * units, const R *x, R *result, ptrdiff_t m) { \
    NAME(all_small_rows)(units, x, result, m, vectors, is_part); \
  }
NNB_SMALL_ROWS(small_rows_of_one, 1, 0)
NNB_SMALL_ROWS(small_rows_of_part, 1, 1)
NNB_SMALL_ROWS(small_rows_of_two, 2, 0)
NNB_SMALL_ROWS(small_rows_of_part_of_two, 2, 1)
#undef NNB_SMALL_ROWS

#if LANES >= 4
/// A few vectors of a layer with LANES/2 units, each the results of two rows that stand behind one another.
NNB_INLINE void NAME(small_pairs)(const NAME(small_units) * units, const R *x, R *result, int count) {
  V sum[4];
  ptrdiff_t n = units->n;
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) sum[r] = (V)(R)0;
  M lane;
  for (int i = 0; i < LANES; i++) lane[i] = i < LANES / 2 ? -1 : 0;
  for (ptrdiff_t p = 0; p < n; p++)
#pragma clang loop unroll(full)
    for (int r = 0; r < count; r++) {
      V left = lane ? (V)x[2 * r * n + p] : (V)x[(2 * r + 1) * n + p];
      sum[r] = FMA_V(left, NAME(load)(units->weights + p * units->below), sum[r]);
    }
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) sum[r] = NAME(with_bias)(sum[r], units->bias[0], units->has_bias);
  NAME(with_function)(units->function, sum, count);
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) NAME(store)(result + r * LANES, sum[r]);
}

/// The first half of a vector in both halves.
NNB_INLINE V NAME(twice)(V x) {
  V both = x;
  for (int i = 0; i < LANES / 2; i++) both[i + LANES / 2] = x[i];
  return both;
}

/// Two rows fill a vector; an odd row behind them has one of its own.
NNB_APART void NAME(small_halves)(NAME(small_units) * units, const R *x, R *result, ptrdiff_t m) {
  ptrdiff_t n = units->n, k = LANES / 2;
  R both[NAME(small) * LANES];
  for (ptrdiff_t p = 0; p < n; p++)
    NAME(store)(both + p * LANES, NAME(twice)(NAME(load_pieces)(units->weights + p * units->below, k)));
  units->weights = both;
  units->below = LANES;
  units->bias[0] = NAME(twice)(units->bias[0]);
  for (; m >= 8; m -= 8, x += 8 * n, result += 8 * k) NAME(small_pairs)(units, x, result, 4);
  if (m & 4) NAME(small_pairs)(units, x, result, 2), x += 4 * n, result += 4 * k;
  if (m & 2) NAME(small_pairs)(units, x, result, 1), x += 2 * n, result += 2 * k;
  if (m & 1) NAME(small_rows_of_part)(units, x, result, 1);
}
#endif

/// Up to two vectors of the units of a layer from unit j on.
NNB_INLINE void NAME(small_panel)(
    NAME(small_units) * units, const R *x, const R *b, R *result, ptrdiff_t m, ptrdiff_t j) {
  ptrdiff_t left = units->k - j, first = left > LANES ? LANES : 0;
  units->count = left - first < LANES ? left - first : LANES;
  if (b) {
    units->bias[0] = NAME(load_next)(b + j, left);
    if (first) units->bias[1] = NAME(load_next)(b + j + LANES, left - LANES);
  }
  if (units->count == LANES) {
    if (first) return NAME(small_rows_of_two)(units, x, result, m);
    return NAME(small_rows_of_one)(units, x, result, m);
  }
#if LANES >= 4
  if (units->k == LANES / 2) return NAME(small_halves)(units, x, result, m);
#endif
  // Nothing is read behind the end of a row.
  R padded[NAME(small) * LANES * 2];
  const R *row = units->weights;
  for (R *to = padded; to < padded + units->n * 2 * LANES; to += 2 * LANES, row += units->below) {
    if (first) NAME(store)(to, NAME(load)(row));
    NAME(store)(to + first, NAME(load_pieces)(row + first, units->count));
  }
  units->weights = padded;
  units->below = 2 * LANES;
  if (first) return NAME(small_rows_of_part_of_two)(units, x, result, m);
  NAME(small_rows_of_part)(units, x, result, m);
}

/// result = function(x@W + b), b or NULL; the rows of W stand `below` apart.
static void NAME(small_dense)(const R *x, const R *w, ptrdiff_t below, const R *b, R *result, ptrdiff_t m,
    ptrdiff_t n, ptrdiff_t k, nnb_code function) {
  if (k == 1) {
    NAME(product) column = {.a = x, .down = n, .along = 1, .b = w, .below = below, .beside = 1, .result = result,
        .bias = b, .m = m, .n = n, .k = 1, .function = function};
    return NAME(multiply_column)(&column);
  }
  for (ptrdiff_t j = 0; j < k; j += 2 * LANES) {
    NAME(small_units) units;
    units.weights = w + j;
    units.below = below;
    units.has_bias = b != NULL;
    units.function = function;
    units.n = n;
    units.k = k;
    NAME(small_panel)(&units, x, b, result + j, m, j);
  }
}

/// dW = x.T@dz for 4, 2 or 1 inputs and one or two vectors of units, of which `count` in the last.
NNB_INLINE void NAME(small_by_weights)(R *dw, const R *x, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    ptrdiff_t count, int inputs, int vectors, int is_part) {
  V sum[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < inputs * vectors; i++) sum[i] = (V)(R)0;
  for (; m > 0; m--, x += n, dz += k) {
    V d[2];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++)
      d[v] = is_part && v == vectors - 1 ? NAME(load_pieces)(dz + v * LANES, count) : NAME(load)(dz + v * LANES);
#pragma clang loop unroll(full)
    for (int p = 0; p < inputs; p++) {
      V left = (V)x[p];
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) sum[p * vectors + v] = FMA_V(left, d[v], sum[p * vectors + v]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < inputs * vectors; i++) {
    R *to = dw + i / vectors * k + i % vectors * LANES;
    if (is_part && i % vectors == vectors - 1) {
      NAME(store_first)(to, count, (V)(R)0 + sum[i]);
    } else {
      NAME(store)(to, (V)(R)0 + sum[i]);
    }
  }
}

NNB_INLINE void NAME(all_small_by_weights)(R *dw, const R *x, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    ptrdiff_t count, int vectors, int is_part) {
  ptrdiff_t p = 0;
  for (; p + 4 <= n; p += 4) NAME(small_by_weights)(dw + p * k, x + p, dz, m, n, k, count, 4, vectors, is_part);
  if (n & 2) NAME(small_by_weights)(dw + p * k, x + p, dz, m, n, k, count, 2, vectors, is_part), p += 2;
  if (n & 1) NAME(small_by_weights)(dw + p * k, x + p, dz, m, n, k, count, 1, vectors, is_part);
}

/// dW [n,k] = x.T@dz.
static void NAME(small_weights)(R *dw, const R *x, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  for (ptrdiff_t j = 0; j < k; j += 2 * LANES, dw += 2 * LANES, dz += 2 * LANES) {
    ptrdiff_t left = k - j;
    if (left >= 2 * LANES) {
      NAME(all_small_by_weights)(dw, x, dz, m, n, k, LANES, 2, 0);
    } else if (left > LANES) {
      NAME(all_small_by_weights)(dw, x, dz, m, n, k, left - LANES, 2, 1);
    } else if (left == LANES) {
      NAME(all_small_by_weights)(dw, x, dz, m, n, k, LANES, 1, 0);
    } else {
      NAME(all_small_by_weights)(dw, x, dz, m, n, k, left, 1, 1);
    }
  }
}

/// The sums of the columns of at most 16 rows, as lanes of which the empty ones change nothing (rule R3).
NNB_INLINE void NAME(small_sums)(R *db, const R *dz, ptrdiff_t m, ptrdiff_t k) {
  for (ptrdiff_t j = 0; j < k; j += LANES) {
    V lane[16];
    for (ptrdiff_t i = 0; i < m; i++) lane[i] = NAME(load_next)(dz + i * k + j, k - j);
    for (ptrdiff_t width = 8; width > 0; width /= 2)
      for (ptrdiff_t i = 0; i + width < m && i < width; i++) lane[i] += lane[i + width];
    NAME(store_next)(db + j, k - j, lane[0]);
  }
}

/// dx [m,n] = dz@W.T.
static void NAME(small_inputs)(R *dx, const R *dz, const R *w, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  // One unit's weights are a row as they are.
  if (k == 1) return NAME(small_dense)(dz, w, n, NULL, dx, m, 1, n, NNB_IDENTITY);
  R turned[NAME(small) * NAME(small)];
  ptrdiff_t below = NAME(small), p = 0;
  if (k % LANES == 0)
    for (; p + LANES <= n; p += LANES)
      for (ptrdiff_t j = 0; j < k; j += LANES) NAME(turn)(turned + j * below + p, below, w + p * k + j, k);
  for (; p < n; p++)
    for (ptrdiff_t j = 0; j < k; j++) turned[j * below + p] = w[p * k + j];
  NAME(small_dense)(dz, turned, below, NULL, dx, m, k, n, NNB_IDENTITY);
}

/// The way back through a small layer of at most 16 rows, where dz is known.
static void NAME(small_backward)(
    R *dw, R *db, R *dx, const R *x, const R *w, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  if (dx) NAME(small_inputs)(dx, dz, w, m, n, k);
  if (k == 1) {
    // One unit's gradient is a row, too: that of a layer with dz as its input.
    NAME(small_weights)(dw, dz, x, m, 1, n);
    if (db) db[0] = NAME(sum_of_row)(dz, m);
  } else {
    NAME(small_weights)(dw, x, dz, m, n, k);
    if (db) NAME(small_sums)(db, dz, m, k);
  }
}
