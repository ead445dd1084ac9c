import Glibc
import Synchronization

/// The terminal: the only place of the program that prints.
struct Console: Sendable {
  /// Whether standard error is a terminal that can write over a line.
  let isTerminal = isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
  /// Whether both outputs understand colours.
  var usesColour: Bool { isTerminal && isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

  /// Whether a result could not be printed; standard output is the process's, and so is this.
  private static let lostResults = Atomic(false)

  /// Ends the program with exit code 4 where a result could not be printed, as on a full disk.
  static func exitIfResultsAreLost() {
    if lostResults.load(ordering: .relaxed) { exit(4) }
  }

  /// Prints results: what a pipe should get.
  func print(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

  /// Prints messages for a person.
  func say(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

  /// Prints a line that the next one replaces, on a terminal only.
  func sayForNow(_ text: String) {
    // A line that wraps could not be removed.
    if isTerminal { put("\r\u{1B}[K" + text.prefix(width - 1), to: STDERR_FILENO) }
  }

  /// Removes the line for now.
  func clearLine() {
    if isTerminal { put("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private func put(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count < 0, errno == EAGAIN || errno == EINTR {
          waitUntilWritable(descriptor)
          continue
        }
        guard count > 0 else { return lose(descriptor, errno) }
        written += count
      }
    }
  }

  /// Notes that a result was lost, and says so once.
  private func lose(_ descriptor: Int32, _ error: Int32) {
    // The reader is gone, as with `| head`, so there is no one to report to.
    guard descriptor == STDOUT_FILENO, error != EPIPE else { return }
    guard !Self.lostResults.exchange(true, ordering: .relaxed) else { return }
    say("error: cannot write the results to standard output: \(String(cString: strerror(error)))")
  }

  /// Whoever gave us the descriptor may have made it one that does not wait.
  private func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
