// Reductions, rows of the last axis, the cross-entropy of shares, and kernels that move elements.

static R NAME(reduced)(nnb_code code, const R *from, ptrdiff_t step, ptrdiff_t count) {
  if (count == 0) return 0;
  if (code == NNB_SUM) return NAME(lane_sum)(from, step, count);
  if (code == NNB_MEAN) return NAME(lane_sum)(from, step, count) / (R)count;
  if (code == NNB_WIDE_SUM) return (R)NAME(wide_lane_sum)(from, step, count);
  if (code == NNB_WIDE_MEAN) return (R)(NAME(wide_lane_sum)(from, step, count) / (double)count);
  // Of numbers that are not NaN, with no two zeros of different sign, the order does not matter.
  R best = from[0];
  for (ptrdiff_t i = 1; i < count; i++) {
    R x = from[i * step];
    if (code == NNB_MIN ? x < best : x > best) best = x;
  }
  return best;
}

static void NAME(check_reductions)(unsigned sets, nnb_check_report *report) {
  sizes counts = {.count = 0}, columns = counts;
  numbers from = {5};
  add_size(&counts, 0, sets), add_around(&counts, 2, sets), add_around(&counts, 16, sets);
  add_around(&counts, 32, sets), add_size(&counts, 257, sets), add_around(&columns, 2, sets);
  FOR_EACH_SET(set, sets) {
    ptrdiff_t lanes = nnb_find_limits(set, PRECISION)->lanes;
    add_around(&counts, lanes, 1u << set);
    add_around(&columns, lanes, 1u << set), add_around(&columns, 2 * lanes, 1u << set);
  }
  for (int c = 0; c < counts.count; c++)
    for (int j = 0; j < columns.count; j++)
      for (int form = 0; form < 18; form++)
        FOR_EACH_SET(set, counts.sets[c] & columns.sets[j]) {
          nnb_code code = NNB_SUM + form % 6;
          ptrdiff_t count = counts.value[c], n = columns.value[j], rows = form / 6 == 2 ? 1 : 3;
          // Along rows, along columns, and along columns that are not beside each other.
          int kind = form / 6;
          ptrdiff_t step[3] = {count * n, kind == 0 ? count : kind, kind == 0 ? 1 : n * kind};
          R *x = NAME(drawn)(rows * count * n * 2, &from, 0);
          R *result = NAME(room)(rows * n), *want = NAME(room)(rows * n);
          NAME(trial) trial = {{.address = {result, x}, .size = {rows, n, count}, .step = {step[0], step[1], step[2]}},
              code, set, report};
          NAME(run)(&trial);
          for (ptrdiff_t i = 0; i < rows * n; i++)
            want[i] = NAME(reduced)(code, x + i / n * step[0] + i % n * step[1], step[2], count);
          NAME(compare)(&trial, "result", result, rows * n, want);
          discard(x), discard(result), discard(want);
        }
}

static void NAME(check_softmax)(
    NAME(trial) *trial, const R *z, const R *labels, const R *g, ptrdiff_t rows, ptrdiff_t n) {
  R *result = NAME(room)(rows * n);
  trial->instruction.address[0] = result;
  NAME(run)(trial);
  for (ptrdiff_t i = 0; i < rows; i++) {
    const R *row = z + i * n;
    double largest = -INFINITY, sum = 0;
    // No output stands for a label that is not one of 0 … n−1.
    ptrdiff_t label = -1, index = 0;
    for (ptrdiff_t j = 0; j < n; j++)
      if (labels[i] == (R)j) label = j;
    for (ptrdiff_t j = 0; j < n; j++) largest = row[j] > largest ? (double)row[j] : largest;
    while (row[index] != largest) index++;
    for (ptrdiff_t j = 0; j < n; j++) sum += exp((double)(R)(row[j] - (R)largest));
    for (ptrdiff_t j = 0; j < n; j++) {
      double share = exp((double)(R)(row[j] - (R)largest)) / sum, want = share;
      ptrdiff_t at = i * n + j;
      if (trial->code == NNB_CROSS_ENTROPY_SLOPE) want = (share - (j == label)) * (double)g[i];
      if (trial->code == NNB_CROSS_ENTROPY) want = label < 0 ? NAN : log(sum) + (largest - (double)row[label]), at = i;
      if (trial->code == NNB_ARGMAX) want = (double)index + 1, at = i;
      if (!NAME(close)(result[at], want, 32, trial->code == NNB_SOFTMAX ? 0 : 4))
        fail(trial->report, &trial->instruction, trial->code, trial->set, "result", at, result[at], want);
    }
  }
  int gives_rows = trial->code == NNB_SOFTMAX || trial->code == NNB_CROSS_ENTROPY_SLOPE;
  if (!NAME(is_guarded)(result, gives_rows ? rows * n : rows))
    fail(trial->report, &trial->instruction, trial->code, trial->set, "behind the end of ", 0, 0, 77);
  discard(result);
}

