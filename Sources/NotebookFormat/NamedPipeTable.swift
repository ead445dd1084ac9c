import Diagnostics

/// A Markdown table whose next line names it, as in `{#XOR x1 x2 -> y}`: a table of the language too.
///
/// It becomes a cell of its own that only defines the table; the page shows the Markdown.
struct NamedPipeTable {
  /// The code that defines the table, one line a row, each with its position.
  let code: [(text: String, offset: Int)]
  /// The line that names it.
  let range: SourceRange

  /// What is wrong with the line, which is read all the same.
  let problem: Diagnostic?

  /// Reads the name of a table from the running text behind it; nil where that is no name with columns.
  init?(
    _ table: (header: [[Inline]], rows: [[[Inline]]]), named heading: [Inline], at range: SourceRange
  ) {
    let rows = table.rows
    let words = heading.map(\.range.text).joined()
    guard let line = TableName(words, width: rows.first?.count) else { return nil }
    self.range = range
    let heads = table.header.map { $0.map(\.range.text).joined().trimmed }
    let isOther =
      heads.allSatisfy(TableName.isName) && heads.count == line.inputs.count + line.outputs.count
      && Set(heads) != Set(line.inputs + line.outputs)
    let meant = heads.prefix(line.inputs.count).joined(separator: " ")
    problem =
      line.isExact && isOther
      ? Diagnostic(
        .notATable, "the table has the columns \(heads.joined(separator: ", ")), this line names others",
        at: range,
        hint: .init(
          "write `{#\(line.name) \(meant) -> \(heads.dropFirst(line.inputs.count).joined(separator: " "))}`, or change the heads",
          edit: range.text == words
            ? .init(
              range,
              "{#\(line.name) \(meant) -> \(heads.dropFirst(line.inputs.count).joined(separator: " "))}")
            : nil))
      : line.isExact
        ? nil
        : Diagnostic(
          .notATable, "the line that names a table has its columns on both sides of `->`", at: range,
          hint: .init(
            "write `\(line.text)`", edit: range.text == words ? .init(range, line.text) : nil))
    let columns = line.inputs.joined(separator: ", ") + " -> " + line.outputs.joined(separator: ", ")
    code =
      [("table \(line.name)(\(columns)) {", range.lowerBound)]
      + rows.map { Self.line($0, inputs: line.inputs.count, else: range.lowerBound) }
      + [("}", range.upperBound)]
  }

  /// A row as the language writes it: a short row where every entry is `0 1 - ?`, else a long one.
  private static func line(_ row: [[Inline]], inputs: Int, else place: Int) -> (text: String, offset: Int) {
    let cells = row.map { $0.map(\.range.text).joined() }
    let offset = row.lazy.compactMap(\.first).first?.range.lowerBound ?? place
    let isShort = cells.allSatisfy { ["0", "1", "-", "?"].contains($0) }
    let (left, right) = (cells.prefix(inputs), cells.dropFirst(inputs))
    if isShort { return (left.joined() + ":" + right.joined() + ",", offset) }
    return ("(\(left.joined(separator: ", "))): (\(right.joined(separator: ", "))),", offset)
  }
}

/// The line that names a table, `{#XOR x1 x2 -> y}`, as it is or as it was meant.
private struct TableName {
  let name: String
  let inputs: [String]
  let outputs: [String]
  /// Whether it is written as it should.
  let isExact: Bool

  /// How it is written.
  var text: String { "{#\(name) \(inputs.joined(separator: " ")) -> \(outputs.joined(separator: " "))}" }

