// Products, dense layers and their gradients. The numbers of a family stand in matrices of its largest sizes, so that
// one plain computation for each inner size gives the results of all the smaller ones as its upper left corners.

typedef struct {
  const sizes *m, *n, *k;
  ptrdiff_t most_m, most_n, most_k;
  /// x [m,n], w [n,k], bias [k], g and s [m,k].
  R *x, *w, *bias, *g, *s;
  nnb_check_report *report;
} NAME(family);

/// The upper left corner as an operand without gaps, turned over where that is asked for.
static R *NAME(corner)(const R *from, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t columns, int is_turned) {
  R *to = operand_room((size_t)(rows * columns) * sizeof(R));
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j++) to[is_turned ? j * rows + i : i * columns + j] = from[i * step + j];
  return to;
}

/// The functions of a layer, plainly; those of the C library are not the same to the last bit.
static R NAME(layer_function)(nnb_code function, R z) {
  switch (function) {
    case NNB_RELU: return z <= 0 ? 0 : z;
    case NNB_LEAKY_RELU: return (R)(z > 0 ? (double)z : 0.01 * (double)z);
    case NNB_TANH: return (R)tanh((double)z);
    case NNB_SIGMOID: return (R)(1.0 / (1.0 + exp(-(double)z)));
    default: return z;
  }
}

static double NAME(units_of)(nnb_code function) { return function == NNB_TANH || function == NNB_SIGMOID ? 6 : 0; }

static R NAME(layer_slope)(ptrdiff_t slope, R s) {
  switch (slope) {
    case NNB_TANH_SLOPE_OF_OUTPUT: return 1 - s * s;
    case NNB_SIGMOID_SLOPE_OF_OUTPUT: return s * (1 - s);
    case NNB_RELU_SLOPE: return s > 0 ? 1 : 0;
    case NNB_LEAKY_RELU_SLOPE: return (R)(s > 0 ? 1.0 : 0.01);
    default: return 1;
  }
}

/// The sums z = x@w for one inner size, and what becomes of z + bias in each function.
typedef struct {
  R *product, *sum, *result[5];
} NAME(forward);

static const nnb_code NAME(functions)[5] = {NNB_IDENTITY, NNB_RELU, NNB_LEAKY_RELU, NNB_TANH, NNB_SIGMOID};

static NAME(forward) NAME(plain_forward)(const NAME(family) *family, ptrdiff_t n) {
  ptrdiff_t count = family->most_m * family->most_k, k = family->most_k;
  NAME(forward) plain = {NAME(room)(count), NAME(room)(count)};
  for (ptrdiff_t i = 0; i < count; i++) {
    plain.product[i] = NAME(contraction)(family->x + i / k * family->most_n, 1, family->w + i % k, k, n);
    plain.sum[i] = plain.product[i] + family->bias[i % k];
  }
  for (int f = 0; f < 5; f++) {
    plain.result[f] = NAME(room)(count);
    for (ptrdiff_t i = 0; i < count; i++) plain.result[f][i] = NAME(layer_function)(NAME(functions)[f], plain.sum[i]);
  }
  return plain;
}

static void NAME(check_product)(const NAME(family) *family, const NAME(forward) *plain, nnb_instruction_set set,
    nnb_code code, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  // Twice as many rows are two products, where there are as many.
  ptrdiff_t count = 2 * m <= family->most_m && code != NNB_PRODUCT_TN ? 2 : 1;
  R *x = NAME(corner)(family->x, family->most_n, count * m, n, code == NNB_PRODUCT_TN);
  R *w = NAME(corner)(family->w, family->most_k, n, k, code == NNB_PRODUCT_NT), *result = NAME(room)(count * m * k);
  NAME(trial) trial = {
      {.address = {result, x, w}, .size = {count, m, n, k}, .step = {m * n, 0}}, code, set, family->report};
  NAME(run)(&trial);
  NAME(compare_corner)(&trial, "result", result, count * m, k, plain->product, family->most_k, 0);
  discard(x), discard(w), discard(result);
}

static void NAME(check_dense)(const NAME(family) *family, const NAME(forward) *plain, nnb_instruction_set set,
    int function, int keeps_sum, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  R *x = NAME(corner)(family->x, family->most_n, m, n, 0), *w = NAME(corner)(family->w, family->most_k, n, k, 0);
  R *bias = NAME(corner)(family->bias, k, 1, k, 0), *result = NAME(room)(m * k);
  R *z = keeps_sum ? NAME(room)(m * k) : NULL;
  nnb_code code = NAME(functions)[function];
  NAME(trial) trial = {
      {.address = {result, x, w, bias, z}, .size = {m, n, k, code}}, NNB_DENSE, set, family->report};
  NAME(run)(&trial);
  NAME(compare_corner)
  (&trial, "result", result, m, k, plain->result[function], family->most_k, NAME(units_of)(code));
  if (z) NAME(compare_corner)(&trial, "z", z, m, k, plain->sum, family->most_k, 0);
  if (function == 0) {
    trial.instruction.address[3] = NULL;
    NAME(run)(&trial);
    NAME(compare_corner)(&trial, "result without bias", result, m, k, plain->product, family->most_k, 0);
  }
  discard(x), discard(w), discard(bias), discard(result), discard(z);
}

