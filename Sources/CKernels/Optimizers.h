// One step of an optimizer over a flat vector: PyTorch's formulas, every operation rounded (rule R1).

/// The numbers of one step, and what they lead to.
typedef struct {
  R l1, l2, rate, decay, first, kept_first, second, kept_second, epsilon, correction;
} NAME(step_numbers);

/// Moments too small to matter would become subnormal numbers, which are slow: float32 drops them (rule R6).
NNB_INLINE V NAME(flushed)(V state) {
#if NNB_FLOAT
  return NAME(size_of)(state) < (V)(0x1p-100f) ? ZERO : state;
#else
  return state;
#endif
}

// The steps of the optimizers: from the gradient g, the parameter p and its state to the new parameter.
#define NNB_STEP_OF(name) \
  NNB_INLINE V NAME(name##_step)(V p, V g, V *s1, V *s2, const NAME(step_numbers) *by)

NNB_STEP_OF(sgd) { return p - (V)(by->rate) * g; }

NNB_STEP_OF(momentum) {
  *s1 = NAME(flushed)((V)(by->first) * *s1 + g);
  return p - (V)(by->rate) * *s1;
}

NNB_STEP_OF(nesterov) {
  *s1 = NAME(flushed)((V)(by->first) * *s1 + g);
  return p - (V)(by->rate) * (g + (V)(by->first) * *s1);
}

NNB_STEP_OF(rmsprop) {
  *s1 = NAME(flushed)((V)(by->first) * *s1 + (V)(by->kept_first) * g * g);
  return p - (V)(by->rate) * g / (__builtin_elementwise_sqrt(*s1) + (V)(by->epsilon));
}

NNB_STEP_OF(adagrad) {
  *s1 = NAME(flushed)(*s1 + g * g);
  return p - (V)(by->rate) * g / (__builtin_elementwise_sqrt(*s1) + (V)(by->epsilon));
}

NNB_STEP_OF(adam) {
  *s1 = NAME(flushed)((V)(by->first) * *s1 + (V)(by->kept_first) * g);
  *s2 = NAME(flushed)((V)(by->second) * *s2 + (V)(by->kept_second) * g * g);
  V below = __builtin_elementwise_sqrt(*s2) * (V)(by->correction) + (V)(by->epsilon);
  return p - (V)(by->rate) * *s1 / below;
}

NNB_STEP_OF(adamw) { return NAME(adam_step)(p * (V)(by->decay), g, s1, s2, by); }

/// Moves base^t on by one step and returns 1 − base^t. A power that 1 no longer feels becomes 0 before it is subnormal.
NNB_INLINE double NAME(correction)(double base, double *power) {
  double next = base * *power;
  *power = next < 0x1p-60 ? 0.0 : next;
  return 1.0 - *power;
}

NNB_INLINE NAME(step_numbers) NAME(plain_numbers)(const double *number) {
  return (NAME(step_numbers)){.l1 = (R)number[0], .l2 = (R)number[1], .rate = (R)number[2]};
}

NNB_INLINE NAME(step_numbers) NAME(sgd_numbers)(const double *number, double *powers) {
  return NAME(plain_numbers)(number);
}

NNB_INLINE NAME(step_numbers) NAME(momentum_numbers)(const double *number, double *powers) {
  NAME(step_numbers) by = NAME(plain_numbers)(number);
  by.first = (R)number[3];
  return by;
}

NNB_INLINE NAME(step_numbers) NAME(nesterov_numbers)(const double *number, double *powers) {
  return NAME(momentum_numbers)(number, powers);
}

NNB_INLINE NAME(step_numbers) NAME(rmsprop_numbers)(const double *number, double *powers) {
  NAME(step_numbers) by = NAME(plain_numbers)(number);
  by.first = (R)number[3];
  by.kept_first = (R)(1.0 - number[3]);
  by.epsilon = (R)number[4];
  return by;
}

NNB_INLINE NAME(step_numbers) NAME(adagrad_numbers)(const double *number, double *powers) {
  NAME(step_numbers) by = NAME(plain_numbers)(number);
  by.epsilon = (R)number[3];
  return by;
}

NNB_INLINE NAME(step_numbers) NAME(adam_numbers)(const double *number, double *powers) {
  NAME(step_numbers) by = NAME(plain_numbers)(number);
  by.rate = (R)(number[2] / NAME(correction)(number[3], &powers[0]));
  by.first = (R)number[3];
  by.kept_first = (R)(1.0 - number[3]);
  by.second = (R)number[4];
  by.kept_second = (R)(1.0 - number[4]);
  by.correction = (R)(1.0 / __builtin_elementwise_sqrt(NAME(correction)(number[4], &powers[1])));
  by.epsilon = (R)number[5];
  return by;
}

NNB_INLINE NAME(step_numbers) NAME(adamw_numbers)(const double *number, double *powers) {
  NAME(step_numbers) by = NAME(adam_numbers)(number, powers);
  by.decay = (R)(1.0 - number[2] * number[6]);
  return by;
}

/// Whether two numbers stand on different sides of 0.
NNB_INLINE M NAME(are_apart)(V a, V b) { return ((a > ZERO) & (b < ZERO)) | ((a < ZERO) & (b > ZERO)); }

// A step of parameters with their roles: weights feel l1 and l2. One that l1 alone brings to the other side of 0, so
// that the step without l1 would not have crossed it, becomes 0 and is held there.
#define NNB_DECAYING_STEP_OF(name) \
  NNB_INLINE V NAME(name##_decaying_step)(V p, V g, V *s1, V *s2, V *role, const NAME(step_numbers) *by) { \
    V free1 = *s1, free2 = *s2; \
    V slope = *role > ZERO ? g + (V)(by->l2) * p : g; \
    if (by->l1 == (R)0) return NAME(name##_step)(p, slope, s1, s2, by); \
    V free = NAME(name##_step)(p, slope, &free1, &free2, by); \
    slope = *role > ZERO ? slope + (V)(by->l1) * NAME(of_sign)(p) : slope; \
    V next = NAME(name##_step)(p, slope, s1, s2, by); \
    *role = NAME(are_apart)(free, next) ? (V)((R)-1) : *role; \
    return *role < ZERO ? ZERO : next; \
  }
NNB_DECAYING_STEP_OF(sgd)
NNB_DECAYING_STEP_OF(momentum)
NNB_DECAYING_STEP_OF(nesterov)
NNB_DECAYING_STEP_OF(rmsprop)
NNB_DECAYING_STEP_OF(adagrad)
NNB_DECAYING_STEP_OF(adam)
NNB_DECAYING_STEP_OF(adamw)
#undef NNB_DECAYING_STEP_OF

// One vector of parameters by a step without or with roles.
#define NNB_MOVE(name, states, load, store) \
  { \
    V s[2] = {ZERO, ZERO}; \
    for (int j = 0; j < states; j++) s[j] = load(state[j] + i); \
    V at = load(p + i), slope = load(g + i), next; \
    if (roles) { \
      V role = load(roles + i); \
      next = NAME(name##_decaying_step)(at, slope, &s[0], &s[1], &role, &by); \
      store(roles + i, role); \
    } else { \
      next = NAME(name##_step)(at, slope, &s[0], &s[1], &by); \
    } \
    store(p + i, next); \
    for (int j = 0; j < states; j++) store(state[j] + i, s[j]); \
  }
#define NNB_LOAD_REST(from) NAME(load_first)(from, count - i)
#define NNB_STORE_REST(to, x) NAME(store_first)(to, count - i, x)

#define NNB_OPTIMIZER(name, states) \
  static void NAME(name)(const nnb_instruction *instruction) { \
    R *p = instruction->address[0]; \
    const R *g = instruction->address[1]; \
    R *state[2] = {instruction->address[2], instruction->address[3]}; \
    R *roles = instruction->address[5]; \
    NAME(step_numbers) by = NAME(name##_numbers)(instruction->number, instruction->address[4]); \
    ptrdiff_t count = instruction->size[0], i = 0; \
    for (; i + LANES <= count; i += LANES) NNB_MOVE(name, states, NAME(load), NAME(store)) \
    if (i < count) NNB_MOVE(name, states, NNB_LOAD_REST, NNB_STORE_REST) \
  }
NNB_OPTIMIZER(sgd, 0)
NNB_OPTIMIZER(momentum, 1)
NNB_OPTIMIZER(nesterov, 1)
NNB_OPTIMIZER(rmsprop, 1)
NNB_OPTIMIZER(adagrad, 1)
NNB_OPTIMIZER(adam, 2)
NNB_OPTIMIZER(adamw, 2)
#undef NNB_OPTIMIZER
#undef NNB_MOVE
#undef NNB_LOAD_REST
#undef NNB_STORE_REST
#undef NNB_STEP_OF