  /// Reads `words`, which stand below a table of `width` columns.
  init?(_ words: String, width: Int?) {
    guard words.hasPrefix("{") && words.hasSuffix("}") || words.hasPrefix("#"), words.utf8.count < 1_000
    else {
      return nil
    }
    var inside = words.drop { $0 == "{" || $0 == "#" }
    while inside.last == "}" { inside = inside.dropLast() }
    let arrow = ["->", "=>", "→", ":", "|"].lazy.compactMap { inside.range(of: $0) }.first
    let isExact = words.hasPrefix("{#") && inside.contains(" -> ")
    func names(_ text: Substring) -> [String] { text.split { " ,;()".contains($0) }.map(String.init) }
    var left = names(arrow.map { inside[..<$0.lowerBound] } ?? inside)
    var right = arrow.map { names(inside[$0.upperBound...]) } ?? []
    // `{#T: x1 -> y}` names no column before its colon.
    if left.first?.hasSuffix(":") == true { left[0].removeLast() }
    if arrow == nil, inside.contains(","), left.count > 2 { right = [left.removeLast()] }
    if words.hasPrefix("#"), !["->", "=>", "→"].contains(where: words.contains) { return nil }
    guard let name = left.first, left.count > 1, !right.isEmpty,
      isExact && !words.contains(",")
        || left.count + right.count - 1 == width && (left + right).allSatisfy(Self.isName)
    else { return nil }
    (self.name, inputs, outputs) = (name, Array(left.dropFirst()), right)
    self.isExact = isExact && !words.contains(",")
  }

  static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

extension PageReader {
  /// Makes a cell of a table that is named by the line behind it; `rows` are those of the table before `block`.
  mutating func definingTable(
    _ block: Block, after named: (header: [[Inline]], rows: [[[Inline]]])?
  ) -> [Block] {
    if case .paragraph(let words) = block.kind, let named,
      let table = NamedPipeTable(named, named: words, at: block.range)
    {
      return [Block(.cell(cell(defining: table)), block.range)]
    }
    // Without a blank line between, the parser takes the name for the last row.
    if case .table(let alignments, let header, let rows, _) = block.kind, let name = rows.last?.first,
      let place = name.first?.range,
      let table = NamedPipeTable((header, rows.dropLast()), named: name, at: place)
    {
      let shown = Block(.table(alignments: alignments, header: header, rows: rows.dropLast()), block.range)
      return [shown, Block(.cell(cell(defining: table)), place)]
    }
    return [block]
  }

  private mutating func cell(defining table: NamedPipeTable) -> Int {
    if let problem = table.problem { diagnostics.append(problem) }
    var options = CellOptions()
    options.isIncluded = false
    cells.append(
      Cell(
        index: cells.count,
        source: SourceText(file: lines.file, lines: table.code, end: table.range.upperBound),
        options: options, role: .plain, range: table.range, record: nil,
        recordOffset: table.range.upperBound, linePrefix: "", isClosed: false))
    return cells.count - 1
  }
}

extension [Inline] {
  /// Whether the text begins as the caption of a table does.
  var mayBeCaption: Bool {
    guard let first, case .text(let text) = first.kind else { return false }
    return text.hasPrefix(": ") && first.range.text.hasPrefix(":")
  }
}

/// The line `: Caption {#tbl-x}` below a table.
extension PageReader {
  /// Gives a table the caption that the parser takes for its last row, where no blank line stands before it.
  mutating func captioned(_ block: Block) -> Block {
    guard case .table(let alignments, let header, let rows, _) = block.kind, let words = rows.last?.first,
      rows.last?.dropFirst().allSatisfy(\.isEmpty) == true, let first = words.first,
      lines.bytes[lines.ranges[lines.line(of: first.range.lowerBound)]].drop(while: {
        $0.isBlank || $0 == .greaterThan
      })
      .starts(with: ": ".utf8)
    else { return block }
    var table = block
    table.kind = .table(alignments: alignments, header: header, rows: rows.dropLast())
    return captioned(table, by: words) ?? block
  }

  /// Gives a table a caption; nil where the words are none.
  mutating func captioned(_ table: Block, by words: [Inline]) -> Block? {
    guard case .table(let alignments, let header, let rows, let old) = table.kind, old.isEmpty,
      words.mayBeCaption, let first = words.first, case .text(let text) = first.kind
    else { return nil }
    let rest = String(text.dropFirst(2).drop { $0 == " " })
    let start = min(first.range.upperBound, first.range.lowerBound + text.utf8.count - rest.utf8.count)
    let place = SourceRange(first.range.file, start..<first.range.upperBound)
    var caption = (rest.isEmpty ? [] : [Inline(.text(rest), place)]) + words.dropFirst()
    let label = takeLabel(&caption, of: .table)
    if label == nil { reportStrayLabel(caption, of: .table) }
    let end = words.last?.range ?? first.range
    return Block(
      .table(alignments: alignments, header: header, rows: rows, caption: caption),
      table.range.joined(with: end), label: label)
  }
}
