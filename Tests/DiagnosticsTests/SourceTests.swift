import Diagnostics
import Testing

/// Lines, columns and the way back from a cell's text to the file.
@Suite struct SourceTests {
  @Test(arguments: [
    ("", 1), ("a", 1), ("a\n", 2), ("a\r\nb", 2), ("a\rb\nc", 3), ("\r\n\r\n", 3), ("a\n\rb", 3),
  ])
  func lineEnds(text: String, count: Int) {
    #expect(SourceFile(path: "a", text: text).lineCount == count)
  }

  @Test func everyOffsetHasItsLineAndColumn() {
    let file = SourceFile(path: "a", text: "\u{FEFF}añ\r\nb😀c\rd\n")
    for (offset, line, column) in [
      (0, 1, 1), (3, 1, 1), (4, 1, 2), (6, 1, 3), (8, 2, 1), (9, 2, 2), (13, 2, 3), (15, 3, 1), (17, 4, 1),
      (999, 4, 1),
      (-5, 1, 1),
    ] {
      #expect(file.location(of: offset).line == line, "\(offset)")
      #expect(file.location(of: offset).column == column, "\(offset)")
    }
    #expect((1...4).map(file.line) == ["añ", "b😀c", "d", ""])
  }

  @Test func aCellInAListKeepsItsPlaces() {
    // The cell's lines lost four blanks each; the file has CR LF.
    let text = "- item\r\n    x = 1\r\n    yy = 2\r\nend"
    let file = SourceFile(path: "a", text: text)
    let cell = SourceText(file: file, lines: [("x = 1", 12), ("yy = 2", 23)], end: 31)
    #expect(cell.text == "x = 1\nyy = 2\n")
    #expect(cell.range(0..<1).text == "x")
    #expect(cell.range(4..<5).text == "1")
    #expect(cell.range(6..<8).text == "yy")
    #expect(cell.range(11..<12).text == "2")
    #expect(cell.range(11..<12).start == file.location(of: 28))
    #expect(cell.range(6..<8).start.column == 5)
    // A range over the line end goes from the first character to the last in the file.
    #expect(cell.range(4..<8).text == "1\r\n    yy")
    #expect(cell.range(12..<12).lowerBound == 29)
    #expect(cell.offsetInFile(13) == 31)
  }

  @Test func everyByteOfACellIsItsByteInTheFile() {
    let text = "> α = 1\n> β = α + 2\n"
    let file = SourceFile(path: "a", text: text)
    let cell = SourceText(file: file, lines: [("α = 1", 2), ("β = α + 2", 11)], end: 22)
    let bytes = Array(text.utf8)
    for (local, byte) in cell.text.utf8.enumerated() {
      #expect(bytes[cell.offsetInFile(local)] == byte, "\(local)")
    }
  }

  @Test func rangesJoin() {
    let file = SourceFile(path: "a", text: "x + y")
    let joined = SourceRange(file, 4..<5).joined(with: SourceRange(file, 0..<1))
    #expect(joined.text == "x + y")
    #expect(joined.startPoint.bytes == 0..<0)
    #expect(joined.endPoint.bytes == 5..<5)
    #expect(SourceRange(file, 0..<1) != SourceRange(SourceFile(path: "a", text: "x + y"), 0..<1))
  }

  @Test func anExcerptKeepsTheMarkInSight() {
    let file = SourceFile(
      path: "a", text: String(repeating: "x", count: 50) + "ab" + String(repeating: "y", count: 500))
    let mark = LineExcerpt(SourceRange(file, 50..<52), width: 60)
    #expect(mark.marked == "ab")
    #expect(mark.text.count == 60)
    #expect(mark.before + mark.marked + mark.after == mark.text)
    let wide = LineExcerpt(SourceRange(file, 0..<552), width: 60)
    #expect(wide.text.count == 60)
    #expect(wide.caretCount == 60)
    #expect(LineExcerpt(SourceRange(file, 552..<552), width: 60).caretCount == 1)
  }

  @Test func anExcerptShowsNoControlCharacters() {
    let file = SourceFile(path: "a", text: "a\u{1B}[31mb\tc")
    #expect(LineExcerpt(SourceRange(file, 6..<7), width: 60).text == "a [31mb\tc")
  }
}

@Suite struct EditorColumnTests {
  @Test(arguments: [
    ("ab\ncd", 4, 2, 1), ("ä = 1", 2, 1, 1), ("𝛼 = 1", 4, 1, 2), ("x\r\n𝛼β", 7, 2, 2), ("x\r\n𝛼β", 9, 2, 3),
    ("", 0, 1, 0), ("\u{FEFF}a", 3, 1, 1),
  ])
  func columnsAreCountedInUTF16(text: String, offset: Int, line: Int, column: Int) {
    let file = SourceFile(path: "t.md", text: text)
    #expect(file.utf16Column(of: offset) == column)
    #expect(file.offset(line: line, utf16Column: column) == offset)
  }

  @Test func placesOutsideTheTextAreItsEnds() {
    let file = SourceFile(path: "t.md", text: "𝛼b\nc")
    #expect(file.offset(line: 1, utf16Column: 99) == 5 && file.offset(line: 9, utf16Column: 0) == 7)
    #expect(file.offset(line: 0, utf16Column: 3) == 0 && file.utf16Column(of: 99) == 1)
    #expect(file.offset(line: 1, utf16Column: 1) == 0)
  }
}
