import Diagnostics
import Tables

/// A table's rows as text, one pattern a word: `01:1`, or `01-` alone for a row of `on`.
struct TableText {
  let file: SourceFile

  init(_ text: String) { file = SourceFile(path: "table", text: text) }

  /// Builds the table with the inputs and outputs that are named by single letters.
  func build(
    inputs: String = "ab", outputs: String = "y", rest: Table.Rest = .absent
  ) -> (table: Table?, diagnostics: [Diagnostic]) {
    let whole = SourceRange(file, 0..<file.text.utf8.count)
    func columns(_ names: String) -> [TableColumn] { names.map { TableColumn(String($0), whole) } }
    return Table.build(
      name: "T", inputs: columns(inputs), outputs: columns(outputs), patterns: patterns, rest: rest,
      range: whole)
  }

  private var patterns: [TablePattern] {
    var offset = 0
    return file.text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let range = SourceRange(file, offset..<offset + word.utf8.count)
      offset += word.utf8.count + 1
      let sides = word.split(separator: ":", omittingEmptySubsequences: false)
      return TablePattern(
        inputs: places(sides[0]), outputs: sides.count > 1 ? places(sides[1]) : nil, range: range)
    }
  }

  private func places(_ text: Substring) -> [PatternValue] {
    if text.contains(",") {
      return text.split(separator: ",").map { .number(Double($0) ?? .nan) }
    }
    return text.map { character in
      switch character {
      case "0": .zero
      case "1": .one
      case "-": .any
      case "?": .hole
      case let other: .number(Double(String(other)) ?? .nan)
      }
    }
  }
}
