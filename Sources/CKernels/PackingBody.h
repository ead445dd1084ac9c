// Copies of the operands of a product, in the order in which its tiles read them.

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
