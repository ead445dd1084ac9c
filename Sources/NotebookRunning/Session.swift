import Diagnostics
import Language
import NotebookFormat
import Syntax

/// Something that happens while a notebook runs.
public enum SessionEvent: Sendable {
  /// A cell begins; `position` counts from 1 among the `count` cells of the page.
  case started(cell: Cell, position: Int, count: Int)
  /// A cell ended.
  case finished(cell: Cell, position: Int, count: Int, record: CellRecord)
}

/// Checks and runs the cells of one page, in page order, in one environment.
public struct Session: Sendable {
  private let page: Page
  private let library: Library
  private let formDiagnostics: [Diagnostic]
  private var cells: [ReadCell]

  /// Reads and checks every cell of the page; nothing runs yet.
  ///
  /// `diagnostics` is what the reader of the notebook said.
  public init(_ notebook: Notebook, diagnostics: [Diagnostic], face: Face?, library: Library) {
    self.page = Page(notebook, face: face ?? (notebook.hasSolutions ? .solution : .student))
    self.library = library
    self.formDiagnostics = diagnostics + formulaDiagnostics(notebook)
    self.cells = notebook.cells.map(ReadCell.init)
    checkCells()
  }

  /// Everything that is known without running, in the order of the text.
  public var diagnostics: [Diagnostic] {
    formDiagnostics + page.order.flatMap { cells[$0].shownDiagnostics }
  }

  // MARK: Checking

  /// Goes through the page with the evaluator's check, which knows holes and inputs as unknown.
  private mutating func checkCells() {
    var names = PageNames(page: page, cells: cells)
    let definitions = Definitions(page: page, cells: cells)
    for (position, index) in page.order.enumerated() {
      let read = cells[index]
      guard read.cell.options.isEvaluated else {
        _ = names.miss(read.defined, of: read.cell)
        continue
      }
      var evaluator = Evaluator(
        library: library, mode: .check, scope: names.take(for: read.cell),
        laterDefinition: { definitions.place(of: $0, after: position) })
      // A check ends by itself; what it finds is in its diagnostics.
      do { try evaluator.evaluate(read.program) } catch { cells[index].diagnostics.append(error.diagnostic) }
      cells[index].add(evaluator.diagnostics)
      names.put(evaluator.scope, from: read.cell, defined: evaluator.definedNames)
    }
  }

  // MARK: Running

  /// Runs the page and says what became of each cell.
  public func run(observe: (SessionEvent) -> Void = { _ in }) -> RunRecord {
    var run = PageRun(names: PageNames(page: page, cells: cells), count: cells.count)
    let order = page.order
    for (position, index) in order.enumerated() {
      let read = cells[index]
      observe(.started(cell: read.cell, position: position + 1, count: order.count))
      run.records[index] = record(of: read, in: &run)
      observe(
        .finished(cell: read.cell, position: position + 1, count: order.count, record: run.records[index]))
    }
    var record = RunRecord(
      notebook: page.notebook, face: page.face, diagnostics: formDiagnostics, cells: run.records,
      exercises: [], fuel: run.fuel)
    Scoring(page: page, cells: cells).score(&record)
    return record
  }

  /// What a run carries from cell to cell.
  private struct PageRun {
    var names: PageNames
    var records: [CellRecord]
    var fuel = 0
    /// The names that are not there, and why.
    var missing: [String: String] = [:]

    init(names: PageNames, count: Int) {
      self.names = names
      self.records = Array(repeating: CellRecord(status: .leftOut), count: count)
    }

    mutating func lose(_ names: [Identifier], _ why: String) {
      for name in names { missing[name.text] = why }
    }
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
    if read.holes > 0 {
      run.lose(read.defined, "\(place) is still to do")
      return CellRecord(status: .toDo(holes: read.holes), outputs: notes + openChecks(read))
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
    let budget = Budget(
      fuel: min(Budget.cell.fuel, Budget.notebookFuel - run.fuel), memory: Budget.cell.memory)
    var evaluator = Evaluator(
      library: library, mode: .run, scope: run.names.take(for: read.cell), budget: budget,
      seed: page.notebook.frontMatter.seed)
    var status = CellRecord.Status.ran
    var outputs = notes
    do {
      try evaluator.evaluate(read.program)
      outputs += evaluator.outputs
      if evaluator.outputs.contains(where: \.isFailedCheck) { status = .checkFailed }
    } catch {
      outputs += evaluator.outputs + [.diagnostic(error.diagnostic)]
      outputs += openChecks(read, after: evaluator.outputs.count(where: \.isCheck))
      if case .exhausted = error { status = .exhausted } else { status = .failed }
    }
    run.fuel += evaluator.fuel
    let defined = evaluator.definedNames
    run.names.put(evaluator.scope, from: read.cell, defined: defined)
    for name in defined { run.missing[name] = nil }
    run.lose(read.defined.filter { !defined.contains($0.text) }, "\(place) failed")
    return CellRecord(status: status, outputs: outputs, fuel: evaluator.fuel)
  }

  /// The checks that did not come to run.
  private func openChecks(_ read: ReadCell, after count: Int = 0) -> [Output] {
    let checks = read.program.statements.compactMap { statement -> Output? in
      guard case .check(let text, let worth, let value) = statement.kind else { return nil }
      return .check(
        CheckResult(
          text: text?.value ?? value.canonicalText, verdict: .open,
          milliWorth: worth.map { Int(min($0.value, 1e6) * 1000 + 0.5) } ?? 1000, range: statement.range))
    }
    return Array(checks.dropFirst(count))
  }

  /// How a message speaks of a cell.
  private func name(of cell: Cell) -> String {
    switch cell.role {
    case .exercise(let name, _, _): return "exercise `\(name)`"
    case .solution(let name): return "the solution of `\(name)`"
    case .plain, .tests, .hidden:
      let label = page.options(of: cell).label.map { "cell `\($0)`" }
      return label ?? "the cell on line \(cell.range.start.line)"
    }
  }
}

extension Output {
  /// Whether it is the result of a check.
  var isCheck: Bool { if case .check = self { true } else { false } }
  /// Whether it is a check that does not hold.
  var isFailedCheck: Bool { if case .check(let result) = self { result.verdict == .failed } else { false } }
}
