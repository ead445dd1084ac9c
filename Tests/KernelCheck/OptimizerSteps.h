// Steps of each optimizer by PyTorch's formulas, of as many parameters as fill vectors, and one more or less. What
// happens after many steps is the matter of OptimizerTests.

/// What is too small to matter goes to 0 in float32 (rule R6).
static R NAME(flushed)(R state) { return sizeof(R) == 4 && fabs((double)state) < 0x1p-100 ? 0 : state; }

static void NAME(plain_step)(nnb_code code, R *p, R g, R *s1, R *s2, const double *number, const double *powers) {
  R rate = (R)number[2], a = (R)number[3], kept = (R)(1 - number[3]);
  switch (code) {
    case NNB_SGD: *p -= rate * g; return;
    case NNB_MOMENTUM: *s1 = NAME(flushed)(a * *s1 + g), *p -= rate * *s1; return;
    case NNB_NESTEROV: *s1 = NAME(flushed)(a * *s1 + g), *p -= rate * (g + a * *s1); return;
    case NNB_RMSPROP:
      *s1 = NAME(flushed)(a * *s1 + kept * g * g);
      *p -= rate * g / ((R)sqrt((double)*s1) + (R)number[4]);
      return;
    case NNB_ADAGRAD:
      *s1 = NAME(flushed)(*s1 + g * g);
      *p -= rate * g / ((R)sqrt((double)*s1) + a);
      return;
    default: break;
  }
  if (code == NNB_ADAMW) *p *= (R)(1 - number[2] * number[6]);
  *s1 = NAME(flushed)(a * *s1 + kept * g);
  *s2 = NAME(flushed)((R)number[4] * *s2 + (R)(1 - number[4]) * g * g);
  R corrected = (R)(number[2] / (1 - powers[0])), root = (R)(1 / sqrt(1 - powers[1]));
  *p -= corrected * *s1 / ((R)sqrt((double)*s2) * root + (R)number[5]);
}

/// A step of a parameter with a role: 1 for a weight, 0 for a bias, -1 for a weight that l1 holds at 0.
static void NAME(plain_decaying_step)(
    nnb_code code, R *p, R g, R *s1, R *s2, R *role, const double *number, const double *powers) {
  R l1 = (R)number[0], l2 = (R)number[1], free = *p, free1 = *s1, free2 = *s2;
  if (*role > 0) g = g + l2 * *p;
  NAME(plain_step)(code, &free, g, &free1, &free2, number, powers);
  if (*role > 0 && l1 != 0) g = g + l1 * (*p > 0 ? 1 : *p < 0 ? -1 : *p);
  NAME(plain_step)(code, p, g, s1, s2, number, powers);
  if (l1 != 0 && ((free > 0 && *p < 0) || (free < 0 && *p > 0))) *role = -1;
  if (l1 != 0 && *role < 0) *p = 0;
}

static void NAME(check_optimizer)(
    nnb_instruction_set set, nnb_code code, ptrdiff_t count, int form, nnb_check_report *report) {
  static const double number[][8] = {{0, 0, 0.1}, {0, 0, 0.1, 0.9}, {0, 0, 0.1, 0.9}, {0, 0, 0.01, 0.99, 1e-8},
      {0, 0, 0.1, 1e-10}, {0, 0, 0.1, 0.9, 0.999, 1e-8}, {0, 0, 0.1, 0.9, 0.999, 1e-8, 0.01}};
  // Awkward numbers; and nothing that decays, l2 alone, l1 alone, large enough to bring weights to 0, or both.
  int is_awkward = form & 1, has_l2 = form & 2, has_l1 = form & 4;
  numbers from = {(uint64_t)(count + 11)};
  R *p = NAME(drawn)(count, &from, is_awkward), *g = NAME(drawn)(count, &from, is_awkward);
  R *s1 = NAME(drawn)(count, &from, 0);
  R *s2 = NAME(drawn)(count, &from, 0);
  R *want[3] = {NAME(room)(count), NAME(room)(count), NAME(room)(count)};
  double powers[2] = {1, 1}, want_powers[2] = {1, 1};
  NAME(trial) trial = {{.address = {p, g, s1, s2, powers}, .size = {count}}, code, set, report};
  memcpy(trial.instruction.number, number[code - NNB_SGD], sizeof trial.instruction.number);
  R *roles = NAME(drawn)(count, &from, 0), *want_roles = NAME(room)(count);
  for (ptrdiff_t i = 0; i < count; i++) roles[i] = want_roles[i] = i % 5 == 2 ? 0 : i % 7 == 3 && has_l1 ? -1 : 1;
  if (has_l1) trial.instruction.number[0] = 3;
  if (has_l2) trial.instruction.number[1] = 0.02;
  if (has_l1 || has_l2) trial.instruction.address[5] = roles;
  for (ptrdiff_t i = 0; i < count; i++) s1[i] = (R)fabs((double)s1[i]), s2[i] = s2[i] < 0 ? (R)0x1p-110 : s2[i];
  for (int step = 1; step <= 3; step++) {
    for (int i = 0; i < 2; i++) want_powers[i] *= trial.instruction.number[3 + i];
    for (ptrdiff_t i = 0; i < count; i++) {
      want[0][i] = p[i], want[1][i] = s1[i], want[2][i] = s2[i];
      if (!has_l1 && !has_l2) want_roles[i] = 0;
      NAME(plain_decaying_step)(
          code, &want[0][i], g[i], &want[1][i], &want[2][i], &want_roles[i], trial.instruction.number, want_powers);
    }
    NAME(run)(&trial);
    for (ptrdiff_t i = 0; i < count; i++)
      if (!NAME(same)(p[i], want[0][i])) fail(report, &trial.instruction, code, set, "p", i, p[i], want[0][i]);
    for (ptrdiff_t i = 0; i < count; i++)
      if (!NAME(same)(s1[i], want[1][i]) || !NAME(same)(s2[i], want[2][i]))
        fail(report, &trial.instruction, code, set, "state", i, s1[i], want[1][i]);
    for (ptrdiff_t i = 0; i < count; i++)
      if ((has_l1 || has_l2) && !NAME(same)(roles[i], want_roles[i]))
        fail(report, &trial.instruction, code, set, "role", i, roles[i], want_roles[i]);
  }
  for (int i = 0; i < 3; i++) discard(want[i]);
  discard(p), discard(g), discard(s1), discard(s2);
  discard(roles), discard(want_roles);
}

static void NAME(check_optimizers)(unsigned sets, nnb_check_report *report) {
  sizes counts = NAME(element_counts)(sets);
  for (nnb_code code = NNB_SGD; code <= NNB_ADAMW; code++)
    for (int c = 0; c < counts.count; c++)
      for (int form = 0; form < 8; form++)
        FOR_EACH_SET(set, counts.sets[c]) NAME(check_optimizer)(set, code, counts.value[c], form, report);
}
