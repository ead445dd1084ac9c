import Diagnostics
import Language
import NotebookFormat
import Tensors

extension CellSweep {
  /// The point that a cell stands for: each name at the value that it has above the cell, if that is one of its own, else
  /// at its first.
  func marked(in scope: Scope) -> Int {
    point(
      at: axes.map { axis in
        guard case .tensor(let tensor) = scope[axis.name]?.value, let value = tensor.scalar else { return 0 }
        return axis.values.firstIndex(of: value) ?? 0
      })
  }

  /// Gives the names in `scope` their values at `point`.
  func bind(_ point: Int, in scope: inout Scope) {
    for (name, value) in values(at: point) { scope[name] = Scope.Entry(.number(value)) }
  }
}

extension CellTrace {
  /// Notes the names that a sweep bound in `scope`.
  mutating func note(_ sweep: CellSweep, in scope: Scope, exported: Set<String>?) {
    for name in sweep.axes.map(\.name) {
      bound.insert(name)
      if exported?.contains(name) ?? true { names[name] = scope[name] }
    }
  }
}

extension PageState {
  /// What the other points of a sweep left.
  struct SweptPoints {
    var record: SweepRecord
    /// The fuel that they took.
    var fuel = 0
    /// Why a point failed, and where.
    var failure: (stop: Stop, point: Int)?
    /// Whether the user ended them.
    var isInterrupted = false
  }

  /// Computes a cell at every point of its sweep but the marked one; `start` makes an evaluator with names and a budget.
  ///
  /// A point that fails ends the sweep: what it showed stays.
  mutating func evaluate(
    _ read: ReadCell, _ sweep: CellSweep, marked: Int, above scope: Scope, budget asked: Budget,
    start: (Scope, Budget, PageBudget) -> Evaluator
  ) -> SweptPoints {
    var swept = SweptPoints(
      record: SweepRecord(
        sweep: sweep, marked: marked, points: Array(repeating: [], count: sweep.count),
        places: Array(repeating: [], count: sweep.count)))
    for point in 0..<sweep.count where point != marked {
      var names = scope.inner
      sweep.bind(point, in: &names)
      var evaluator = start(names, asked.less(fuel: swept.fuel), budget)
      do throws(Stop) { try evaluator.evaluate(read.program) } catch { swept.failure = (error, point) }
      swept.record.points[point] = evaluator.outputs
      swept.record.places[point] = evaluator.outputPlaces
      swept.fuel += evaluator.fuel
      budget = evaluator.page
      swept.isInterrupted = evaluator.isInterrupted
      if swept.failure != nil || swept.isInterrupted { break }
    }
    return swept
  }

  /// Adds what the other points of a sweep left to what became of a cell.
  mutating func take(
    _ swept: SweptPoints, of read: ReadCell, into record: inout CellRecord, _ trace: inout CellTrace
  ) {
    record.sweep = swept.record
    record.fuel += swept.fuel
    trace.fuel += swept.fuel
    trace.shown += swept.record.points.joined()
    if let (stop, point) = swept.failure {
      let outcome = ended(by: stop.told(of: point, of: swept.record.sweep), record.outputs, of: read)
      (record.status, record.outputs) = (outcome.status, outcome.outputs)
    }
    if swept.isInterrupted {
      (isInterrupted, record.status) = (true, .interrupted)
    }
  }
}

extension Stop {
  /// The same, told of a point of a sweep.
  fileprivate func told(of point: Int, of sweep: CellSweep) -> Stop {
    switch self {
    case .error(let diagnostic): .error(diagnostic.at(point, of: sweep))
    case .exhausted(let diagnostic): .exhausted(diagnostic.at(point, of: sweep))
    case .interrupted(let diagnostic): .interrupted(diagnostic)
    }
  }
}

extension Diagnostic {
  /// The same, told of a point of a sweep.
  func at(_ point: Int, of sweep: CellSweep) -> Diagnostic {
    let values = sweep.values(at: point).map { "\($0.name) = \($0.value.text(significantDigits: 6))" }
    var diagnostic = self
    diagnostic.message += " (at \(values.joined(separator: ", ")))"
    return diagnostic
  }
}
