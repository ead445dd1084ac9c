// The kernels for CPUs with NEON, which every 64-bit ARM has.
#if defined(__aarch64__)
#define NNB_SET neon
#define NNB_BYTES 16
#include "Set.h"
#endif
