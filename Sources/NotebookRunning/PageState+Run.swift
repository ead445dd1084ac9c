import Diagnostics
import Language
import NotebookFormat
import Syntax
import Wording

extension PageState {
  /// Runs the cell at a position, with the names that those above it left when they ran.
  ///
  /// `observe` hears of trainings and says whether they go on; `isStopRequested` is asked at every step. Once the user
  /// ended a cell the next ones are skipped, until a cell is run that is not the next.
  /// - Complexity: O(names) beside the run, unless the cell above ran last.
  public mutating func run(
    _ position: Int, observe: @escaping @Sendable (TrainingProgress) -> Bool = { _ in true },
    isStopRequested: @escaping @Sendable () -> Bool = { false }
  ) {
    if runFront.position != position { restart(at: position) }
    let index = order[position]
    let read = cells[index]
    watch.enter(.cell(index))
    if let (record, trace) = outcomeWithoutRunning(read) {
      (records[index], ran[position]) = (record, trace)
      runFront.pass(trace)
    } else {
      evaluate(read, at: position, observe: observe, isStopRequested: isStopRequested)
    }
    isInterrupted = isInterrupted || isStopRequested()
  }

  /// Goes to the front above a cell that is not the one behind the cell that ran last.
  mutating func restart(at position: Int) {
    runFront = front(at: position, of: ran)
    (isInterrupted, notRun) = (false, [])
    budget = PageBudget(page.notebook)
    for (above, index) in order.prefix(position).enumerated() {
      guard let shown = ran[above]?.shown else { continue }
      budget = budget.with(page.options(of: cells[index].cell))
      budget.take(shown, at: cells[index].cell.range)
    }
  }

  /// What becomes of a cell that cannot run; nil of one that can.
  private mutating func outcomeWithoutRunning(_ read: ReadCell) -> (CellRecord, CellTrace)? {
    let name = self.name(of: read.cell)
    func outcome(_ status: CellRecord.Status, _ why: Message) -> (CellRecord, CellTrace) {
      let notes = read.shownDiagnostics.map { Output.diagnostic($0) }
      return (
        CellRecord(status: status, outputs: notes + read.openChecks), CellTrace(losing: read.defined, why)
      )
    }
    guard read.cell.options.isEvaluated else {
      let trace = CellTrace(
        missing: read.defined, exported: exports[read.cell], below: runFront.scope,
        "\(name) is not evaluated")
      return (CellRecord(status: .leftOut), trace)
    }
    if read.hasErrors { return outcome(.invalid, "\(name) has an error") }
    if read.hasExpectedError { return outcome(.ran, "\(name) has an error, as it should") }
    if read.holes > 0 { return outcome(.toDo(holes: read.holes), "\(name) is still to do") }
    if isInterrupted {
      notRun.append(read.cell.index)
      let reason: Message = "the run was interrupted"
      return outcome(.skipped(reason: reason), reason)
    }
    if budget.isSpent {
      let reason: Message = "the page shows as much as it can already"
      return (
        CellRecord(status: .skipped(reason: reason), outputs: read.openChecks),
        CellTrace(losing: read.defined, reason)
      )
    }
    let needed = read.used.sorted().first { runFront.missing[$0] != nil }
    guard let needed, let why = runFront.missing[needed] else { return nil }
    return outcome(.skipped(reason: "it needs `\(needed)`, but \(why)"), why)
  }

