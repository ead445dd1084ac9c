import NotebookFormat
import NotebookRunning

/// Which cells a face shows, and where: a solution stands in its exercise's place.
struct PageLayout {
  private let record: RunRecord
  private var solutions: [String: [Int]] = [:]
  private var exercises: Set<String> = []

  /// Reads the roles of a run's cells.
  init(_ record: RunRecord) {
    self.record = record
    for cell in record.notebook.cells {
      switch cell.role {
      case .solution(let name): solutions[name, default: []].append(cell.index)
      case .exercise(let name, _, _): exercises.insert(name)
      case .plain, .tests, .hidden: break
      }
    }
  }

  /// Returns the cells to show where the cell at `index` stands.
  func cells(at index: Int) -> [Int] {
    guard record.notebook.cells.indices.contains(index) else { return [] }
    let wanted =
      switch (record.face, record.notebook.cells[index].role) {
      case (_, .plain), (_, .tests), (.student, .exercise), (.solution, .hidden): [index]
      case (.student, .solution), (.student, .hidden): [Int]()
      case (.solution, .exercise(let name, _, _)): solutions[name] ?? [index]
      case (.solution, .solution(let name)): exercises.contains(name) ? [] : [index]
      }
    return wanted.filter(isShown)
  }

  /// Returns the options to show a cell with: a solution has its exercise's label and captions.
  func options(of cell: Cell) -> CellOptions {
    var options = cell.options
    guard case .solution(let name) = cell.role, solutions[name]?.first == cell.index,
      let exercise = record.notebook.cells.first(where: { $0.role.isExercise(name) })?.options
    else { return options }
    options.label = options.label ?? exercise.label
    options.figureCaption = options.figureCaption ?? exercise.figureCaption
    options.figureAlt = options.figureAlt ?? exercise.figureAlt
    options.tableCaption = options.tableCaption ?? exercise.tableCaption
    return options
  }

  /// A cell that failed is shown even where `include: false` asks to hide it: the banner points there.
  private func isShown(_ index: Int) -> Bool {
    guard record.cells.indices.contains(index) else { return false }
    let (cell, status) = (record.notebook.cells[index], record.cells[index].status)
    if status == .leftOut && cell.options.isEvaluated { return false }
    return cell.options.isIncluded || status.isFailure
  }
}

extension Role {
  fileprivate func isExercise(_ name: String) -> Bool {
    if case .exercise(name, _, _) = self { true } else { false }
  }
}
