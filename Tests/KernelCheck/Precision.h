// What the bodies of both precisions share; whoever includes it has defined R, NAME, PRECISION and FMA.

enum { NAME(guard) = 16 };

/// Room for `count` results and a guard behind them, each 77.
static R *NAME(room)(ptrdiff_t count) {
  R *room = malloc((size_t)(count + NAME(guard)) * sizeof(R));
  if (!room) abort();
  for (ptrdiff_t i = 0; i < count + NAME(guard); i++) room[i] = 77;
  return room;
}

/// An operand of random numbers.
static R *NAME(drawn)(ptrdiff_t count, numbers *from, int is_awkward) {
  R *room = operand_room((size_t)count * sizeof(R));
  for (ptrdiff_t i = 0; i < count; i++) room[i] = (R)next_number(from, is_awkward);
  return room;
}

static int NAME(same)(R a, R b) { return a == b ? signbit(a) == signbit(b) : a != a && b != b; }

/// Whether a is within some units in the last place of b, or of `scale` where that is larger.
static int NAME(close)(R a, double b, double units, double scale) {
  double size = fabs(b) > scale ? fabs(b) : scale;
  return NAME(same)(a, (R)b) || fabs((double)a - b) <= units * (sizeof(R) == 8 ? 0x1p-52 : 0x1p-23) * size;
}

/// Whether what stands behind `count` numbers is still there.
static int NAME(is_guarded)(const R *room, ptrdiff_t count) {
  for (int i = 0; i < NAME(guard); i++)
    if (room[count + i] != 77) return 0;
  return 1;
}

/// An instruction that is run and whose results are then compared.
typedef struct {
  nnb_instruction instruction;
  nnb_code code;
  nnb_instruction_set set;
  nnb_check_report *report;
} NAME(trial);

static void NAME(run)(NAME(trial) *trial) {
  trial->instruction.run = nnb_find_kernel(trial->set, PRECISION, trial->code);
  nnb_run(&trial->instruction, 1);
  trial->report->cases[trial->code]++;
}

/// A matrix of results, compared with the upper left corner of a larger one: its bits, or within `units` in the last
/// place of numbers from 1 on where that is not 0.
static void NAME(compare_corner)(NAME(trial) *trial, const char *what, const R *got, ptrdiff_t rows, ptrdiff_t columns,
    const R *want, ptrdiff_t step, double units) {
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j++) {
      R a = got[i * columns + j], b = want[i * step + j];
      if (units > 0 ? !NAME(close)(a, b, units, 1) : !NAME(same)(a, b))
        fail(trial->report, &trial->instruction, trial->code, trial->set, what, i * columns + j, a, b);
    }
  if (!NAME(is_guarded)(got, rows * columns))
    fail(trial->report, &trial->instruction, trial->code, trial->set, "behind the end of ", 0, 0, 77);
}

static void NAME(compare)(NAME(trial) *trial, const char *what, const R *got, ptrdiff_t count, const R *want) {
  NAME(compare_corner)(trial, what, got, 1, count, want, count, 0);
}

/// Rule R2: fused, ascending, in chunks of 256 whose sums are added in ascending order.
static R NAME(contraction)(const R *a, ptrdiff_t along, const R *b, ptrdiff_t below, ptrdiff_t count) {
  R total = 0;
  for (ptrdiff_t start = 0; start < count; start += 256) {
    R sum = 0;
    for (ptrdiff_t p = start; p < count && p < start + 256; p++) sum = FMA(a[p * along], b[p * below], sum);
    total += sum;
  }
  return total;
}

/// Rule R3: element i goes to lane i mod 16, and the lanes meet as a tree 8-4-2-1. Here in numbers of type T.
#define LANE_SUM(T, name) \
  static T NAME(name)(const R *from, ptrdiff_t step, ptrdiff_t count) { \
    T lane[16]; \
    for (int i = 0; i < 16; i++) lane[i] = (T)-0.0; \
    for (ptrdiff_t i = 0; i < count; i++) lane[i % 16] += (T)from[i * step]; \
    for (int width = 8; width > 0; width /= 2) \
      for (int i = 0; i < width; i++) lane[i] += lane[i + width]; \
    return lane[0]; \
  }
LANE_SUM(R, lane_sum)
LANE_SUM(double, wide_lane_sum)
#undef LANE_SUM
