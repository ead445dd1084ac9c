#pragma once
#include <stddef.h>

#include "Random.h"
#include "Instructions.h"
#include "Training.h"

// Scalar reference of the mathematical functions: the same bits on every machine.
// Only + - * /, square root and explicit fma(); no function of libm but fma.

double nnb_exp(double x);
double nnb_expm1(double x);
double nnb_log(double x);
double nnb_log1p(double x);
double nnb_sigmoid(double x);
double nnb_tanh(double x);
double nnb_softplus(double x);
double nnb_erf(double x);
double nnb_erfc(double x);
double nnb_sin(double x);
double nnb_cos(double x);
double nnb_tan(double x);
double nnb_asin(double x);
double nnb_acos(double x);
double nnb_atan(double x);
double nnb_pow(double x, double y);
