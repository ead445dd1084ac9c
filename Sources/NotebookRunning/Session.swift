import Diagnostics
import Language
import NotebookFormat
import Syntax

/// Something that happens while a notebook runs.
public enum SessionEvent: Sendable {
  /// A cell begins; `position` counts from 1 among the `count` cells of the page.
  case started(cell: Cell, position: Int, count: Int)
  /// A training in the cell under way is so far.
  case training(TrainingProgress)
  /// A cell ended.
  case finished(cell: Cell, position: Int, count: Int, record: CellRecord)
}

/// Checks and runs the cells of one page, in page order: a loop over the steps of its ``PageState``.
public struct Session: Sendable {
  /// The page, all of its cells checked.
  public let state: PageState

  /// Reads and checks every cell of the page; nothing runs yet.
  ///
  /// `diagnostics` is what the reader of the notebook said; `watch` is told which part is worked on.
  public init(
    _ notebook: Notebook, diagnostics: [Diagnostic], face: Face?, medium: Medium = .report, library: Library,
    limit: Budget = .notebook, watch: Watch = .none
  ) {
    var state = PageState(
      notebook, diagnostics: diagnostics, face: face, medium: medium, library: library, limit: limit,
      watch: watch)
    for position in state.order.indices { state.check(position) }
    state.concludeCheck()
    self.state = state
  }

  /// Everything that is known without running, in the order of the text.
  public var diagnostics: [Diagnostic] { state.diagnostics }

  /// Runs the page and says what became of each cell.
  ///
  /// `isInterrupted` is asked at every step of a cell; a training then ends after its own step and keeps what it
  /// reached, any other statement is given up, and no later cell runs.
  public func run(
    observe: @escaping @Sendable (SessionEvent) -> Void = { _ in },
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> RunRecord {
    var state = state
    let count = state.order.count
    for (position, index) in state.order.enumerated() {
      let cell = state.page.notebook.cells[index]
      observe(.started(cell: cell, position: position + 1, count: count))
      state.run(
        position,
        observe: { progress in
          observe(.training(progress))
          return !isInterrupted()
        }, isStopRequested: isInterrupted)
      observe(
        .finished(cell: cell, position: position + 1, count: count, record: state.records[index]))
    }
    return state.record(isStopRequested: isInterrupted)
  }
}
