// Dense layers in one instruction each way, with the bits of the instructions they stand for: product, sum with the bias and
// function; product of g and slope, product TN, sum of columns (rule R3), product NT.

#include "SmallBody.h"

typedef struct {
  /// x@W + b with the function, or without it where the sums go to a place of their own.
  NAME(product) product;
  R *result;
  nnb_code function;
  int is_small;
} NAME(dense_layer);

/// The rows from `begin` to `end`, in blocks whose sums are still in the cache when the function is applied.
static void NAME(dense_rows)(const void *context, ptrdiff_t begin, ptrdiff_t end) {
  const NAME(dense_layer) *layer = context;
  NAME(product) block = layer->product;
  ptrdiff_t k = block.k;
  R *result = layer->result + begin * k;
  block.a += begin * block.down;
  block.result += begin * k;
  for (ptrdiff_t rest = end - begin; rest > 0; rest -= block.m) {
    block.m = rest < NNB_BLOCK_ROWS ? rest : NNB_BLOCK_ROWS;
    if (layer->is_small) {
      NAME(small_dense)(&block);
    } else {
      NAME(multiply_here)(&block);
      if (block.result != result) NAME(apply)(layer->function, result, block.result, block.m * k);
    }
    block.a += block.m * block.down;
    block.result += block.m * k;
    result += block.m * k;
  }
}

NNB_APART void NAME(large_dense)(const nnb_instruction *instruction, int is_small) {
  ptrdiff_t m = instruction->size[0], n = instruction->size[1], k = instruction->size[2], cost = m * n * k;
  R *result = instruction->address[0], *z = instruction->address[4] ? instruction->address[4] : result;
  nnb_code function = (nnb_code)instruction->size[3];
  NAME(dense_layer) layer = {
      .product = {.a = instruction->address[1], .down = n, .along = 1, .b = instruction->address[2], .below = k, .beside = 1,
          .result = z, .bias = instruction->address[3], .m = m, .n = n, .k = k,
          .function = z == result ? function : NNB_IDENTITY},
      .result = result, .function = function, .is_small = is_small};
  if (m > NNB_BLOCK_ROWS || cost >= NNB_WORTH_THREADS) return nnb_split(NAME(dense_rows), &layer, m, NNB_ROWS, cost);
  NAME(multiply_here)(&layer.product);
  if (z != result) NAME(apply)(function, result, z, m * k);
}

static void NAME(dense)(const nnb_instruction *instruction) {
  ptrdiff_t m = instruction->size[0], n = instruction->size[1], k = instruction->size[2];
  nnb_code function = (nnb_code)instruction->size[3];
  if (k == 0) return;
  int keeps_sums = instruction->address[4] && instruction->address[4] != instruction->address[0];
  int is_small = !keeps_sums && NAME(is_quick)(function) && NAME(is_small)(n, k);
  if (!is_small || m > NNB_BLOCK_ROWS) return NAME(large_dense)(instruction, is_small);
  NAME(product) work = {.a = instruction->address[1], .down = n, .along = 1, .b = instruction->address[2], .below = k, .beside = 1,
      .result = instruction->address[0], .bias = instruction->address[3], .m = m, .n = n, .k = k, .function = function};
  NAME(small_dense)(&work);
}

/// The sums of the columns of at most 16 rows: every row is a lane, and the lanes that stay empty change nothing.
static void NAME(sum_few_rows)(R *result, const R *from, ptrdiff_t m, ptrdiff_t k) {
  V none = (V)((R)-0.0);
  for (ptrdiff_t j = 0; j < k; j += LANES) {
    V lane[16];
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) lane[i] = i < m ? none + NAME(load_next)(from + i * k + j, k - j) : none;
#pragma clang loop unroll(full)
    for (int width = 8; width > 0; width /= 2)
      if (width < m)
#pragma clang loop unroll(full)
        for (int i = 0; i < width; i++) lane[i] += lane[i + width];
    NAME(store_next)(result + j, k - j, lane[0]);
  }
}

/// The sums of the columns of a matrix [m,k], rule R3.
static void NAME(sum_rows)(R *result, const R *from, ptrdiff_t m, ptrdiff_t k) {
  if (m == 0) {
    memset(result, 0, (size_t)k * sizeof(R));
  } else if (k == 1) {
    result[0] = NAME(sum_of_row)(from, m);
  } else if (m <= 16) {
    NAME(sum_few_rows)(result, from, m, k);
  } else {
    for (ptrdiff_t j = 0; j < k; j += LANES)
      NAME(store_next)(result + j, k - j, NAME(sum_of_columns)(from + j, m, k, k - j));
  }
}

