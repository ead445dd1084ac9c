#pragma once

// Every code of Instructions.h with the kernel that computes it: the one list from which the tables of kernels are
// made. The kernel `exp` is the static function NAME(exp) of a body file, for each precision of a Set.h.

#define NNB_EACH_CODE_OF_ELEMENTS(X) \
  X(NNB_NEGATE, negate) X(NNB_NOT, logical_not) X(NNB_EXP, exp) X(NNB_LOG, log) X(NNB_SIN, sin) \
  X(NNB_COS, cos) X(NNB_TAN, tan) X(NNB_ASIN, asin) X(NNB_ACOS, acos) X(NNB_ATAN, atan) X(NNB_ERF, erf) \
  X(NNB_ERFC, erfc) X(NNB_SQRT, sqrt) X(NNB_ABS, abs) X(NNB_FLOOR, floor) X(NNB_ROUND, round) \
  X(NNB_COPY, copy) X(NNB_STEP, step) X(NNB_SIGN, sign) X(NNB_IDENTITY, identity) X(NNB_SIGMOID, sigmoid) \
  X(NNB_TANH, tanh) X(NNB_RELU, relu) X(NNB_LEAKY_RELU, leaky_relu) X(NNB_ELU, elu) X(NNB_SELU, selu) \
  X(NNB_SOFTPLUS, softplus) X(NNB_SOFTSIGN, softsign) X(NNB_HARD_SIGMOID, hard_sigmoid) \
  X(NNB_HARD_TANH, hard_tanh) X(NNB_RELU6, relu6) X(NNB_SILU, silu) X(NNB_HARD_SWISH, hard_swish) \
  X(NNB_GELU, gelu) X(NNB_MISH, mish) X(NNB_LOG_SIGMOID, log_sigmoid) X(NNB_STEP_SLOPE, step_slope) \
  X(NNB_SIGN_SLOPE, sign_slope) X(NNB_IDENTITY_SLOPE, identity_slope) X(NNB_SIGMOID_SLOPE, sigmoid_slope) \
  X(NNB_TANH_SLOPE, tanh_slope) X(NNB_RELU_SLOPE, relu_slope) X(NNB_LEAKY_RELU_SLOPE, leaky_relu_slope) \
  X(NNB_ELU_SLOPE, elu_slope) X(NNB_SELU_SLOPE, selu_slope) X(NNB_SOFTPLUS_SLOPE, softplus_slope) \
  X(NNB_SOFTSIGN_SLOPE, softsign_slope) X(NNB_HARD_SIGMOID_SLOPE, hard_sigmoid_slope) \
  X(NNB_HARD_TANH_SLOPE, hard_tanh_slope) X(NNB_RELU6_SLOPE, relu6_slope) X(NNB_SILU_SLOPE, silu_slope) \
  X(NNB_HARD_SWISH_SLOPE, hard_swish_slope) X(NNB_GELU_SLOPE, gelu_slope) X(NNB_MISH_SLOPE, mish_slope) \
  X(NNB_LOG_SIGMOID_SLOPE, log_sigmoid_slope) X(NNB_SIGMOID_SLOPE_OF_OUTPUT, sigmoid_slope_of_output) \
  X(NNB_TANH_SLOPE_OF_OUTPUT, tanh_slope_of_output)

#define NNB_EACH_CODE_OF_ARRAYS(X) \
  X(NNB_ADD, add) X(NNB_SUBTRACT, subtract) X(NNB_MULTIPLY, multiply) X(NNB_DIVIDE, divide) \
  X(NNB_POWER, power) X(NNB_MINIMUM, minimum) X(NNB_MAXIMUM, maximum) X(NNB_SUBTRACT_FROM, subtract_from) \
  X(NNB_EQUAL, equal) X(NNB_NOT_EQUAL, not_equal) X(NNB_LESS, less) X(NNB_LESS_OR_EQUAL, less_or_equal) \
  X(NNB_GREATER, greater) X(NNB_GREATER_OR_EQUAL, greater_or_equal) X(NNB_AND, logical_and) \
  X(NNB_OR, logical_or) X(NNB_XOR, logical_xor) X(NNB_BCE, bce) X(NNB_BCE_SLOPE, bce_slope) \
  X(NNB_BCE_LOGITS, bce_logits) X(NNB_CHOICE, choice) X(NNB_NEAR, near) X(NNB_SUM, sum) X(NNB_MEAN, mean) \
  X(NNB_MIN, min) X(NNB_MAX, max) X(NNB_WIDE_SUM, wide_sum) X(NNB_WIDE_MEAN, wide_mean) X(NNB_SOFTMAX, softmax) X(NNB_ARGMAX, argmax) \
  X(NNB_CROSS_ENTROPY, cross_entropy) X(NNB_CROSS_ENTROPY_SLOPE, cross_entropy_slope) X(NNB_TRANSPOSE, transpose) X(NNB_GATHER, gather) \
  X(NNB_SCATTER, scatter) X(NNB_COPY_ROWS, copy_rows) X(NNB_SGD, sgd) X(NNB_MOMENTUM, momentum) \
  X(NNB_NESTEROV, nesterov) X(NNB_RMSPROP, rmsprop) X(NNB_ADAGRAD, adagrad) X(NNB_ADAM, adam) \
  X(NNB_ADAMW, adamw) X(NNB_BCE_LOSS, bce_loss)

#define NNB_EACH_CODE_OF_PRODUCT(X) \
  X(NNB_PRODUCT_NN, product_nn) X(NNB_PRODUCT_NT, product_nt) X(NNB_PRODUCT_TN, product_tn)

#define NNB_EACH_CODE_OF_DENSE(X) \
  X(NNB_DENSE, dense) X(NNB_DENSE_BACKWARD, dense_backward)

#define NNB_EACH_CODE_OF_CONVOLUTION(X) \
  X(NNB_CONVOLUTION, convolution) X(NNB_CONVOLUTION_BY_INPUT, convolution_by_input) \
  X(NNB_CONVOLUTION_BY_WEIGHTS, convolution_by_weights)

#define NNB_EACH_CODE_OF_POOL(X) \
  X(NNB_POOL_MAX, pool_max) X(NNB_POOL_MEAN, pool_mean) X(NNB_POOL_MAX_SLOPE, pool_max_slope) \
  X(NNB_POOL_MEAN_SLOPE, pool_mean_slope)

#define NNB_EACH_CODE(X) \
  NNB_EACH_CODE_OF_ELEMENTS(X) NNB_EACH_CODE_OF_ARRAYS(X) NNB_EACH_CODE_OF_PRODUCT(X) \
  NNB_EACH_CODE_OF_DENSE(X) NNB_EACH_CODE_OF_CONVOLUTION(X) NNB_EACH_CODE_OF_POOL(X)

/// The functions of one number, `wide_exp` and so on.
#define NNB_EACH_FUNCTION(X) \
  X(exp) X(expm1) X(log) X(log1p) X(sigmoid) X(tanh) X(softplus) X(erf) X(erfc) X(sin) X(cos) X(tan) X(asin) \
  X(acos) X(atan)
