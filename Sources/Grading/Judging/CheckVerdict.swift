import Language

/// What became of one check of the key on a student's answers.
public struct CheckVerdict: Sendable, Hashable {
  /// How it ended; only ``passed`` earns.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed, failed
    /// It stopped at an error.
    case error
    /// It went beyond its fuel or memory.
    case exhausted
    /// It needs a name that is not there.
    case notRun = "not run"
  }

  /// How it ended.
  public var outcome: Outcome
  /// Why, in lines.
  public var reasons: [String] = []
  /// The first row on which the sides differ.
  public var counterexample: TableOutput?
  /// What it earned.
  public var milliPoints = 0

  /// Makes a verdict.
  public init(
    _ outcome: Outcome, reasons: [String] = [], counterexample: TableOutput? = nil, milliPoints: Int = 0
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.counterexample = counterexample
    self.milliPoints = milliPoints
  }
}

/// What became of one exercise: one verdict a check, in the key's order.
public struct ExerciseVerdict: Sendable, Hashable {
  /// The exercise's name.
  public var name: String
  /// The verdicts.
  public var checks: [CheckVerdict]

  /// What its checks earned.
  public var milliPoints: Int { checks.reduce(0) { $0 + $1.milliPoints } }

  /// Whether every check passed.
  public var isPassed: Bool { checks.allSatisfy { $0.outcome == .passed } }

  /// Makes a verdict.
  public init(name: String, checks: [CheckVerdict]) {
    self.name = name
    self.checks = checks
  }
}
