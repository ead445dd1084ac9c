// Layers so small that bookkeeping would cost more than the arithmetic: at most `small` inputs and units. The
// sums never leave the registers; the bits are those of the other ways.
enum { NAME(small) = 16 };

NNB_INLINE int NAME(is_small)(ptrdiff_t n, ptrdiff_t k) { return n <= NAME(small) && k <= NAME(small); }

/// 4, 2 or 1 rows of one or two vectors of units, `count` in the last of them.
NNB_INLINE void NAME(small_rows)(const NAME(product) * work, const R *x, R *result, ptrdiff_t count, int rows,
    int vectors, int is_part) {
  V sum[8];
  ptrdiff_t n = work->n, below = work->below;
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) sum[i] = (V)(R)0;
  const R *weights = work->b;
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
  if (work->bias)
#pragma clang loop unroll(full)
    for (int i = 0; i < rows * vectors; i++) sum[i] += NAME(load)(work->bias + i % vectors * LANES);
  // Four chains at once fit into the registers.
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i += 4)
    NAME(with_function)(work->function, sum + i, rows * vectors - i < 4 ? rows * vectors - i : 4);
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) {
    R *to = result + i / vectors * work->k + i % vectors * LANES;
    if (is_part && i % vectors == vectors - 1) {
      NAME(store_first)(to, count, sum[i]);
    } else {
      NAME(store)(to, sum[i]);
    }
  }
}

#define NNB_SMALL_ROWS(name, vectors, is_part) \
  NNB_APART void NAME(name)(const NAME(product) * work, ptrdiff_t count) { \
    const R *x = work->a; \
    R *result = work->result; \
    ptrdiff_t n = work->n, k = work->k, m = work->m; \
    for (; m >= 4; m -= 4, x += 4 * n, result += 4 * k) \
      NAME(small_rows)(work, x, result, count, 4, vectors, is_part); \
    if (m & 2) NAME(small_rows)(work, x, result, count, 2, vectors, is_part), x += 2 * n, result += 2 * k; \
    if (m & 1) NAME(small_rows)(work, x, result, count, 1, vectors, is_part); \
  }
NNB_SMALL_ROWS(small_vectors, 1, 0)
NNB_SMALL_ROWS(small_part, 1, 1)
NNB_SMALL_ROWS(small_pairs, 2, 0)
NNB_SMALL_ROWS(small_pairs_with_part, 2, 1)
#undef NNB_SMALL_ROWS

#if LANES >= 4
/// The first half of a vector in both halves.
NNB_INLINE V NAME(twice)(V x) {
  V both = x;
  for (int i = 0; i < LANES / 2; i++) both[i + LANES / 2] = x[i];
  return both;
}

/// A few vectors of a layer with LANES/2 units, each the results of two rows that stand behind one another.
NNB_INLINE void NAME(small_halves)(
    const NAME(product) * work, const V *weights, const R *x, R *result, int count) {
  V sum[4];
  ptrdiff_t n = work->n;
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
  for (int r = 0; r < count; r++) sum[r] += (V)(R)0;
  if (work->bias) {
    V bias = NAME(twice)(NAME(load_pieces)(work->bias, LANES / 2));
#pragma clang loop unroll(full)
    for (int r = 0; r < count; r++) sum[r] += bias;
  }
  NAME(with_function)(work->function, sum, count);
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) NAME(store)(result + r * LANES, sum[r]);
}

/// A layer of LANES/2 units for an even number of rows: two of them fill a vector.
NNB_APART void NAME(small_half)(const NAME(product) * work, ptrdiff_t m) {
  ptrdiff_t n = work->n, k = LANES / 2;
  const R *x = work->a;
  R *result = work->result;
  V weights[NAME(small)];
  for (ptrdiff_t p = 0; p < n; p++) weights[p] = NAME(twice)(NAME(load_pieces)(work->b + p * work->below, k));
  for (; m >= 8; m -= 8, x += 8 * n, result += 8 * k) NAME(small_halves)(work, weights, x, result, 4);
  if (m & 4) NAME(small_halves)(work, weights, x, result, 2), x += 4 * n, result += 4 * k;
  if (m & 2) NAME(small_halves)(work, weights, x, result, 1);
}
#endif

/// A layer whose units do not fill vectors, or more than two.
NNB_APART void NAME(small_units)(const NAME(product) * work) {
  NAME(product) part = *work;
  R weights[2 * LANES * NAME(small)], bias[2 * LANES];
  for (ptrdiff_t left = work->k; left > 0; left -= 2 * LANES) {
    ptrdiff_t first = left > LANES ? LANES : 0, count = left - first < LANES ? left - first : LANES;
    const NAME(product) from = part;
    if (count < LANES) {
      // Nothing is read behind the end of a row.
      for (ptrdiff_t p = 0; p < part.n; p++) {
        if (first) NAME(store)(weights + p * 2 * LANES, NAME(load)(from.b + p * from.below));
        NAME(store)(weights + p * 2 * LANES + first, NAME(load_pieces)(from.b + p * from.below + first, count));
      }
      part.b = weights;
      part.below = 2 * LANES;
      if (from.bias) {
        if (first) NAME(store)(bias, NAME(load)(from.bias));
        NAME(store)(bias + first, NAME(load_pieces)(from.bias + first, count));
        part.bias = bias;
      }
      if (first) {
        NAME(small_pairs_with_part)(&part, count);
      } else {
        NAME(small_part)(&part, count);
      }
      return;
    }
    if (first) {
      NAME(small_pairs)(&part, LANES);
    } else {
      NAME(small_vectors)(&part, LANES);
    }
    part.b += 2 * LANES;
    part.result += 2 * LANES;
    if (part.bias) part.bias += 2 * LANES;
  }
}

