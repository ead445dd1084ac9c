#ifndef CSANDBOX_H
#define CSANDBOX_H

/// How well a process is locked in.
enum sandbox_level {
  /// Only the language holds: it has no word for files, processes or the network.
  SANDBOX_LANGUAGE,
  /// The limits of the operating system on memory, time, files and descriptors hold too.
  SANDBOX_LIMITS,
  /// Landlock and the list of system calls hold too.
  SANDBOX_LOCKED,
};

/// Locks this process in, for good, and says how well that went.
///
/// `memory` bytes and `seconds` of processor time are a backstop: verdicts come from the work that the program counts.
/// Every thread that was started before is locked in too, those of Landlock excepted: to be called by the thread that
/// does the work.
enum sandbox_level sandbox_enter(unsigned long memory, unsigned long seconds);

/// Makes a pipe whose ends no process inherits; 0 where it was made.
int sandbox_pipe(int ends[2]);

/// Makes two sockets, which keep messages apart and which no process inherits; 0 where they were made.
///
/// The first waits at most so many seconds for a message.
int sandbox_socket_pair(int ends[2], unsigned seconds);

/// Sends a number and two descriptors; 0 where they were sent.
int sandbox_send(int socket, unsigned number, const int descriptors[2]);

/// Waits for what ``sandbox_send`` sends; 0 where it came, -1 where the other end is closed.
int sandbox_receive(int socket, unsigned *number, int descriptors[2]);

/// Makes a copy of this process, in which the calling thread alone goes on; returns what fork(2) returns.
int sandbox_fork(void);

/// Closes every descriptor but the first three, and ends this process when the thread that started it ends; 0 where it will.
int sandbox_stand_alone(void);

#endif
