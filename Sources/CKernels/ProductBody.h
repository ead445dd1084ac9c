// Matrix products, rule R2: one accumulator for each result, the inner index ascending by fused multiply-add, in
// chunks of 256 that begin at +0 and whose sums are added in ascending order to a total that begins at +0. Only
// results stand side by side, so no bit depends on the blocking.
//
// A tile is up to NNB_ROWS rows of results, up to two vectors wide, that stays in registers for one chunk. The inner
// index runs over pieces: a product has one piece, a convolution several, and both share the tiles.
#include "Threads.h"

#ifndef NNB_ROWS
#if NNB_BYTES == 32
#define NNB_ROWS 6
#elif NNB_BYTES == 64 || defined(__aarch64__)
#define NNB_ROWS 8
#else
#define NNB_ROWS 4
#endif
#define NNB_PANEL (2 * LANES)
/// A panel of more numbers than this is copied, where it is read more than once for each.
#define NNB_PACKED_PANEL 6144
/// Rows and columns of a product from which a block of its left side is copied, if its rows stand at least so many
/// bytes apart and at a multiple of some.
#define NNB_PACKED_ROWS 64
#define NNB_PACKED_COLUMNS (4 * NNB_PANEL)
#define NNB_PACKED_STEP 2048
#define NNB_PACKED_MULTIPLE 512
#endif

/// A stretch of the inner index: where it begins in every row of a tile, and how many numbers it has.
typedef struct {
  ptrdiff_t offset, count;
} NAME(piece);

/// One chunk of a tile.
typedef struct {
  const R *row[8];
  /// From one number of a row to the next.
  ptrdiff_t along;
  const NAME(piece) * piece;
  ptrdiff_t pieces;
  /// The inner index runs down b.
  const R *b;
  ptrdiff_t below;
  R *result;
  ptrdiff_t down;
  int is_first;
  /// Added to the totals behind the last chunk, or NULL.
  const R *bias;
  /// Applied to the totals of one vector's width, which stay in registers; others leave the identity here.
  nnb_code function;
  /// Whether the numbers of a row stand side by side and b is a packed panel, so that steps are known beforehand.
  int is_packed;
} NAME(tile);

/// Whether a function is one that `with_function` knows.
NNB_INLINE int NAME(is_quick)(nnb_code function) {
  return function == NNB_IDENTITY || function == NNB_TANH || function == NNB_SIGMOID || function == NNB_RELU;
}

/// function(x) for a few vectors at once, so that their chains run beside each other.
NNB_INLINE void NAME(with_function)(nnb_code function, V *x, int count) {
#define NNB_QUICK(kernel) \
  _Pragma("clang loop unroll(full)") for (int i = 0; i < count; i++) x[i] = NAME(of_##kernel)(x[i]);
  if (function == NNB_TANH) {
    NNB_QUICK(tanh)
  } else if (function == NNB_SIGMOID) {
    NNB_QUICK(sigmoid)
  } else if (function == NNB_RELU) {
    NNB_QUICK(relu)
  }
#undef NNB_QUICK
}

/// One step of a tile: the outer product of a column of a and a row of b.
NNB_INLINE void NAME(add_product)(
    V sum[8][2], const R *const *row, ptrdiff_t at, const R *b, int rows, int vectors, int is_part, ptrdiff_t count) {
  V right[2];
#pragma clang loop unroll(full)
  for (int j = 0; j < vectors; j++)
    right[j] = is_part && j == vectors - 1 ? NAME(load_first)(b + j * LANES, count) : NAME(load)(b + j * LANES);
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
    V left = (V)row[i][at];
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) sum[i][j] = FMA_V(left, right[j], sum[i][j]);
  }
}

