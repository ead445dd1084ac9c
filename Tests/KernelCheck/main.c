// The checks as a program, for machines without Swift and for mutants: says the first failure of each part, and fails
// if there is one. Arguments name the only instruction set to run, then the parts; without parts all must have been
// run. NNB_CHECK_STOPS ends it at the first failure.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "KernelCheck.h"

static const struct {
  const char *name;
  void (*check)(nnb_precision precision, unsigned sets, nnb_check_report *report);
} checks[] = {{"optimizers", nnb_check_optimizers}, {"rows", nnb_check_rows}, {"images", nnb_check_images},
    {"elements", nnb_check_elements}, {"layers", nnb_check_layers}};

static int is_wanted(const char *name, int count, char **arguments) {
  for (int i = 2; i < count; i++)
    if (strcmp(arguments[i], name) == 0) return 1;
  return count <= 2;
}

int main(int count, char **arguments) {
  unsigned sets = 0;
  for (nnb_instruction_set set = 0; set < NNB_INSTRUCTION_SETS; set++)
    if (nnb_is_present(set) && (count < 2 || strcmp(arguments[1], nnb_instruction_set_name(set)) == 0))
      sets |= 1u << set;
  nnb_set_threads(2);
  ptrdiff_t failures = 0, cases[NNB_CODES] = {0};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
    for (nnb_precision precision = 0; precision < NNB_PRECISIONS; precision++) {
      if (!is_wanted(checks[i].name, count, arguments)) continue;
      nnb_check_report report = {.stops = getenv("NNB_CHECK_STOPS") != NULL};
      checks[i].check(precision, sets, &report);
      ptrdiff_t all = 0;
      for (int code = 0; code < NNB_CODES; code++) cases[code] += report.cases[code], all += report.cases[code];
      printf("%s of float%d: %td cases", checks[i].name, precision == NNB_FLOAT64 ? 64 : 32, all);
      printf(report.failures ? ", %td failures; %s\n" : "\n", report.failures, report.first);
      failures += report.failures;
    }
  for (int code = 0; count <= 2 && code < NNB_CODES; code++)
    if (cases[code] == 0) printf("code %d was not run\n", code), failures++;
  return failures > 0;
}
