#include "Scalar.h"

const char *nnb_tier(void) {
#if defined(__x86_64__) && defined(__linux__)
  // The question that the loader asks when it chooses among the clones of NNB_TIERS.
  __builtin_cpu_init();
  return __builtin_cpu_supports("fma") ? "fma" : "portable";
#else
  return "portable";
#endif
}