NNB_INLINE void NAME(compute)(const NAME(tile) * tile, int rows, int vectors, int is_part, ptrdiff_t count,
    int is_layer, int is_packed) {
  V sum[8][2];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) sum[i][0] = sum[i][1] = (V)(R)0;
  const R *b = tile->b;
  const R *row[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) row[i] = tile->row[i];
  ptrdiff_t along = is_packed ? 1 : tile->along, below = is_packed ? NNB_PANEL : tile->below;
  const NAME(piece) *end = tile->piece + tile->pieces;
  for (const NAME(piece) *piece = tile->piece; piece < end; piece++) {
    ptrdiff_t at = piece->offset;
    ptrdiff_t p = piece->count;
    // Some CPUs begin no more instructions in a cycle than two multiply-adds with their loads: counting is rare here.
    for (; is_packed && p >= 4; p -= 4, at += 4, b += 4 * NNB_PANEL)
#pragma clang loop unroll(full)
      for (int q = 0; q < 4; q++)
        NAME(add_product)(sum, row, at + q, b + q * NNB_PANEL, rows, vectors, is_part, count);
    for (; p > 0; p--, at += along, b += below) NAME(add_product)(sum, row, at, b, rows, vectors, is_part, count);
  }
  if (is_layer) {
    V bias = tile->bias ? NAME(load_next)(tile->bias, count) : (V)(R)0;
    V total[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      total[i] = (V)(R)0 + sum[i][0];
      if (tile->bias) total[i] += bias;
    }
    // Four chains at once fit into the registers.
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i += 4) NAME(with_function)(tile->function, total + i, rows - i < 4 ? rows - i : 4);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) NAME(store_next)(tile->result + i * tile->down, count, total[i]);
    return;
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < vectors; j++) {
    int cut = is_part && j == vectors - 1;
    V bias = (V)(R)0;
    if (tile->bias) bias = cut ? NAME(load_first)(tile->bias + j * LANES, count) : NAME(load)(tile->bias + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      R *at = tile->result + i * tile->down + j * LANES;
      V total = (V)(R)0;
      if (!tile->is_first) total = cut ? NAME(load_first)(at, count) : NAME(load)(at);
      total += sum[i][j];
      if (tile->bias) total += bias;
      if (cut) {
        NAME(store_first)(at, count, total);
      } else {
        NAME(store)(at, total);
      }
    }
  }
}

#define NNB_TILE(name, rows) \
  static void NAME(name)(const NAME(tile) * tile, ptrdiff_t columns) { \
    if (columns == NNB_PANEL) return NAME(compute)(tile, rows, 2, 0, 0, 0, 0); \
    if (columns > LANES) return NAME(compute)(tile, rows, 2, 1, columns - LANES, 0, 0); \
    if (columns == LANES) return NAME(compute)(tile, rows, 1, 0, 0, 0, 0); \
    NAME(compute)(tile, rows, 1, 1, columns, 0, 0); \
  }
NNB_TILE(tile_whole, NNB_ROWS)
NNB_TILE(tile_of_four, 4)
NNB_TILE(tile_of_two, 2)
NNB_TILE(tile_of_one, 1)
#undef NNB_TILE
static void NAME(tile_packed)(const NAME(tile) * tile) { NAME(compute)(tile, NNB_ROWS, 2, 0, 0, 0, 1); }

/// The number of rows of the next tile, where `count` are left.
NNB_INLINE ptrdiff_t NAME(tile_rows)(ptrdiff_t count) {
  return count >= NNB_ROWS ? NNB_ROWS : count >= 4 ? 4 : count >= 2 ? 2 : count;
}

NNB_INLINE void NAME(run_tile)(const NAME(tile) * tile, ptrdiff_t rows, ptrdiff_t columns) {
  if (rows == NNB_ROWS && columns == NNB_PANEL && tile->is_packed) return NAME(tile_packed)(tile);
  if (rows == NNB_ROWS) return NAME(tile_whole)(tile, columns);
  if (rows == 4) return NAME(tile_of_four)(tile, columns);
  if (rows == 2) return NAME(tile_of_two)(tile, columns);
  NAME(tile_of_one)(tile, columns);
}

