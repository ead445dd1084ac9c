#pragma once
#include "Random.h"
#include "Instructions.h"

/// Why a training stands still.
typedef enum {
  NNB_GOING_ON,
  NNB_EPOCHS_DONE,
  NNB_BELOW,
  NNB_PATIENCE,
  NNB_DIVERGED
} nnb_training_end;

/// The instructions of one batch: taking its rows, forward, back, and the optimizer.
typedef struct {
  const nnb_instruction *instructions;
  ptrdiff_t count;
  ptrdiff_t rows;
  /// The loss that the instructions leave, in the precision of the training.
  const void *loss;
} nnb_batch;

/// A training under way. It is moved on by any number of steps at a time with the same bits.
typedef struct {
  nnb_precision precision;
  nnb_batch full;
  /// The short batch at the end of an epoch; no rows where there is none.
  nnb_batch last;
  /// The loss of the validation rows, after each epoch; no rows where there are none.
  nnb_batch validation;
  ptrdiff_t full_batches;
  ptrdiff_t epochs;
  /// The order of the examples, drawn anew in every epoch; NULL for their own.
  ptrdiff_t *order;
  ptrdiff_t examples;
  uint64_t order_key;
  /// Where early stopping is asked for: a loss below this, or this many epochs without a smaller one.
  int stops_below;
  double below;
  ptrdiff_t patience;
  /// Beyond this a loss counts as diverged.
  double largest_loss;
  /// [epochs] each.
  double *losses;
  double *validation_losses;

  // Where it stands.
  ptrdiff_t epoch;
  ptrdiff_t batch;
  ptrdiff_t step;
  /// The example that the batch under way begins with.
  ptrdiff_t first;
  double sum;
  double best;
  ptrdiff_t since_best;
} nnb_training;

/// Goes on for at most `steps` batches.
nnb_training_end nnb_train(nnb_training *training, ptrdiff_t steps);

/// Copies the rows of a batch. address: result [rows, n], data [m, n], a pointer to the training; size: rows, n, and
/// the bytes of a number.
void nnb_take_rows(const nnb_instruction *instruction);

/// Draws a dropout mask. address: mask, a pointer to the training; size: count, the index of the first element,
/// the bytes of a number; number: p; table: the key.
void nnb_draw_mask(const nnb_instruction *instruction);
