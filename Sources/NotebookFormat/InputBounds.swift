import Diagnostics

/// How much text the reader takes.
enum InputBounds {
  /// The most bytes of a notebook.
  static let bytes = 1_000_000
  /// The most table cells a notebook may seem to have.
  static let tableCells = 200_000
  /// The most blocks, or pieces of running text, one inside another.
  static let depth = 100

  /// Returns what is too large in `file`, if anything is.
  static func violation(in file: SourceFile) -> Diagnostic? {
    guard file.text.utf8.count <= bytes else { return tooLarge(file) }
    let lines = SourceLines(file)
    return tooManyTableCells(lines) ?? tooComplex(lines)
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
  /// `<![CDATA[` against the rest of its paragraph.
  private static func tooComplex(_ lines: SourceLines) -> Diagnostic? {
    var deepest = 0
    var searching = 0
    var run = (bytes: 0, openers: 0)
    for line in 0...lines.ranges.count {
      guard line < lines.ranges.count, !lines[line].allSatisfy(\.isBlank) else {
        searching += run.bytes * run.openers
        run = (0, 0)
        continue
      }
      let bytes = lines[line]
      deepest = max(deepest, bytes.prefix { $0.isBlank || containerMarks.contains($0) }.count)
      run.bytes += bytes.count
      run.openers += declarations(in: bytes)
    }
    // An item takes two bytes at least, and each step of this kind costs more.
    guard searching > steps || deepest * lines.ranges.count > steps / 4 else { return nil }
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
