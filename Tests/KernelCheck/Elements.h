// Functions of one, two and three elements.

/// Counts around whole vectors.
static sizes NAME(element_counts)(unsigned sets) {
  sizes list = {.count = 0};
  add_size(&list, 0, sets), add_size(&list, 1, sets), add_size(&list, 65, sets);
  FOR_EACH_SET(set, sets) {
    ptrdiff_t lanes = nnb_find_limits(set, PRECISION)->lanes;
    add_around(&list, lanes, 1u << set), add_around(&list, 2 * lanes, 1u << set);
  }
  return list;
}

static void NAME(check_functions)(unsigned sets, nnb_check_report *report) {
  sizes counts = NAME(element_counts)(sets);
  numbers from = {3};
  for (size_t f = 0; f < sizeof functions_of_one / sizeof *functions_of_one; f++)
    for (int c = 0; c < counts.count; c++)
      for (int is_awkward = 0; is_awkward < 2; is_awkward++)
        FOR_EACH_SET(set, counts.sets[c]) {
          // What is not exact is compared where its own error is small.
          int is_exact = functions_of_one[f].exact != NULL;
          ptrdiff_t count = counts.value[c];
          R *x = NAME(drawn)(count, &from, is_awkward && is_exact), *result = NAME(room)(count);
          NAME(trial) trial = {{.address = {result, x}, .size = {count}}, functions_of_one[f].code, set, report};
          NAME(run)(&trial);
          R *want = NAME(room)(count);
          for (ptrdiff_t i = 0; i < count; i++)
            want[i] = (R)(is_exact ? functions_of_one[f].exact((double)x[i])
                                   : (double)functions_of_one[f].close((long double)x[i]));
          NAME(compare_corner)(&trial, "result", result, 1, count, want, count, is_exact ? 0 : 32);
          // The result may stand where the operand does.
          trial.instruction.address[0] = x;
          NAME(run)(&trial);
          memcpy(result, x, (size_t)count * sizeof(R));
          NAME(compare_corner)(&trial, "result in place", result, 1, count, want, count, is_exact ? 0 : 32);
          discard(x), discard(result), discard(want);
        }
}

/// The axes of an operand as bits: it has a step along each axis that it has.
static void NAME(set_steps)(ptrdiff_t *step, int axes, const ptrdiff_t *size) {
  ptrdiff_t inner = axes & 4 ? size[2] : 1;
  step[2] = axes & 4 ? 1 : 0;
  step[1] = axes & 2 ? inner : 0;
  step[0] = axes & 1 ? inner * (axes & 2 ? size[1] : 1) : 0;
}

static void NAME(check_meeting)(nnb_instruction_set set, size_t f, const int *axes,
    const ptrdiff_t *size, numbers *from, nnb_check_report *report) {
  const function_of_more *function = &functions_of_more[f];
  ptrdiff_t count = size[0] * size[1] * size[2];
  NAME(trial) trial = {{.size = {size[0], size[1], size[2]}}, function->code, set, report};
  R *operand[3], *result = NAME(room)(count), *want = NAME(room)(count);
  for (int i = 0; i < 3; i++) {
    operand[i] = NAME(drawn)(count, from, function->units == 0 && !function->is_of_shares);
    // Probabilities, where they are wanted.
    for (ptrdiff_t j = 0; function->is_of_shares && j < count; j++)
      operand[i][j] = (R)fabs((double)operand[i][j] / 4.5);
    NAME(set_steps)(trial.instruction.step + 3 * i, axes[i], size);
    trial.instruction.address[1 + i] = operand[i];
  }
  trial.instruction.address[0] = result;
  NAME(run)(&trial);
  for (ptrdiff_t i = 0; i < count; i++) {
    R at[3];
    for (int j = 0; j < 3; j++) {
      const ptrdiff_t *step = trial.instruction.step + 3 * j;
      at[j] = operand[j][i / (size[1] * size[2]) * step[0] + i / size[2] % size[1] * step[1] + i % size[2] * step[2]];
    }
    want[i] = (R)function->value((double)at[0], (double)at[1], (double)at[2]);
    if (function->code == NNB_NEAR) want[i] = (R)fabs((double)(R)(at[0] - at[1])) <= at[2];
  }
  NAME(compare_corner)(&trial, "result", result, 1, count, want, count, function->units);
  for (int i = 0; i < 3; i++) discard(operand[i]);
  discard(result), discard(want);
}

static void NAME(check_meetings)(unsigned sets, nnb_check_report *report) {
  sizes inner = NAME(element_counts)(sets);
  numbers from = {4};
  int turn = 0;
  static const ptrdiff_t outer[] = {1, 3}, middle[] = {1, 2, 5};
  for (size_t f = 0; f < sizeof functions_of_more / sizeof *functions_of_more; f++)
    for (int c = 0; c < inner.count; c++)
      for (int a = 0; a < 512; a++) {
        // All axes of two operands, and of the third one in turn.
        int axes[3] = {a & 7, a >> 3 & 7, a >> 6}, o = turn % 2, m = turn / 2 % 3;
        if (functions_of_more[f].operands < 3 ? axes[2] != 0 : (a + f) % 7 != 0) continue;
        turn++;
        ptrdiff_t size[3] = {outer[o], middle[m], inner.value[c]};
        FOR_EACH_SET(set, inner.sets[c]) NAME(check_meeting)(set, f, axes, size, &from, report);
      }
}

static void NAME(check_elements)(unsigned sets, nnb_check_report *report) {
  NAME(check_functions)(sets, report);
  NAME(check_meetings)(sets, report);
}