/// Work beyond which a case is run in one of its forms only, a different one each time.
enum { NAME(large) = 1000 };

static void NAME(check_forward)(const NAME(family) *family) {
  int turn = 0;
  for (int q = 0; q < family->n->count; q++) {
    ptrdiff_t n = family->n->value[q];
    NAME(forward) plain = NAME(plain_forward)(family, n);
    for (int r = 0; r < family->m->count; r++)
      for (int c = 0; c < family->k->count; c++) {
        ptrdiff_t m = family->m->value[r], k = family->k->value[c];
        int is_large = m * n * k > NAME(large);
        turn++;
        FOR_EACH_SET(set, family->m->sets[r] & family->n->sets[q] & family->k->sets[c]) {
          for (int code = 0; code < 3; code++)
            if (!is_large || turn % 3 == code)
              NAME(check_product)(family, &plain, set, NNB_PRODUCT_NN + code, m, n, k);
          for (int form = 0; form < 10; form++)
            if (!is_large || turn % 10 == form) NAME(check_dense)(family, &plain, set, form / 2, form % 2, m, n, k);
        }
      }
    discard(plain.product), discard(plain.sum);
    for (int f = 0; f < 5; f++) discard(plain.result[f]);
  }
}

/// dw and db for each m, dx for each k, in one slope.
typedef struct {
  R *dz, *dw[96], *db[96], *dx[96];
} NAME(backward);

static NAME(backward) NAME(plain_backward)(const NAME(family) *family, ptrdiff_t slope) {
  ptrdiff_t most_m = family->most_m, most_n = family->most_n, most_k = family->most_k;
  NAME(backward) plain = {NAME(room)(most_m * most_k)};
  for (ptrdiff_t i = 0; i < most_m * most_k; i++)
    plain.dz[i] = slope < 0 ? family->g[i] : family->g[i] * NAME(layer_slope)(slope, family->s[i]);
  for (int r = 0; r < family->m->count; r++) {
    plain.dw[r] = NAME(room)(most_n * most_k);
    plain.db[r] = NAME(room)(most_k);
    for (ptrdiff_t i = 0; i < most_n * most_k; i++)
      plain.dw[r][i] = NAME(contraction)(
          family->x + i / most_k, most_n, plain.dz + i % most_k, most_k, family->m->value[r]);
    for (ptrdiff_t j = 0; j < most_k; j++)
      plain.db[r][j] = family->m->value[r] == 0 ? 0 : NAME(lane_sum)(plain.dz + j, most_k, family->m->value[r]);
  }
  for (int c = 0; c < family->k->count; c++) {
    plain.dx[c] = NAME(room)(most_m * most_n);
    for (ptrdiff_t i = 0; i < most_m * most_n; i++)
      plain.dx[c][i] = NAME(contraction)(
          plain.dz + i / most_n * most_k, 1, family->w + i % most_n * most_k, 1, family->k->value[c]);
  }
  return plain;
}

static void NAME(check_dense_backward)(const NAME(family) *family, const NAME(backward) *plain,
    nnb_instruction_set set, ptrdiff_t slope, int form, int r, ptrdiff_t n, int c) {
  ptrdiff_t m = family->m->value[r], k = family->k->value[c];
  R *x = NAME(corner)(family->x, family->most_n, m, n, 0), *w = NAME(corner)(family->w, family->most_k, n, k, 0);
  R *g = NAME(corner)(family->g, family->most_k, m, k, 0), *s = NAME(corner)(family->s, family->most_k, m, k, 0);
  R *dw = NAME(room)(n * k), *db = form & 1 ? NAME(room)(k) : NULL, *dx = form & 2 ? NAME(room)(m * n) : NULL;
  R *dz = NAME(room)(m * k);
  NAME(trial) trial = {{.address = {dw, db, dx, g, s, x, w, dz}, .size = {m, n, k, slope}}, NNB_DENSE_BACKWARD, set,
      family->report};
  NAME(run)(&trial);
  NAME(compare_corner)(&trial, "dz", dz, m, k, plain->dz, family->most_k, 0);
  NAME(compare_corner)(&trial, "dw", dw, n, k, plain->dw[r], family->most_k, 0);
  if (db) NAME(compare)(&trial, "db", db, k, plain->db[r]);
  if (dx) NAME(compare_corner)(&trial, "dx", dx, m, n, plain->dx[c], family->most_n, 0);
  discard(x), discard(w), discard(g), discard(s), discard(dw), discard(db), discard(dx), discard(dz);
}