/// result [m,k] = a [m,n] @ b [n,k] + bias; a number of a is a[i*down + p*along], one of b is b[p*below + j*beside].
typedef struct {
  const R *a;
  ptrdiff_t down, along;
  const R *b;
  ptrdiff_t below, beside;
  R *result;
  const R *bias;
  ptrdiff_t m, n, k;
  /// Applied to the sums; `multiply_here` sees to it, whichever way they are made.
  nnb_code function;
} NAME(product);

/// Turns LANES rows of LANES numbers into columns.
NNB_INLINE void NAME(turn_rows)(V *row) {
  V turned[LANES];
#if NNB_BYTES == 32
  // Two rows, `distance` apart, change every second block of as many numbers; only the last round crosses the halves
  // of a register.
#if NNB_FLOAT
#define NNB_KEPT(a, b, distance) (distance == 1 ? __builtin_shufflevector(a, b, 0, 8, 2, 10, 4, 12, 6, 14) \
    : distance == 2 ? __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13) \
                    : __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11))
#define NNB_GIVEN(a, b, distance) (distance == 1 ? __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15) \
    : distance == 2 ? __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15) \
                    : __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15))
#else
#define NNB_KEPT(a, b, distance) \
  (distance == 1 ? __builtin_shufflevector(a, b, 0, 4, 2, 6) : __builtin_shufflevector(a, b, 0, 1, 4, 5))
#define NNB_GIVEN(a, b, distance) \
  (distance == 1 ? __builtin_shufflevector(a, b, 1, 5, 3, 7) : __builtin_shufflevector(a, b, 2, 3, 6, 7))
#endif
#pragma clang loop unroll(full)
  for (int distance = 1; distance < LANES; distance *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++)
      turned[i] = i & distance ? NNB_GIVEN(row[i - distance], row[i], distance)
                               : NNB_KEPT(row[i], row[i + distance], distance);
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++) row[i] = turned[i];
  }
#undef NNB_KEPT
#undef NNB_GIVEN
#else
#if LANES == 2
#define LOW 0, 2
#define HIGH 1, 3
#elif LANES == 4
#define LOW 0, 4, 1, 5
#define HIGH 2, 6, 3, 7
#elif LANES == 8
#define LOW 0, 8, 1, 9, 2, 10, 3, 11
#define HIGH 4, 12, 5, 13, 6, 14, 7, 15
#else
#define LOW 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define HIGH 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#endif
  // Each round interleaves the first half of the rows with the second: a perfect shuffle turns one bit of the
  // place of every number.
#pragma clang loop unroll(full)
  for (int round = 1; round < LANES; round *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES / 2; i++) {
      turned[2 * i] = __builtin_shufflevector(row[i], row[i + LANES / 2], LOW);
      turned[2 * i + 1] = __builtin_shufflevector(row[i], row[i + LANES / 2], HIGH);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++) row[i] = turned[i];
  }
#undef LOW
#undef HIGH
#endif
}

/// Writes LANES rows of LANES numbers as columns.
NNB_INLINE void NAME(turn)(R *to, ptrdiff_t to_step, const R *from, ptrdiff_t from_step) {
  V row[LANES];
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) row[i] = NAME(load)(from + i * from_step);
  NAME(turn_rows)(row);
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) NAME(store)(to + i * to_step, row[i]);
}

