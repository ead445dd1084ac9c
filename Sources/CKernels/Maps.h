// Kernels of one, two and three elements that meet.

#define NNB_MAP(code, kernel) \
  static void NAME(kernel)(const nnb_instruction *instruction) { \
    R *result = instruction->address[0]; \
    const R *operand = instruction->address[1]; \
    ptrdiff_t count = instruction->size[0]; \
    for (ptrdiff_t i = 0; i < count; i += LANES) \
      NAME(store_next)(result + i, count - i, NAME(of_##kernel)(NAME(load_next)(operand + i, count - i))); \
  }
NNB_EACH_CODE_OF_ELEMENTS(NNB_MAP)
#undef NNB_MAP

/// result = function(operand), elements in a row; they may be the same.
static void NAME(apply)(nnb_code function, R *result, const R *operand, ptrdiff_t count) {
  nnb_instruction instruction;
  instruction.address[0] = result;
  instruction.address[1] = (void *)operand;
  instruction.size[0] = count;
  switch (function) {
#define NNB_APPLY(code, kernel) \
  case code: NAME(kernel)(&instruction); break;
    NNB_EACH_CODE_OF_ELEMENTS(NNB_APPLY)
#undef NNB_APPLY
    default: break;
  }
}

// Compare and select, the first operand kept where they are equal; a NaN stays or is taken over (rule R4).
#define NNB_SMALLER(a, b) ((((a) <= (b)) | ((a) != (a))) ? (a) : (b))
#define NNB_LARGER(a, b) ((((a) >= (b)) | ((a) != (a))) ? (a) : (b))

NNB_INLINE V NAME(of_add)(V a, V b) { return a + b; }
NNB_INLINE V NAME(of_subtract)(V a, V b) { return a - b; }
NNB_INLINE V NAME(of_multiply)(V a, V b) { return a * b; }
NNB_INLINE V NAME(of_divide)(V a, V b) { return a / b; }
NNB_INLINE V NAME(of_minimum)(V a, V b) { return NNB_SMALLER(a, b); }
NNB_INLINE V NAME(of_maximum)(V a, V b) { return NNB_LARGER(a, b); }
NNB_INLINE V NAME(of_subtract_from)(V a, V b) { return b - a; }
NNB_INLINE V NAME(of_equal)(V a, V b) { return a == b ? ONE : ZERO; }
NNB_INLINE V NAME(of_not_equal)(V a, V b) { return a == b ? ZERO : ONE; }
NNB_INLINE V NAME(of_less)(V a, V b) { return a < b ? ONE : ZERO; }
NNB_INLINE V NAME(of_less_or_equal)(V a, V b) { return a <= b ? ONE : ZERO; }
NNB_INLINE V NAME(of_greater)(V a, V b) { return a > b ? ONE : ZERO; }
NNB_INLINE V NAME(of_greater_or_equal)(V a, V b) { return a >= b ? ONE : ZERO; }
NNB_INLINE V NAME(of_logical_and)(V a, V b) { return ((a == ZERO) | (b == ZERO)) ? ZERO : ONE; }
NNB_INLINE V NAME(of_logical_or)(V a, V b) { return ((a == ZERO) & (b == ZERO)) ? ZERO : ONE; }
NNB_INLINE V NAME(of_logical_xor)(V a, V b) { return ((a == ZERO) ^ (b == ZERO)) ? ONE : ZERO; }

NNB_INLINE V NAME(of_power)(V a, V b) {
  W x = NAME(widened)(a), y = NAME(widened)(b);
  for (int lane = 0; lane < LANES; lane++) x[lane] = wide_pow_one(x[lane], y[lane]);
  return NAME(narrowed)(x);
}

NNB_INLINE V NAME(of_bce)(V a, V b) {
  W p = NAME(widened)(a), y = NAME(widened)(b);
  W right = NAME(wide_log)(p), left = NAME(wide_log)(1.0 - p);
  right = right < -100.0 ? (W)(-100.0) : right;
  left = left < -100.0 ? (W)(-100.0) : left;
  return NAME(narrowed)(-(y * right + (1.0 - y) * left));
}

NNB_INLINE V NAME(of_bce_slope)(V a, V b) {
  W p = NAME(widened)(a), y = NAME(widened)(b);
  W below = p * (1.0 - p);
  return NAME(narrowed)((p - y) / (below < 1e-12 ? (W)(1e-12) : below));
}

NNB_INLINE V NAME(of_bce_logits)(V a, V b) {
  W z = NAME(widened)(a), y = NAME(widened)(b);
  W tail = NAME(wide_softplus)(-NAME(magnitude)(z));
  return NAME(narrowed)(((z <= 0.0 ? (W)(0.0) : z) - z * y) + tail);
}

NNB_INLINE V NAME(of_choice)(V a, V b, V c) { return a == ZERO ? c : b; }
NNB_INLINE V NAME(of_near)(V a, V b, V c) { return NAME(size_of)(a - b) <= c ? ONE : ZERO; }

enum { NAME(most_operands) = 3 };

/// Three nested loops over operands, the innermost without gaps or over one element.
typedef struct {
  R *result;
  const R *operand[NAME(most_operands)];
  ptrdiff_t size[3];
  ptrdiff_t step[NAME(most_operands)][3];
} NAME(loops);

/// Makes one loop of the inner two where every operand goes through both in one step; whether it did.
NNB_INLINE int NAME(join)(NAME(loops) *loops, int operands) {
  int single = loops->size[2] == 1;
  for (int i = 0; i < operands; i++) {
    const ptrdiff_t *step = loops->step[i];
    int together = single ? step[1] == 0 || step[1] == 1 : step[1] == step[2] * loops->size[2];
    if (!together && loops->size[1] != 1) return 0;
  }
  if (single && loops->size[1] != 1)
    for (int i = 0; i < operands; i++) loops->step[i][2] = loops->step[i][1];
  loops->size[2] *= loops->size[1];
  loops->size[1] = 1;
  return 1;
}

NNB_INLINE NAME(loops) NAME(loops_of)(const nnb_instruction *instruction, int operands) {
  NAME(loops) loops = {.result = instruction->address[0]};
  for (int axis = 0; axis < 3; axis++) loops.size[axis] = instruction->size[axis];
  for (int i = 0; i < operands; i++) {
    loops.operand[i] = instruction->address[1 + i];
    for (int axis = 0; axis < 3; axis++) loops.step[i][axis] = instruction->step[3 * i + axis];
  }
  if (!NAME(join)(&loops, operands)) return loops;
  // The outermost loop moves inwards and may be joined, too.
  loops.size[1] = loops.size[0];
  loops.size[0] = 1;
  for (int i = 0; i < operands; i++) loops.step[i][1] = loops.step[i][0];
  NAME(join)(&loops, operands);
  return loops;
}

// The next lanes of operand i: its elements, or the one that stays.
#define NNB_OPERAND(i) (loops.step[i][2] ? NAME(load_next)(at[i] + j, n - j) : (V)(*at[i]))

#define NNB_MEET(kernel, operands, value) \
  static void NAME(kernel)(const nnb_instruction *instruction) { \
    NAME(loops) loops = NAME(loops_of)(instruction, operands); \
    R *result = loops.result; \
    ptrdiff_t n = loops.size[2]; \
    if (n == 0) return; \
    for (ptrdiff_t i0 = 0; i0 < loops.size[0]; i0++) { \
      for (ptrdiff_t i1 = 0; i1 < loops.size[1]; i1++) { \
        const R *at[operands]; \
        for (int i = 0; i < operands; i++) \
          at[i] = loops.operand[i] + i0 * loops.step[i][0] + i1 * loops.step[i][1]; \
        for (ptrdiff_t j = 0; j < n; j += LANES) NAME(store_next)(result + j, n - j, value); \
        result += n; \
      } \
    } \
  }
#define NNB_MEET_TWO(kernel) NNB_MEET(kernel, 2, NAME(of_##kernel)(NNB_OPERAND(0), NNB_OPERAND(1)))
#define NNB_MEET_THREE(kernel) \
  NNB_MEET(kernel, 3, NAME(of_##kernel)(NNB_OPERAND(0), NNB_OPERAND(1), NNB_OPERAND(2)))

NNB_MEET_TWO(add)
NNB_MEET_TWO(subtract)
NNB_MEET_TWO(multiply)
NNB_MEET_TWO(divide)
NNB_MEET_TWO(power)
NNB_MEET_TWO(minimum)
NNB_MEET_TWO(maximum)
NNB_MEET_TWO(subtract_from)
NNB_MEET_TWO(equal)
NNB_MEET_TWO(not_equal)
NNB_MEET_TWO(less)
NNB_MEET_TWO(less_or_equal)
NNB_MEET_TWO(greater)
NNB_MEET_TWO(greater_or_equal)
NNB_MEET_TWO(logical_and)
NNB_MEET_TWO(logical_or)
NNB_MEET_TWO(logical_xor)
NNB_MEET_TWO(bce)
NNB_MEET_TWO(bce_slope)
NNB_MEET_TWO(bce_logits)
NNB_MEET_THREE(choice)
NNB_MEET_THREE(near)
#undef NNB_OPERAND
#undef NNB_MEET
#undef NNB_MEET_TWO
#undef NNB_MEET_THREE
