import Language
import NotebookRunning
import Tensors
import TestSupport
import Testing

@testable import Reporting

struct TextReportTests {
  @Test func recordsAreAsRecorded() throws {
    let record = gatesRecord()
    let pages = zip(record.notebook.cells, record.cells).map { cell, result in
      "# cell \(cell.index + 1)\n" + RecordText.text(of: result, in: cell)
    }
    try expectGolden(pages.joined(separator: "\n"), "reports/gates-records.txt")
  }

  @Test func terminalIsAsRecorded() throws {
    let lines = lines(report(.full, .plain), gatesRecord())
    try expectGolden(lines.joined(separator: "\n") + "\n", "reports/gates-terminal.txt")
  }

  @Test func quietTerminalSaysOnlyWhatIsWrong() {
    let (report, record) = (report(.problems, .plain), gatesRecord())
    #expect(lines(report, record, cell: 0) == ["[1/14] cell 1  ok"])
    #expect(lines(report, record, cell: 4).count == 5)
    #expect(lines(report, record, cell: 12).isEmpty)
  }

  @Test func resultsAreNoProblemsAndDiagnosticsAre() {
    let record = gatesRecord()
    for (cell, result) in zip(record.notebook.cells, record.cells) where result.status == .ran {
      let lines = report(.full, .plain).lines(of: result, cell: cell, position: 1, count: 1)
      let hasDiagnostic = result.outputs.contains { if case .diagnostic = $0 { true } else { false } }
      #expect(lines.contains(where: \.isProblem) == hasDiagnostic)
      #expect(lines.first?.isProblem == false)
    }
  }

  @Test func plainLinesHoldNoEscapeCodes() {
    #expect(!lines(report(.full, .plain), gatesRecord()).contains { $0.contains("\u{1B}") })
    #expect(report(.full, .coloured).summary(of: gatesRecord()).hasPrefix("\u{1B}[31m"))
  }

  @Test func eventsAreAsRecorded() throws {
    let record = gatesRecord()
    let events =
      record.diagnostics.map(\.json)
      + zip(record.cells, record.notebook.cells).flatMap { CellEvents.events(of: $0, cell: $1) }
      + [CellEvents.report(of: record, page: "02-and-or-not.html")]
    try expectGolden(events.map { $0.text + "\n" }.joined(), "reports/gates-events.txt")
  }

  /// Lines are counted in the cell, so a record survives a paragraph above it.
  @Test func recordsDoNotChangeWhenCellsMove() {
    var moved = GatesFixture(text: "One more line.\n\nAnd another.\n" + gatesText)
    _ = addGatesCells(to: &moved)
    let (before, after) = (gatesRecord(), moved.record([]))
    for index in before.cells.indices {
      #expect(
        RecordText.text(of: before.cells[index], in: before.notebook.cells[index])
          == RecordText.text(of: after.cells[index], in: after.notebook.cells[index]))
    }
  }

  private func report(_ detail: TerminalReport.Detail, _ style: TerminalReport.Style) -> TerminalReport {
    TerminalReport(detail: detail, style: style)
  }

  /// All that a terminal shows of a run.
  private func lines(_ report: TerminalReport, _ record: RunRecord) -> [String] {
    record.diagnostics.flatMap(report.lines(of:))
      + record.cells.indices.flatMap { lines(report, record, cell: $0) } + [report.summary(of: record)]
  }

  private func lines(_ report: TerminalReport, _ record: RunRecord, cell index: Int) -> [String] {
    report.lines(
      of: record.cells[index], cell: record.notebook.cells[index], position: index + 1,
      count: record.cells.count
    ).map(\.text)
  }
}
