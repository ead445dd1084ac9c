// All kernels of one instruction set. Its file defines NNB_SET (its name), NNB_BYTES (of a vector) and, where the
// compiler must be allowed more than the machine it builds for, NNB_TARGET. Each block below is one inclusion of
// the texts: `one` number at a time, then vectors of float64 and of float32.
#include "Kernels.h"
#include "Vectors.h"

#if defined(NNB_TARGET)
#define NNB_PRAGMA(text) _Pragma(#text)
#define NNB_PUSH(target_text) \
  NNB_PRAGMA(clang attribute push(__attribute__((target(target_text))), apply_to = function))
NNB_PUSH(NNB_TARGET)
#endif

#define NAME(x) x##_one
#define LANES 1
#include "Lanes.h"
#include "Exponential.h"
#include "Logarithm.h"
#include "ErrorFunction.h"
#include "Trigonometry.h"
#include "InverseTrigonometry.h"
#include "Power.h"

#define NNB_FUNCTION(name) \
  static double NAME(name)(double x) { return NAME(wide_##name)(x); }
NNB_EACH_FUNCTION(NNB_FUNCTION)
static double NAME(pow)(double x, double y) { return NAME(wide_pow)(x, y); }
#undef NAME
#undef LANES

#define NAME(x) x##_float64
#define LANES (NNB_BYTES / 8)
#define NNB_FLOAT 0
typedef double NAME(real);
#include "Body.h"
#undef NAME
#undef LANES
#undef NNB_FLOAT

#define NAME(x) x##_float32
#define LANES (NNB_BYTES / 4)
#define NNB_FLOAT 1
typedef float NAME(real);
#include "Body.h"
#undef NAME
#undef LANES
#undef NNB_FLOAT

#if defined(NNB_TARGET)
#pragma clang attribute pop
#endif

#define NNB_JOINED(a, b) a##b
#define NNB_TABLE(set) NNB_JOINED(nnb_kernels_, set)
#define NNB_ENTRY_FLOAT64(code, kernel) [code] = kernel##_float64,
#define NNB_ENTRY_FLOAT32(code, kernel) [code] = kernel##_float32,
#define NNB_ENTRY_ONE(name) .name = name##_one,

const nnb_kernels NNB_TABLE(NNB_SET) = {
    .kernel = {[NNB_FLOAT64] = {NNB_EACH_CODE(NNB_ENTRY_FLOAT64)}, [NNB_FLOAT32] = {NNB_EACH_CODE(NNB_ENTRY_FLOAT32)}},
    .limits = {[NNB_FLOAT64] = &limits_float64, [NNB_FLOAT32] = &limits_float32},
    NNB_EACH_FUNCTION(NNB_ENTRY_ONE).pow = pow_one,
};