static void NAME(check_moves)(nnb_instruction_set set, ptrdiff_t rows, ptrdiff_t n, nnb_check_report *report) {
  numbers from = {6};
  ptrdiff_t step = n + 3, count = n + 2;
  R *x = NAME(drawn)(2 * rows * step, &from, 1), *want = NAME(room)(2 * rows * count);
  R *gathered = NAME(room)(rows * n), *scattered = NAME(room)(rows * count), *turned = NAME(room)(2 * rows * n);
  R *copied = NAME(room)(rows * count);
  ptrdiff_t *table = malloc((size_t)(n + 1) * sizeof *table);
  for (ptrdiff_t j = 0; j < n; j++) table[j] = (ptrdiff_t)(next_bits(&from) % (uint64_t)n);
  NAME(trial) trial = {{.address = {gathered, x}, .size = {rows, n, count}, .step = {step}, .table = table}, NNB_GATHER,
      set, report};
  NAME(run)(&trial);
  for (ptrdiff_t i = 0; i < rows * n; i++) want[i] = x[i / n * step + table[i % n]];
  NAME(compare)(&trial, "result", gathered, rows * n, want);
  trial.code = NNB_SCATTER;
  trial.instruction.address[0] = scattered;
  NAME(run)(&trial);
  for (ptrdiff_t i = 0; i < rows * count; i++) want[i] = 0;
  for (ptrdiff_t i = 0; i < rows * n; i++) want[i / n * count + table[i % n]] += x[i / n * step + i % n];
  NAME(compare)(&trial, "result", scattered, rows * count, want);
  trial.code = NNB_TRANSPOSE;
  trial.instruction.address[0] = turned;
  trial.instruction.size[0] = 2, trial.instruction.size[1] = rows, trial.instruction.size[2] = n;
  NAME(run)(&trial);
  for (ptrdiff_t c = 0; c < 2; c++)
    for (ptrdiff_t i = 0; i < rows * n; i++) want[c * rows * n + i % n * rows + i / n] = x[c * step + i];
  NAME(compare)(&trial, "result", turned, 2 * rows * n, want);
  trial.code = NNB_COPY_ROWS;
  trial.instruction.address[0] = copied;
  trial.instruction.size[0] = rows, trial.instruction.size[1] = n;
  trial.instruction.step[0] = count, trial.instruction.step[1] = step;
  for (ptrdiff_t i = 0; i < rows * count; i++) copied[i] = want[i] = 5;
  NAME(run)(&trial);
  for (ptrdiff_t i = 0; i < rows * n; i++) want[i / n * count + i % n] = x[i / n * step + i % n];
  NAME(compare)(&trial, "result", copied, rows * count, want);
  discard(x), discard(want), discard(gathered), discard(scattered), discard(turned), discard(copied), discard(table);
}

/// With targets that are classes, all of them or but the last.
static void NAME(check_bce_loss)(
    nnb_instruction_set set, ptrdiff_t count, int is_of_classes, nnb_check_report *report) {
  numbers from = {7};
  R *p = NAME(drawn)(count, &from, 0), *y = NAME(drawn)(count, &from, 0);
  R *slope = NAME(room)(count), *mean = NAME(room)(1);
  R *terms = NAME(room)(count), *slopes = NAME(room)(count);
  for (ptrdiff_t i = 0; i < count; i++) {
    p[i] = (R)fabs((double)p[i] / 4.5), y[i] = is_of_classes || i + 1 < count ? (R)(y[i] > 0) : (R)0.25;
    terms[i] = (R)meet_bce((double)p[i], (double)y[i], 0);
    slopes[i] = (R)0.3 * (R)meet_bce_slope((double)p[i], (double)y[i], 0);
  }
  NAME(trial) trial = {{.address = {mean, slope, p, y}, .size = {count}, .number = {0.3}}, NNB_BCE_LOSS, set, report};
  NAME(run)(&trial);
  NAME(compare)(&trial, "slope", slope, count, slopes);
  R want = NAME(lane_sum)(terms, 1, count) / (R)count;
  NAME(compare_corner)(&trial, "mean", mean, 1, 1, &want, 1, 16);
  discard(p), discard(y), discard(slope), discard(mean), discard(terms), discard(slopes);
}

static void NAME(check_rows)(unsigned sets, nnb_check_report *report) {
  NAME(check_reductions)(sets, report);
  sizes counts = {.count = 0};
  add_around(&counts, 2, sets), add_around(&counts, 5, sets), add_around(&counts, 16, sets);
  add_around(&counts, 32, sets), add_size(&counts, 100, sets);
  FOR_EACH_SET(set, sets) {
    ptrdiff_t lanes = nnb_find_limits(set, PRECISION)->lanes;
    add_around(&counts, lanes, 1u << set), add_around(&counts, 2 * lanes, 1u << set);
  }
  for (int c = 0; c < counts.count; c++)
    for (ptrdiff_t rows = 1; rows < 10; rows += 1)
      FOR_EACH_SET(set, counts.sets[c]) {
        ptrdiff_t n = counts.value[c];
        numbers from = {(uint64_t)(8 + rows)};
        R *z = NAME(drawn)(rows * n, &from, 0), *g = NAME(drawn)(rows, &from, 0), *labels = NAME(drawn)(rows, &from, 0);
        static const double no_labels[] = {-1, 0.5, NAN, INFINITY, 1e9};
        for (ptrdiff_t i = 0; i < rows; i++)
          labels[i] = i % 3 == 2 ? (R)no_labels[i / 3 + c % 3] : (R)(next_bits(&from) % (uint64_t)n);
        static const nnb_code codes[] = {NNB_SOFTMAX, NNB_ARGMAX, NNB_CROSS_ENTROPY, NNB_CROSS_ENTROPY_SLOPE};
        for (int i = 0; i < 4; i++) {
          NAME(trial) trial = {{.address = {NULL, z, labels, g}, .size = {rows, n}}, codes[i], set, report};
          NAME(check_softmax)(&trial, z, labels, g, rows, n);
        }
        NAME(check_moves)(set, rows, n, report);
        NAME(check_bce_loss)(set, n, rows % 2, report);
        discard(z), discard(g), discard(labels);
      }
}
