#define _GNU_SOURCE
#include "CRescue.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_VARIABLES = 4096, NOTE_SIZE = 60000, STACK_SIZE = 65536 };

static char *const *program_arguments;
static char *environment[MOST_VARIABLES + 2];
static char note[sizeof(RESCUE_VARIABLE) + NOTE_SIZE + 64] = RESCUE_VARIABLE "=";
static const size_t note_start = sizeof(RESCUE_VARIABLE);
static atomic_size_t note_end = sizeof(RESCUE_VARIABLE);
static atomic_int current_place;
// Of this thread, where several work on places of their own; 0 in threads that help another.
static _Thread_local volatile sig_atomic_t own_place;

/// Writes a number that is not negative, and returns the end.
static char *put_number(char *to, int number) {
  char digits[12];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count > 0) *to++ = digits[--count];
  return to;
}

/// Becomes the program again; every call in here may stand in a signal handler.
static void start_anew(int number) {
  char *end = note + note_end;
  *end++ = ' ';
  end = put_number(end, own_place ? own_place : current_place);
  *end++ = ':';
  end = put_number(end, number);
  *end = 0;
  execve("/proc/self/exe", program_arguments, environment);
  static const char words[] = "error: nnb failed by a defect of its own\n";
  if (write(STDERR_FILENO, words, sizeof words - 1) < 0) _exit(70);
  _exit(70);
}

void rescue_begin(char *const arguments[]) {
  program_arguments = arguments;
  size_t count = 0;
  for (char **variable = environ; variable && *variable && count < MOST_VARIABLES; variable++)
    if (strncmp(*variable, note, note_start)) environment[count++] = *variable;
  environment[count] = note;
  // SA_NODEFER: the program that starts must not find the signal blocked.
  struct sigaction action = {.sa_handler = start_anew, .sa_flags = SA_NODEFER | SA_RESETHAND | SA_ONSTACK};
  static const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
}

void rescue_note(const char *text) {
  size_t length = strnlen(text, NOTE_SIZE);
  memcpy(note + note_start, text, length);
  note_end = note_start + length;
}

void rescue_place(int place) {
  own_place = place;
  current_place = place;
}

void rescue_guard_stack(void) {
  // Lives as long as the thread, which lives as long as the program.
  void *memory = malloc(STACK_SIZE);
  if (!memory) return;
  stack_t stack = {.ss_sp = memory, .ss_size = STACK_SIZE};
  sigaltstack(&stack, NULL);
}
