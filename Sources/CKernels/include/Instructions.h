#pragma once
#include <stddef.h>
#include <stdint.h>

// An instruction is one piece of work: a kernel, where its numbers stand, and its sizes. Eager cells run one instruction
// at a time, a program runs a list of them; both find the same kernels here, so both have the same bits.

/// The width of the numbers.
typedef enum { NNB_FLOAT64, NNB_FLOAT32, NNB_PRECISIONS } nnb_precision;

/// A set of instructions that the kernels are compiled for.
typedef enum { NNB_PORTABLE, NNB_AVX2, NNB_AVX512, NNB_NEON, NNB_INSTRUCTION_SETS } nnb_instruction_set;

typedef struct nnb_instruction nnb_instruction;
typedef void (*nnb_kernel)(const nnb_instruction *instruction);

struct nnb_instruction {
  nnb_kernel run;
  /// Results first, then operands; none overlap unless a code says so.
  void *address[8];
  ptrdiff_t size[8];
  /// Distances in elements.
  ptrdiff_t step[9];
  double number[8];
  const ptrdiff_t *table;
};

/// What a kernel computes. The comment behind a family says what its instruction holds.
typedef enum {
  // Functions of each element. address: result, operand; size: count. The result may be the operand.
  NNB_NEGATE, NNB_NOT, NNB_EXP, NNB_LOG, NNB_SIN, NNB_COS, NNB_TAN, NNB_ASIN, NNB_ACOS, NNB_ATAN, NNB_ERF,
  NNB_ERFC, NNB_SQRT, NNB_ABS, NNB_FLOOR, NNB_ROUND, NNB_COPY,
  // The activations, in the order of the catalogue, then their derivatives f'(z) in the same order.
  NNB_STEP, NNB_SIGN, NNB_IDENTITY, NNB_SIGMOID, NNB_TANH, NNB_RELU, NNB_LEAKY_RELU, NNB_ELU, NNB_SELU,
  NNB_SOFTPLUS, NNB_SOFTSIGN, NNB_HARD_SIGMOID, NNB_HARD_TANH, NNB_RELU6, NNB_SILU, NNB_HARD_SWISH, NNB_GELU,
  NNB_MISH, NNB_LOG_SIGMOID,
  NNB_STEP_SLOPE, NNB_SIGN_SLOPE, NNB_IDENTITY_SLOPE, NNB_SIGMOID_SLOPE, NNB_TANH_SLOPE, NNB_RELU_SLOPE,
  NNB_LEAKY_RELU_SLOPE, NNB_ELU_SLOPE, NNB_SELU_SLOPE, NNB_SOFTPLUS_SLOPE, NNB_SOFTSIGN_SLOPE,
  NNB_HARD_SIGMOID_SLOPE, NNB_HARD_TANH_SLOPE, NNB_RELU6_SLOPE, NNB_SILU_SLOPE, NNB_HARD_SWISH_SLOPE,
  NNB_GELU_SLOPE, NNB_MISH_SLOPE, NNB_LOG_SIGMOID_SLOPE,
  // f'(z) from the output a = f(z): a(1 - a), and 1 - a*a.
  NNB_SIGMOID_SLOPE_OF_OUTPUT, NNB_TANH_SLOPE_OF_OUTPUT,

  // Functions of two elements that meet. address: result, a, b; size: n0, n1, n2, innermost last; step: of a along
  // each of the three, then of b; the innermost steps are 0 or 1. The result has no gaps and may be an operand
  // without gaps.
  NNB_ADD, NNB_SUBTRACT, NNB_MULTIPLY, NNB_DIVIDE, NNB_POWER, NNB_MINIMUM, NNB_MAXIMUM, NNB_SUBTRACT_FROM,
  NNB_EQUAL, NNB_NOT_EQUAL, NNB_LESS, NNB_LESS_OR_EQUAL, NNB_GREATER, NNB_GREATER_OR_EQUAL, NNB_AND, NNB_OR,
  NNB_XOR,
  // The loss of one probability p against y, -(y*max(log p, -100) + (1-y)*max(log(1-p), -100)), and its
  // slope (p-y)/max(p(1-p), 1e-12); of one raw output z, max(z,0) - z*y + log1p(exp(-|z|)).
  NNB_BCE, NNB_BCE_SLOPE, NNB_BCE_LOGITS,

  // Functions of three elements: as of two, with the steps of c behind those of b.
  // choice: a != 0 ? b : c; near: |a - b| <= c.
  NNB_CHOICE, NNB_NEAR,

  // Reductions in the order of rule R3. address: result [size0, size1], operand; size: size0, size1, count; step:
  // of the operand along size0, along size1, and between the count elements that are reduced.
  NNB_SUM, NNB_MEAN, NNB_MIN, NNB_MAX,
  // The same, accumulated in float64 whatever the width of the numbers, and rounded once at the end.
  NNB_WIDE_SUM, NNB_WIDE_MEAN,

  // Rows of the last axis. address: result, operand; size: rows, n. argmax gives one number a row, from 1.
  NNB_SOFTMAX, NNB_ARGMAX,
  // address: result [rows], z [rows, n], labels [rows] (0 to n-1); size: rows, n: log sum exp z - z[label].
  NNB_CROSS_ENTROPY,
  // address: result [rows, n], z, labels, g [rows]; size: rows, n: (softmax(z) - one hot(label))*g.
  NNB_CROSS_ENTROPY_SLOPE,

  // Matrix products, rule R2. address: result, a, b; size: count, m, n, k; step: of a and of b from one of the
  // count products to the next (the results stand without gaps). NN: a [m,n], b [n,k]; NT: b is stored [k,n];
  // TN: a is stored [n,m]. n is the inner size, the result is [m,k].
  NNB_PRODUCT_NN, NNB_PRODUCT_NT, NNB_PRODUCT_TN,

  // result[i] = operand[table[i]]. address: result, operand; size: rows, n; step: of the operand a row.
  NNB_GATHER,
  // result = 0; result[table[i]] += operand[i], i ascending. address: result, operand; size: rows, n (elements of
  // the operand a row), count (elements of the result a row); step: of the operand a row.
  NNB_SCATTER,
  // The transposes of [m, n] matrices. address: result, operand; size: count, m, n; step: of the operand.
  NNB_TRANSPOSE,
  // Rows of n elements copied. address: result, operand; size: rows, n; step: of the result and of the operand a row.
  NNB_COPY_ROWS,

  // One optimizer step over a flat vector, rules R1 and R6. address: p, g, s1, s2 (state; NULL where there is
  // none), powers (Adam's only: double, β₁ᵗ and β₂ᵗ of the t steps done, at first 1, as running products that the
  // kernel moves on), roles (NULL where nothing decays); size: count; number: l1, l2, then as named. A role is 1 for a
  // weight, 0 for a bias, -1 for a weight that l1 holds at 0. Weights take g + l2*p + l1*sign(p) for g; where l1 alone
  // brings one to the other side of 0, as the step without it shows, the weight becomes 0 and its role -1.
  NNB_SGD,       // lr
  NNB_MOMENTUM,  // lr, beta
  NNB_NESTEROV,  // lr, beta
  NNB_RMSPROP,   // lr, alpha, eps
  NNB_ADAGRAD,   // lr, eps
  NNB_ADAM,      // lr, beta1, beta2, eps
  NNB_ADAMW,     // lr, beta1, beta2, eps, decay

  // address: result [m,k], x [m,n], W [n,k], b [k] or NULL, z [m,k] or NULL; size: m, n, k, function.
  // z = x@W (rule R2) then + b; result = function(z), a code of the functions of one element.
  NNB_DENSE,
  // address: mean, slope [count], p [count], y [count]; size: count; number: factor.
  // mean = mean of NNB_BCE (R3), slope = factor*NNB_BCE_SLOPE.
  NNB_BCE_LOSS,
  // address: dW [n,k], db [k] or NULL, dx [m,n] or NULL, g [m,k], s [m,k], x [m,n], W [n,k], dz [m,k] (written);
  // size: m, n, k, slope (a code of the functions of one element, of s; negative: none).
  // dz = g*slope(s); dW = x.T@dz (R2); db = sum of dz along columns (R3); dx = dz@W.T (R2).
  NNB_DENSE_BACKWARD,

  // Cross-correlation. address: result [m,oh,ow,f], x [m,h,w,c], W [kh,kw,c,f]; size: m, h, w, c, kh, kw, f, and
  // step: stride, pad; one accumulator an output, kh, kw, c ascending, in chunks of 256 (R2).
  NNB_CONVOLUTION,
  // address: dx, g, W.  For each dx one accumulator over (oh, ow, f) ascending.
  NNB_CONVOLUTION_BY_INPUT,
  // address: dW, g, x.  For each dW one accumulator over (m, oh, ow) ascending.
  NNB_CONVOLUTION_BY_WEIGHTS,
  // address: result [m,oh,ow,c], x [m,h,w,c]; size: m, h, w, c, window; step: stride. Of equal ones the first.
  NNB_POOL_MAX, NNB_POOL_MEAN,
  // address: dx, g, x (max only); the same sizes.
  NNB_POOL_MAX_SLOPE, NNB_POOL_MEAN_SLOPE,

  NNB_CODES
} nnb_code;