typedef struct {
  /// dx = dz@W.T; its result is NULL where it is not asked for.
  NAME(product) by_input;
  const R *g, *s;
  R *dz;
  ptrdiff_t slope;
} NAME(dense_gradient);

/// dz = g*slope(s), elements in a row.
static void NAME(multiply_slope)(R *dz, const R *g, const R *s, ptrdiff_t slope, ptrdiff_t count) {
  ptrdiff_t i = 0;
  if (slope < 0) {
    for (; i < count; i += LANES) NAME(store_next)(dz + i, count - i, NAME(load_next)(g + i, count - i));
    return;
  }
#define NNB_SLOPE(code, kernel) \
  case code: \
    for (; i + LANES <= count; i += LANES) \
      NAME(store)(dz + i, NAME(load)(g + i) * NAME(of_##kernel)(NAME(load)(s + i))); \
    if (i == count) return; \
    return NAME(store_first)(dz + i, count - i, \
        NAME(load_pieces)(g + i, count - i) * NAME(of_##kernel)(NAME(load_pieces)(s + i, count - i)));
  switch (slope) {
    // The usual ones in one pass.
    NNB_SLOPE(NNB_TANH_SLOPE_OF_OUTPUT, tanh_slope_of_output)
    NNB_SLOPE(NNB_SIGMOID_SLOPE_OF_OUTPUT, sigmoid_slope_of_output)
    NNB_SLOPE(NNB_RELU_SLOPE, relu_slope)
  }
#undef NNB_SLOPE
  NAME(apply)((nnb_code)slope, dz, s, count);
  for (; i < count; i += LANES)
    NAME(store_next)(dz + i, count - i, NAME(load_next)(g + i, count - i) * NAME(load_next)(dz + i, count - i));
}

/// The rows of dz and dx from `begin` to `end`.
static void NAME(dense_gradient_rows)(const void *context, ptrdiff_t begin, ptrdiff_t end) {
  const NAME(dense_gradient) *work = context;
  ptrdiff_t n = work->by_input.n, start = begin * n;
  NAME(multiply_slope)(work->dz + start, work->g + start, work->s + start, work->slope, (end - begin) * n);
  if (work->by_input.result) NAME(multiply_rows)(&work->by_input, begin, end);
}

NNB_APART void NAME(large_backward)(const nnb_instruction *instruction) {
  R *dw = instruction->address[0], *db = instruction->address[1], *dx = instruction->address[2], *dz = instruction->address[7];
  const R *x = instruction->address[5], *w = instruction->address[6];
  ptrdiff_t m = instruction->size[0], n = instruction->size[1], k = instruction->size[2];
  NAME(dense_gradient) work = {
      .by_input = {.a = dz, .down = k, .along = 1, .b = w, .below = 1, .beside = k, .result = dx,
          .m = m, .n = k, .k = n, .function = NNB_IDENTITY},
      .g = instruction->address[3], .s = instruction->address[4], .dz = dz, .slope = instruction->size[3]};
  if (n == 0) work.by_input.result = NULL;
  if (work.by_input.result && m * n * k >= NNB_WORTH_THREADS) {
    nnb_split(NAME(dense_gradient_rows), &work, m, NNB_ROWS, m * n * k);
  } else {
    NAME(multiply_slope)(dz, work.g, work.s, work.slope, m * k);
    if (work.by_input.result) NAME(multiply_here)(&work.by_input);
  }
  NAME(product) by_weights = {.a = x, .down = 1, .along = n, .b = dz, .below = k, .beside = 1, .result = dw,
      .m = n, .n = m, .k = k, .function = NNB_IDENTITY};
  NAME(multiply_matrices)(&by_weights);
  if (db) NAME(sum_rows)(db, dz, m, k);
}

static void NAME(dense_backward)(const nnb_instruction *instruction) {
  ptrdiff_t m = instruction->size[0], n = instruction->size[1], k = instruction->size[2];
  if (m == 0 || m > 16 || n == 0 || k == 0 || !NAME(is_small)(n, k)) return NAME(large_backward)(instruction);
  R *dz = instruction->address[7];
  NAME(multiply_slope)(dz, instruction->address[3], instruction->address[4], instruction->size[3], m * k);
  NAME(small_backward)(
      instruction->address[0], instruction->address[1], instruction->address[2], instruction->address[5], instruction->address[6], dz, m, n, k);
}
