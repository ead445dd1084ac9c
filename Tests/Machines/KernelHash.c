// Prints a hash of what every kernel gives on this machine, in both precisions; see run.sh.
#include <stdio.h>
#include <string.h>

#include "CKernels.h"

enum { capacity = 12000, addresses = 8 };

/// What an address of an instruction holds before it runs.
typedef enum { NONE, ZEROS, NUMBERS, FAR_OUT, SHARES, CLASSES, ROLES } contents;

static double wide[addresses][capacity];
static float narrow[addresses][capacity];
/// The powers of Adam's shares, float64 in either precision.
static double powers[2];
static ptrdiff_t table[37];
static uint64_t state = 1, hash = UINT64_C(1469598103934665603);

/// SplitMix64.
static uint64_t next(void) {
  state += UINT64_C(0x9e3779b97f4a7c15);
  uint64_t z = state;
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/// The disassembly of this shows whether the compiler contracts.
double plain_multiply_add(double a, double b, double c) { return a * b + c; }

static double number(contents kind, int i) {
  double from_minus_8_to_8 = (double)((int64_t)next() >> 11) * 0x1p-49;
  switch (kind) {
    case NONE:
    case ZEROS: return 0;
    case NUMBERS: return from_minus_8_to_8;
    case FAR_OUT: return from_minus_8_to_8 * (i % 3 ? 0.5 : 100);
    case SHARES: return (double)(next() >> 11) * 0x1p-53;
    case CLASSES: return i % 41;
    case ROLES: return i % 3 - 1;
  }
  return 0;
}

static void add(double value) {
  uint64_t bits = 0;
  if (value == value) memcpy(&bits, &value, sizeof bits);
  hash = (hash ^ bits) * UINT64_C(1099511628211);
}

/// Runs a kernel `times` times in both precisions, and adds all that its addresses then hold.
static void run(nnb_code code, nnb_instruction instruction, const contents *kinds, int times) {
  for (int address = 0; address < addresses; address++)
    for (int i = 0; i < capacity; i++) narrow[address][i] = (float)(wide[address][i] = number(kinds[address], i));
  nnb_instruction_set set = nnb_instruction_set_in_use();
  for (nnb_precision precision = NNB_FLOAT64; precision < NNB_PRECISIONS; precision++) {
    instruction.run = nnb_find_kernel(set, precision, code);
    instruction.table = table;
    for (int address = 0; address < addresses; address++) {
      void *start = precision == NNB_FLOAT64 ? (void *)wide[address] : narrow[address];
      instruction.address[address] = kinds[address] == NONE ? NULL : start;
    }
    if (NNB_SGD <= code && code <= NNB_ADAMW) instruction.address[4] = powers;
    powers[0] = powers[1] = 1;
    for (int i = 0; i < times; i++) nnb_run(&instruction, 1);
    for (int address = 0; address < addresses; address++)
      for (int i = 0; i < capacity; i++) add(precision == NNB_FLOAT64 ? wide[address][i] : narrow[address][i]);
  }
}

/// As above for the codes from `first` to `last`.
static void run_all(nnb_code first, nnb_code last, nnb_instruction instruction, const contents *kinds) {
  for (nnb_code code = first; code <= last; code++) run(code, instruction, kinds, 1);
}

#define INSTRUCTION(...) ((nnb_instruction){__VA_ARGS__})
#define KINDS(...) ((const contents[addresses]){__VA_ARGS__})

static void elements_and_rows(void) {
  run_all(NNB_NEGATE, NNB_TANH_SLOPE_OF_OUTPUT, INSTRUCTION(.size = {4093}), KINDS(ZEROS, FAR_OUT));
  nnb_instruction meeting = {.size = {5, 7, 37}, .step = {259, 37, 1, 0, 0, 1, 37, 0, 1}};
  run_all(NNB_ADD, NNB_XOR, meeting, KINDS(ZEROS, NUMBERS, NUMBERS));
  run(NNB_POWER, meeting, KINDS(ZEROS, SHARES, NUMBERS), 1);
  run_all(NNB_BCE, NNB_BCE_LOGITS, meeting, KINDS(ZEROS, SHARES, SHARES));
  run_all(NNB_CHOICE, NNB_NEAR, meeting, KINDS(ZEROS, NUMBERS, NUMBERS, SHARES));
  run_all(NNB_SUM, NNB_WIDE_MEAN, INSTRUCTION(.size = {3, 7, 133}, .step = {931, 133, 1}), KINDS(ZEROS, NUMBERS));
  run_all(NNB_SUM, NNB_WIDE_MEAN, INSTRUCTION(.size = {1, 7, 133}, .step = {0, 1, 7}), KINDS(ZEROS, NUMBERS));
  run_all(NNB_SOFTMAX, NNB_ARGMAX, INSTRUCTION(.size = {17, 41}), KINDS(ZEROS, NUMBERS));
  run(NNB_CROSS_ENTROPY, INSTRUCTION(.size = {17, 41}), KINDS(ZEROS, NUMBERS, CLASSES), 1);
  run(NNB_CROSS_ENTROPY_SLOPE, INSTRUCTION(.size = {17, 41}), KINDS(ZEROS, NUMBERS, CLASSES, NUMBERS), 1);
  run(NNB_BCE_LOSS, INSTRUCTION(.size = {101}, .number = {0.01}), KINDS(ZEROS, ZEROS, SHARES, SHARES), 1);
  run(NNB_GATHER, INSTRUCTION(.size = {3, 37}, .step = {40}), KINDS(ZEROS, NUMBERS), 1);
  run(NNB_SCATTER, INSTRUCTION(.size = {3, 37, 45}, .step = {37}), KINDS(ZEROS, NUMBERS), 1);
  run(NNB_TRANSPOSE, INSTRUCTION(.size = {2, 13, 29}, .step = {377}), KINDS(ZEROS, NUMBERS), 1);
  run(NNB_COPY_ROWS, INSTRUCTION(.size = {9, 11}, .step = {12, 13}), KINDS(ZEROS, NUMBERS), 1);
}

static void products_and_layers(void) {
  // More than one chunk of rule R2, and edges of every tile.
  nnb_instruction product = {.size = {2, 13, 300, 19}, .step = {13 * 300, 300 * 19}};
  run_all(NNB_PRODUCT_NN, NNB_PRODUCT_TN, product, KINDS(ZEROS, NUMBERS, NUMBERS));
  static const nnb_code functions[] = {NNB_IDENTITY, NNB_TANH, NNB_RELU, NNB_GELU};
  for (int i = 0; i < 4; i++) {
    nnb_instruction layer = {.size = {13, 300, 19, functions[i]}}, small = {.size = {10, 2, 8, functions[i]}};
    run(NNB_DENSE, layer, KINDS(ZEROS, SHARES, NUMBERS, NUMBERS, ZEROS), 1);
    run(NNB_DENSE, small, KINDS(ZEROS, SHARES, NUMBERS, NUMBERS, NONE), 1);
  }
  static const ptrdiff_t slopes[] = {-1, NNB_TANH_SLOPE_OF_OUTPUT, NNB_RELU_SLOPE, NNB_GELU_SLOPE};
  for (int i = 0; i < 4; i++) {
    nnb_instruction layer = {.size = {13, 300, 19, slopes[i]}}, small = {.size = {10, 8, 8, slopes[i]}};
    const contents *kinds = KINDS(ZEROS, ZEROS, ZEROS, NUMBERS, SHARES, NUMBERS, NUMBERS, ZEROS);
    run(NNB_DENSE_BACKWARD, layer, kinds, 1);
    run(NNB_DENSE_BACKWARD, small, kinds, 1);
  }
  for (int stride = 1; stride <= 2; stride++) {
    nnb_instruction convolution = {.size = {2, 9, 11, 32, 3, 3, 5}, .step = {stride, 1}};
    run_all(NNB_CONVOLUTION, NNB_CONVOLUTION_BY_WEIGHTS, convolution, KINDS(ZEROS, NUMBERS, NUMBERS));
    nnb_instruction pool = {.size = {2, 9, 11, 5, 3}, .step = {stride}};
    run_all(NNB_POOL_MAX, NNB_POOL_MEAN_SLOPE, pool, KINDS(ZEROS, NUMBERS, NUMBERS));
  }
}

static void optimizers(void) {
  nnb_instruction step = {.size = {1001}, .number = {0.01, 0.02, 0.1, 0.9, 0.999, 1e-8, 0.01}};
  for (contents roles = NONE; roles <= ROLES; roles += ROLES - NONE) {
    run(NNB_SGD, step, KINDS(NUMBERS, NUMBERS, NONE, NONE, NONE, roles), 3);
    for (nnb_code code = NNB_MOMENTUM; code <= NNB_ADAGRAD; code++)
      run(code, step, KINDS(NUMBERS, NUMBERS, ZEROS, NONE, NONE, roles), 3);
    for (nnb_code code = NNB_ADAM; code <= NNB_ADAMW; code++)
      run(code, step, KINDS(NUMBERS, NUMBERS, ZEROS, ZEROS, NONE, roles), 3);
  }
}

int main(void) {
  for (int i = 0; i < 37; i++) table[i] = i * 11 % 37;
  elements_and_rows();
  products_and_layers();
  optimizers();
  printf("%016llx\n", (unsigned long long)hash);
}
