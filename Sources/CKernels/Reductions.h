// Rule R3: element i goes to lane i mod 16, and the 16 lanes meet as a tree 8-4-2-1.
enum { NAME(parts) = 16 / LANES };

/// The 16 lanes of one reduction.
typedef struct {
  V part[NAME(parts)];
} NAME(lanes);

NNB_INLINE V NAME(lanes_sum)(V a, V b) { return a + b; }
NNB_INLINE V NAME(lanes_smaller)(V a, V b) { return NNB_SMALLER(a, b); }
NNB_INLINE V NAME(lanes_larger)(V a, V b) { return NNB_LARGER(a, b); }

/// The next elements of an array, `rest` in the lanes behind its end.
NNB_INLINE V NAME(load_padded)(const R *from, ptrdiff_t left, V rest) {
  if (left >= LANES) return NAME(load)(from);
  if (left <= 0) return rest;
  M lane;
  for (int i = 0; i < LANES; i++) lane[i] = i;
  return lane < (M)((NAME(integer))left) ? NAME(load_pieces)(from, left) : rest;
}

// One reduction: of an array without gaps, of LANES columns side by side, and of any elements.
#define NNB_FOLD(name, start, meet) \
  NNB_INLINE R NAME(name##_of_vector)(V one) { \
    for (int width = LANES / 2; width > 0; width /= 2) { \
      V other = one; \
      for (int i = 0; i < width; i++) other[i] = one[i + width]; \
      one = meet(one, other); \
    } \
    return one[0]; \
  } \
  NNB_INLINE R NAME(name##_of_lanes)(NAME(lanes) all) { \
    for (int width = NAME(parts) / 2; width > 0; width /= 2) \
      for (int i = 0; i < width; i++) all.part[i] = meet(all.part[i], all.part[i + width]); \
    return NAME(name##_of_vector)(all.part[0]); \
  } \
  NNB_INLINE R NAME(name##_of_row)(const R *from, ptrdiff_t count) { \
    V rest = (V)((R)(start)); \
    /* Lanes that stay empty change nothing. */ \
    if (count <= LANES) return NAME(name##_of_vector)(NAME(load_padded)(from, count, rest)); \
    NAME(lanes) all; \
    for (int i = 0; i < NAME(parts); i++) all.part[i] = rest; \
    for (ptrdiff_t j = 0; j < count; j += 16) \
      for (int i = 0; i < NAME(parts); i++) { \
        ptrdiff_t at = j + i * LANES; \
        all.part[i] = meet(all.part[i], NAME(load_padded)(from + at, count - at, rest)); \
      } \
    return NAME(name##_of_lanes)(all); \
  } \
  NNB_INLINE V NAME(name##_of_columns)(const R *from, ptrdiff_t count, ptrdiff_t step, ptrdiff_t columns) { \
    V lane[16]; \
    for (int i = 0; i < 16; i++) lane[i] = (V)((R)(start)); \
    for (ptrdiff_t i = 0; i < count; i++) lane[i & 15] = meet(lane[i & 15], NAME(load_next)(from + i * step, columns)); \
    for (int width = 8; width > 0; width /= 2) \
      for (int i = 0; i < width; i++) lane[i] = meet(lane[i], lane[i + width]); \
    return lane[0]; \
  } \
  NNB_INLINE R NAME(name##_of_steps)(const R *from, ptrdiff_t count, ptrdiff_t step) { \
    R lane[16]; \
    for (int i = 0; i < 16; i++) lane[i] = (R)(start); \
    for (ptrdiff_t i = 0; i < count; i++) \
      lane[i & 15] = meet((V)(lane[i & 15]), (V)(from[i * step]))[0]; \
    NAME(lanes) all; \
    for (int i = 0; i < NAME(parts); i++) all.part[i] = NAME(load)(lane + i * LANES); \
    return NAME(name##_of_lanes)(all); \
  }
NNB_FOLD(sum, -0.0, NAME(lanes_sum))
NNB_FOLD(min, INFINITY, NAME(lanes_smaller))
NNB_FOLD(max, -INFINITY, NAME(lanes_larger))

// `finish` turns the reduction into the result: a mean is divided.
#define NNB_REDUCTION(name, fold, finish) \
  static void NAME(name)(const nnb_instruction *instruction) { \
    R *result = instruction->address[0]; \
    ptrdiff_t rows = instruction->size[0], columns = instruction->size[1], count = instruction->size[2]; \
    ptrdiff_t step = instruction->step[2]; \
    for (ptrdiff_t i = 0; i < rows; i++, result += columns) { \
      const R *from = (const R *)instruction->address[1] + i * instruction->step[0]; \
      if (count == 0) { \
        for (ptrdiff_t j = 0; j < columns; j++) result[j] = 0; \
      } else if (instruction->step[1] == 1 && columns > 1) { \
        for (ptrdiff_t j = 0; j < columns; j += LANES) { \
          V value = NAME(fold##_of_columns)(from + j, count, step, columns - j); \
          NAME(store_next)(result + j, columns - j, finish(value, count)); \
        } \
      } else { \
        for (ptrdiff_t j = 0; j < columns; j++) { \
          const R *first = from + j * instruction->step[1]; \
          R value = step == 1 ? NAME(fold##_of_row)(first, count) : NAME(fold##_of_steps)(first, count, step); \
          result[j] = finish(value, count); \
        } \
      } \
    } \
  }
#define NNB_SAME(value, count) (value)
#define NNB_SHARE(value, count) ((value) / (R)(count))
NNB_REDUCTION(sum, sum, NNB_SAME)
NNB_REDUCTION(mean, sum, NNB_SHARE)
NNB_REDUCTION(min, min, NNB_SAME)
NNB_REDUCTION(max, max, NNB_SAME)

// Sums of float32 that are accumulated in float64. The lanes are those of rule R3.
#if NNB_FLOAT
/// The columns that are added side by side.
enum { NAME(abreast) = 8 };

/// The totals of at most 8 columns that stand `beside` apart, each of `count` elements that stand `step` apart.
NNB_INLINE void NAME(wide_totals)(
    double *total, const R *from, ptrdiff_t count, ptrdiff_t step, ptrdiff_t columns, ptrdiff_t beside) {
  double lane[16][NAME(abreast)];
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < NAME(abreast); j++) lane[i][j] = -0.0;
  for (ptrdiff_t i = 0; i < count; i++)
    for (ptrdiff_t j = 0; j < columns; j++) lane[i & 15][j] += (double)from[i * step + j * beside];
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++)
      for (int j = 0; j < NAME(abreast); j++) lane[i][j] += lane[i + width][j];
  for (ptrdiff_t j = 0; j < columns; j++) total[j] = count == 0 ? 0 : lane[0][j];
}

NNB_INLINE void NAME(wide_reduction)(const nnb_instruction *instruction, double divisor) {
  R *result = instruction->address[0];
  ptrdiff_t rows = instruction->size[0], columns = instruction->size[1], count = instruction->size[2];
  for (ptrdiff_t i = 0; i < rows; i++, result += columns) {
    const R *from = (const R *)instruction->address[1] + i * instruction->step[0];
    for (ptrdiff_t j = 0; j < columns; j += NAME(abreast)) {
      double total[NAME(abreast)];
      ptrdiff_t left = columns - j < NAME(abreast) ? columns - j : NAME(abreast);
      NAME(wide_totals)(total, from + j * instruction->step[1], count, instruction->step[2], left, instruction->step[1]);
      for (ptrdiff_t c = 0; c < left; c++) result[j + c] = (R)(total[c] / divisor);
    }
  }
}

static void NAME(wide_sum)(const nnb_instruction *instruction) { NAME(wide_reduction)(instruction, 1.0); }
static void NAME(wide_mean)(const nnb_instruction *instruction) {
  NAME(wide_reduction)(instruction, instruction->size[2] > 0 ? (double)instruction->size[2] : 1.0);
}
#else
static void NAME(wide_sum)(const nnb_instruction *instruction) { NAME(sum)(instruction); }
static void NAME(wide_mean)(const nnb_instruction *instruction) { NAME(mean)(instruction); }
#endif
#undef NNB_FOLD
#undef NNB_REDUCTION
#undef NNB_SAME
#undef NNB_SHARE
