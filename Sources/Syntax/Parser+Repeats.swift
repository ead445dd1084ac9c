import Diagnostics
import Wording

/// One mistake made several times in a line is told once, with one repair for all its places.
extension Parser {
  /// Returns `diagnostics`, which stand in the order of the text, with those that say the same of one line joined.
  static func joined(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var firsts: [Repeat: Int] = [:]
    for diagnostic in diagnostics {
      let key = Repeat(diagnostic)
      guard let first = firsts[key], let edit = edit(of: result[first], and: diagnostic) else {
        firsts[key] = result.count
        result.append(diagnostic)
        continue
      }
      result[first].secondary.append(.init(diagnostic.primary.range, "here, too"))
      result[first].hint?.edit = edit
    }
    return result
  }

  /// What two mentions of one mistake have in common.
  private struct Repeat: Hashable {
    let kind: DiagnosticKind
    let message: Message
    let line: Int

    init(_ diagnostic: Diagnostic) {
      (kind, message) = (diagnostic.kind, diagnostic.message)
      line = diagnostic.primary.range.start.line
    }
  }

  /// The edit that does what those of both do; nil where one has none, or they do not stand behind one another.
  private static func edit(of first: Diagnostic, and second: Diagnostic) -> Diagnostic.Edit? {
    guard let a = first.hint?.edit, let b = second.hint?.edit, a.range.upperBound <= b.range.lowerBound,
      b.range.upperBound - a.range.lowerBound <= 10 * longestCopy
    else { return nil }
    let between = SourceRange(a.range.file, a.range.upperBound..<b.range.lowerBound)
    return .init(a.range.joined(with: b.range), a.replacement + between.text + b.replacement)
  }
}
