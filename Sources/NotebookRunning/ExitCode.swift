/// What the program's exit code tells.
public enum ExitCode: Int32, Sendable, Comparable, CaseIterable {
  /// All ran and passed.
  case passed = 0
  /// A cell or a check failed.
  case failed = 1
  /// A cell had an error before running.
  case invalid = 2
  /// A limit of work or memory was crossed.
  case exhausted = 3
  /// Reading or writing failed.
  case inputOutput = 4
  /// The command line was wrong.
  case usage = 64
  /// A defect of the program itself.
  case defect = 70
  /// The user ended the run.
  case interrupted = 130

  /// Orders by the number: the worst is the largest.
  public static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}

extension RunRecord {
  /// The exit code of this run; holes are no failures.
  public var exitCode: ExitCode {
    let form: ExitCode = diagnostics.contains { $0.severity == .error } ? .invalid : .passed
    let values: ExitCode = pageDiagnostics.count > diagnostics.count ? .failed : .passed
    if isInterrupted { return .interrupted }
    if hasDefect { return .defect }
    return cells.map(\.status.exitCode).reduce(max(form, values), max)
  }
}

extension RunRecord {
  /// Whether anything is warned of, in the notebook's form or in a cell.
  public var hasWarnings: Bool {
    let shown = cells.flatMap(\.outputs).compactMap { output in
      if case .diagnostic(let diagnostic) = output { diagnostic } else { nil }
    }
    return (pageDiagnostics + shown).contains { $0.severity == .warning && !$0.isExpected }
  }

  /// Whether the program itself failed at a part of the notebook.
  private var hasDefect: Bool {
    diagnostics.contains { $0.kind == .programDefect }
      || cells.contains { cell in
        cell.outputs.contains { output in
          if case .diagnostic(let diagnostic) = output { diagnostic.kind == .programDefect } else { false }
        }
      }
  }
}

extension CellRecord.Status {
  /// What the cell contributes to the exit code.
  var exitCode: ExitCode {
    switch self {
    case .ran, .toDo, .skipped, .leftOut: .passed
    case .checkFailed, .failed: .failed
    case .invalid: .invalid
    case .exhausted: .exhausted
    case .interrupted: .interrupted
    }
  }
}
