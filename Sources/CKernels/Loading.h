// Vectors of the precision: R is an element, V a vector of LANES of them, M a comparison of two vectors, S the bits.

#if NNB_FLOAT
typedef R V __attribute__((ext_vector_type(LANES)));
typedef int32_t M __attribute__((ext_vector_type(LANES)));
typedef uint32_t S __attribute__((ext_vector_type(LANES)));
typedef int32_t NAME(integer);
#define NNB_SIGN_BIT UINT32_C(0x80000000)
#else
typedef W V;
typedef I M;
typedef U S;
typedef int64_t NAME(integer);
#define NNB_SIGN_BIT UINT64_C(0x8000000000000000)
#endif
typedef V NAME(unaligned) __attribute__((aligned(sizeof(R))));

NNB_INLINE W NAME(widened)(V x) { return __builtin_convertvector(x, W); }
NNB_INLINE V NAME(narrowed)(W x) { return __builtin_convertvector(x, V); }
NNB_INLINE S NAME(bits_of)(V x) { return (S)x; }
NNB_INLINE V NAME(of_bits)(S x) { return (V)x; }
NNB_INLINE V NAME(size_of)(V x) { return NAME(of_bits)(NAME(bits_of)(x) & (S)(~NNB_SIGN_BIT)); }

/// The magnitude of x with the sign of `sign`.
NNB_INLINE V NAME(with_sign)(V x, V sign) {
  S mask = (S)(NNB_SIGN_BIT);
  return NAME(of_bits)((NAME(bits_of)(x) & ~mask) | (NAME(bits_of)(sign) & mask));
}

NNB_INLINE V NAME(load)(const R *from) { return *(const NAME(unaligned) *)from; }
NNB_INLINE void NAME(store)(R *to, V x) { *(NAME(unaligned) *)to = x; }

/// The lanes before `count`, which is from 1 to LANES − 1.
#if defined(__AVX512F__) || NNB_BYTES == 64
#define NNB_FIRST(count) ((1u << (count)) - 1)
#elif NNB_BYTES == 32
NNB_INLINE M NAME(first)(ptrdiff_t count) {
  static const int places[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
  M mask;
  memcpy(&mask, (const char *)(places + 8) - count * (ptrdiff_t)sizeof(R), sizeof mask);
  return mask;
}
#endif

/// The first `count` elements, from 1 to LANES − 1, and 0 in the other lanes; nothing behind them is read.
NNB_INLINE V NAME(load_first)(const R *from, ptrdiff_t count) {
#if NNB_BYTES == 64 && NNB_FLOAT
  return (V)_mm512_maskz_loadu_ps((__mmask16)NNB_FIRST(count), from);
#elif NNB_BYTES == 64
  return (V)_mm512_maskz_loadu_pd((__mmask8)NNB_FIRST(count), from);
#elif NNB_BYTES == 32 && NNB_FLOAT
  return (V)_mm256_maskload_ps(from, (__m256i)NAME(first)(count));
#elif NNB_BYTES == 32
  return (V)_mm256_maskload_pd(from, (__m256i)NAME(first)(count));
#else
  V x = (V)((R)0);
  for (ptrdiff_t i = 0; i < count; i++) x[i] = from[i];
  return x;
#endif
}

/// Stores the first `count` lanes, from 1 to LANES − 1, and writes nothing behind them.
NNB_INLINE void NAME(store_first)(R *to, ptrdiff_t count, V x) {
#if NNB_BYTES == 64
  // In halves: a masked store would hold up loads from all of its 64 bytes, also those that it leaves as they are.
#if NNB_FLOAT
  if (count & 8) {
    memcpy(to, &x, 32);
    to += 8;
    x = __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  }
  if (count & 4) {
    memcpy(to, &x, 16);
    to += 4;
    x = __builtin_shufflevector(x, x, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7);
  }
  if (count & 2) {
    memcpy(to, &x, 8);
    to += 2;
    x = __builtin_shufflevector(x, x, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3);
  }
#else
  if (count & 4) {
    memcpy(to, &x, 32);
    to += 4;
    x = __builtin_shufflevector(x, x, 4, 5, 6, 7, 4, 5, 6, 7);
  }
  if (count & 2) {
    memcpy(to, &x, 16);
    to += 2;
    x = __builtin_shufflevector(x, x, 2, 3, 2, 3, 2, 3, 2, 3);
  }
#endif
  if (count & 1) *to = x[0];
#elif NNB_BYTES == 32 && NNB_FLOAT
  _mm256_maskstore_ps(to, (__m256i)NAME(first)(count), (__m256)x);
#elif NNB_BYTES == 32
  _mm256_maskstore_pd(to, (__m256i)NAME(first)(count), (__m256d)x);
#else
  for (ptrdiff_t i = 0; i < count; i++) to[i] = x[i];
#endif
}

/// The first `count` elements in the pieces that `store_first` writes: what was just stored is then at hand, while a
/// load wider than the store before it waits until the store is in the cache.
NNB_INLINE V NAME(load_pieces)(const R *from, ptrdiff_t count) {
#if NNB_BYTES == 64
  V x = (V)((R)0), piece = x;
  if (count & 1) x[0] = from[count - 1];
  if (count & 2) {
    memcpy(&piece, from + (count & ~3), 2 * sizeof(R));
#if NNB_FLOAT
    x = __builtin_shufflevector(piece, x, 0, 1, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
#else
    x = __builtin_shufflevector(piece, x, 0, 1, 8, 9, 10, 11, 12, 13);
#endif
  }
  if (count & 4) {
    memcpy(&piece, from + (count & ~7), 4 * sizeof(R));
#if NNB_FLOAT
    x = __builtin_shufflevector(piece, x, 0, 1, 2, 3, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
#else
    x = __builtin_shufflevector(piece, x, 0, 1, 2, 3, 8, 9, 10, 11);
#endif
  }
#if NNB_FLOAT
  if (count & 8) {
    memcpy(&piece, from, 8 * sizeof(R));
    x = __builtin_shufflevector(piece, x, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  }
#endif
  return x;
#else
  return NAME(load_first)(from, count);
#endif
}

/// The next elements of an array, as many as there are.
NNB_INLINE V NAME(load_next)(const R *from, ptrdiff_t left) {
  return left >= LANES ? NAME(load)(from) : NAME(load_pieces)(from, left);
}

/// Stores as many lanes as there are elements left.
NNB_INLINE void NAME(store_next)(R *to, ptrdiff_t left, V x) {
  if (left >= LANES) {
    NAME(store)(to, x);
  } else {
    NAME(store_first)(to, left, x);
  }
}
#undef NNB_FIRST
#undef NNB_SIGN_BIT