/// Copies `columns` columns and n rows of b to a panel whose rows stand NNB_PANEL apart.
static void NAME(pack_panel)(R *to, const R *b, ptrdiff_t below, ptrdiff_t beside, ptrdiff_t n, ptrdiff_t columns) {
  if (beside == 1) {
    if (columns == NNB_PANEL) {
      for (ptrdiff_t p = 0; p < n; p++) {
        NAME(store)(to + p * NNB_PANEL, NAME(load)(b + p * below));
        NAME(store)(to + p * NNB_PANEL + LANES, NAME(load)(b + p * below + LANES));
      }
    } else {
      for (ptrdiff_t p = 0; p < n; p++)
        for (ptrdiff_t j = 0; j < columns; j++) to[p * NNB_PANEL + j] = b[p * below + j];
    }
    return;
  }
  ptrdiff_t j = 0;
  for (; j + LANES <= columns; j += LANES) {
    ptrdiff_t p = 0;
    if (below == 1)
      for (; p + LANES <= n; p += LANES) 
        NAME(turn)(to + p * NNB_PANEL + j, NNB_PANEL, b + p + j * beside, beside);
    for (; p < n; p++) {
      V column;
      for (int l = 0; l < LANES; l++) column[l] = b[p * below + (j + l) * beside];
      NAME(store)(to + p * NNB_PANEL + j, column);
    }
  }
  for (; j < columns; j++)
    for (ptrdiff_t p = 0; p < n; p++) to[p * NNB_PANEL + j] = b[p * below + j * beside];
}

// The block of a that is packed holds this many rows of one chunk; the gap between its rows keeps them apart in
// the cache.
#define NNB_BLOCK_ROWS (192 * 1024 / (NNB_CHUNK * (ptrdiff_t)sizeof(R)))
#define NNB_BLOCK_STEP (NNB_CHUNK + 64 / (ptrdiff_t)sizeof(R))

/// Copies one chunk of the rows of a, the longer way of its memory kept: numbers of a row stand `*along` apart.
static void NAME(pack_block)(R *to, const R *a, ptrdiff_t *down, ptrdiff_t *along, ptrdiff_t m, ptrdiff_t n) {
  if (*along == 1) {
    for (ptrdiff_t i = 0; i < m; i++) memcpy(to + i * NNB_BLOCK_STEP, a + i * *down, (size_t)n * sizeof(R));
    *down = NNB_BLOCK_STEP;
  } else {
    ptrdiff_t step = m + 64 / (ptrdiff_t)sizeof(R);
    for (ptrdiff_t p = 0; p < n; p++) memcpy(to + p * step, a + p * *along, (size_t)m * sizeof(R));
    *along = step;
  }
}

/// Whether the rows of a would push each other out of the cache, and are read often enough for a copy.
NNB_INLINE int NAME(packs_block)(const NAME(product) * work) {
  ptrdiff_t step = (work->along == 1 ? work->down : work->along) * (ptrdiff_t)sizeof(R);
  return work->k >= NNB_PACKED_COLUMNS && work->m >= NNB_PACKED_ROWS && step >= NNB_PACKED_STEP &&
         step % NNB_PACKED_MULTIPLE == 0;
}

/// A product of at most NNB_BLOCK_ROWS rows.
static void NAME(multiply_block)(const NAME(product) * work) {
  R *panel = (R *)nnb_scratch.panel;
  ptrdiff_t m = work->m, k = work->k, start = 0;
  int is_turned = work->beside != 1;
  int packs_panels = is_turned || (m >= 4 * NNB_ROWS && k > NNB_PANEL && work->n * k > NNB_PACKED_PANEL);
  int packs_block = NAME(packs_block)(work);
  do {
    ptrdiff_t n = work->n - start < NNB_CHUNK ? work->n - start : NNB_CHUNK;
    NAME(piece) piece = {0, n};
    NAME(tile) tile = {.along = work->along, .piece = &piece, .pieces = 1, .down = k, .is_first = start == 0};
    const R *a = work->a + start * work->along;
    ptrdiff_t down = work->down;
    if (packs_block) {
      R *block = (R *)nnb_scratch.block;
      NAME(pack_block)(block, a, &down, &tile.along, m, n);
      a = block;
    }
    int is_last = start + n == work->n;
    for (ptrdiff_t j = 0; j < k; j += NNB_PANEL) {
      ptrdiff_t columns = k - j < NNB_PANEL ? k - j : NNB_PANEL;
      tile.b = work->b + start * work->below + j * work->beside;
      tile.below = work->below;
      if (packs_panels) {
        NAME(pack_panel)(panel, tile.b, work->below, work->beside, n, columns);
        tile.b = panel;
        tile.below = NNB_PANEL;
        tile.is_packed = tile.along == 1;
      }
      tile.bias = is_last && work->bias ? work->bias + j : NULL;
      tile.result = work->result + j;
      // Where rows stand far apart, those of the next panel come nearer with every tile of this one.
      int has_far_rows = packs_panels && work->beside == 1 && work->below * (ptrdiff_t)sizeof(R) >= NNB_PACKED_STEP;
      ptrdiff_t ahead = has_far_rows && j + NNB_PANEL < k ? (n * NNB_ROWS + m - 1) / m : 0;
      const R *next = work->b + start * work->below + j + NNB_PANEL, *last = next + n * work->below;
      for (ptrdiff_t i = 0, rows; i < m; i += rows, tile.result += rows * k) {
        rows = NAME(tile_rows)(m - i);
        for (ptrdiff_t r = 0; r < rows; r++) tile.row[r] = a + (i + r) * down;
        for (ptrdiff_t p = 0; p < ahead && next < last; p++, next += work->below)
          for (ptrdiff_t q = 0; q < NNB_PANEL; q += 64 / (ptrdiff_t)sizeof(R)) __builtin_prefetch(next + q);
        NAME(run_tile)(&tile, rows, columns);
      }
    }
    start += n;
  } while (start < work->n);
}

