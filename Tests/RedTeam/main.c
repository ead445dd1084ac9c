// Locks itself in as a worker is, and then tries one thing that a worker must not be able to do.
// Prints the level that was reached first, and "done" where the attempt was not refused.
#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int read_file(void) { return open("/etc/passwd", O_RDONLY) >= 0; }
static int write_file(void) { return open("/tmp/nnb-red-team", O_WRONLY | O_CREAT, 0600) >= 0; }
static int open_socket(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
static int open_local_socket(void) { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }
static int fork_process(void) { return fork() >= 0; }
static int run_program(void) { char *none[] = {NULL}; return execve("/bin/true", none, none) == 0; }
static int trace_parent(void) { return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0; }
static int signal_parent(void) { return kill(getppid(), SIGTERM) == 0; }
static int make_code(void) {
  return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}
static int make_memory_code(void) {
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}
static int remove_file(void) { return unlink("/tmp/nnb-red-team") == 0; }
static int list_folder(void) { return open("/", O_RDONLY | O_DIRECTORY) >= 0; }
static int raise_limits(void) {
  struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
  return setrlimit(RLIMIT_CPU, &limit) == 0;
}
static int other_table(void) { return syscall(0x40000000 | SYS_getuid) >= 0; }
static int ring(void) { return syscall(425, 8, NULL) >= 0; }
static int much_memory(void) {
  return mmap(NULL, 8UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static const struct { const char *name; int (*attempt)(void); } attempts[] = {
  {"read", read_file}, {"write", write_file}, {"socket", open_socket}, {"local-socket", open_local_socket},
  {"fork", fork_process}, {"exec", run_program}, {"ptrace", trace_parent}, {"kill", signal_parent},
  {"code", make_code}, {"protect", make_memory_code}, {"unlink", remove_file}, {"list", list_folder},
  {"limits", raise_limits}, {"x32", other_table}, {"io-uring", ring}, {"memory", much_memory},
};

static void say(const char *text) {
  if (write(STDOUT_FILENO, text, strlen(text)) < 0) _exit(3);
}

int main(int count, char **words) {
  for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
    if (count < 2 || strcmp(words[1], attempts[i].name)) continue;
    // The same attempt outside shows that it is the sandbox which refuses.
    int isFree = count > 2 && !strcmp(words[2], "free");
    enum sandbox_level level = isFree ? SANDBOX_LANGUAGE : sandbox_enter(4UL << 30, 10);
    say(level == SANDBOX_LOCKED ? "A\n" : level == SANDBOX_LIMITS ? "B\n" : "C\n");
    if (attempts[i].attempt()) say("done\n");
    _exit(0);
  }
  return 2;
}
