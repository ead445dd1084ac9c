#define _GNU_SOURCE
#include "CInterposer.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>

// The test program's own malloc and swift_retain come before those of the libraries, count, and hand on. Each thread
// has its own counts, so that tests which run beside one another do not disturb them.

static _Thread_local long allocations;
static _Thread_local long retains;
static _Thread_local long held;
static _Thread_local long most;

long nnb_allocations(void) { return allocations; }
long nnb_retains(void) { return retains; }
long nnb_held_bytes(void) { return held; }
long nnb_most_bytes(void) { return most; }
void nnb_watch_memory(void) { most = held; }

// AddressSanitizer has a malloc of its own; under it nothing is counted.
#if !__has_feature(address_sanitizer)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

static void *counted(void *memory) {
  allocations += 1;
  held += (long)malloc_usable_size(memory);
  if (held > most) most = held;
  return memory;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }

void *realloc(void *memory, size_t size) {
  held -= (long)malloc_usable_size(memory);
  return counted(__libc_realloc(memory, size));
}

void *aligned_alloc(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  *memory = counted(__libc_memalign(alignment, size));
  return *memory ? 0 : ENOMEM;
}

void free(void *memory) {
  held -= (long)malloc_usable_size(memory);
  __libc_free(memory);
}

void *swift_retain(void *object) {
  static void *(*_Atomic real)(void *);
  void *(*next)(void *) = atomic_load(&real);
  if (!next) {
    next = (void *(*)(void *))dlsym(RTLD_NEXT, "swift_retain");
    atomic_store(&real, next);
  }
  retains += 1;
  return next(object);
}

#endif
