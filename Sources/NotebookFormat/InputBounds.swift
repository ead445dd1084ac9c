import Diagnostics
import Wording

/// How much text the reader takes.
enum InputBounds {
  /// The most bytes of a notebook.
  static let bytes = 1_000_000
  /// The most table cells a notebook may seem to have.
  static let tableCells = 200_000
  /// The most cells a notebook has.
  static let cells = 2_000
  /// The most bytes of code in all cells together.
  static let codeBytes = 250_000
  /// The most lines of options in a notebook.
  static let optionLines = 10_000
  /// The most quotes that the lines of a notebook open or go on with.
  private static let quoteMarks = 200_000
  /// The most pieces between tags of HTML that are read as running text.
  static let htmlTexts = 5_000
  /// The most blocks, or pieces of running text, one inside another.
  static let depth = 100

  /// Returns what is too large in `file`, if anything is.
  static func violation(in file: SourceFile) -> Diagnostic? {
    guard file.text.utf8.count <= bytes else { return tooLarge(file) }
    let lines = SourceLines(file)
    return tooManyOptions(lines) ?? tooManyTableCells(lines) ?? tooComplex(lines)
  }

  /// Returns what is too large about the cells of a notebook, if anything is.
  static func violation(in cells: [Cell]) -> Diagnostic? {
    var bytes = 0
    for (number, cell) in cells.enumerated() {
      bytes += cell.source.text.utf8.count
      if number == Self.cells {
        return tooMuch(
          "has \(readable(cells.count)) cells; at most \(readable(Self.cells)) are read", at: cell.range)
      }
      if bytes > codeBytes {
        let all = cells.reduce(0) { $0 + $1.source.text.utf8.count }
        return tooMuch(
          "has \(readable(all)) bytes of code; at most \(readable(codeBytes)) are read", at: cell.range)
      }
    }
    return nil
  }

  private static func tooManyOptions(_ lines: SourceLines) -> Diagnostic? {
    let options = lines.ranges.indices.filter { lines[$0].drop(while: \.isBlank).starts(with: "#|".utf8) }
    guard options.count > optionLines else { return nil }
    return tooMuch(
      "has \(readable(options.count)) lines of options; at most \(readable(optionLines)) are read",
      at: lines.range(lines.ranges[options[optionLines]]))
  }

  private static func tooMuch(_ what: Message, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notebookTooLarge, "the notebook \(what)", at: range.startPoint,
      label: "the first that is too many", hint: .init("split it into several notebooks"))
  }

  private static func tooLarge(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .notebookTooLarge,
      "the notebook has \(file.text.utf8.count) bytes; at most \(bytes) are read",
      at: SourceRange(file, 0..<0), hint: .init("split it into several notebooks"))
  }

  /// cmark-gfm fills up short table rows, so a run of lines may cost its longest row times its lines.
  private static func tooManyTableCells(_ lines: SourceLines) -> Diagnostic? {
    var total = 0
    var largest = (cells: 0, line: 0)
    var run = (start: 0, pipes: 0)
    for line in 0...lines.ranges.count {
      let isEnd = line == lines.ranges.count || lines[line].allSatisfy(\.isBlank)
      if isEnd {
        let cells = run.pipes * (line - run.start)
        total += cells
        if cells > largest.cells { largest = (cells, run.start) }
        run = (line + 1, 0)
      } else {
        run.pipes = max(run.pipes, lines[line].count { $0 == .pipe })
      }
    }
    guard total > tableCells else { return nil }
    return Diagnostic(
      .markdownTableTooLarge,
      "tables of up to \(total) cells; at most \(tableCells) are read",
      at: lines.range(lines.ranges[largest.line]),
      hint: .init("read the data from a file, or put blank lines between lines that are no table"))
  }

  /// The most steps that the parser may take where it looks at a text again and again.
  private static let steps = 200_000_000

  /// cmark-gfm tries each blank line against every open list item, and each `<?`, `<!X` and
  /// `<![CDATA[` against the rest of its paragraph; each mark of a quote may be a quote of its own.
  private static func tooComplex(_ lines: SourceLines) -> Diagnostic? {
    var deepest = 0
    var quotes = 0
    var searching = 0
    var run = (bytes: 0, openers: 0)
    for line in 0...lines.ranges.count {
      guard line < lines.ranges.count, !lines[line].allSatisfy(\.isBlank) else {
        searching += run.bytes * run.openers
        run = (0, 0)
        continue
      }
      let bytes = lines[line]
      let marks = bytes.prefix { $0.isBlank || containerMarks.contains($0) }
      deepest = max(deepest, marks.count)
      quotes += marks.count { $0 == UInt8(ascii: ">") }
      run.bytes += bytes.count
      run.openers += declarations(in: bytes)
    }
    // An item takes two bytes at least, and each step of this kind costs more.
    guard quotes > quoteMarks || searching > steps || deepest * lines.ranges.count > steps / 4 else {
      return nil
    }
    return .tooComplex(lines.file)
  }

  private static let containerMarks = Array(">-*+.)0123456789".utf8)

  private static func declarations(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == .lessThan, byte == UInt8(ascii: "?") || byte == .exclamation { count += 1 }
      previous = byte
    }
    return count
  }
}

extension Diagnostic {
  /// A text that costs the parser more than any notebook does.
  static func tooComplex(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .notebookTooLarge, "the notebook is too complex to read", at: SourceRange(file, 0..<0),
      hint: .init("split it into several notebooks"))
  }
}