/// The kernel for a code, on an instruction set that this machine has.
nnb_kernel nnb_find_kernel(nnb_instruction_set set, nnb_precision precision, nnb_code code);

/// The sizes at which kernels go another way, in elements, rows or work. No bit of a result depends on them: the tests
/// try the sizes around each.
typedef struct {
  /// The numbers of a vector.
  ptrdiff_t lanes;
  /// The rows of a tile of results, and the columns of a panel.
  ptrdiff_t rows, panel;
  /// The most inputs of a small layer.
  ptrdiff_t small;
  /// The rows of a block, and the length of a chunk (rule R2).
  ptrdiff_t block_rows, chunk;
  /// The work from which a second thread takes part.
  ptrdiff_t worth_threads;
  /// From where a panel, and a block, is copied: numbers of a panel; rows, columns, and the distance of rows.
  ptrdiff_t packed_panel, packed_rows, packed_columns, packed_step, packed_multiple;
} nnb_limits;

/// The limits of an instruction set that this machine may have or not; NULL where it was not compiled.
const nnb_limits *nnb_find_limits(nnb_instruction_set set, nnb_precision precision);

/// Whether this machine can run it.
int nnb_is_present(nnb_instruction_set set);

/// The one in use: the best that is present, or the one that the environment variable NNB_ISA names.
nnb_instruction_set nnb_instruction_set_in_use(void);

/// Its name: portable, avx2, avx512, neon.
const char *nnb_instruction_set_name(nnb_instruction_set set);

/// Runs the instructions in their order, with subnormal numbers on (rule R6).
void nnb_run(const nnb_instruction *instructions, ptrdiff_t count);

/// The threads that a large instruction is split among, from 1; at first as many as NNB_THREADS says, or the cores, at
/// most 2. No bit of a result depends on it.
int nnb_threads(void);
void nnb_set_threads(int threads);
