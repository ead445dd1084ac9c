import Diagnostics
import Glibc
import Language
import NotebookFormat
import Syntax
import Tensors

extension CellSweep {
  /// The point that a cell stands for: each name at the value that it has above the cell, if that is one of its own, else
  /// at its first.
  func marked(in scope: Scope) -> Int {
    point(
      at: axes.map { axis in
        guard let tensor = scope[axis.name]?.value.tensor, let value = tensor.scalar else { return 0 }
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

/// What a point of a sweep left.
private struct SweptPoint: Sendable {
  let outputs: [Output]
  let ranges: [SourceRange]
  let fuel: Int
  /// Why it failed.
  let stop: Stop?
  let isInterrupted: Bool
  /// What the page can still take.
  let page: PageBudget

  /// Evaluates a cell to its end.
  init(_ evaluator: Evaluator, _ program: Program) {
    var (evaluator, stop) = (evaluator, Stop?.none)
    do throws(Stop) { try evaluator.evaluate(program) } catch { stop = error }
    self.stop = stop
    (outputs, ranges) = (evaluator.outputs, evaluator.outputRanges)
    (fuel, isInterrupted, page) = (evaluator.fuel, evaluator.isInterrupted, evaluator.page)
  }
}

/// Makes an evaluator of a cell: with names, a budget, what the page can take, and who hears of trainings.
typealias EvaluatorMaker = @Sendable (Scope, Budget, PageBudget, _ isObserved: Bool) -> Evaluator

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

    /// Adds what a point left.
    fileprivate mutating func take(_ swept: SweptPoint, at point: Int) {
      record.points[point] = swept.outputs
      record.ranges[point] = swept.ranges
      fuel += swept.fuel
      failure = swept.stop.map { ($0, point) }
      isInterrupted = swept.isInterrupted
    }
  }

  /// Computes a cell at every point of its sweep but the marked one; `start` makes an evaluator.
  ///
  /// Points are computed side by side, each as if it was the first, and taken in their order. From the first one on for
  /// which those before it leave too little fuel, or too little of the page, each is computed with what is left. So
  /// nothing depends on how many there are at once. A point that fails ends the sweep: what it showed stays.
  mutating func evaluate(
    _ read: ReadCell, _ sweep: CellSweep, marked: Int, above scope: Scope, budget asked: Budget,
    start: @escaping EvaluatorMaker
  ) -> SweptPoints {
    let evaluate = { @Sendable (point: Int, fuel: Int, page: PageBudget, isObserved: Bool) -> SweptPoint in
      var names = scope.inner
      sweep.bind(point, in: &names)
      return SweptPoint(start(names, asked.less(fuel: fuel), page, isObserved), read.program)
    }
    var swept = SweptPoints(
      record: SweepRecord(
        sweep: sweep, marked: marked, points: Array(repeating: [], count: sweep.count),
        ranges: Array(repeating: [], count: sweep.count)))
    let (others, width) = ((0..<sweep.count).filter { $0 != marked }, Self.pointsAtOnce(asked))
    var isShort = width == 1
    for first in stride(from: 0, to: others.count, by: width) {
      let points = Array(others[first..<min(first + width, others.count)])
      let tried = withDeepStacks(isShort ? 0 : points.count) { [watch, budget] number in
        watch.enter(.cell(read.cell.index))
        return evaluate(points[number], 0, budget, number == 0)
      }
      for (number, point) in points.enumerated() {
        var page = budget
        if !isShort, swept.fuel + tried[number].fuel <= asked.fuel,
          page.take(tried[number].outputs, at: read.cell.range)
        {
          budget = page
          swept.take(tried[number], at: point)
        } else {
          isShort = true
          let last = evaluate(point, swept.fuel, budget, true)
          budget = last.page
          swept.take(last, at: point)
        }
        if swept.failure != nil || swept.isInterrupted { return swept }
      }
    }
    return swept
  }

  /// How many points are computed at once: one a core, and no more than the notebook has memory for.
  private static func pointsAtOnce(_ budget: Budget) -> Int {
    let cores = min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return max(1, min(cores, Budget.notebook.memory / max(1, budget.memory)))
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
    diagnostic.message = "\(diagnostic.message) (at \(values.joined(separator: ", ")))"
    return diagnostic
  }
}
