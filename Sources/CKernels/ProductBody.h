// Matrix products, rule R2, from the tiles of TileBody.h: which way a product is computed, and on which threads.

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

/// As many products as the instruction counts; the steps are those of NAME(product).
NNB_INLINE void NAME(multiply_each)(
    const nnb_instruction *instruction, ptrdiff_t down, ptrdiff_t along, ptrdiff_t below, ptrdiff_t beside) {
  NAME(product) work = {.a = instruction->address[1], .down = down, .along = along, .b = instruction->address[2], .below = below,
      .beside = beside, .result = instruction->address[0], .m = instruction->size[1], .n = instruction->size[2], .k = instruction->size[3],
      .function = NNB_IDENTITY};
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++) {
    NAME(multiply_matrices)(&work);
    work.a += instruction->step[0];
    work.b += instruction->step[1];
    work.result += work.m * work.k;
  }
}

static void NAME(product_nn)(const nnb_instruction *instruction) {
  NAME(multiply_each)(instruction, instruction->size[2], 1, instruction->size[3], 1);
}

static void NAME(product_nt)(const nnb_instruction *instruction) {
  NAME(multiply_each)(instruction, instruction->size[2], 1, 1, instruction->size[2]);
}

static void NAME(product_tn)(const nnb_instruction *instruction) {
  NAME(multiply_each)(instruction, 1, instruction->size[1], instruction->size[3], 1);
}
