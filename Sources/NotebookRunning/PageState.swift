import Diagnostics
import Language
import NotebookFormat
import Syntax
import Wording

/// A page and what is known of it: what each of its cells says, what it left when it was checked, and when it ran.
///
/// It is a value, and its steps are functions of it: ``check(_:)`` and ``run(_:observe:isStopRequested:)`` work on one
/// cell with the names that those above it left, ``replace(_:by:)`` takes other code for a cell and checks again what
/// depends on it. A cell is named by its index in the file, a cell of the page by its position in ``order``.
public struct PageState: Sendable {
  /// The notebook, and who sees what of it.
  public internal(set) var page: Page
  /// The index of each cell of the page, in the order in which they run.
  public let order: [Int]
  let library: Library
  let watch: Watch
  /// What all cells together may take.
  let limit: Budget
  private let readerDiagnostics: [Diagnostic]
  private let formulaDiagnostics: [Diagnostic]
  private let isFaceChosen: Bool
  var cells: [ReadCell]
  /// The inline values of the page, by their position in the notebook; nil where the page does not show one.
  var values: [ReadValue?] = []
  /// The positions of the values that were not looked at, since those before have mistakes enough.
  var valuesNotChecked: [SourceRange] = []
  /// What became of each cell, by its index.
  public internal(set) var records: [CellRecord]
  /// Whether the user ended the run.
  public internal(set) var isInterrupted = false
  /// The cells that the user kept from running.
  var notRun: [Int] = []
  /// What the page can still take.
  var budget: PageBudget

  /// How many diagnostics the cells have beyond those that are shown.
  var omitted: [Diagnostic] = []

  var exports: PageExports
  var definitions: Definitions
  /// What the cells left, by position: when they were checked, and when they ran.
  var checked: [CellTrace?]
  var ran: [CellTrace?]
  /// The front behind the cell that was checked last, and behind the one that ran last.
  var checkFront: PageFront
  var runFront: PageFront

  /// Opens a notebook as a face sees it; its cells are read, and nothing is checked yet.
  ///
  /// `diagnostics` is what the reader of the notebook said; `watch` is told which part is worked on.
  public init(
    _ notebook: Notebook, diagnostics: [Diagnostic], face: Face?, medium: Medium = .report, library: Library,
    limit: Budget = .notebook, watch: Watch = .none
  ) {
    self.watch = watch
    self.limit = limit
    self.library = library
    page = Page(notebook, face: face ?? (notebook.hasSolutions ? .solution : .student), on: medium)
    order = page.order
    isFaceChosen = face != nil
    readerDiagnostics = diagnostics
    formulaDiagnostics = FormulaCheck(notebook).diagnostics
    cells = notebook.cells.map(ReadCell.init)
    records = Array(repeating: CellRecord(status: .leftOut), count: cells.count)
    exports = PageExports(page: page, cells: cells)
    definitions = Definitions(page: page, cells: cells)
    checked = Array(repeating: nil, count: order.count)
    ran = checked
    (checkFront, runFront) = (PageFront(notebook), PageFront(notebook))
    budget = PageBudget(notebook)
  }

  // MARK: What is known

  /// Everything that is known without running, in the order of the text.
  public var diagnostics: [Diagnostic] {
    pageDiagnostics + order.flatMap { cells[$0].shownDiagnostics }
  }

  /// What is wrong outside of the cells, and how much more is wrong in them.
  var pageDiagnostics: [Diagnostic] { formDiagnostics + omitted + valueDiagnostics }

  /// What was said of the notebook's form and its formulas, and of answers that are not run.
  private var formDiagnostics: [Diagnostic] {
    readerDiagnostics + (formulaDiagnostics + answersNotRun).firstOfEachKind
  }

  /// Says where an exercise has no blanks left and the page, which nobody chose, shows its solution instead.
  private var answersNotRun: [Diagnostic] {
    guard !isFaceChosen, page.face == .solution else { return [] }
    return cells.compactMap { read in
      guard let name = read.cell.role.exerciseName, read.holes == 0, !read.program.statements.isEmpty,
        let solution = page.solutions(of: read.cell).first
      else { return nil }
      let (answer, expected) = (read.cell.source.text, cells[solution].cell.source.text)
      guard answer != expected else { return nil }
      return Diagnostic(
        .answerNotRun, "your answer in exercise `\(name)` was not run: the solution stands in its place",
        at: read.cell.range(of: name, inOption: "exercise"), hint: .init("`nnb run --as student` runs it"))
    }
  }

  /// The names that the cell at a position sees, as those above it left them when they ran, or were checked.
  ///
  /// Behind the last position stand the names that the page leaves.
  /// - Complexity: O(names).
  public func scope(at position: Int) -> Scope {
    var front = PageFront(page.notebook)
    for above in order.indices.prefix(position) { (ran[above] ?? checked[above]).map { front.pass($0) } }
    return front.scope
  }

  // MARK: For the steps

  func seed(of cell: Cell) -> Int { cell.options.seed ?? page.notebook.frontMatter.seed }

  /// What the cells above a position hand down, of these traces.
  func front(at position: Int, of traces: [CellTrace?]) -> PageFront {
    var front = PageFront(page.notebook)
    for (above, index) in order.prefix(position).enumerated() {
      let untold = CellTrace(losing: cells[index].defined, "\(name(of: cells[index].cell)) has not run")
      front.pass(traces[above] ?? untold)
    }
    return front
  }

  /// How a message speaks of a cell: by what the reader knows it as.
  func name(of cell: Cell) -> Message {
    switch cell.role {
    case .exercise(let name, _, _): return "exercise `\(name)`"
    case .solution(let name): return "the solution of `\(name)`"
    case .plain, .tests, .hidden:
      guard let label = page.options(of: cell).label else { return "cell \(cell.index + 1)" }
      return "cell `\(label)`"
    }
  }
}
