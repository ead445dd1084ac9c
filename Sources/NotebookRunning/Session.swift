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

/// Checks and runs the cells of one page, in page order, in one environment.
public struct Session: Sendable {
  let page: Page
  let library: Library
  let watch: Watch
  private let formDiagnostics: [Diagnostic]
  private var cells: [ReadCell]
  /// The inline values of the page, by their position in the notebook; nil where the page does not show one.
  var values: [ReadValue?]
  /// How many diagnostics the cells have beyond those that are shown.
  private var omitted: [Diagnostic] = []
  /// The places of the values that were not looked at, since those before have mistakes enough.
  var valuesNotChecked: [SourceRange] = []

  /// Reads and checks every cell of the page; nothing runs yet.
  ///
  /// `diagnostics` is what the reader of the notebook said; `watch` is told which part is worked on.
  public init(
    _ notebook: Notebook, diagnostics: [Diagnostic], face: Face?, library: Library, watch: Watch = .none
  ) {
    self.watch = watch
    self.page = Page(notebook, face: face ?? (notebook.hasSolutions ? .solution : .student))
    self.library = library
    self.cells = notebook.cells.map(ReadCell.init)
    let answers = face == nil ? Self.answersNotRun(page, cells) : []
    self.formDiagnostics = diagnostics + (FormulaCheck(notebook).diagnostics + answers).firstOfEachKind
    let shown = PageValues(page).indices
    self.values = notebook.values.enumerated().map { shown.contains($0) ? ReadValue($1) : nil }
    checkCells()
  }

