import Diagnostics
import Language

extension TableOutput {
  /// The table in aligned columns, a bar before the first output; numbers stand at the right.
  ///
  ///     x1  x2 | y
  ///      0   1 | 1
  var lines: [String] {
    let columns = max(header.count, rows.map(\.count).max() ?? 0)
    let texts = ([header] + rows).map { row in
      (0..<columns).map { $0 < row.count ? printable(row[$0]) : "" }
    }
    let widths = (0..<columns).map { column in texts.map { $0[column].count }.max() ?? 0 }
    let areNumbers = (0..<columns).map { column in
      !rows.isEmpty && rows.allSatisfy { column >= $0.count || $0[column].isNumberLike }
    }
    let body = texts.map { row in
      let padded = (0..<columns).map { row[$0].padded(to: widths[$0], atLeft: areNumbers[$0]) }
      return Self.joined(padded, inputCount: inputCount)
    }
    return (title.map { [printable($0)] } ?? []) + body + (note.map { [printable($0)] } ?? [])
  }

  private static func joined(_ cells: [String], inputCount: Int) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += column == inputCount ? " | " : "  " }
      line += cell
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension String {
  /// Whether the text begins as a number does; a don't-care and a dot count as such.
  fileprivate var isNumberLike: Bool {
    guard let first else { return true }
    return "0123456789-.?…⋮".contains(first) || self == "nan" || self == "inf"
  }

  /// Fills the text with blanks up to `width` characters.
  fileprivate func padded(to width: Int, atLeft: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - count))
    return atLeft ? blanks + self : self + blanks
  }
}
