import Diagnostics
import NotebookFormat

extension RecordText {
  /// Returns a diagnostic as the terminal shows it, without the file; lines count from the cell's first.
  static func lines(of diagnostic: Diagnostic, in cell: Cell) -> [String] {
    let severity = diagnostic.severity.rawValue + (diagnostic.isExpected ? ", expected" : "")
    var lines = ["\(severity)[\(diagnostic.kind.id)]: \(printable(diagnostic.message.english))"]
    lines += excerpt(diagnostic.primary, mark: "^", in: cell)
    for label in diagnostic.secondary { lines += excerpt(label, mark: "-", in: cell) }
    lines += diagnostic.trace.map { "  = \(printable($0.text.english))" }
    if let hint = diagnostic.hint { lines.append("  = hint: \(printable(hint.text.english))") }
    return lines
  }

  /// A line outside the cell has no number: it would change when cells move.
  private static func excerpt(_ label: Diagnostic.Label, mark: String, in cell: Cell) -> [String] {
    let number = lineNumber(of: label.range, in: cell).map(String.init) ?? ""
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = LineExcerpt(label.range, width: 90)
    let carets = String(repeating: mark, count: excerpt.caretCount)
    let clause = label.text.isEmpty ? "" : " " + printable(label.text.english)
    return ["\(number) | \(excerpt.text)", "\(gutter) | \(excerpt.indentation)\(carets)\(clause)"]
  }

  private static func lineNumber(of range: SourceRange, in cell: Cell) -> Int? {
    guard range.file === cell.source.file, cell.range.bytes.contains(range.lowerBound) else { return nil }
    let number = range.start.line - cell.source.range.start.line + 1
    return number >= 1 ? number : nil
  }
}
