#pragma once
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "KernelCheck.h"

#pragma STDC FP_CONTRACT OFF

/// Sizes to try, ascending or not, each with the sets that it is tried on.
typedef struct {
  ptrdiff_t value[96];
  unsigned sets[96];
  int count;
} sizes;

static inline void add_size(sizes *list, ptrdiff_t value, unsigned sets) {
  if (value < 0) return;
  for (int i = 0; i < list->count; i++)
    if (list->value[i] == value) {
      list->sets[i] |= sets;
      return;
    }
  list->value[list->count] = value;
  list->sets[list->count++] = sets;
}

static inline void add_around(sizes *list, ptrdiff_t value, unsigned sets) {
  for (ptrdiff_t by = -1; by <= 1; by++) add_size(list, value + by, sets);
}

static inline ptrdiff_t largest_size(const sizes *list) {
  ptrdiff_t largest = 0;
  for (int i = 0; i < list->count; i++) largest = list->value[i] > largest ? list->value[i] : largest;
  return largest;
}

/// Memory for operands: behind each stands a page that nobody may touch, so a kernel that reads on crashes.
static _Thread_local struct {
  char *start, *end;
  int is_taken;
} operand_memory[16];

static inline void *operand_room(size_t size) {
  for (size_t i = 0; i < sizeof operand_memory / sizeof *operand_memory; i++) {
    if (operand_memory[i].is_taken) continue;
    if (!operand_memory[i].start || (size_t)(operand_memory[i].end - operand_memory[i].start) < size) {
      size_t page = (size_t)sysconf(_SC_PAGESIZE), whole = (size + (1 << 16)) / page * page + page;
      if (operand_memory[i].start)
        munmap(operand_memory[i].start, (size_t)(operand_memory[i].end - operand_memory[i].start) + page);
      char *start = mmap(NULL, whole + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (start == MAP_FAILED || mprotect(start + whole, page, PROT_NONE) != 0) abort();
      operand_memory[i].start = start;
      operand_memory[i].end = start + whole;
    }
    operand_memory[i].is_taken = 1;
    return operand_memory[i].end - size;
  }
  abort();
}

/// Gives back memory of either kind.
static inline void discard(void *room) {
  for (size_t i = 0; i < sizeof operand_memory / sizeof *operand_memory; i++)
    if (room && (char *)room >= operand_memory[i].start && (char *)room <= operand_memory[i].end) {
      operand_memory[i].is_taken = 0;
      return;
    }
  free(room);
}

/// The sets of `sets` one after the other.
#define FOR_EACH_SET(set, sets) \
  for (nnb_instruction_set set = 0; set < NNB_INSTRUCTION_SETS; set++) \
    if ((sets) >> set & 1)

/// Numbers, the same in every run (SplitMix64).
typedef struct {
  uint64_t state;
} numbers;

static inline uint64_t next_bits(numbers *from) {
  uint64_t z = from->state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/// From −4 to 4; awkward ones now and then, where they are asked for.
static inline double next_number(numbers *from, int is_awkward) {
  static const double awkward[] = {NAN, INFINITY, -INFINITY, 0, -0.0, 1, -1, 0x1p-1074, 0x1p-140, -1e300, 1e30};
  uint64_t choice = next_bits(from) % 64;
  if (is_awkward && choice < sizeof awkward / sizeof *awkward) return awkward[choice];
  return (double)((int64_t)next_bits(from) >> 11) * 0x1p-50;
}

static inline void fail(nnb_check_report *report, const nnb_instruction *instruction, nnb_code code, nnb_instruction_set set,
    const char *what, ptrdiff_t at, double got, double want) {
  if (report->stops) exit(1);
  if (report->failures++ > 0) return;
  const ptrdiff_t *n = instruction->size;
  snprintf(report->first, sizeof report->first,
      "code %d on %s, sizes %td %td %td %td %td %td %td: %s[%td] is %.17g, not %.17g", code,
      nnb_instruction_set_name(set), n[0], n[1], n[2], n[3], n[4], n[5], n[6], what, at, got, want);
}
