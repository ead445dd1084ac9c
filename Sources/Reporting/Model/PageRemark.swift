import Diagnostics
import Wording

/// A diagnostic of the page, and where else the same is said.
struct PageRemark: Sendable {
  /// Another position of the same remark.
  struct Place: Sendable {
    let range: SourceRange
    /// What is said there, if it is not word for word the same.
    let message: Message?
  }

  /// What is said, at the first position.
  let diagnostic: Diagnostic
  /// The other positions, in order.
  private(set) var others: [Place] = []

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// Takes a further remark, if it is of the same kind; false where it is to be said on its own.
  ///
  /// Two errors are the same only word for word, since each is to be mended; the same error at one position is said once.
  mutating func takes(_ other: Diagnostic) -> Bool {
    guard diagnostic.kind == other.kind, diagnostic.severity == other.severity,
      diagnostic.isExpected == other.isExpected
    else { return false }
    let isSame = diagnostic.message == other.message
    if isSame, diagnostic.primary.range == other.primary.range { return true }
    guard diagnostic.severity != .error else { return false }
    others.append(Place(range: other.primary.range, message: isSame ? nil : other.message))
    return true
  }
}

extension [PageRemark] {
  /// Adds a remark to one of its kind, or as one of its own.
  mutating func add(_ diagnostic: Diagnostic) {
    for index in indices where self[index].takes(diagnostic) { return }
    append(PageRemark(diagnostic))
  }
}
