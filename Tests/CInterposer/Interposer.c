#define _GNU_SOURCE
#include "CInterposer.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

// The test program's own malloc and swift_retain come before those of the libraries, count, and hand on.

static atomic_long allocations;
static atomic_long retains;

long nnb_allocations(void) { return atomic_load(&allocations); }
long nnb_retains(void) { return atomic_load(&retains); }

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static void count_allocation(void) { atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed); }

void *malloc(size_t size) {
  count_allocation();
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  count_allocation();
  return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
  count_allocation();
  return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count_allocation();
  return __libc_memalign(alignment, size);
}

void *memalign(size_t alignment, size_t size) {
  count_allocation();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  count_allocation();
  *memory = __libc_memalign(alignment, size);
  return *memory ? 0 : ENOMEM;
}

void *swift_retain(void *object) {
  static void *(*_Atomic real)(void *);
  void *(*next)(void *) = atomic_load(&real);
  if (!next) {
    next = (void *(*)(void *))dlsym(RTLD_NEXT, "swift_retain");
    atomic_store(&real, next);
  }
  atomic_fetch_add_explicit(&retains, 1, memory_order_relaxed);
  return next(object);
}
