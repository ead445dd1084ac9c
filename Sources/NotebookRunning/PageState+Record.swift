import Diagnostics
import Language
import NotebookFormat
import Wording

extension PageState {
  /// Ends a run: computes the values in the text with the names that the page leaves, adds the points up, and says
  /// what became of it all.
  public mutating func record(isStopRequested: @escaping @Sendable () -> Bool = { false }) -> RunRecord {
    let results = isInterrupted ? values.map { _ in .open } : evaluateValues(isStopRequested)
    watch.enter(nil)
    let labels = order.compactMap { labelProblem(cells[$0].cell, records[$0]) }.firstOfEachKind
    var record = RunRecord(
      notebook: page.notebook, face: page.face, diagnostics: pageDiagnostics + labels + cellsNotRun,
      cells: records, exercises: [], fuel: runFront.fuel, values: results, isInterrupted: isInterrupted,
      medium: page.medium)
    Scoring(page: page, cells: cells).score(&record)
    return record
  }

  /// What is wrong with the prefix of a cell's label, now that it is known what the cell shows.
  private func labelProblem(_ cell: Cell, _ record: CellRecord) -> Diagnostic? {
    guard let label = page.options(of: cell).label, let kind = CrossReference(label: label) else {
      return nil
    }
    guard record.status == .ran || record.status == .checkFailed else { return nil }
    guard !record.outputs.contains(where: { $0.fits(kind) || $0.isExpectedError }) else { return nil }
    return Diagnostic(
      .labelPrefix, "the cell `\(label)` shows no \(kind.word)", at: cell.range(of: label, inOption: "label"),
      hint: .init("choose a label that says what the cell shows"))
  }

  /// Names the cells that the user kept from running.
  private var cellsNotRun: [Diagnostic] {
    guard let first = notRun.first else { return [] }
    let names = notRun.prefix(8).map { name(of: cells[$0].cell) }
    let rest: Message = notRun.count > 8 ? " and \(notRun.count - 8) more" : ""
    return [
      Diagnostic(
        .interrupted, "the run was interrupted: \(names.joined(separator: ", "))\(rest) did not run",
        at: cells[first].cell.range.startPoint)
    ]
  }
}
