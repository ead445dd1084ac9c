#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF

static const nnb_kernels *nnb_kernels_of(nnb_instruction_set set) {
  switch (set) {
    case NNB_PORTABLE: return &nnb_kernels_portable;
#if defined(__x86_64__)
    case NNB_AVX2: return &nnb_kernels_avx2;
    case NNB_AVX512: return &nnb_kernels_avx512;
#elif defined(__aarch64__)
    case NNB_NEON: return &nnb_kernels_neon;
#endif
    default: return NULL;
  }
}

const char *nnb_instruction_set_name(nnb_instruction_set set) {
  static const char *const names[NNB_INSTRUCTION_SETS] = {
      [NNB_PORTABLE] = "portable", [NNB_AVX2] = "avx2", [NNB_AVX512] = "avx512", [NNB_NEON] = "neon"};
  return names[set];
}

int nnb_is_present(nnb_instruction_set set) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (set == NNB_AVX2) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (set == NNB_AVX512)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") && nnb_is_present(NNB_AVX2);
#endif
  return nnb_kernels_of(set) != NULL;
}

/// The best set that is present, or the one that NNB_ISA names if it is.
static nnb_instruction_set nnb_choose(void) {
  static const nnb_instruction_set best_first[] = {NNB_NEON, NNB_AVX512, NNB_AVX2, NNB_PORTABLE};
  const char *wanted = getenv("NNB_ISA");
  for (int set = 0; wanted && set < NNB_INSTRUCTION_SETS; set++)
    if (strcmp(wanted, nnb_instruction_set_name(set)) == 0 && nnb_is_present(set)) return set;
  for (size_t i = 0; i + 1 < sizeof best_first / sizeof *best_first; i++)
    if (nnb_is_present(best_first[i])) return best_first[i];
  return NNB_PORTABLE;
}

nnb_instruction_set nnb_instruction_set_in_use(void) {
  // Chosen once; threads that come at the same time make the same choice.
  static _Atomic int chosen = -1;
  int set = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (set < 0) {
    set = nnb_choose();
    atomic_store_explicit(&chosen, set, memory_order_relaxed);
  }
  return set;
}

nnb_kernel nnb_find_kernel(nnb_instruction_set set, nnb_precision precision, nnb_code code) {
  const nnb_kernels *kernels = nnb_kernels_of(set);
  return kernels ? kernels->kernel[precision][code] : NULL;
}

const nnb_limits *nnb_find_limits(nnb_instruction_set set, nnb_precision precision) {
  const nnb_kernels *kernels = nnb_kernels_of(set);
  return kernels ? kernels->limits[precision] : NULL;
}

#define NNB_FUNCTION(name) \
  double nnb_##name(double x) { return nnb_kernels_of(nnb_instruction_set_in_use())->name(x); }
NNB_EACH_FUNCTION(NNB_FUNCTION)

double nnb_pow(double x, double y) { return nnb_kernels_of(nnb_instruction_set_in_use())->pow(x, y); }

// The register with the modes of arithmetic, and its bits that replace subnormal numbers by 0.
#if defined(__x86_64__)
typedef unsigned nnb_modes;
enum { nnb_flushing = 0x8040 };
static nnb_modes nnb_read_modes(void) { return __builtin_ia32_stmxcsr(); }
static void nnb_write_modes(nnb_modes modes) { __builtin_ia32_ldmxcsr(modes); }
#elif defined(__aarch64__)
typedef unsigned long nnb_modes;
enum { nnb_flushing = 1 << 24 | 1 << 19 };
static nnb_modes nnb_read_modes(void) {
  nnb_modes modes;
  __asm__ volatile("mrs %0, fpcr" : "=r"(modes));
  return modes;
}
static void nnb_write_modes(nnb_modes modes) { __asm__ volatile("msr fpcr, %0" : : "r"(modes)); }
#else
typedef unsigned nnb_modes;
enum { nnb_flushing = 0 };
static nnb_modes nnb_read_modes(void) { return 0; }
static void nnb_write_modes(nnb_modes modes) {}
#endif

void nnb_keep_subnormals(void) {
  nnb_modes modes = nnb_read_modes();
  if (modes & nnb_flushing) nnb_write_modes(modes & ~(nnb_modes)nnb_flushing);
}

void nnb_run(const nnb_instruction *instructions, ptrdiff_t count) {
  nnb_modes before = nnb_read_modes();
  if (before & nnb_flushing) nnb_write_modes(before & ~(nnb_modes)nnb_flushing);
  for (ptrdiff_t i = 0; i < count; i++) instructions[i].run(&instructions[i]);
  if (before & nnb_flushing) nnb_write_modes(before);
}