  private mutating func evaluate(
    _ read: ReadCell, at position: Int, observe: @escaping @Sendable (TrainingProgress) -> Bool,
    isStopRequested: @escaping @Sendable () -> Bool
  ) {
    let options = read.cell.options
    let exported = exports[read.cell]
    let sweep = options.sweep.map { (axes: $0, marked: $0.marked(in: runFront.scope)) }
    let above = sweep == nil ? Scope() : runFront.scope
    let asked = Budget(
      fuel: options.fuel ?? Budget.cell.fuel, memory: options.memory ?? Budget.cell.memory)
    let (library, held, seed, precision) = (
      self.library, runFront.held, seed(of: read.cell), page.notebook.precision
    )
    let unobserved: @Sendable (TrainingProgress) -> Bool = { _ in !isStopRequested() }
    let start: EvaluatorMaker = { scope, budget, page, isObserved in
      Evaluator(
        library: library, mode: .run, scope: scope, budget: budget, held: held, seed: seed,
        precision: precision, known: read.diagnostics, observe: isObserved ? observe : unobserved,
        isStopRequested: isStopRequested, page: page)
    }
    let limits = asked.limited(to: limit.less(fuel: runFront.fuel))
    var scope = runFront.take(exported: exported)
    sweep?.axes.bind(sweep?.marked ?? 0, in: &scope)
    var evaluator = start(scope, limits, budget.with(page.options(of: read.cell)), true)
    var record = CellRecord(status: .ran)
    do {
      try evaluator.evaluate(read.program)
      record.outputs = evaluator.outputs
      if evaluator.outputs.contains(where: \.isFailedCheck) { record.status = .checkFailed }
      if case .required(let kind) = options.errors {
        record.outputs.append(.diagnostic(missingError(kind, read.cell)))
        record.status = .failed
      }
    } catch {
      record = ended(by: error, evaluator.outputs, of: read)
    }
    if evaluator.isInterrupted {
      isInterrupted = true
      record.status = .interrupted
      if let note = Self.interruption(evaluator.unrun) { record.outputs.append(.diagnostic(note)) }
      record.outputs += read.openChecks.dropFirst(evaluator.outputs.count(where: \.isCheck))
    }
    let notes = read.shownDiagnostics.map { Output.diagnostic($0) }
    record.outputs = notes + record.outputs
    for (index, range) in evaluator.outputRanges.enumerated() { record.ranges[notes.count + index] = range }
    record.fuel = evaluator.fuel
    budget = evaluator.page
    var trace = CellTrace(evaluator, of: read.cell, exported: exported, held: runFront.held)
    trace.shown = evaluator.outputs
    if let sweep {
      trace.note(sweep.axes, in: evaluator.scope, exported: exported)
      if record.status == .ran || record.status == .checkFailed {
        let left = limits.less(fuel: evaluator.fuel)
        take(
          evaluate(read, sweep.axes, marked: sweep.marked, above: above, budget: left, start: start),
          of: read,
          into: &record, &trace)
      }
    }
    trace.lose(
      read.defined.filter { !trace.bound.contains($0.text) },
      "\(name(of: read.cell)) \(evaluator.isInterrupted ? "was interrupted" : "failed")")
    (records[read.cell.index], ran[position]) = (record, trace)
    runFront.pass(trace, leaving: evaluator.scope, exported: exported)
  }

  /// What became of a cell that an error ended, or a limit, after it showed `outputs`.
  func ended(by stop: Stop, _ outputs: [Output], of read: ReadCell) -> CellRecord {
    let diagnostic = read.cell.options.errors.judge(stop.diagnostic)
    let open = read.openChecks.dropFirst(outputs.count(where: \.isCheck))
    var record = CellRecord(status: .failed, outputs: outputs + [.diagnostic(diagnostic)] + open)
    if diagnostic.isExpected {
      record.status = outputs.contains(where: \.isFailedCheck) ? .checkFailed : .ran
    } else if case .exhausted = stop {
      record.status = .exhausted
    }
    return record
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
    let rest: Message = unrun.count > 3 ? " and \(unrun.count - 3) more" : ""
    return Diagnostic(
      .interrupted, "the run was interrupted: \(names.joined(separator: ", "))\(rest) did not run",
      at: first.range.joined(with: last.range))
  }
}

extension PageBudget {
  /// The budget of a page before anything ran.
  init(_ notebook: Notebook) {
    self.init(
      pixels: notebook.pictures.reduce(0) { $0 + $1.pixels }, words: Words(notebook.frontMatter.language))
  }

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
