#pragma once
#include <stddef.h>
#include <stdint.h>

/// The 64 bits that Threefry-2x32 with 20 rounds gives for a key and a counter (rule R7).
uint64_t nnb_threefry(uint64_t key, uint64_t counter);

/// Puts 0 … count−1 in a random order: Fisher and Yates from the end, place i changed with the one that the random
/// bits of element i choose among 0 … i.
void nnb_shuffle(ptrdiff_t *order, ptrdiff_t count, uint64_t key, uint32_t draw);

/// Writes `kept` where the random number of an element is at least p, else 0, for elements `first` and on.
void nnb_dropout_mask(
    double *mask, ptrdiff_t count, double p, double kept, uint64_t key, uint32_t draw, uint32_t first);
void nnb_dropout_mask_float32(
    float *mask, ptrdiff_t count, double p, float kept, uint64_t key, uint32_t draw, uint32_t first);
