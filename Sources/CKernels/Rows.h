// Softmax, argmax and cross entropy of the rows of the last axis, and kernels that move elements.

/// The largest element of a row; NaN if one is.
NNB_INLINE R NAME(largest)(const R *row, ptrdiff_t n) { return NAME(max_of_row)(row, n); }

/// Writes e^(z − largest) and returns their sum, in the order of rule R3.
NNB_INLINE R NAME(exponentials)(const R *z, R *result, ptrdiff_t n, R largest) {
  for (ptrdiff_t j = 0; j < n; j += LANES)
    NAME(store_next)(result + j, n - j, NAME(of_exp)(NAME(load_next)(z + j, n - j) - (V)(largest)));
  return NAME(sum_of_row)(result, n);
}

NNB_INLINE void NAME(shares)(const R *z, R *result, ptrdiff_t n) {
  V total = (V)(NAME(exponentials)(z, result, n, NAME(largest)(z, n)));
  for (ptrdiff_t j = 0; j < n; j += LANES)
    NAME(store_next)(result + j, n - j, NAME(load_next)(result + j, n - j) / total);
}

static void NAME(softmax)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *z = instruction->address[1];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++) NAME(shares)(z + i * n, result + i * n, n);
}

static void NAME(argmax)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *row = instruction->address[1];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, row += n) {
    // The first of equal ones; the first NaN counts as the largest.
    ptrdiff_t place = 0;
    for (ptrdiff_t j = 1; j < n; j++)
      if (!(row[j] <= row[place]) && row[place] == row[place]) place = j;
    result[i] = (R)(place + 1);
  }
}

/// The sum of e^(z − largest), in the order of rule R3, without a place for them.
NNB_INLINE R NAME(sum_of_exponentials)(const R *z, ptrdiff_t n, R largest) {
  V rest = (V)((R)-0.0);
  NAME(lanes) all;
  for (int i = 0; i < NAME(parts); i++) all.part[i] = rest;
  for (ptrdiff_t j = 0; j < n; j += LANES) {
    int part = (int)(j / LANES) % NAME(parts);
    R value[LANES];
    NAME(store)(value, NAME(of_exp)(NAME(load_next)(z + j, n - j) - (V)(largest)));
    all.part[part] += NAME(load_padded)(value, n - j, rest);
  }
  return NAME(sum_of_lanes)(all);
}

/// Whether a label is one of 0 … n−1.
NNB_INLINE int NAME(is_label)(R label, ptrdiff_t n) {
  return label >= (R)0 && label < (R)n && label == (R)(ptrdiff_t)label;
}

static void NAME(cross_entropy)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *z = instruction->address[1], *labels = instruction->address[2];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, z += n) {
    R largest = NAME(largest)(z, n);
    V total = (V)(NAME(sum_of_exponentials)(z, n, largest));
    // A label that there is no output for gives NaN.
    R chosen = NAME(is_label)(labels[i], n) ? z[(ptrdiff_t)labels[i]] : (R)NAN;
    result[i] = NAME(of_log)(total)[0] + (largest - chosen);
  }
}

static void NAME(cross_entropy_slope)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *z = instruction->address[1], *labels = instruction->address[2], *g = instruction->address[3];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, z += n, result += n) {
    NAME(shares)(z, result, n);
    if (NAME(is_label)(labels[i], n)) result[(ptrdiff_t)labels[i]] -= (R)1;
    for (ptrdiff_t j = 0; j < n; j += LANES)
      NAME(store_next)(result + j, n - j, NAME(load_next)(result + j, n - j) * (V)(g[i]));
  }
}

static void NAME(transpose)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *operand = instruction->address[1];
  ptrdiff_t m = instruction->size[1], n = instruction->size[2];
  for (ptrdiff_t c = 0; c < instruction->size[0]; c++, result += m * n, operand += instruction->step[0])
    for (ptrdiff_t j = 0; j < n; j++)
      for (ptrdiff_t i = 0; i < m; i++) result[j * m + i] = operand[i * n + j];
}

static void NAME(gather)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *operand = instruction->address[1];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, result += n, operand += instruction->step[0])
    for (ptrdiff_t j = 0; j < n; j++) result[j] = operand[instruction->table[j]];
}

static void NAME(scatter)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *operand = instruction->address[1];
  ptrdiff_t n = instruction->size[1], count = instruction->size[2];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, result += count, operand += instruction->step[0]) {
    for (ptrdiff_t j = 0; j < count; j++) result[j] = 0;
    for (ptrdiff_t j = 0; j < n; j++) result[instruction->table[j]] += operand[j];
  }
}

static void NAME(copy_rows)(const nnb_instruction *instruction) {
  R *result = instruction->address[0];
  const R *operand = instruction->address[1];
  ptrdiff_t n = instruction->size[1];
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++, result += instruction->step[0], operand += instruction->step[1])
    for (ptrdiff_t j = 0; j < n; j += LANES)
      NAME(store_next)(result + j, n - j, NAME(load_next)(operand + j, n - j));
}
