// Runs trainings that TrainingBits wrote down, in the loop and with the kernels that this machine takes, and compares
// the parameters they end with, byte by byte. Prints the set of instructions in use and how many trainings were equal.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CKernels.h"

typedef struct {
  int64_t size, state, parameters, length;
} header;

static char *image;
static nnb_precision precision;

/// The address that a place in the image stands for.
static void *address(const void *place) { return place ? image + (uintptr_t)place - 1 : NULL; }

static nnb_kernel kernel(nnb_kernel code) {
  uintptr_t number = (uintptr_t)code - 1;
  if (number == NNB_CODES) return nnb_take_rows;
  if (number == NNB_CODES + 1) return nnb_draw_mask;
  return nnb_find_kernel(nnb_instruction_set_in_use(), precision, (nnb_code)number);
}

static void move(nnb_batch *batch) {
  nnb_instruction *instructions = address(batch->instructions);
  for (ptrdiff_t i = 0; i < batch->count; i++) {
    instructions[i].run = kernel(instructions[i].run);
    for (int j = 0; j < 8; j++) instructions[i].address[j] = address(instructions[i].address[j]);
    instructions[i].table = address(instructions[i].table);
  }
  batch->instructions = instructions;
  batch->loss = address(batch->loss);
}

/// Runs one training; whether it ended with the parameters that stand in its file.
static int replay(const char *name) {
  FILE *file = fopen(name, "rb");
  header head;
  if (!file || fread(&head, sizeof head, 1, file) != 1) exit(2);
  image = aligned_alloc(64, (size_t)(head.size + 63) / 64 * 64);
  char *expected = malloc((size_t)head.length);
  if (!image || !expected) exit(2);
  if (fread(image, 1, (size_t)head.size, file) != (size_t)head.size) exit(2);
  if (fread(expected, 1, (size_t)head.length, file) != (size_t)head.length) exit(2);
  fclose(file);
  nnb_training *training = (nnb_training *)(image + head.state);
  precision = training->precision;
  move(&training->full);
  move(&training->last);
  move(&training->validation);
  training->order = address(training->order);
  training->losses = address(training->losses);
  training->validation_losses = address(training->validation_losses);
  while (nnb_train(training, 1000) == NNB_GOING_ON) {
  }
  int is_equal = memcmp(image + head.parameters, expected, (size_t)head.length) == 0;
  if (!is_equal) printf("%s differs\n", name);
  free(image);
  free(expected);
  return is_equal;
}

int main(int count, char **names) {
  int equal = 0;
  for (int i = 1; i < count; i++) equal += replay(names[i]);
  printf("%s: %d of %d trainings equal\n", nnb_instruction_set_name(nnb_instruction_set_in_use()), equal, count - 1);
  return equal == count - 1 && count > 1 ? 0 : 1;
}