/// The sums of up to LANES rows of a product with one column, a lane each. Four rows are computed at a time; where there
/// are fewer, the last one is computed again.
NNB_INLINE V NAME(sums_of_rows)(const NAME(product) * work, const R *a, ptrdiff_t count) {
  enum { rows = LANES < 4 ? LANES : 4 };
  ptrdiff_t n = work->n, along = work->along, below = work->below;
  V sums = (V)(R)0;
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i += rows) {
    if (i >= count) break;
    const R *row[rows];
    for (ptrdiff_t r = 0; r < rows; r++) row[r] = a + (i + r < count ? i + r : count - 1) * work->down;
    R total[rows] = {0};
    ptrdiff_t start = 0;
    do {
      R sum[rows] = {0};
      ptrdiff_t end = n - start < NNB_CHUNK ? n : start + NNB_CHUNK;
      for (ptrdiff_t p = start; p < end; p++)
        for (int r = 0; r < rows; r++)
          sum[r] = __builtin_elementwise_fma(row[r][p * along], work->b[p * below], sum[r]);
      for (int r = 0; r < rows; r++) total[r] += sum[r];
      start = end;
    } while (start < n);
    for (int r = 0; r < rows; r++) sums[i + r] = total[r];
  }
  return sums;
}

#if LANES == 16
/// Sixteen rows of eight numbers without gaps, times a column: two rows fill a vector, and the eight vectors are
/// turned half by half, so that the even rows stand before the odd ones until the end.
NNB_INLINE V NAME(eight_columns)(const R *a, const R *b, ptrdiff_t below) {
  V row[8], turned[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++) row[i] = NAME(load)(a + i * 16);
#pragma clang loop unroll(full)
  for (int round = 0; round < 3; round++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) {
      turned[2 * i] = __builtin_shufflevector(
          row[i], row[i + 4], 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27);
      turned[2 * i + 1] = __builtin_shufflevector(
          row[i], row[i + 4], 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) row[i] = turned[i];
  }
  V sum = (V)(R)0;
#pragma clang loop unroll(full)
  for (int p = 0; p < 8; p++) sum = FMA_V(row[p], (V)b[p * below], sum);
  return __builtin_shufflevector(sum, sum, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
}
#endif

/// The same for LANES rows whose numbers stand side by side: they are turned, so that each has a lane of its own.
NNB_INLINE V NAME(sums_of_turned_rows)(const NAME(product) * work, const R *a) {
  ptrdiff_t n = work->n, below = work->below, start = 0;
  V total = (V)(R)0;
#if LANES == 16
  if (n == 8 && work->down == 8) return total + NAME(eight_columns)(a, work->b, below);
#endif
  while (start < n) {
    V sum = (V)(R)0, row[LANES];
    ptrdiff_t end = n - start < NNB_CHUNK ? n : start + NNB_CHUNK, p = start;
    for (; p + LANES <= end; p += LANES) {
#pragma clang loop unroll(full)
      for (int i = 0; i < LANES; i++) row[i] = NAME(load)(a + i * work->down + p);
      NAME(turn_rows)(row);
#pragma clang loop unroll(full)
      for (int q = 0; q < LANES; q++) sum = FMA_V(row[q], (V)work->b[(p + q) * below], sum);
    }
    for (; p < end; p++) {
      V left;
#pragma clang loop unroll(full)
      for (int i = 0; i < LANES; i++) left[i] = a[i * work->down + p];
      sum = FMA_V(left, (V)work->b[p * below], sum);
    }
    total += sum;
    start = end;
  }
  return total;
}

/// A product with one column; up to four vectors of rows go through the function together.
static void NAME(multiply_column)(const NAME(product) * work) {
  if (work->m <= LANES) {
    V sums = work->along == 1 && work->m == LANES ? NAME(sums_of_turned_rows)(work, work->a)
                                                  : NAME(sums_of_rows)(work, work->a, work->m);
    if (work->bias) sums += (V)work->bias[0];
    NAME(with_function)(work->function, &sums, 1);
    return NAME(store_next)(work->result, work->m, sums);
  }
  for (ptrdiff_t i = 0; i < work->m; i += 4 * LANES) {
    V total[4] = {(V)(R)0, (V)(R)0, (V)(R)0, (V)(R)0};
    int vectors = 0;
    for (ptrdiff_t at = i; vectors < 4 && at < work->m; vectors++, at += LANES) {
      const R *a = work->a + at * work->down;
      ptrdiff_t count = work->m - at;
      total[vectors] = work->along == 1 && count >= LANES ? NAME(sums_of_turned_rows)(work, a)
                                                          : NAME(sums_of_rows)(work, a, count);
      if (work->bias) total[vectors] += (V)work->bias[0];
    }
    if (vectors == 1) {
      NAME(with_function)(work->function, total, 1);
    } else {
      NAME(with_function)(work->function, total, 4);
    }
    for (ptrdiff_t v = 0, at = i; v < vectors; v++, at += LANES)
      NAME(store_next)(work->result + at, work->m - at, total[v]);
  }
}

/// A product with one chunk and at most LANES columns, which costs little more than its arithmetic.
NNB_INLINE void NAME(multiply_narrow)(const NAME(product) * work) {
  NAME(piece) piece = {0, work->n};
  NAME(tile) tile = {.along = work->along, .piece = &piece, .pieces = 1, .b = work->b, .below = work->below,
      .result = work->result, .down = work->k, .is_first = 1, .bias = work->bias,
      .function = work->function};
  const R *a = work->a;
  for (ptrdiff_t rest = work->m, rows; rest > 0; rest -= rows, a += rows * work->down, tile.result += rows * work->k) {
    rows = NAME(tile_rows)(rest);
#pragma clang loop unroll(full)
    for (int r = 0; r < NNB_ROWS; r++) tile.row[r] = a + r * work->down;
    if (rows == NNB_ROWS) {
      NAME(compute)(&tile, NNB_ROWS, 1, 1, work->k, 1, 0);
    } else if (rows == 4) {
      NAME(compute)(&tile, 4, 1, 1, work->k, 1, 0);
    } else if (rows == 2) {
      NAME(compute)(&tile, 2, 1, 1, work->k, 1, 0);
    } else {
      NAME(compute)(&tile, 1, 1, 1, work->k, 1, 0);
    }
  }
}

/// Whether a product's sums stay in registers until its function, which must be a quick one, is applied.
NNB_INLINE int NAME(is_narrow)(const NAME(product) * work) {
  if (!NAME(is_quick)(work->function)) return 0;
  if (work->k == 1 && (work->along == 1 || work->m <= 2 * LANES)) return 1;
  return work->k < LANES + (NNB_BYTES == 64) && work->n <= NNB_CHUNK;
}

/// A product for which `is_narrow` holds.
static void NAME(multiply_in_registers)(const NAME(product) * work) {
  if (work->k == 1 && (work->along == 1 || work->m <= 2 * LANES)) return NAME(multiply_column)(work);
  if (work->beside == 1) return NAME(multiply_narrow)(work);
  NAME(product) turned = *work;
  NAME(pack_panel)((R *)nnb_scratch.panel, work->b, work->below, work->beside, work->n, work->k);
  turned.b = (R *)nnb_scratch.panel;
  turned.below = NNB_PANEL;
  NAME(multiply_narrow)(&turned);
}

/// A product on this thread. Other functions than the quick ones, and all of them where a row is longer than a
/// vector, are applied to a block of rows while its sums are still in the cache.
static void NAME(multiply_here)(const NAME(product) * work) {
  if (NAME(is_narrow)(work)) return NAME(multiply_in_registers)(work);
  NAME(product) block = *work;
  block.function = NNB_IDENTITY;
  for (ptrdiff_t rest = work->m; rest > 0; rest -= block.m) {
    block.m = rest < NNB_BLOCK_ROWS ? rest : NNB_BLOCK_ROWS;
    if (NAME(is_narrow)(&block)) {
      NAME(multiply_in_registers)(&block);
    } else {
      NAME(multiply_block)(&block);
    }
    if (work->function != NNB_IDENTITY)
      NAME(apply)(work->function, block.result, block.result, block.m * block.k);
    block.a += block.m * block.down;
    block.result += block.m * block.k;
  }
}

/// The rows from `begin` to `end` of a product.
static void NAME(multiply_rows)(const void *context, ptrdiff_t begin, ptrdiff_t end) {
  NAME(product) work = *(const NAME(product) *)context;
  work.a += begin * work.down;
  work.result += begin * work.k;
  work.m = end - begin;
  NAME(multiply_here)(&work);
}

/// A product on as many threads as it is worth.
static void NAME(multiply_matrices)(const NAME(product) * work) {
  if (work->m == 0 || work->k == 0) return;
  if (work->k == 1 && !work->bias && (work->down == 1 || work->m > 2 * LANES)) {
    // One column is one row of the product turned over: its numbers stand side by side, too.
    NAME(product) turned = {work->b, 1, work->below, work->a, work->along, work->down, work->result, NULL, 1,
        work->n, work->m, work->function};
    return NAME(multiply_here)(&turned);
  }
  ptrdiff_t cost = work->m * work->n * work->k;
  if (cost < NNB_WORTH_THREADS) return NAME(multiply_here)(work);
  nnb_split(NAME(multiply_rows), work, work->m, NNB_ROWS, cost);
}

/// As many products as the record counts; the steps are those of NAME(product).
NNB_INLINE void NAME(multiply_each)(
    const nnb_record *record, ptrdiff_t down, ptrdiff_t along, ptrdiff_t below, ptrdiff_t beside) {
  NAME(product) work = {.a = record->place[1], .down = down, .along = along, .b = record->place[2], .below = below,
      .beside = beside, .result = record->place[0], .m = record->size[1], .n = record->size[2], .k = record->size[3],
      .function = NNB_IDENTITY};
  for (ptrdiff_t i = 0; i < record->size[0]; i++) {
    NAME(multiply_matrices)(&work);
    work.a += record->step[0];
    work.b += record->step[1];
    work.result += work.m * work.k;
  }
}

static void NAME(product_nn)(const nnb_record *record) {
  NAME(multiply_each)(record, record->size[2], 1, record->size[3], 1);
}

static void NAME(product_nt)(const nnb_record *record) {
  NAME(multiply_each)(record, record->size[2], 1, 1, record->size[2]);
}

static void NAME(product_tn)(const nnb_record *record) {
  NAME(multiply_each)(record, 1, record->size[1], record->size[3], 1);
}
