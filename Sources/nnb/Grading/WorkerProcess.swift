import CSandbox
import Glibc
import Grading
import NotebookRunning

/// The process that runs one student's answers: locked in before it reads a byte of them.
///
/// It is this program again, started with the word ``word``. It reads a request from its standard input to the end, and
/// writes one byte for how it is locked in and the reply to its standard output.
enum WorkerProcess {
  /// The word that makes the program a worker.
  static let word = "__worker"

  /// The most bytes of memory that it can map: the numbers of a notebook, and the deep stack.
  private static let memory: UInt = 4 << 30

  /// Works, and ends the process; the first argument is how many seconds of processor time it has.
  static func main(_ arguments: [String]) -> Never {
    let seconds = arguments.first.flatMap { UInt($0) } ?? 60
    let code = withDeepStack { () -> Int32 in
      // Tables are made at their first use: now, while everything is still allowed.
      WorkerRequest.prepare()
      let level = SandboxLevel(sandbox_enter(memory, seconds))
      guard let request = try? WorkerRequest(decoding: readAll()) else { return 1 }
      return write(Array(level.rawValue.utf8) + request.run().encoded) ? 0 : 1
    }
    _exit(code)
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
