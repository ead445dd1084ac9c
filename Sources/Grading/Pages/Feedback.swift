import Language

/// What a student is told: made from a record and the key, without a word of a hidden check.
public struct Feedback: Sendable, Hashable {
  /// One check.
  public struct Check: Sendable, Hashable {
    /// Its public name.
    let name: String
    let outcome: CheckVerdict.Outcome
    /// The points it earned.
    let earned: String
    /// The most that it can earn.
    let maximum: String
    /// Why; nothing of a hidden one.
    let reasons: [String]
    /// The row that shows it; none of a hidden one.
    let counterexample: TableOutput?
  }

  /// One exercise.
  public struct Exercise: Sendable, Hashable {
    let name: String
    let points: String
    let maximum: String
    let isFull: Bool
    /// Whether a person has yet to mark it.
    let isOpen: Bool
    /// What the person who marked it says.
    let comment: String
    /// How the answer ended, where it did not run to its end.
    let ending: String?
    let remarks: [String]
    let answer: String
    let isProse: Bool
    let checks: [Check]

    /// Why its checks could not hold, where the answer itself is at fault.
    var failure: String? { ending.map { ([$0] + remarks).joined(separator: ": ") } }
  }

  let title: String
  let id: String
  let name: String?
  let total: String?
  let maximum: String
  let late: String?
  let reason: String?
  let remarks: [String]
  let exercises: [Exercise]
  let origin: [String]

  /// Takes from a record what its student may know.
  public init(_ record: GradeRecord, key: GradingKey) {
    title = key.notebook.frontMatter.title ?? "Feedback"
    id = record.identity.id
    name = record.identity.name
    total = record.total.map(pointsText)
    maximum = pointsText(key.milliPoints)
    late = record.lateLoss > 0 ? record.lateWords : nil
    reason = record.reason
    remarks = record.remarks
    exercises = key.exercises.compactMap { exercise in
      record.exercises.first { $0.name == exercise.name }.map { Exercise(exercise, $0) }
    }
    origin = [
      "file \(record.path)", "submission \(record.submission.prefix(16))", "key \(record.key.prefix(16))",
      "nnb \(record.engine)", record.level.map { "sandbox \($0.rawValue)" } ?? "not run",
    ]
  }
}

extension KeyExercise {
  /// Whether a person has yet to mark an answer.
  public func waits(_ graded: GradedExercise) -> Bool {
    marking == .person && graded.marked == nil && graded.status != .absent
  }
}

extension GradeRecord {
  /// When it was handed in, how much later than it was due, and what that costs.
  fileprivate var lateWords: String {
    let moment = time.map { " on " + timeText($0) } ?? ""
    let minutes = (lateness ?? 0) / 60
    let (days, hours) = (minutes / 1_440, minutes / 60 % 24)
    let delay =
      days > 0 ? "\(days) d \(hours) h" : minutes >= 60 ? "\(hours) h \(minutes % 60) min" : "\(minutes) min"
    return "handed in\(moment), \(delay) late: −\(pointsText(lateLoss))"
  }
}

extension Feedback.Exercise {
  fileprivate init(_ exercise: KeyExercise, _ graded: GradedExercise) {
    name = exercise.name
    points = pointsText(graded.milliPoints)
    isOpen = exercise.waits(graded)
    comment = graded.comment
    maximum = pointsText(exercise.milliPoints)
    isFull = graded.milliPoints == exercise.milliPoints
    isProse = exercise.marking == .person
    ending =
      switch graded.status {
      case .ran: nil
      case .failed: "your answer stopped at an error"
      case .exhausted: "your answer went beyond its limits of work or memory"
      case .invalid: "your answer has an error and was not run"
      case .toDo: "your answer still has blanks"
      case .skipped: "your answer was not run"
      case .absent: "there is no answer"
      }
    remarks = graded.remarks
    answer = graded.typed
    checks = zip(exercise.checks, graded.checks).map { check, verdict in
      Feedback.Check(
        name: check.publicName, outcome: verdict.outcome,
        earned: pointsText(verdict.milliPoints), maximum: pointsText(check.milliPoints),
        reasons: check.isHidden ? [] : verdict.reasons,
        counterexample: check.isHidden ? nil : verdict.counterexample)
    }
  }
}
