#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#if defined(__linux__)

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// Sets a soft and a hard limit; one that holds already and is tighter stays.
static int limit(int resource, unsigned long soft, unsigned long hard) {
  struct rlimit value;
  if (getrlimit(resource, &value)) return -1;
  if (value.rlim_max > hard) value.rlim_max = hard;
  value.rlim_cur = soft < value.rlim_max ? soft : value.rlim_max;
  return setrlimit(resource, &value);
}

/// The limits of the operating system; 0 where all of them hold.
static int set_limits(unsigned long memory, unsigned long seconds) {
  int failed = limit(RLIMIT_AS, memory, memory) | limit(RLIMIT_CORE, 0, 0) | limit(RLIMIT_FSIZE, 0, 0) | limit(RLIMIT_NOFILE, 8, 8);
  // The soft limit ends the process with a signal of its own, the hard one a second later.
  failed |= limit(RLIMIT_CPU, seconds, seconds + 1);
  failed |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) | prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // Who started it may be gone; then nobody waits for it.
  failed |= prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  return failed;
}

/// Landlock with nothing allowed; 0 where it holds.
static int refuse_files(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return -1;
  // The rights of the first version and those that came with later ones.
  unsigned long long rights = (1ULL << 13) - 1;
  if (version >= 2) rights |= 1ULL << 13;
  if (version >= 3) rights |= 1ULL << 14;
  if (version >= 5) rights |= 1ULL << 15;
  struct { unsigned long long files, network; } rules = {rights, version >= 4 ? 3 : 0};
  long descriptor = syscall(SYS_landlock_create_ruleset, &rules, version >= 4 ? 16 : 8, 0);
  if (descriptor < 0) return -1;
  long result = syscall(SYS_landlock_restrict_self, descriptor, 0);
  close((int)descriptor);
  return result == 0 ? 0 : -1;
}

#if defined(OWN_ARCHITECTURE)

#define ARGUMENT(number) (offsetof(struct seccomp_data, args) + 8 * (number))
#define LOAD(place) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (place))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (count))
// Two instructions a call: one that looks, one that answers.
#define ALLOW(call) SKIP_UNLESS(SYS_##call, 1), RETURN(SECCOMP_RET_ALLOW),
#define REFUSE(call) SKIP_UNLESS(SYS_##call, 1), RETURN(SECCOMP_RET_ERRNO | EPERM),

/// The calls of the list, and memory that is not executable; 0 where the filter holds for all threads.
static int refuse_calls(void) {
  struct sock_filter filter[] = {
    LOAD(offsetof(struct seccomp_data, arch)),
    SKIP_UNLESS(OWN_ARCHITECTURE, 1),
    BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(offsetof(struct seccomp_data, nr)),
#include "Syscalls.h"
    // mmap(address, length, protection, …), mprotect(address, length, protection)
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(ARGUMENT(2)),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    RETURN(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0 ? 0 : -1;
}

#else

static int refuse_calls(void) { return -1; }

#endif

enum sandbox_level sandbox_enter(unsigned long memory, unsigned long seconds) {
  if (set_limits(memory, seconds)) return SANDBOX_LANGUAGE;
  if (refuse_files() || refuse_calls()) return SANDBOX_LIMITS;
  return SANDBOX_LOCKED;
}

#else

enum sandbox_level sandbox_enter(unsigned long memory, unsigned long seconds) {
  (void)memory, (void)seconds;
  return SANDBOX_LANGUAGE;
}

#endif
