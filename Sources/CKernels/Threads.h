#pragma once
#include <stddef.h>

/// The length of a chunk of a contraction (rule R2).
#define NNB_CHUNK 256

/// Multiplications and additions in one call from which a second thread gains more than it costs.
#define NNB_WORTH_THREADS 600000

/// What a thread holds of the operands that it is working on: a panel of b and a block of a.
typedef struct {
  _Alignas(64) unsigned char panel[32 * 1024];
  _Alignas(64) unsigned char block[256 * 1024];
} nnb_scratch_memory;

extern _Thread_local nnb_scratch_memory nnb_scratch;

/// Memory for `size` bytes that this thread keeps until it asks for more.
void *nnb_room(size_t size);

/// Computes the results from `begin` to `end`.
typedef void (*nnb_part_of_work)(const void *context, ptrdiff_t begin, ptrdiff_t end);

/// Computes the results from 0 to `count`, split among the threads at multiples of `unit` where `cost`, in
/// multiplications and additions, is worth it. Every result is computed by one thread, so no bit depends on it.
void nnb_split(nnb_part_of_work work, const void *context, ptrdiff_t count, ptrdiff_t unit, ptrdiff_t cost);
