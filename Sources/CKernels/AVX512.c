// The kernels for CPUs with AVX-512.
#if defined(__x86_64__)
#define NNB_SET avx512
#define NNB_BYTES 64
#define NNB_TARGET "avx512f,avx512dq,avx512vl,avx512bw,avx2,fma"
#include "Set.h"
#endif
