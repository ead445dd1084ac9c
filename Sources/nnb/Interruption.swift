import Glibc
import NotebookRunning
import Synchronization

/// Ctrl-C while notebooks run: the first lets the run end in order, the second ends the program at once.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Keeps Ctrl-C from ending the program, in this thread and those it starts, and listens for it.
  static func hold() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in Interruption.listen() }, nil)
    pthread_detach(thread)
  }

  /// Whether Ctrl-C was pressed.
  static var isPending: Bool { count.load(ordering: .relaxed) > 0 }

  private static func listen() -> UnsafeMutableRawPointer? {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    var signal: Int32 = 0
    while true {
      guard sigwait(&signals, &signal) == 0 else { continue }
      if count.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitCode.interrupted.rawValue) }
      let console = Console()
      console.clearLine()
      console.say("ending after this step; Ctrl-C again ends at once")
    }
  }
}
