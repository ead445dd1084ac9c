import Language
import NotebookRunning
import Tensors
import Testing

@testable import Reporting

struct TextReportTests {
  @Sendable static func figureText(_: Any) -> FigureText {
    FigureText(altText: "4 points and a line", digest: "0f3a")
  }

  @Test func recordsAreAsRecorded() throws {
    let record = gatesRecord()
    let text = RecordText(figures: Self.figureText)
    let pages = zip(record.notebook.cells, record.cells).map { cell, result in
      "# cell \(cell.index + 1)\n" + text.text(of: result, in: cell)
    }
    try expectGolden(pages.joined(separator: "\n"), "gates-records.txt")
  }

  @Test func terminalIsAsRecorded() throws {
    let report = TerminalReport(gatesRecord(), detail: .full, style: .plain, figures: Self.figureText)
    try expectGolden(report.lines.joined(separator: "\n") + "\n", "gates-terminal.txt")
  }

  @Test func quietTerminalSaysOnlyWhatIsWrong() {
    let report = TerminalReport(gatesRecord(), detail: .problems, style: .plain, figures: Self.figureText)
    #expect(report.lines(ofCell: 0) == ["[1/14] cell 1  ok"])
    #expect(report.lines(ofCell: 4).count == 5)
    #expect(report.lines(ofCell: 12).isEmpty)
  }

  @Test func plainLinesHoldNoEscapeCodes() {
    let plain = TerminalReport(gatesRecord(), detail: .full, style: .plain, figures: Self.figureText)
    let coloured = TerminalReport(gatesRecord(), detail: .full, style: .coloured, figures: Self.figureText)
    #expect(!plain.lines.contains { $0.contains("\u{1B}") })
    #expect(coloured.summary.hasPrefix("\u{1B}[31m"))
  }

  @Test func eventsAreAsRecorded() throws {
    let events = CellEvents(gatesRecord(), figures: Self.figureText).events(page: "02-and-or-not.html")
    try expectGolden(events.map { $0.text + "\n" }.joined(), "gates-events.txt")
  }

  /// Lines are counted in the cell, so a record survives a paragraph above it.
  @Test func recordsDoNotChangeWhenCellsMove() {
    var moved = GatesFixture(text: "One more line.\n\nAnd another.\n" + gatesText)
    _ = addGatesCells(to: &moved)
    let (before, after) = (gatesRecord(), moved.record([]))
    let text = RecordText(figures: Self.figureText)
    for index in before.cells.indices {
      #expect(
        text.text(of: before.cells[index], in: before.notebook.cells[index])
          == text.text(of: after.cells[index], in: after.notebook.cells[index]))
    }
  }

  @Test(arguments: [("", 3), ("a ```` b", 3), ("a\n  ````\nb", 5), ("``", 3)])
  func fenceIsLongerThanWhatItHolds(text: String, count: Int) {
    #expect(RecordText.fence(around: text) == String(repeating: "`", count: count))
  }

  @Test(arguments: [
    (0.5, "0.5"), (1, "1"), (-0.0, "0"), (2.0 / 3, "0.666667"), (1e-4, "0.0001"), (1e-5, "1e-5"),
    (1.5e-7, "1.5e-7"),
    (123456.7, "123457"), (1234567.8, "1.23457e6"), (-12.50, "-12.5"), (99999.96, "100000"),
    (999999.7, "1e6"),
    (203530, "203530"), (1e9, "1e9"), (1e300, "1e300"), (.leastNonzeroMagnitude, "5e-324"),
    (0.1 + 0.2, "0.3"), (12.000004, "12"),
    (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"), (0.00099999999, "0.001"),
    (2_147_483_648, "2.14748e9"),
  ])
  func numbersAreShort(number: Double, text: String) {
    #expect(formatted(number) == text)
  }

  @Test func tensorsAreWrittenAsTheLanguageDoes() {
    #expect(formatted(Tensor([1, 2])) == "[1, 2]")
    #expect(formatted(Tensor([2, 2], [1, 2, 3, 4])) == "[1, 2; 3, 4]")
    #expect(formatted(Tensor([2, 1, 2], [1, 2, 3, 4])) == "[[1, 2], [3, 4]]")
    #expect(formatted(Tensor([0], [])) == "[]")
    #expect(formatted(Tensor([2, 0], [])) == "[; ]")
    #expect(formatted(Tensor((1...30).map(Double.init))) == "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …, 28, 29, 30]")
  }
}
