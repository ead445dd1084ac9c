// Tiles of products, rule R2: one accumulator for each result, the inner index ascending by fused multiply-add, in
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
