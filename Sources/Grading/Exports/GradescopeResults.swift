import Diagnostics

/// The `results.json` of one submission, as Gradescope reads it from an autograder.
///
/// It is made of what the student may know. Hidden checks are named by number and are visible as such, since one hidden
/// test would hide the total. Source: the autograder's documentation.
public struct GradescopeResults: Sendable {
  /// The file.
  public let text: String

  /// Writes the results of a submission; what no one has marked yet, and what ran out of its limits, is worth 0.
  public init(_ feedback: Feedback) {
    var members: [(key: String, value: JSONValue)] = [
      ("score", Self.points(feedback.total ?? "0")),
      ("output", .string(Self.words(of: feedback))), ("output_format", .string("text")),
      ("visibility", .string("visible")),
    ]
    var tests: [JSONValue] = []
    for (number, exercise) in feedback.exercises.enumerated() {
      for (index, check) in exercise.checks.enumerated() {
        tests.append(Self.test(check, of: exercise, number: "\(number + 1).\(index + 1)"))
      }
      if exercise.checks.isEmpty, exercise.isProse {
        tests.append(
          .object([
            ("score", Self.points(exercise.points)), ("max_score", Self.points(exercise.maximum)),
            ("name", .string(exercise.name)), ("number", .string("\(number + 1)")),
            ("output", .string("an answer in words, marked by a person")), ("visibility", .string("visible")),
          ]))
      }
    }
    members.append(("tests", .array(tests)))
    text = JSONValue.object(members).text + "\n"
  }

  private static func words(of feedback: Feedback) -> String {
    let late = feedback.late.map { ["handed in late: −\($0)"] } ?? []
    return (late + [feedback.reason].compactMap { $0 } + feedback.remarks).joined(separator: "\n")
  }

  private static func test(_ check: Feedback.Check, of exercise: Feedback.Exercise, number: String)
    -> JSONValue
  {
    let row = check.counterexample.map { table in
      [table.header.joined(separator: " ")] + table.rows.map { $0.joined(separator: " ") }
    }
    let lines = exercise.failure.map { [$0] } ?? []
    return .object([
      ("score", points(check.earned)), ("max_score", points(check.maximum)),
      ("status", .string(check.outcome == .passed ? "passed" : "failed")),
      ("name", .string("\(exercise.name): \(check.name)")), ("name_format", .string("text")),
      ("number", .string(number)),
      ("output", .string((lines + check.reasons + (row ?? [])).joined(separator: "\n"))),
      ("output_format", .string("text")), ("visibility", .string("visible")),
    ])
  }

  /// Points as a number; they have at most three decimals.
  private static func points(_ text: String) -> JSONValue { .number(Double(text) ?? 0) }
}
