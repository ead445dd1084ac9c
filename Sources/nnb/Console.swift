import Glibc

/// The terminal: the only place of the program that prints.
struct Console: Sendable {
  /// Whether standard error is a terminal, where a line may be written over.
  let isTerminal = isatty(STDERR_FILENO) == 1
  /// Whether standard error understands colours.
  var usesColour: Bool { isTerminal && getenv("NO_COLOR") == nil }

  /// Prints results: what a pipe should get.
  func print(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

  /// Prints messages for a person.
  func say(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

  /// Prints a line that the next one replaces, on a terminal only.
  func sayForNow(_ text: String) {
    if isTerminal { put("\r\u{1B}[K" + text, to: STDERR_FILENO) }
  }

  /// Removes the line for now.
  func clearLine() {
    if isTerminal { put("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private func put(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        // Nobody reads any more, as with `| head`: there is nobody to tell either.
        guard count > 0 else { return }
        written += count
      }
    }
  }
}
