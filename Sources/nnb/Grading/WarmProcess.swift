import CSandbox
import Glibc

/// A process that forks workers, as the thread sees it that started it and has them work one after the other.
///
/// It ends with that thread. Starting the program takes six times as long as the answers of a usual sheet.
final class WarmProcess {
  private let process: pid_t
  private let socket: Int32

  /// How many seconds a worker that has replied has to end.
  private static let patience: UInt32 = 30

  /// Starts one; nil where none can be started.
  init?() {
    var ends = [Int32](repeating: -1, count: 2)
    guard sandbox_socket_pair(&ends, Self.patience) == 0 else { return nil }
    defer { close(ends[1]) }
    guard let process = Self.start(input: ends[1]) else {
      close(ends[0])
      return nil
    }
    (self.process, socket) = (process, ends[0])
  }

  deinit {
    close(socket)
    // A worker that is still at work ends with it.
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Asks for a worker with two pipes and so many seconds of processor time; false where the process is gone.
  func fork(seconds: UInt32, input: Int32, output: Int32) -> Bool {
    sandbox_send(socket, seconds, [input, output]) == 0
  }

  /// How the worker ended, as waitpid(2) tells it, once it has; nil where the process is gone or does not say in time.
  var status: Int32? {
    var status: Int32 = 0
    while true {
      let count = recv(socket, &status, MemoryLayout.size(ofValue: status), 0)
      if count < 0, errno == EINTR { continue }
      return count == MemoryLayout.size(ofValue: status) ? status : nil
    }
  }

  private static func start(input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // One thread, and numbers of the same bits as everywhere.
    let settings = ["NNB_THREADS=1"] + (getenv("NNB_ISA").map { ["NNB_ISA=" + String(cString: $0)] } ?? [])
    var words = cStrings(["nnb", WorkerProcess.word])
    var variables = cStrings(settings)
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    return posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, &variables) == 0 ? process : nil
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { text in strdup(text) } + [nil]
  }
}
