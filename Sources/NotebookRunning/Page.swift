import NotebookFormat
import Tensors

/// Which cells of a notebook a face shows, where, and what names they hand on.
public struct Page: Sendable {
  /// The notebook.
  public let notebook: Notebook
  /// For whom.
  public let face: Face
  /// On what.
  public let medium: Medium
  /// The cells by the index they stand at: a solution stands in its exercise's place.
  private let shown: [[Int]]
  private let solutions: [String: [Int]]
  /// The cell of each exercise, by index.
  private let exercises: [String: Int]

  /// Lays out the page of a face.
  public init(_ notebook: Notebook, face: Face, on medium: Medium = .report) {
    self.notebook = notebook
    self.face = face
    self.medium = medium
    var solutions: [String: [Int]] = [:]
    for cell in notebook.cells {
      if case .solution(let exercise) = cell.role { solutions[exercise, default: []].append(cell.index) }
    }
    self.solutions = solutions
    let exercises = Dictionary(
      notebook.cells.compactMap { cell in cell.role.exerciseName.map { ($0, cell.index) } },
      uniquingKeysWith: { first, _ in first })
    self.exercises = exercises
    shown = notebook.cells.map { cell in
      switch (cell.role, face) {
      case (.plain, _), (.tests, _), (.exercise, .student), (.hidden, .solution): [cell.index]
      case (.exercise(let name, _, _), .solution):
        // At the first exercise of the name: a second one is an error, and shows them no second time.
        solutions[name].map { exercises[name] == cell.index ? $0 : [] } ?? [cell.index]
      case (.solution(let name), .solution): exercises[name] == nil ? [cell.index] : []
      case (.solution, .student), (.hidden, .student): []
      }
    }
  }

  /// The cells that stand where the file has the cell `index`, by their index.
  public func cells(at index: Int) -> [Int] { shown[index] }

  /// Every cell of the page in the order in which it runs.
  public var order: [Int] { shown.flatMap { $0 } }

  /// The options of a cell on this page: a solution has its exercise's label and captions.
  public func options(of cell: Cell) -> CellOptions {
    guard case .solution(let name) = cell.role, let exercise = exercise(name) else { return cell.options }
    var options = cell.options
    options.label = options.label ?? exercise.options.label
    options.figureCaption = options.figureCaption ?? exercise.options.figureCaption
    options.figureAlt = options.figureAlt ?? exercise.options.figureAlt
    options.tableCaption = options.tableCaption ?? exercise.options.tableCaption
    return options
  }

  /// The exercise of this name.
  func exercise(_ name: String) -> Cell? {
    exercises[name].map { notebook.cells[$0] }
  }

  /// The solutions of an exercise, by index; none of a second exercise of the same name.
  func solutions(of exercise: Cell) -> [Int] {
    guard let name = exercise.role.exerciseName, exercises[name] == exercise.index else { return [] }
    return solutions[name] ?? []
  }
}

/// What a page is shown on.
public enum Medium: Sendable, Hashable {
  case report
  /// Slides; the lecturer's own notes are there for a speaker's view only.
  case slides(withNotes: Bool)

  /// Whether it is slides.
  public var isSlides: Bool { self != .report }
}

extension Block {
  /// Whether a face shows what is inside: a solution in prose where solutions are shown, notes in a speaker's view.
  public func isShown(to face: Face, on medium: Medium) -> Bool {
    switch kind {
    case .section(.notes, _): medium == .slides(withNotes: true)
    case .section(.solution, _): face == .solution
    case .section(.slide, _): medium.isSlides
    case .section(.report, _): !medium.isSlides
    case .section(.answer, _), .section(.columns, _), .section(.column, _), .heading, .paragraph, .quote,
      .callout, .list, .code, .cell, .table, .thematicBreak, .math, .html, .footnote, .details, .centred,
      .pause:
      true
    }
  }
}

extension Role {
  /// Whether the cell may hand names on to those below.
  var addsNames: Bool {
    switch self {
    case .plain, .exercise, .solution: true
    case .tests, .hidden: false
    }
  }

  /// The name of the exercise that the cell is, if it is one.
  var exerciseName: String? { if case .exercise(let name, _, _) = self { name } else { nil } }
}

extension Notebook {
  /// The width of its numbers.
  var precision: Precision {
    switch frontMatter.precision {
    case .float64: .float64
    case .float32: .float32
    }
  }
}
