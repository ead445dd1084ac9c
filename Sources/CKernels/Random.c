#include "Random.h"

#pragma STDC FP_CONTRACT OFF

#define NNB_ROUND(rotation) \
  x += y;                   \
  y = (y << (rotation) | y >> (32 - (rotation))) ^ x;

#define NNB_ROUNDS(a, b, c, d) NNB_ROUND(a) NNB_ROUND(b) NNB_ROUND(c) NNB_ROUND(d)

#define NNB_INJECT(first, second, group) \
  x += (first);                          \
  y += (second) + (group);

static inline __attribute__((always_inline)) uint64_t nnb_block(uint32_t k0, uint32_t k1, uint32_t x, uint32_t y) {
  uint32_t k2 = UINT32_C(0x1BD11BDA) ^ k0 ^ k1;
  x += k0;
  y += k1;
  NNB_ROUNDS(13, 15, 26, 6)
  NNB_INJECT(k1, k2, 1)
  NNB_ROUNDS(17, 29, 16, 24)
  NNB_INJECT(k2, k0, 2)
  NNB_ROUNDS(13, 15, 26, 6)
  NNB_INJECT(k0, k1, 3)
  NNB_ROUNDS(17, 29, 16, 24)
  NNB_INJECT(k1, k2, 4)
  NNB_ROUNDS(13, 15, 26, 6)
  NNB_INJECT(k2, k0, 5)
  return (uint64_t)y << 32 | x;
}

uint64_t nnb_threefry(uint64_t key, uint64_t counter) {
  return nnb_block((uint32_t)key, (uint32_t)(key >> 32), (uint32_t)counter, (uint32_t)(counter >> 32));
}

// Many blocks at once, so that the rounds of neighbours run beside each other.
enum { at_once = 64 };

static void nnb_blocks(uint64_t *bits, uint64_t key, uint32_t draw, uint32_t first) {
  for (uint32_t i = 0; i < at_once; i++)
    bits[i] = nnb_block((uint32_t)key, (uint32_t)(key >> 32), first + i, draw);
}

void nnb_shuffle(ptrdiff_t *order, ptrdiff_t count, uint64_t key, uint32_t draw) {
  uint64_t bits[at_once];
  for (ptrdiff_t i = 0; i < count; i++) order[i] = i;
  ptrdiff_t block = -1;
  for (ptrdiff_t i = count - 1; i > 0; i--) {
    if (i / at_once != block) {
      block = i / at_once;
      nnb_blocks(bits, key, draw, (uint32_t)(block * at_once));
    }
    // The high word of bits·(i + 1): a choice among i + 1 places.
    ptrdiff_t j = (ptrdiff_t)(((unsigned __int128)bits[i % at_once] * (uint64_t)(i + 1)) >> 64);
    ptrdiff_t moved = order[i];
    order[i] = order[j];
    order[j] = moved;
  }
}

static inline __attribute__((always_inline)) int nnb_keeps(uint64_t bits, double p) {
  return ((double)(bits >> 12) + 0.5) * 0x1p-52 >= p;
}

#define NNB_MASK(name, type)                                                                              \
  void name(type *mask, ptrdiff_t count, double p, type kept, uint64_t key, uint32_t draw, uint32_t first) { \
    uint64_t bits[at_once];                                                                               \
    for (ptrdiff_t start = 0; start < count; start += at_once) {                                          \
      nnb_blocks(bits, key, draw, first + (uint32_t)start);                                               \
      ptrdiff_t end = count - start < at_once ? count - start : at_once;                                  \
      for (ptrdiff_t i = 0; i < end; i++) mask[start + i] = nnb_keeps(bits[i], p) ? kept : 0;             \
    }                                                                                                     \
  }

NNB_MASK(nnb_dropout_mask, double)
NNB_MASK(nnb_dropout_mask_float32, float)
