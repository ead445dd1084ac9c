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

#if LANES == 16
#define NNB_LANES_FROM(x, n) __builtin_shufflevector(x, x, n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, \
    n + 9, n + 10, n + 11, n + 12, n + 13, n + 14, n + 15)
#elif LANES == 8
#define NNB_LANES_FROM(x, n) __builtin_shufflevector(x, x, n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7)
#elif LANES == 4
#define NNB_LANES_FROM(x, n) __builtin_shufflevector(x, x, n, n + 1, n + 2, n + 3)
#endif

// The piece of `size` lanes that a count of them asks for, at the front of a vector, and then the rest.
#define NNB_STORE_PIECE(size) \
  if (count & size) { \
    memcpy(to, &x, size * sizeof(R)); \
    to += size; \
    x = NNB_LANES_FROM(x, size); \
  }

/// Stores the first `count` lanes, from 1 to LANES − 1, and writes nothing behind them.
NNB_INLINE void NAME(store_first)(R *to, ptrdiff_t count, V x) {
#if NNB_BYTES >= 32
  // In halves: a masked store would hold up loads from all of its bytes, also those that it leaves as they are, and
  // takes some CPUs with AVX2 longer than all of the halves.
#if LANES >= 16
  NNB_STORE_PIECE(8)
#endif
#if LANES >= 8
  NNB_STORE_PIECE(4)
#endif
  NNB_STORE_PIECE(2)
  if (count & 1) *to = x[0];
#else
  for (ptrdiff_t i = 0; i < count; i++) to[i] = x[i];
#endif
}

// The piece of `size` lanes before those that are there already.
#define NNB_LOAD_PIECE(size) \
  if (count & size) { \
    V later = NNB_LANES_FROM(x, LANES - size); \
    memcpy(&later, from + (count & ~(2 * size - 1)), size * sizeof(R)); \
    x = later; \
  }

/// The first `count` elements in the pieces that `store_first` writes: what was just stored is then at hand, while a
/// load wider than the store before it waits until the store is in the cache.
NNB_INLINE V NAME(load_pieces)(const R *from, ptrdiff_t count) {
#if NNB_BYTES >= 32
  V x = (V)((R)0);
  if (count & 1) x[0] = from[count - 1];
  NNB_LOAD_PIECE(2)
#if LANES >= 8
  NNB_LOAD_PIECE(4)
#endif
#if LANES >= 16
  NNB_LOAD_PIECE(8)
#endif
  return x;
#else
  return NAME(load_first)(from, count);
#endif
}
#undef NNB_LANES_FROM
#undef NNB_STORE_PIECE
#undef NNB_LOAD_PIECE

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
