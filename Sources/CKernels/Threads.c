#include "Threads.h"
_Thread_local nnb_scratch_memory nnb_scratch;
void nnb_split(nnb_part_of_work work, const void *context, ptrdiff_t count, ptrdiff_t unit) { work(context, 0, count); }
