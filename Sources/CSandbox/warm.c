#define _GNU_SOURCE
#include "CSandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

int sandbox_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int sandbox_socket_pair(int ends[2], unsigned seconds) {
  struct timeval patience = {.tv_sec = seconds};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends)) return -1;
  return setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

int sandbox_fork(void) { return fork(); }

int sandbox_stand_alone(void) {
  // Whoever started the program may have left files open.
  closefrom(3);
#if defined(__linux__)
  return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#else
  return 0;
#endif
}

/// Room for two descriptors beside a message, aligned as the system wants it.
typedef union {
  char bytes[CMSG_SPACE(2 * sizeof(int))];
  struct cmsghdr head;
} passengers;

int sandbox_send(int socket, unsigned number, const int descriptors[2]) {
  passengers room = {{0}};
  struct iovec text = {&number, sizeof number};
  struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1, .msg_control = room.bytes, .msg_controllen = sizeof room.bytes};
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(2 * sizeof(int));
  memcpy(CMSG_DATA(head), descriptors, 2 * sizeof(int));
  return sendmsg(socket, &message, MSG_NOSIGNAL) == sizeof number ? 0 : -1;
}

int sandbox_receive(int socket, unsigned *number, int descriptors[2]) {
  passengers room = {{0}};
  struct iovec text = {number, sizeof *number};
  struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1, .msg_control = room.bytes, .msg_controllen = sizeof room.bytes};
  if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != sizeof *number) return -1;
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  if (!head || head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(2 * sizeof(int))) return -1;
  memcpy(descriptors, CMSG_DATA(head), 2 * sizeof(int));
  return 0;
}
