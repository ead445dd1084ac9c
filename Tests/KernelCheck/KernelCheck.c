// For the memory functions of the system.
#define _DEFAULT_SOURCE
#include "KernelCheck.h"

#include "Checking.h"
#include "Functions.h"

#pragma STDC FP_CONTRACT OFF

#define NAME(x) x##_float64
#define PRECISION NNB_FLOAT64
#define R double
#define FMA fma
#include "Precision.h"
//
#include "Elements.h"
#include "Images.h"
#include "Layers.h"
#include "OptimizerSteps.h"
#include "RowsAndLosses.h"
#undef NAME
#undef PRECISION
#undef R
#undef FMA

#define NAME(x) x##_float32
#define PRECISION NNB_FLOAT32
#define R float
#define FMA fmaf
#include "Precision.h"
//
#include "Elements.h"
#include "Images.h"
#include "Layers.h"
#include "OptimizerSteps.h"
#include "RowsAndLosses.h"

#define CHECK(name) \
  void nnb_check_##name(nnb_precision precision, unsigned sets, nnb_check_report *report) { \
    if (precision == NNB_FLOAT64) { \
      check_##name##_float64(sets, report); \
    } else { \
      check_##name##_float32(sets, report); \
    } \
  }
CHECK(layers)
CHECK(elements)
CHECK(rows)
CHECK(images)
CHECK(optimizers)
