import Glibc

/// Ctrl-C while notebooks run: kept by the system until somebody asks, so that the run can end in order.
enum Interruption {
  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    return set
  }

  /// Keeps Ctrl-C from ending the program, in this thread and those it starts.
  static func hold() {
    var set = signals
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether Ctrl-C was pressed.
  static var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return sigismember(&pending, SIGINT) == 1
  }
}
