// The kernels for every machine, in vectors of 16 bytes; fma is the library's where the CPU has none.
#define NNB_SET portable
#define NNB_BYTES 16
#include "Set.h"
