import NotebookFormat
import NotebookRunning

/// Which cells of a page the report shows, and with which options.
struct PageLayout {
  private let record: RunRecord
  private let page: Page

  /// Lays out the page that was run.
  init(_ record: RunRecord) {
    self.record = record
    page = Page(record.notebook, face: record.face, on: record.medium)
  }

  /// Returns the cells to show where the cell at `index` stands.
  func cells(at index: Int) -> [Int] {
    record.notebook.cells.indices.contains(index) ? page.cells(at: index).filter(isShown) : []
  }

  /// Returns the options to show a cell with.
  func options(of cell: Cell) -> CellOptions { page.options(of: cell) }

  /// A cell that failed is shown even where `include: false` asks to hide it: the banner points there.
  private func isShown(_ index: Int) -> Bool {
    guard record.cells.indices.contains(index) else { return false }
    let (cell, status) = (record.notebook.cells[index], record.cells[index].status)
    if status == .leftOut && cell.options.isEvaluated { return false }
    return cell.options.isIncluded || status.isFailure
  }
}
