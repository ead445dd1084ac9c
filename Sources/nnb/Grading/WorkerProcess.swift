import CSandbox
import Glibc
import Grading
import NotebookRunning

/// The processes that run students' answers: a warm one, in which all is ready that every worker needs, and the workers that it forks.
///
/// The warm process is this program again, started with the word ``word``; it never sees what a student wrote. Over its
/// standard input, a socket, it is sent the two pipes of a worker and sends back how that worker ended. A worker locks
/// itself in, reads a request from the first pipe to the end, and writes one byte for how it is locked in and the reply
/// to the second.
enum WorkerProcess {
  /// The word that makes the program a warm process.
  static let word = "__worker"

  /// The most bytes of memory that a worker can map: the numbers of a notebook, and the deep stack.
  private static let memory: UInt = 4 << 30

  /// Forks workers until nobody asks for one, and ends the process.
  static func main() -> Never {
    _ = sandbox_stand_alone()
    let code = withDeepStack { () -> Int32 in
      // Tables are made at their first use: now, once for all workers.
      WorkerRequest.prepare()
      var (seconds, pipes) = (UInt32(0), [Int32](repeating: -1, count: 2))
      while sandbox_receive(STDIN_FILENO, &seconds, &pipes) == 0 {
        // Only this thread works, so a copy of the process with this thread alone is whole.
        let worker = sandbox_fork()
        if worker == 0 {
          // The pipes take the places of the socket and of the output.
          dup2(pipes[0], STDIN_FILENO)
          dup2(pipes[1], STDOUT_FILENO)
          for end in pipes { close(end) }
          _exit(work(seconds: UInt(seconds)))
        }
        for end in pipes { close(end) }
        var status = Self.notStarted
        if worker > 0 { while waitpid(worker, &status, 0) < 0, errno == EINTR {} }
        guard send(STDIN_FILENO, &status, MemoryLayout<Int32>.size, 0) > 0 else { return 1 }
      }
      return 0
    }
    _exit(code)
  }

  /// What is told of a worker that could not be forked: that it ended with a code that no worker ends with.
  static let notStarted: Int32 = 2 << 8

  /// Does what a worker does; returns its exit code.
  private static func work(seconds: UInt) -> Int32 {
    let level = SandboxLevel(sandbox_enter(memory, seconds))
    guard let request = try? WorkerRequest(decoding: readAll()) else { return 1 }
    return write(Array(level.rawValue.utf8) + request.run().encoded) ? 0 : 1
  }

  private static func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}

extension SandboxLevel {
  fileprivate init(_ level: sandbox_level) {
    switch level {
    case SANDBOX_LOCKED: self = .locked
    case SANDBOX_LIMITS: self = .limits
    default: self = .language  // The C enumeration has no other case.
    }
  }
}
