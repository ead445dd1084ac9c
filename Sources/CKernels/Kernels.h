#pragma once
#include "CKernels.h"
#include "Codes.h"

/// What one instruction set offers.
typedef struct {
  nnb_kernel kernel[NNB_PRECISIONS][NNB_CODES];
  const nnb_limits *limits[NNB_PRECISIONS];
  // The functions of one number, and the power.
#define NNB_FIELD(name) double (*name)(double);
  NNB_EACH_FUNCTION(NNB_FIELD)
#undef NNB_FIELD
  double (*pow)(double, double);
} nnb_kernels;

extern const nnb_kernels nnb_kernels_portable;
#if defined(__x86_64__)
extern const nnb_kernels nnb_kernels_avx2;
extern const nnb_kernels nnb_kernels_avx512;
#elif defined(__aarch64__)
extern const nnb_kernels nnb_kernels_neon;
#endif

/// Has the calling thread compute with subnormal numbers (rule R6).
void nnb_keep_subnormals(void);
