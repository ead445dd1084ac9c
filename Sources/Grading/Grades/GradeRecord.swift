import Language
import NotebookFormat

/// How well a worker was locked in.
public enum SandboxLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Landlock, the list of system calls and limits.
  case locked = "A"
  /// Limits of the operating system.
  case limits = "B"
  /// The language alone.
  case language = "C"

  /// The better locked in the less.
  public static func < (a: SandboxLevel, b: SandboxLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What one submission was given, with everything that the marks rest on.
public struct GradeRecord: Sendable, Hashable {
  /// What there is to say of a submission as a whole.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// All is marked.
    case graded
    /// No notebook could be read from it, or none was handed in.
    case unreadable
    /// The system failed twice, or answers in prose are still to be marked.
    case needsHuman = "needs a human"
  }

  /// Whose it is.
  public var identity: Identity
  /// What there is to say of it.
  public var status: Status
  /// Why it is unreadable or needs a human.
  public var reason: String?
  /// The file that was graded.
  public var path = ""
  /// The SHA-256 of the notebook's text.
  public var submission = ""
  /// The SHA-256 of the key's text.
  public var key = ""
  /// The version of the program.
  public var engine = ""
  /// How the worker was locked in; nil where none ran.
  public var level: SandboxLevel?
  /// The student's own values of the key's variants.
  public var values: [NotebookParameter] = []
  /// When it was handed in, in seconds since 1970.
  public var time: Int?
  /// The exercises in the key's order.
  public var exercises: [GradedExercise] = []
  /// What a person should look at.
  public var remarks: [String] = []
  /// How many seconds after it was due it was handed in, the student's extension counted; nil where nothing says so.
  public var lateness: Int?
  /// The milli-points that being late cost.
  public var lateLoss = 0

  /// Makes a record.
  public init(_ identity: Identity, _ status: Status, reason: String? = nil) {
    self.identity = identity
    self.status = status
    self.reason = reason
  }

  /// Whether the system failed, so that another attempt may succeed.
  public var isFailure: Bool { reason?.hasPrefix(Grader.failure) ?? false }

  /// The milli-points of its answers.
  public var earned: Int { exercises.reduce(0) { $0 + $1.milliPoints } }

  /// The milli-points that count; nil where a person must have a look first.
  public var total: Int? { status == .needsHuman ? nil : max(0, earned - lateLoss) }
}

/// What one exercise of a submission was given.
public struct GradedExercise: Sendable, Hashable {
  /// The exercise's name.
  public var name: String
  /// How its answer ended.
  public var status: AnswerOutcome.Status
  /// What was wrong with the answer, in lines.
  public var remarks: [String]
  /// The answer: its code in canonical form, or its prose.
  public var answer: String
  /// The answer as the student typed it.
  public var typed: String
  /// The SHA-256 of the answer's values: equal for equal answers, however they are written.
  public var digest: String
  /// One verdict a check.
  public var checks: [CheckVerdict]
  /// What a person gave, where one marked it.
  public var marked: Int?
  /// What that person says to the student.
  public var comment = ""

  /// Makes an exercise.
  public init(
    name: String, status: AnswerOutcome.Status, remarks: [String] = [], answer: String = "",
    typed: String? = nil, digest: String = "", checks: [CheckVerdict] = [], marked: Int? = nil
  ) {
    self.name = name
    self.status = status
    self.remarks = remarks
    self.answer = answer
    self.typed = typed ?? answer
    self.digest = digest
    self.checks = checks
    self.marked = marked
  }

  /// The milli-points: a person's mark, else those of the checks that passed.
  public var milliPoints: Int { marked ?? checks.reduce(0) { $0 + $1.milliPoints } }
}
