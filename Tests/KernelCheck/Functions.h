#pragma once
#include "Checking.h"

// The functions of elements, plainly. What is one operation, or a few that float64 rounds as the kernel does, is exact;
// the rest is the C library's, in its longest numbers.

typedef struct {
  nnb_code code;
  double (*exact)(double);
  long double (*close)(long double);
} function_of_one;

#define EXACT(name, value) \
  static double exact_##name(double x) { return value; }
#define CLOSE(name, value) \
  static long double close_##name(long double x) { return value; }

EXACT(negate, -x)
EXACT(not, x == 0)
EXACT(sqrt, sqrt(x))
EXACT(abs, fabs(x))
EXACT(floor, floor(x))
EXACT(round, nearbyint(x))
EXACT(copy, x)
EXACT(step, x >= 0 ? 1 : x < 0 ? 0 : x)
EXACT(sign, x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x)
EXACT(relu, x <= 0 ? 0 : x)
EXACT(leaky_relu, x > 0 ? x : 0.01 * x)
EXACT(hard_sigmoid, x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6)
EXACT(hard_tanh, x <= -1 ? -1 : x >= 1 ? 1 : x)
EXACT(relu6, x <= 0 ? 0 : x >= 6 ? 6 : x)
EXACT(hard_swish, x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6)
EXACT(softsign, fabs(x) == INFINITY ? copysign(1, x) : x / (1 + fabs(x)))
EXACT(zero, 0)
EXACT(one, 1)
EXACT(relu_slope, x > 0)
EXACT(leaky_relu_slope, x > 0 ? 1 : 0.01)
EXACT(softsign_slope, 1 / ((1 + fabs(x)) * (1 + fabs(x))))
EXACT(hard_sigmoid_slope, fabs(x) < 3 ? 1.0 / 6.0 : 0)
EXACT(hard_tanh_slope, fabs(x) < 1)
EXACT(relu6_slope, x > 0 && x < 6)
EXACT(hard_swish_slope, x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6)

static long double share(long double x) { return 1 / (1 + expl(-x)); }
static long double softplus(long double x) { return log1pl(expl(x)); }
static const long double alpha = 1.6732632423543772L, scale = 1.0507009873554805L, root_half = 0.70710678118654752440L;

CLOSE(sigmoid, share(x))
CLOSE(elu, x > 0 ? x : expm1l(x))
CLOSE(selu, x > 0 ? scale * x : scale * alpha * expm1l(x))
CLOSE(softplus, softplus(x))
CLOSE(silu, x * share(x))
CLOSE(gelu, x * erfcl(-x * root_half) / 2)
CLOSE(mish, x * tanhl(softplus(x)))
CLOSE(log_sigmoid, -softplus(-x))
CLOSE(sigmoid_slope, share(x) * share(-x))
CLOSE(tanh_slope, 1 / (coshl(x) * coshl(x)))
CLOSE(elu_slope, x > 0 ? 1 : expl(x))
CLOSE(selu_slope, x > 0 ? scale : scale * alpha * expl(x))
CLOSE(log_sigmoid_slope, share(-x))
CLOSE(silu_slope, share(x) + x * share(x) * share(-x))
CLOSE(gelu_slope, erfcl(-x * root_half) / 2 + x * expl(-x * x / 2) * 0.39894228040143267794L)
CLOSE(mish_slope, tanhl(softplus(x)) + x * share(x) * (1 - tanhl(softplus(x)) * tanhl(softplus(x))))
CLOSE(sigmoid_slope_of_output, x *(1 - x))
CLOSE(tanh_slope_of_output, 1 - x * x)

