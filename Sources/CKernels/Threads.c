#include "Threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "Kernels.h"

_Thread_local nnb_scratch_memory nnb_scratch;

void *nnb_room(size_t size) {
  static _Thread_local void *room;
  static _Thread_local size_t held;
  if (size > held) {
    free(room);
    held = (size + 63) / 64 * 64;
    room = aligned_alloc(64, held);
    // Like Swift, where memory is out.
    if (!room) abort();
  }
  return room;
}

enum { nnb_most_threads = 8, nnb_default_threads = 2, nnb_spins = 20000 };

// One piece of work at a time: a caller that finds the pool taken computes alone. Its parts are handed out one by one, to
// the caller, too, so a worker that has not woken yet delays no one. A worker spins for a while, since the next
// piece of a training comes soon, and then sleeps until one comes.
static struct {
  pthread_mutex_t mutex;
  pthread_cond_t wakes;
  _Atomic int is_taken;
  /// The threads to use, the calling one among them; 0 before anyone asked.
  _Atomic int wanted;
  int started;
  _Atomic int sleeping;
  /// The number of the piece of work, and in the lowest byte how many of its parts are not begun.
  _Atomic uint64_t offer;
  _Atomic int unfinished;
  nnb_part_of_work work;
  const void *context;
  ptrdiff_t count, unit;
  int parts;
} nnb_pool = {.mutex = PTHREAD_MUTEX_INITIALIZER, .wakes = PTHREAD_COND_INITIALIZER};

static int nnb_bounded(long threads) {
  return threads < 1 ? 1 : threads > nnb_most_threads ? nnb_most_threads : (int)threads;
}

void nnb_set_threads(int threads) { atomic_store(&nnb_pool.wanted, nnb_bounded(threads)); }

int nnb_threads(void) {
  int wanted = atomic_load_explicit(&nnb_pool.wanted, memory_order_relaxed);
  if (wanted > 0) return wanted;
  const char *named = getenv("NNB_THREADS");
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  wanted = nnb_bounded(named ? strtol(named, NULL, 10) : cores < nnb_default_threads ? cores : nnb_default_threads);
  int unknown = 0;
  atomic_compare_exchange_strong(&nnb_pool.wanted, &unknown, wanted);
  return atomic_load(&nnb_pool.wanted);
}

static void nnb_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static int nnb_is_on_offer(uint64_t offer) { return (offer & 0xff) != 0; }

/// Takes a part that is not begun and computes it; returns whether there was one. The borders of the parts are
/// multiples of the unit.
static int nnb_compute_part(void) {
  uint64_t offer = atomic_load_explicit(&nnb_pool.offer, memory_order_acquire);
  do {
    if (!nnb_is_on_offer(offer)) return 0;
  } while (!atomic_compare_exchange_weak(&nnb_pool.offer, &offer, offer - 1));
  // The piece of work stays as it is until this part is finished.
  ptrdiff_t part = (ptrdiff_t)(offer & 0xff) - 1;
  ptrdiff_t units = (nnb_pool.count + nnb_pool.unit - 1) / nnb_pool.unit;
  ptrdiff_t begin = units * part / nnb_pool.parts * nnb_pool.unit;
  ptrdiff_t end = units * (part + 1) / nnb_pool.parts * nnb_pool.unit;
  if (end > nnb_pool.count) end = nnb_pool.count;
  if (begin < end) nnb_pool.work(nnb_pool.context, begin, end);
  atomic_fetch_sub_explicit(&nnb_pool.unfinished, 1, memory_order_release);
  return 1;
}

static void nnb_wait_for_offer(void) {
  for (int spin = 0; spin < nnb_spins; spin++) {
    if (nnb_is_on_offer(atomic_load_explicit(&nnb_pool.offer, memory_order_relaxed))) return;
    nnb_pause();
  }
  pthread_mutex_lock(&nnb_pool.mutex);
  atomic_fetch_add(&nnb_pool.sleeping, 1);
  while (!nnb_is_on_offer(atomic_load(&nnb_pool.offer))) pthread_cond_wait(&nnb_pool.wakes, &nnb_pool.mutex);
  atomic_fetch_sub(&nnb_pool.sleeping, 1);
  pthread_mutex_unlock(&nnb_pool.mutex);
}

static void *nnb_serve(void *argument) {
  (void)argument;
  nnb_keep_subnormals();
  for (;;) {
    nnb_wait_for_offer();
    nnb_compute_part();
  }
  return NULL;
}

/// Starts workers until there are `threads` − 1; returns the number of threads there are.
static int nnb_start(int threads) {
  while (nnb_pool.started < threads - 1) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, nnb_serve, NULL) != 0) return nnb_pool.started + 1;
    pthread_detach(thread);
    nnb_pool.started++;
  }
  return threads;
}

void nnb_split(nnb_part_of_work work, const void *context, ptrdiff_t count, ptrdiff_t unit, ptrdiff_t cost) {
  int threads = cost < NNB_WORTH_THREADS || count <= unit ? 1 : nnb_threads();
  if (threads == 1 || atomic_exchange_explicit(&nnb_pool.is_taken, 1, memory_order_acquire))
    return work(context, 0, count);
  nnb_pool.parts = nnb_start(threads);
  nnb_pool.work = work;
  nnb_pool.context = context;
  nnb_pool.count = count;
  nnb_pool.unit = unit;
  atomic_store(&nnb_pool.unfinished, nnb_pool.parts);
  uint64_t last = atomic_load(&nnb_pool.offer) >> 8;
  atomic_store(&nnb_pool.offer, (last + 1) << 8 | (uint64_t)nnb_pool.parts);
  if (atomic_load(&nnb_pool.sleeping) > 0) {
    pthread_mutex_lock(&nnb_pool.mutex);
    pthread_cond_broadcast(&nnb_pool.wakes);
    pthread_mutex_unlock(&nnb_pool.mutex);
  }
  while (nnb_compute_part()) {
  }
  for (int spin = 0; atomic_load_explicit(&nnb_pool.unfinished, memory_order_acquire) > 0; spin++) {
    if (spin < nnb_spins) {
      nnb_pause();
    } else {
      sched_yield();
    }
  }
  atomic_store_explicit(&nnb_pool.is_taken, 0, memory_order_release);
}
