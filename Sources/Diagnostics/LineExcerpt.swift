/// The line that holds the start of a range, cut to a width, and where its carets go.
public struct LineExcerpt: Sendable {
  /// The line, or the part of it around the range.
  public let text: String
  /// What stands before the range in ``text``.
  public let before: String
  /// The part of ``text`` in the range.
  public let marked: String
  /// What stands behind the range in ``text``.
  public let after: String

  /// Takes at most `width` characters of the line around `range`.
  public init(_ range: SourceRange, width: Int) {
    let start = range.start
    var line = Array(range.file.line(start.line).unicodeScalars)
    let end = range.end
    let first = min(start.column - 1, line.count)
    let last = end.line == start.line ? min(max(end.column - 1, first), line.count) : line.count
    var window = 0..<line.count
    if line.count > width {
      let lower = max(0, min(first - width / 3, line.count - width))
      window = lower..<(lower + width)
    }
    let markedRange = first..<min(max(last, first), max(first, window.upperBound))
    // What is cut is said: `…` stands for the first or last character that is shown.
    if window.lowerBound > 0, window.lowerBound < markedRange.lowerBound { line[window.lowerBound] = "…" }
    if window.upperBound < line.count, first < window.upperBound - 1 { line[window.upperBound - 1] = "…" }
    before = Self.string(line[window.lowerBound..<max(window.lowerBound, markedRange.lowerBound)])
    marked = Self.string(line[markedRange])
    after = Self.string(line[markedRange.upperBound..<max(markedRange.upperBound, window.upperBound)])
    text = before + marked + after
  }

  /// Blanks up to the first caret; a tab stays a tab, so that carets stand under their text.
  public var indentation: String {
    String(String.UnicodeScalarView(before.unicodeScalars.map { $0 == "\t" ? "\t" : " " }))
  }

  /// The number of carets, at least one.
  public var caretCount: Int { max(1, marked.unicodeScalars.count) }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar == "\t" ? "\t" : scalar) }
    return String(String.UnicodeScalarView(view.map { $0 == "\t" ? "\t" : printableScalar($0) }))
  }

  private static func printableScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    printable(String(scalar)).unicodeScalars.first ?? " "
  }
}
