import Diagnostics
import Language
import NotebookFormat
import Syntax

/// The steps of who grades: a cell can be given what it leaves instead of being run.
extension PageState {
  /// Goes back above the first cell; what each cell left when it ran stays known to ``keep(_:)``.
  public mutating func rewind() { restart(at: 0) }

  /// Goes on behind the cell at the front's position as when it ran last.
  public mutating func keep(_ position: Int) {
    let trace = ran[position] ?? CellTrace(losing: cells[order[position]].defined, "it has not run")
    runFront.pass(trace)
  }

  /// Goes on behind the cell at a position as if it had left these values; what it lacks is missing because
  /// of `why`.
  public mutating func give(_ values: [String: Value], lacking names: [String: String], at position: Int) {
    var trace = CellTrace()
    for (name, value) in values {
      trace.names[name] = Scope.Entry(value)
      trace.bound.insert(name)
      trace.held += value.logicalBytes
    }
    trace.lost = names.mapValues { .english($0) }
    (checked[position], ran[position]) = (trace, trace)
    if checkFront.position == position { checkFront.pass(trace) }
    if runFront.position == position { runFront.pass(trace) } else { restart(at: position + 1) }
  }

  /// What the cell says.
  public func program(ofCell index: Int) -> Program { cells[index].program }

  /// What is wrong with a cell before it runs.
  public func diagnostics(ofCell index: Int) -> [Diagnostic] { cells[index].shownDiagnostics }

  /// The names that the cell at a position handed on when it ran.
  public func values(leftAt position: Int) -> [String: Value] {
    ran[position]?.names.mapValues(\.value) ?? [:]
  }

  /// Why names are not there that the cells before the front would have bound.
  public var missingNames: [String: String] { runFront.missing.mapValues(\.english) }

  /// The names that the cells before the front have left.
  public var frontScope: Scope { runFront.scope }

  /// An evaluator for statements of the cell at a position, with a cell's whole budget.
  public func evaluator(at position: Int, seeing scope: Scope) -> Evaluator {
    let cell = cells[order[position]].cell
    let budget = Budget(
      fuel: cell.options.fuel ?? Budget.cell.fuel, memory: cell.options.memory ?? Budget.cell.memory)
    return Evaluator(
      library: library, mode: .run, scope: scope, budget: budget, held: runFront.held, seed: seed(of: cell),
      precision: page.notebook.precision)
  }
}
