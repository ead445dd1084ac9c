// The kernels for CPUs with AVX2 and FMA.
#if defined(__x86_64__)
#define NNB_SET avx2
#define NNB_BYTES 32
#define NNB_TARGET "avx2,fma"
#include "Set.h"
#endif
