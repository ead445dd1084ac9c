import Language
import NotebookFormat
import NotebookRunning

/// A run in numbers, the same for the banner, the terminal and the last event.
public struct RunSummary: Sendable, Hashable {
  /// How many cells ran to their end, with or without a failing check.
  public var ran = 0
  /// How many cells stopped at an error or a limit, or have an error found before running.
  public var failed = 0
  /// Whether the user ended the run: what is here is a part.
  public var isPartial = false
  /// How many cells were skipped.
  public var skipped = 0
  /// How many cells have holes to fill.
  public var toDo = 0
  /// How many checks hold.
  public var passedChecks = 0
  /// How many checks fail.
  public var failedChecks = 0
  /// How many checks could not be decided yet.
  public var openChecks = 0
  /// The errors of the notebook's form.
  public var errors = 0
  /// The points, where exercises have any.
  public var points: Points?

  /// Counts what a run gave.
  public init(_ record: RunRecord) {
    for cell in record.cells { count(cell) }
    isPartial = record.isInterrupted
    errors = record.pageDiagnostics.count { $0.severity == .error && !$0.isExpected }
    for exercise in record.exercises {
      guard let more = exercise.points else { continue }
      points = points.map { $0 + more } ?? more
    }
  }

  /// How many checks there are.
  public var checks: Int { passedChecks + failedChecks + openChecks }

  /// Whether everything ran and holds, holes aside.
  public var isGood: Bool { !isPartial && failed == 0 && failedChecks == 0 && errors == 0 }

  private mutating func count(_ cell: CellRecord) {
    switch cell.status {
    case .ran, .checkFailed: ran += 1
    case .failed, .exhausted, .invalid: failed += 1
    case .toDo: toDo += 1
    case .skipped, .interrupted: skipped += 1
    case .leftOut: break
    }
    for case .check(let check) in cell.outputs {
      switch check.verdict {
      case .passed: passedChecks += 1
      case .failed: failedChecks += 1
      case .open: openChecks += 1
      }
    }
  }
}

extension CellRecord.Status {
  /// Whether the cell is why the run is not good.
  var isFailure: Bool {
    switch self {
    case .failed, .exhausted, .interrupted, .invalid, .checkFailed: true
    case .ran, .toDo, .skipped, .leftOut: false
    }
  }
}