/// A product of a small layer.
static void NAME(small_dense)(const NAME(product) * work) {
  if (work->k == 1) return NAME(multiply_column)(work);
  if (work->k == LANES) return NAME(small_vectors)(work, LANES);
#if LANES >= 4
  if (work->k == LANES / 2) {
    ptrdiff_t even = work->m & ~(ptrdiff_t)1;
    if (even) NAME(small_half)(work, even);
    if (even == work->m) return;
    NAME(product) odd = *work;
    odd.a += even * odd.n;
    odd.result += even * odd.k;
    odd.m = 1;
    return NAME(small_units)(&odd);
  }
#endif
  if (work->k == 2 * LANES) return NAME(small_pairs)(work, LANES);
  NAME(small_units)(work);
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

#define NNB_SMALL_WEIGHTS(name, vectors, is_part) \
  NNB_APART void NAME(name)( \
      R *dw, const R *x, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, ptrdiff_t count) { \
    ptrdiff_t p = n; \
    for (; p >= 4; p -= 4, dw += 4 * k, x += 4) \
      NAME(small_by_weights)(dw, x, dz, m, n, k, count, 4, vectors, is_part); \
    if (p & 2) NAME(small_by_weights)(dw, x, dz, m, n, k, count, 2, vectors, is_part), dw += 2 * k, x += 2; \
    if (p & 1) NAME(small_by_weights)(dw, x, dz, m, n, k, count, 1, vectors, is_part); \
  }
NNB_SMALL_WEIGHTS(weights_of_vector, 1, 0)
NNB_SMALL_WEIGHTS(weights_of_part, 1, 1)
NNB_SMALL_WEIGHTS(weights_of_pair, 2, 0)
NNB_SMALL_WEIGHTS(weights_of_pair_with_part, 2, 1)
#undef NNB_SMALL_WEIGHTS

/// dW [n,k] = x.T@dz.
static void NAME(small_weights)(R *dw, const R *x, const R *dz, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  ptrdiff_t left = k;
  for (; left >= 2 * LANES; left -= 2 * LANES, dw += 2 * LANES, dz += 2 * LANES)
    NAME(weights_of_pair)(dw, x, dz, m, n, k, LANES);
  if (left > LANES) {
    NAME(weights_of_pair_with_part)(dw, x, dz, m, n, k, left - LANES);
  } else if (left == LANES) {
    NAME(weights_of_vector)(dw, x, dz, m, n, k, LANES);
  } else if (left > 0) {
    NAME(weights_of_part)(dw, x, dz, m, n, k, left);
  }
}

/// The sums of the columns of at most 16 rows, as lanes of which the empty ones change nothing (rule R3).
NNB_INLINE void NAME(small_sums)(R *db, const R *dz, ptrdiff_t m, ptrdiff_t k) {
  V none = (V)((R)-0.0);
  for (ptrdiff_t j = 0; j < k; j += LANES) {
    V lane[16];
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      if (i == 4 && m <= 4) break;
      lane[i] = i < m ? NAME(load_next)(dz + i * k + j, k - j) : none;
    }
    if (m > 4)
#pragma clang loop unroll(full)
      for (int i = 0; i < 4; i++) lane[i] = (lane[i] + lane[i + 8]) + (lane[i + 4] + lane[i + 12]);
    NAME(store_next)(db + j, k - j, (lane[0] + lane[2]) + (lane[1] + lane[3]));
  }
}

/// dx [m,n] = dz@W.T.
static void NAME(small_inputs)(R *dx, const R *dz, const R *w, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  NAME(product) work = {.a = dz, .down = k, .along = 1, .b = w, .below = n, .beside = 1, .result = dx, .m = m, .n = k,
      .k = n, .function = NNB_IDENTITY};
  // One unit's weights are a row as they are.
  if (k == 1) return NAME(small_dense)(&work);
  R turned[NAME(small) * NAME(small)];
  ptrdiff_t below = NAME(small), p = 0;
  if (k % LANES == 0)
    for (; p + LANES <= n; p += LANES)
      for (ptrdiff_t j = 0; j < k; j += LANES) NAME(turn)(turned + j * below + p, below, w + p * k + j, k);
  for (; p < n; p++)
    for (ptrdiff_t j = 0; j < k; j++) turned[j * below + p] = w[p * k + j];
  work.b = turned;
  work.below = below;
  NAME(small_dense)(&work);
}

/// The backward pass through a small layer of at most 16 rows, where dz is known.
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