static const function_of_one functions_of_one[] = {
    {NNB_NEGATE, exact_negate}, {NNB_NOT, exact_not}, {NNB_SQRT, exact_sqrt}, {NNB_ABS, exact_abs},
    {NNB_FLOOR, exact_floor}, {NNB_ROUND, exact_round}, {NNB_COPY, exact_copy}, {NNB_STEP, exact_step},
    {NNB_SIGN, exact_sign}, {NNB_IDENTITY, exact_copy}, {NNB_RELU, exact_relu}, {NNB_LEAKY_RELU, exact_leaky_relu},
    {NNB_SOFTSIGN, exact_softsign}, {NNB_HARD_SIGMOID, exact_hard_sigmoid}, {NNB_HARD_TANH, exact_hard_tanh},
    {NNB_RELU6, exact_relu6}, {NNB_HARD_SWISH, exact_hard_swish}, {NNB_STEP_SLOPE, exact_zero},
    {NNB_SIGN_SLOPE, exact_zero}, {NNB_IDENTITY_SLOPE, exact_one}, {NNB_RELU_SLOPE, exact_relu_slope},
    {NNB_LEAKY_RELU_SLOPE, exact_leaky_relu_slope}, {NNB_SOFTSIGN_SLOPE, exact_softsign_slope},
    {NNB_HARD_SIGMOID_SLOPE, exact_hard_sigmoid_slope}, {NNB_HARD_TANH_SLOPE, exact_hard_tanh_slope},
    {NNB_RELU6_SLOPE, exact_relu6_slope}, {NNB_HARD_SWISH_SLOPE, exact_hard_swish_slope},
    {NNB_EXP, NULL, expl}, {NNB_LOG, NULL, logl}, {NNB_SIN, NULL, sinl}, {NNB_COS, NULL, cosl}, {NNB_TAN, NULL, tanl},
    {NNB_ASIN, NULL, asinl}, {NNB_ACOS, NULL, acosl}, {NNB_ATAN, NULL, atanl}, {NNB_ERF, NULL, erfl},
    {NNB_ERFC, NULL, erfcl}, {NNB_TANH, NULL, tanhl}, {NNB_SIGMOID, NULL, close_sigmoid}, {NNB_ELU, NULL, close_elu},
    {NNB_SELU, NULL, close_selu}, {NNB_SOFTPLUS, NULL, close_softplus}, {NNB_SILU, NULL, close_silu},
    {NNB_GELU, NULL, close_gelu}, {NNB_MISH, NULL, close_mish}, {NNB_LOG_SIGMOID, NULL, close_log_sigmoid},
    {NNB_SIGMOID_SLOPE, NULL, close_sigmoid_slope}, {NNB_TANH_SLOPE, NULL, close_tanh_slope},
    {NNB_ELU_SLOPE, NULL, close_elu_slope}, {NNB_SELU_SLOPE, NULL, close_selu_slope},
    {NNB_SOFTPLUS_SLOPE, NULL, close_sigmoid}, {NNB_SILU_SLOPE, NULL, close_silu_slope},
    {NNB_GELU_SLOPE, NULL, close_gelu_slope}, {NNB_MISH_SLOPE, NULL, close_mish_slope},
    {NNB_LOG_SIGMOID_SLOPE, NULL, close_log_sigmoid_slope},
    {NNB_SIGMOID_SLOPE_OF_OUTPUT, NULL, close_sigmoid_slope_of_output},
    {NNB_TANH_SLOPE_OF_OUTPUT, NULL, close_tanh_slope_of_output},
};

/// A function of two or three elements; within `units` in the last place, 0 where its bits are known.
typedef struct {
  nnb_code code;
  int operands;
  double (*value)(double, double, double);
  double units;
  int is_of_shares;
} function_of_more;

#define MEET(name, result) \
  static double meet_##name(double a, double b, double c) { return result; }

static double bounded_log(double x) { return log(x) < -100 ? -100 : log(x); }

MEET(add, a + b)
MEET(subtract, a - b)
MEET(multiply, a *b)
MEET(divide, a / b)
MEET(minimum, a <= b || a != a ? a : b)
MEET(maximum, a >= b || a != a ? a : b)
MEET(subtract_from, b - a)
MEET(equal, a == b)
MEET(not_equal, !(a == b))
MEET(less, a < b)
MEET(less_or_equal, a <= b)
MEET(greater, a > b)
MEET(greater_or_equal, a >= b)
MEET(and, !(a == 0 || b == 0))
MEET(or, !(a == 0 && b == 0))
MEET(xor, (a == 0) != (b == 0))
MEET(power, pow(a, b))
MEET(bce, -(b * bounded_log(a) + (1 - b) * bounded_log(1 - a)))
MEET(bce_slope, (a - b) / (a * (1 - a) < 1e-12 ? 1e-12 : a * (1 - a)))
MEET(bce_logits, (a <= 0 ? 0 : a) - a * b + log1p(exp(-fabs(a))))
MEET(choice, a == 0 ? c : b)
MEET(near, fabs(a - b) <= c)

static const function_of_more functions_of_more[] = {
    {NNB_ADD, 2, meet_add}, {NNB_SUBTRACT, 2, meet_subtract}, {NNB_MULTIPLY, 2, meet_multiply},
    {NNB_DIVIDE, 2, meet_divide}, {NNB_MINIMUM, 2, meet_minimum}, {NNB_MAXIMUM, 2, meet_maximum},
    {NNB_SUBTRACT_FROM, 2, meet_subtract_from}, {NNB_EQUAL, 2, meet_equal}, {NNB_NOT_EQUAL, 2, meet_not_equal},
    {NNB_LESS, 2, meet_less}, {NNB_LESS_OR_EQUAL, 2, meet_less_or_equal}, {NNB_GREATER, 2, meet_greater},
    {NNB_GREATER_OR_EQUAL, 2, meet_greater_or_equal}, {NNB_AND, 2, meet_and}, {NNB_OR, 2, meet_or},
    {NNB_XOR, 2, meet_xor}, {NNB_POWER, 2, meet_power, 8, 1}, {NNB_BCE, 2, meet_bce, 16, 1},
    {NNB_BCE_SLOPE, 2, meet_bce_slope, 0, 1}, {NNB_BCE_LOGITS, 2, meet_bce_logits, 64, 1},
    {NNB_CHOICE, 3, meet_choice}, {NNB_NEAR, 3, meet_near},
};