  /// Says where an exercise has no blanks left and the page, which nobody chose, shows its solution instead.
  private static func answersNotRun(_ page: Page, _ cells: [ReadCell]) -> [Diagnostic] {
    guard page.face == .solution else { return [] }
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

  /// Everything that is known without running, in the order of the text.
  public var diagnostics: [Diagnostic] {
    formDiagnostics + omitted + valueDiagnostics + page.order.flatMap { cells[$0].shownDiagnostics }
  }

  // MARK: Checking

  /// Goes through the page with the evaluator's check, which knows holes and inputs as unknown.
  private mutating func checkCells() {
    var names = PageNames(page: page, cells: cells)
    var left = Budget.checkingNotebook
    var held = 0
    let definitions = Definitions(page: page, cells: cells)
    defer { watch.enter(nil) }
    for (position, index) in page.order.enumerated() {
      let read = cells[index]
      let defect = watch.defect(of: .cell(index), at: read.cell.range.startPoint)
      guard read.cell.options.isEvaluated, defect == nil else {
        cells[index].diagnostics += [defect].compactMap { $0 }
        _ = names.miss(read.defined, of: read.cell)
        continue
      }
      watch.enter(.cell(index))
      var evaluator = Evaluator(
        library: library, mode: .check, scope: names.take(for: read.cell), budget: left, held: held,
        seed: read.cell.options.seed ?? page.notebook.frontMatter.seed,
        precision: page.notebook.precision,
        laterDefinition: { definitions.place(of: $0, after: position) })
      // A check ends by itself; what it finds is in its diagnostics.
      do { try evaluator.evaluate(read.program) } catch { cells[index].diagnostics.append(error.diagnostic) }
      left = left.less(fuel: evaluator.fuel)
      if read.cell.role.addsNames { held = evaluator.boundBytes }
      cells[index].add(evaluator.diagnostics)
      names.put(evaluator.scope, from: read.cell, defined: evaluator.definedNames)
      cells[index].diagnostics = cells[index].diagnostics.map(read.cell.options.errors.judge)
    }
    omitDiagnostics()
    checkValues(names.scope, left)
  }

  /// The most diagnostics that all cells show together: nobody reads more.
  private static let mostDiagnostics = 1_000

  /// Silences the cells behind those that have enough to say.
  private mutating func omitDiagnostics() {
    var shown = 0
    var silenced: [Diagnostic] = []
    for index in page.order {
      let diagnostics = cells[index].shownDiagnostics
      shown += diagnostics.count
      guard shown > Self.mostDiagnostics else { continue }
      silenced += diagnostics
      cells[index].isSilent = true
    }
    guard let first = silenced.first else { return }
    var rest = Diagnostic.more(
      silenced.count, at: first.primary.range, of: "in the cells from here on")
    rest.severity = silenced.lazy.map(\.severity).max() ?? rest.severity
    omitted = [rest]
  }

  // MARK: Running

  /// Runs the page and says what became of each cell.
  ///
  /// `isInterrupted` is asked at every step of a cell; a training then ends after its own step and keeps what it
  /// reached, any other statement is given up, and no later cell runs.
  public func run(
    observe: @escaping @Sendable (SessionEvent) -> Void = { _ in },
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> RunRecord {
    var run = PageRun(
      names: PageNames(page: page, cells: cells), count: cells.count,
      page: PageBudget(pixels: page.notebook.pictures.reduce(0) { $0 + $1.pixels }),
      isStopRequested: isInterrupted
    ) { progress in
      observe(.training(progress))
      return !isInterrupted()
    }
    let order = page.order
    for (position, index) in order.enumerated() {
      let read = cells[index]
      observe(.started(cell: read.cell, position: position + 1, count: order.count))
      watch.enter(.cell(index))
      run.records[index] = record(of: read, in: &run)
      run.isInterrupted = run.isInterrupted || isInterrupted()
      observe(
        .finished(cell: read.cell, position: position + 1, count: order.count, record: run.records[index]))
    }
    let results = run.isInterrupted ? values.map { _ in .open } : evaluateValues(&run)
    watch.enter(nil)
    let labels = page.order.compactMap { labelProblem(cells[$0].cell, run.records[$0]) }.firstOfEachKind
    var record = RunRecord(
      notebook: page.notebook, face: page.face,
      diagnostics: formDiagnostics + omitted + valueDiagnostics + labels + cellsNotRun(run),
      cells: run.records, exercises: [], fuel: run.fuel, values: results,
      isInterrupted: run.isInterrupted)
    Scoring(page: page, cells: cells).score(&record)
    return record
  }

  /// What a run carries from cell to cell.
  struct PageRun {
    var names: PageNames
    var records: [CellRecord]
    private(set) var fuel = 0
    /// What the cells above left of the notebook's limits.
    private(set) var left = Budget.notebook
    /// The bytes that the names of the cells above hold.
    var held = 0
    /// The names that are not there, and why.
    var missing: [String: String] = [:]
    /// Whether the user ended the run.
    var isInterrupted = false
    /// What the page can still take.
    var page: PageBudget
    /// The cells that the user kept from running.
    var notRun: [Int] = []
    /// Whether the user wants the run to end.
    let isStopRequested: @Sendable () -> Bool
    /// Hears of trainings, and says whether they go on.
    let observe: @Sendable (TrainingProgress) -> Bool

    init(
      names: PageNames, count: Int, page: PageBudget, isStopRequested: @escaping @Sendable () -> Bool,
      observe: @escaping @Sendable (TrainingProgress) -> Bool
    ) {
      self.page = page
      self.isStopRequested = isStopRequested
      self.observe = observe
      self.names = names
      self.records = Array(repeating: CellRecord(status: .leftOut), count: count)
    }

    /// Counts what a cell or a value took.
    mutating func count(_ evaluator: Evaluator) {
      fuel += evaluator.fuel
      left = left.less(fuel: evaluator.fuel)
    }

    mutating func lose(_ names: [Identifier], _ why: String) {
      for name in names { missing[name.text] = why }
    }
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

  private func record(of read: ReadCell, in run: inout PageRun) -> CellRecord {
    let notes = read.shownDiagnostics.map { Output.diagnostic($0) }
    let place = name(of: read.cell)
    guard read.cell.options.isEvaluated else {
      run.lose(run.names.miss(read.defined, of: read.cell), "\(place) is not evaluated")
      return CellRecord(status: .leftOut)
    }
    if read.hasErrors {
      run.lose(read.defined, "\(place) has an error")
      return CellRecord(status: .invalid, outputs: notes + openChecks(read))
    }
    if read.hasExpectedError {
      run.lose(read.defined, "\(place) has an error, as it should")
      return CellRecord(status: .ran, outputs: notes + openChecks(read))
    }
    if read.holes > 0 {
      run.lose(read.defined, "\(place) is still to do")
      return CellRecord(status: .toDo(holes: read.holes), outputs: notes + openChecks(read))
    }
    if run.isInterrupted {
      run.notRun.append(read.cell.index)
      run.lose(read.defined, "the run was interrupted")
      return CellRecord(
        status: .skipped(reason: "the run was interrupted"), outputs: notes + openChecks(read))
    }
    if run.page.isSpent {
      let reason = "the page shows as much as it can already"
      run.lose(read.defined, reason)
      return CellRecord(status: .skipped(reason: reason), outputs: openChecks(read))
    }
    let needed = read.used.sorted().first { run.missing[$0] != nil }
    if let needed, let why = run.missing[needed] {
      run.lose(read.defined, why)
      return CellRecord(
        status: .skipped(reason: "it needs `\(needed)`, but \(why)"), outputs: notes + openChecks(read))
    }
    return evaluate(read, notes, place, in: &run)
  }

  private func evaluate(
    _ read: ReadCell, _ notes: [Output], _ place: String, in run: inout PageRun
  ) -> CellRecord {
    let options = read.cell.options
    let asked = Budget(
      fuel: options.fuel ?? Budget.cell.fuel, memory: options.memory ?? Budget.cell.memory)
    var evaluator = Evaluator(
      library: library, mode: .run, scope: run.names.take(for: read.cell),
      budget: asked.limited(to: run.left), held: run.held,
      seed: options.seed ?? page.notebook.frontMatter.seed,
      precision: page.notebook.precision, known: read.diagnostics, observe: run.observe,
      isStopRequested: run.isStopRequested, page: run.page.with(page.options(of: read.cell)))
    var status = CellRecord.Status.ran
    var outputs = notes
    do {
      try evaluator.evaluate(read.program)
      outputs += evaluator.outputs
      if evaluator.outputs.contains(where: \.isFailedCheck) { status = .checkFailed }
      if case .required(let kind) = options.errors {
        outputs.append(.diagnostic(missingError(kind, read.cell)))
        status = .failed
      }
    } catch {
      let diagnostic = options.errors.judge(error.diagnostic)
      outputs += evaluator.outputs + [.diagnostic(diagnostic)]
      outputs += openChecks(read, after: evaluator.outputs.count(where: \.isCheck))
      if diagnostic.isExpected {
        if evaluator.outputs.contains(where: \.isFailedCheck) { status = .checkFailed }
      } else if case .exhausted = error {
        status = .exhausted
      } else {
        status = .failed
      }
    }
    run.count(evaluator)
    if read.cell.role.addsNames { run.held = evaluator.boundBytes }
    run.page = evaluator.page
    if evaluator.isInterrupted {
      run.isInterrupted = true
      status = .interrupted
      if let note = Self.interruption(evaluator.unrun) { outputs.append(.diagnostic(note)) }
      outputs += openChecks(read, after: evaluator.outputs.count(where: \.isCheck))
    }
    let defined = evaluator.definedNames
    run.names.put(evaluator.scope, from: read.cell, defined: defined)
    for name in defined { run.missing[name] = nil }
    let isDefined = Set(defined)
    run.lose(
      read.defined.filter { !isDefined.contains($0.text) },
      evaluator.isInterrupted ? "\(place) was interrupted" : "\(place) failed")
    return CellRecord(status: status, outputs: outputs, fuel: evaluator.fuel)
  }

  private func missingError(_ kind: DiagnosticKind, _ cell: Cell) -> Diagnostic {
    Diagnostic(
      .expectedError, "the cell should have the error `\(kind.id)` and has none",
      at: cell.range(of: kind.id, inOption: "expect-error"),
      hint: .init("remove the option, or restore the mistake"))
  }

  /// Names the statements of a cell that the user kept from running.
  private static func interruption(_ unrun: ArraySlice<Statement>) -> Diagnostic? {
    guard let first = unrun.first, let last = unrun.last else { return nil }
    let names = unrun.prefix(3).map { statement in
      let line = statement.range.text.prefix { !$0.isNewline }
      return "`\(line.prefix(40))\(line.count > 40 ? "…" : "")`"
    }
    let rest = unrun.count > 3 ? " and \(unrun.count - 3) more" : ""
    return Diagnostic(
      .interrupted, "the run was interrupted: \(names.joined(separator: ", "))\(rest) did not run",
      at: first.range.joined(with: last.range))
  }

  /// Names the cells that the user kept from running.
  private func cellsNotRun(_ run: PageRun) -> [Diagnostic] {
    guard let first = run.notRun.first else { return [] }
    let names = run.notRun.prefix(8).map { name(of: cells[$0].cell) }
    let rest = run.notRun.count > 8 ? " and \(run.notRun.count - 8) more" : ""
    return [
      Diagnostic(
        .interrupted, "the run was interrupted: \(names.joined(separator: ", "))\(rest) did not run",
        at: cells[first].cell.range.startPoint)
    ]
  }

  /// The checks that did not come to run.
  private func openChecks(_ read: ReadCell, after count: Int = 0) -> [Output] {
    let checks = read.program.statements.compactMap { statement -> Output? in
      guard case .check(let text, let worth, let value) = statement.kind else { return nil }
      return .check(
        CheckResult(
          text: text?.value ?? value.canonicalText, verdict: .open,
          milliWorth: worth?.milliWorth ?? 1000, range: statement.range))
    }
    return Array(checks.dropFirst(count))
  }

  /// How a message speaks of a cell: by what the reader knows it as.
  private func name(of cell: Cell) -> String {
    switch cell.role {
    case .exercise(let name, _, _): return "exercise `\(name)`"
    case .solution(let name): return "the solution of `\(name)`"
    case .plain, .tests, .hidden:
      let label = page.options(of: cell).label.map { "cell `\($0)`" }
      return label ?? "cell \(cell.index + 1)"
    }
  }
}

extension PageBudget {
  /// The same for a cell with these options.
  fileprivate func with(_ options: CellOptions) -> PageBudget {
    var budget = self
    (budget.figureWidth, budget.figureHeight) = (options.figureWidth, options.figureHeight)
    return budget
  }
}

extension Output {
  /// Whether it is the result of a check.
  var isCheck: Bool { if case .check = self { true } else { false } }
  /// Whether it is an error that the cell may or must have.
  var isExpectedError: Bool {
    if case .diagnostic(let diagnostic) = self { diagnostic.isExpected } else { false }
  }
  /// Whether a label with this prefix names it.
  func fits(_ kind: CrossReference) -> Bool {
    switch self {
    case .figure: kind == .figure
    case .table, .tensor: kind == .table
    case .text, .summary, .formula, .check, .diagnostic: kind == .equation || kind == .section
    }
  }
  /// Whether it is a check that does not hold.
  var isFailedCheck: Bool { if case .check(let result) = self { result.verdict == .failed } else { false } }
}
