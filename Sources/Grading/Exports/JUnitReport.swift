/// The verdicts of a course as JUnit XML, which continuous integration shows: a suite a student, a case a check.
///
/// It is made of what students may know. A wrong answer is a failure; one that stopped, ran out of its limits or was not
/// run is an error.
public struct JUnitReport: Sendable {
  /// The file.
  public let text: String

  /// Writes the report of a course; `name` is that of the key.
  public init(_ course: [Feedback], name: String) {
    var (suites, totals) = ([String](), Count())
    for feedback in course {
      var (cases, count) = ([String](), Count())
      for exercise in feedback.exercises {
        for check in exercise.checks { cases.append(Self.text(of: check, exercise, name, &count)) }
        guard exercise.checks.isEmpty, exercise.isProse else { continue }
        count.cases += 1
        if feedback.total == nil { count.skipped += 1 }
        cases.append(
          "  <testcase classname=\"\(Self.safe("\(name).\(exercise.name)"))\" name=\"in words\""
            + (feedback.total == nil ? "><skipped/></testcase>" : "/>"))
      }
      suites.append(
        ([" <testsuite name=\"\(Self.safe(feedback.id))\" \(count.text)>"] + cases + [" </testsuite>"])
          .joined(separator: "\n"))
      totals.add(count)
    }
    text =
      ([
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<testsuites name=\"\(Self.safe(name))\" \(totals.text)>",
      ]
      + suites + ["</testsuites>", ""]).joined(separator: "\n")
  }

  private struct Count {
    var (cases, failures, errors, skipped) = (0, 0, 0, 0)

    var text: String {
      "tests=\"\(cases)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    mutating func add(_ other: Count) {
      cases += other.cases
      failures += other.failures
      errors += other.errors
      skipped += other.skipped
    }
  }

  private static func text(
    of check: Feedback.Check, _ exercise: Feedback.Exercise, _ name: String, _ count: inout Count
  ) -> String {
    let head = "  <testcase classname=\"\(safe("\(name).\(exercise.name)"))\" name=\"\(safe(check.name))\""
    count.cases += 1
    let words = ([exercise.failure].compactMap { $0 } + check.reasons).joined(separator: "\n")
    switch check.outcome {
    case .passed: return head + "/>"
    case .failed:
      count.failures += 1
      return head + "><failure type=\"wrong\" message=\"\(safe(check.reasons.first ?? "wrong"))\">"
        + safe(words) + "</failure></testcase>"
    case .error, .exhausted, .notRun:
      count.errors += 1
      return head
        + "><error type=\"\(safe(check.outcome.rawValue))\" message=\"\(safe(words.isEmpty ? check.outcome.rawValue : words))\"/></testcase>"
    }
  }

  /// A text in XML 1.0: escaped, and without the characters that it cannot hold.
  private static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0xFFFE...0xFFFF ~= scalar.value:
        result += "\u{FFFD}"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
