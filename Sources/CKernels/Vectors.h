#pragma once
#include <math.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "CKernels.h"

// What every inclusion of Lanes.h shares. Nothing here is contracted by the compiler: a fused multiply-add is one
// where FMA is written, and nowhere else.
#pragma STDC FP_CONTRACT OFF
#pragma clang fp contract(off)
// Vectors wider than a register go only through functions that are always inlined.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang diagnostic ignored "-Wunused-function"

#define NNB_INLINE static inline __attribute__((always_inline))
/// A function of its own, so that what calls it stays short: a step of a small net is mostly what surrounds arithmetic.
#define NNB_APART static __attribute__((noinline))

// The text of a kernel is written once, in these names, and included for each instruction set and precision. An
// inclusion defines NAME, which makes the names of its functions its own, and LANES; see Set.h.

/// Elements of the precision side by side, a true comparison of them, and their bits.
#define R NAME(real)
#define V NAME(vector)
#define M NAME(mask)
#define S NAME(vector_bits)
/// As many float64 numbers side by side, a true comparison of them, and their bits.
#define W NAME(wide)
#define I NAME(wide_mask)
#define U NAME(wide_bits)

/// a·b + c rounded once (rule R1). Operands may be numbers.
#define FMA(a, b, c) __builtin_elementwise_fma((W)(a), (W)(b), (W)(c))
/// The same of elements of the precision.
#define FMA_V(a, b, c) __builtin_elementwise_fma((V)(a), (V)(b), (V)(c))
