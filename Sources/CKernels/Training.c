#include "Training.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

void nnb_take_rows(const nnb_instruction *instruction) {
  const nnb_training *training = instruction->address[2];
  size_t length = (size_t)(instruction->size[1] * instruction->size[2]);
  const char *data = instruction->address[1];
  char *result = instruction->address[0];
  if (!training->order) {
    memcpy(result, data + (size_t)training->first * length, (size_t)instruction->size[0] * length);
    return;
  }
  const ptrdiff_t *order = training->order + training->first;
  // Short rows are a load and a store each, where a call to copy them would cost more than they do.
#define NNB_COPY_OF(bytes)                                                     \
  case bytes:                                                                  \
    for (ptrdiff_t i = 0; i < instruction->size[0]; i++)                            \
      memcpy(result + i * bytes, data + order[i] * (ptrdiff_t)bytes, bytes);   \
    return;
  switch (length) {
    NNB_COPY_OF(4)
    NNB_COPY_OF(8)
    NNB_COPY_OF(16)
    default: break;
  }
#undef NNB_COPY_OF
  for (ptrdiff_t i = 0; i < instruction->size[0]; i++)
    memcpy(result + (size_t)i * length, data + (size_t)order[i] * length, length);
}

void nnb_draw_mask(const nnb_instruction *instruction) {
  const nnb_training *training = instruction->address[1];
  double p = instruction->number[0];
  uint64_t key = (uint64_t)*instruction->table;
  uint32_t draw = (uint32_t)(training->step + 1), first = (uint32_t)instruction->size[1];
  if (instruction->size[2] == 8) {
    nnb_dropout_mask(instruction->address[0], instruction->size[0], p, 1.0 / (1.0 - p), key, draw, first);
  } else {
    nnb_dropout_mask_float32(instruction->address[0], instruction->size[0], p, 1.0f / (1.0f - (float)p), key, draw, first);
  }
}

static double nnb_number(const void *place, nnb_precision precision) {
  return precision == NNB_FLOAT64 ? *(const double *)place : (double)*(const float *)place;
}

static double nnb_magnitude_of(double x) { return x < 0.0 ? -x : x; }

/// Notes the loss of an epoch and says whether it was the last.
static nnb_training_end nnb_end_epoch(nnb_training *t) {
  double loss = t->sum;
  // One batch an epoch has its own loss, not one that was multiplied and divided again.
  if (t->full_batches + (t->last.rows > 0) > 1) loss = t->sum / (double)t->examples;
  t->losses[t->epoch] = loss;
  double watched = loss;
  if (t->validation.rows > 0) {
    nnb_run(t->validation.instructions, t->validation.count);
    watched = nnb_number(t->validation.loss, t->precision);
    t->validation_losses[t->epoch] = watched;
  }
  t->since_best = t->epoch == 0 || watched < t->best ? 0 : t->since_best + 1;
  if (t->since_best == 0) t->best = watched;
  t->epoch += 1;
  t->batch = 0;
  t->first = 0;
  t->sum = 0.0;
  if (t->stops_below && loss < t->below) return NNB_BELOW;
  if (t->patience > 0 && t->since_best >= t->patience) return NNB_PATIENCE;
  return t->epoch == t->epochs ? NNB_EPOCHS_DONE : NNB_GOING_ON;
}

nnb_training_end nnb_train(nnb_training *t, ptrdiff_t steps) {
  if (t->epoch >= t->epochs) return NNB_EPOCHS_DONE;
  ptrdiff_t batches = t->full_batches + (t->last.rows > 0);
  for (ptrdiff_t done = 0; done < steps; done++) {
    if (t->batch == 0 && t->order) nnb_shuffle(t->order, t->examples, t->order_key, (uint32_t)(t->epoch + 1));
    const nnb_batch *batch = t->batch < t->full_batches ? &t->full : &t->last;
    nnb_run(batch->instructions, batch->count);
    double loss = nnb_number(batch->loss, t->precision);
    t->sum = batches > 1 ? t->sum + loss * (double)batch->rows : loss;
    t->first += batch->rows;
    t->step += 1;
    t->batch += 1;
    // A loss that is NaN fails the comparison, too.
    if (!(nnb_magnitude_of(loss) <= t->largest_loss)) return NNB_DIVERGED;
    if (t->batch == batches) {
      nnb_training_end end = nnb_end_epoch(t);
      if (end != NNB_GOING_ON) return end;
    }
  }
  return NNB_GOING_ON;
}
