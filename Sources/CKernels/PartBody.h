// Vectors that are read and written whole, and parts of vectors at the end of a row: `count` < LANES numbers, the
// lanes behind them 0, the memory behind them untouched.
#if NNB_BYTES == 64 && NNB_FLOAT
typedef __mmask16 NAME(part);
#elif NNB_BYTES == 64
typedef __mmask8 NAME(part);
#elif NNB_BYTES == 32
typedef __m256i NAME(part);
#else
typedef ptrdiff_t NAME(part);
#endif

NNB_INLINE V NAME(load)(const NAME(real) *from) {
  V value;
  memcpy(&value, from, sizeof value);
  return value;
}

NNB_INLINE void NAME(store)(NAME(real) *to, V value) { memcpy(to, &value, sizeof value); }

NNB_INLINE NAME(part) NAME(part_of)(ptrdiff_t count) {
#if NNB_BYTES == 64
  return (NAME(part))((1u << count) - 1);
#elif NNB_BYTES == 32 && NNB_FLOAT
  return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)count), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
#elif NNB_BYTES == 32
  return _mm256_cmpgt_epi64(_mm256_set1_epi64x(count), _mm256_setr_epi64x(0, 1, 2, 3));
#else
  return count;
#endif
}

NNB_INLINE V NAME(load_part)(const NAME(real) *from, NAME(part) part) {
#if NNB_BYTES == 64 && NNB_FLOAT
  return (V)_mm512_maskz_loadu_ps(part, from);
#elif NNB_BYTES == 64
  return (V)_mm512_maskz_loadu_pd(part, from);
#elif NNB_BYTES == 32 && NNB_FLOAT
  return (V)_mm256_maskload_ps(from, part);
#elif NNB_BYTES == 32
  return (V)_mm256_maskload_pd(from, part);
#else
  V value = (V)(NAME(real))0;
  value[0] = from[0];
#if LANES == 4
  if (part > 1) value[1] = from[1];
  if (part > 2) value[2] = from[2];
#endif
  return value;
#endif
}

NNB_INLINE void NAME(store_part)(NAME(real) *to, V value, NAME(part) part) {
#if NNB_BYTES == 64 && NNB_FLOAT
  _mm512_mask_storeu_ps(to, part, (__m512)value);
#elif NNB_BYTES == 64
  _mm512_mask_storeu_pd(to, part, (__m512d)value);
#elif NNB_BYTES == 32 && NNB_FLOAT
  _mm256_maskstore_ps(to, part, (__m256)value);
#elif NNB_BYTES == 32
  _mm256_maskstore_pd(to, part, (__m256d)value);
#else
  to[0] = value[0];
#if LANES == 4
  if (part > 1) to[1] = value[1];
  if (part > 2) to[2] = value[2];
#endif
#endif
}

/// Writes LANES rows of LANES numbers as columns.
NNB_INLINE void NAME(turn)(NAME(real) *to, ptrdiff_t to_step, const NAME(real) *from, ptrdiff_t from_step) {
  V row[LANES], turned[LANES];
  for (int i = 0; i < LANES; i++) row[i] = NAME(load)(from + i * from_step);
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
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) NAME(store)(to + i * to_step, row[i]);
}
