// The system calls that a worker makes after it is locked in, found with strace.
// ALLOW(call) lets it through, REFUSE(call) answers "not permitted"; whatever is not listed ends the process.

// Its two pipes.
ALLOW(read)
ALLOW(write)
ALLOW(close)
// Memory; mmap and mprotect are looked at: nothing becomes executable.
ALLOW(munmap)
ALLOW(mremap)
ALLOW(brk)
ALLOW(madvise)
// Waiting for locks, and the end.
ALLOW(futex)
ALLOW(sched_yield)
ALLOW(exit)
ALLOW(exit_group)
ALLOW(rt_sigreturn)
ALLOW(restart_syscall)
// What the runtime asks of its own thread.
ALLOW(rt_sigprocmask)
ALLOW(rt_sigaction)
ALLOW(sigaltstack)
ALLOW(gettid)
ALLOW(getpid)
ALLOW(set_robust_list)
ALLOW(rseq)
ALLOW(sched_getaffinity)
// Seeds of the hashing of dictionaries, and the clock.
ALLOW(getrandom)
ALLOW(clock_gettime)

// The C library asks for a setting of the kernel when it gives memory back, and does without.
REFUSE(openat)