static void NAME(check_backward)(const NAME(family) *family) {
  static const ptrdiff_t slopes[] = {
      -1, NNB_TANH_SLOPE_OF_OUTPUT, NNB_SIGMOID_SLOPE_OF_OUTPUT, NNB_RELU_SLOPE, NNB_LEAKY_RELU_SLOPE};
  int turn = 0;
  for (int which = 0; which < 5; which++) {
    NAME(backward) plain = NAME(plain_backward)(family, slopes[which]);
    for (int r = 0; r < family->m->count; r++)
      for (int q = 0; q < family->n->count; q++)
        for (int c = 0; c < family->k->count; c++) {
          ptrdiff_t m = family->m->value[r], n = family->n->value[q], k = family->k->value[c];
          int is_large = m * n * k > NAME(large);
          turn++;
          if (is_large && (r + q + c) % 5 != which) continue;
          FOR_EACH_SET(set, family->m->sets[r] & family->n->sets[q] & family->k->sets[c])
            for (int form = 0; form < 4; form++)
              if (turn % 4 == form || (!is_large && which == 1))
                NAME(check_dense_backward)(family, &plain, set, slopes[which], form, r, n, c);
        }
    for (int r = 0; r < family->m->count; r++) discard(plain.dw[r]), discard(plain.db[r]);
    for (int c = 0; c < family->k->count; c++) discard(plain.dx[c]);
    discard(plain.dz);
  }
}

static void NAME(check_family)(
    const sizes *m, const sizes *n, const sizes *k, int is_awkward, nnb_check_report *report) {
  numbers from = {is_awkward ? 2 : 1};
  NAME(family) family = {m, n, k, largest_size(m), largest_size(n), largest_size(k)};
  family.report = report;
  family.x = NAME(drawn)(family.most_m * family.most_n, &from, is_awkward);
  family.w = NAME(drawn)(family.most_n * family.most_k, &from, is_awkward);
  family.bias = NAME(drawn)(family.most_k, &from, is_awkward);
  family.g = NAME(drawn)(family.most_m * family.most_k, &from, is_awkward);
  family.s = NAME(drawn)(family.most_m * family.most_k, &from, is_awkward);
  NAME(check_forward)(&family);
  NAME(check_backward)(&family);
  discard(family.x), discard(family.w), discard(family.bias), discard(family.g), discard(family.s);
}

static void NAME(check_layers)(unsigned sets, nnb_check_report *report) {
  sizes m = {.count = 0}, n = m, k = m, few = m, chunks = m, long_m = m;
  for (ptrdiff_t i = 1; i <= 5; i++) add_size(&m, i, sets), add_size(&n, i, sets), add_size(&k, i, sets);
  add_size(&n, 0, sets);
  FOR_EACH_SET(set, sets) {
    const nnb_limits *at = nnb_find_limits(set, PRECISION);
    unsigned bit = 1u << set;
    ptrdiff_t of_lanes[] = {at->lanes / 2, at->lanes, 2 * at->lanes};
    for (int i = 0; i < 3; i++)
      add_around(&m, of_lanes[i], bit), add_around(&n, of_lanes[i], bit), add_around(&k, of_lanes[i], bit);
    add_around(&m, at->rows, bit), add_around(&m, 4 * at->rows, bit);
    add_around(&m, at->small, bit), add_around(&m, at->packed_rows, bit), add_around(&m, at->block_rows, bit);
    add_around(&n, at->small, bit), add_around(&n, 8, bit), add_around(&n, at->chunk, bit);
    add_around(&k, at->small, bit), add_around(&k, at->panel, bit), add_around(&k, at->packed_columns, bit);
    add_around(&few, 1, bit), add_size(&few, 3, bit), add_around(&few, at->lanes, bit);
    add_around(&chunks, at->chunk, bit), add_size(&chunks, 2 * at->chunk + 1, bit);
    add_around(&long_m, 2 * at->block_rows, bit);
  }
  NAME(check_family)(&m, &n, &k, 0, report);
  // An inner size of more than one chunk, forward, by weights and by input.
  NAME(check_family)(&few, &chunks, &few, 0, report);
  NAME(check_family)(&chunks, &few, &few, 0, report);
  NAME(check_family)(&few, &few, &chunks, 0, report);
  NAME(check_family)(&long_m, &few, &few, 0, report);
  NAME(check_family)(&few, &few, &few, 1, report);
  FOR_EACH_SET(set, sets) {
    const nnb_limits *at = nnb_find_limits(set, PRECISION);
    unsigned bit = 1u << set;
    // From where a panel, and a block, is worth a copy.
    sizes rows = {.count = 0}, inner = rows, columns = rows;
    add_size(&rows, 4 * at->rows, bit), add_around(&rows, at->packed_rows, bit);
    add_around(&inner, at->packed_panel / (at->panel + 1), bit);
    add_size(&columns, at->panel + 1, bit);
    NAME(check_family)(&rows, &inner, &columns, 0, report);
    inner = columns = (sizes){.count = 0};
    add_around(&inner, at->packed_step, bit), add_around(&inner, at->packed_step + at->packed_multiple, bit);
    add_around(&columns, at->packed_columns, bit);
    NAME(check_family)(&rows, &inner, &columns, 0, report);
    // From where threads are worth their cost.
    rows = inner = columns = (sizes){.count = 0};
    add_size(&rows, 100, bit), add_size(&inner, 60, bit), add_around(&columns, at->worth_threads / 6000, bit);
    NAME(check_family)(&rows, &inner, &columns, 0, report);
  }
}
