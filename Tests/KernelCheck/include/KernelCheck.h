#pragma once
#include "CKernels.h"

// Every kernel against its definition, written here as plain loops over one number: no kernel of ours takes part. The
// sizes are those around each constant that steers a kernel, which `nnb_find_limits` tells, crossed with each other.
//
// What is made of + - * / and square roots must have equal bits. A function like tanh is compared with the C
// library's, a few units in the last place apart: whether it is applied shows, and its own last bits are the matter
// of MathematicsTests.

/// What a check found.
typedef struct {
  /// How many instructions were run.
  ptrdiff_t cases[NNB_CODES];
  ptrdiff_t failures;
  /// The first failure, as text.
  char first[200];
  /// Whether the process ends at the first failure.
  int stops;
} nnb_check_report;

/// Runs all kernels of the instruction sets, of which `sets` has a bit (1 << set) each.
void nnb_check_layers(nnb_precision precision, unsigned sets, nnb_check_report *report);
void nnb_check_elements(nnb_precision precision, unsigned sets, nnb_check_report *report);
void nnb_check_rows(nnb_precision precision, unsigned sets, nnb_check_report *report);
void nnb_check_images(nnb_precision precision, unsigned sets, nnb_check_report *report);
void nnb_check_optimizers(nnb_precision precision, unsigned sets, nnb_check_report *report);
