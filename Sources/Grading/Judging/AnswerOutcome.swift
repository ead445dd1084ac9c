import Bytes
import Diagnostics
import Language
import NotebookRunning

/// What became of one answer: how its cell ended, and the values of the names that the exercise binds.
public struct AnswerOutcome: Sendable {
  /// How it ended.
  public enum Status: String, Sendable, Hashable, ByteCoded {
    /// It ran to its end.
    case ran
    /// It stopped at an error.
    case failed
    /// It stopped at a limit of fuel or memory.
    case exhausted
    /// It has an error that was found before running.
    case invalid
    /// It has holes still to fill.
    case toDo = "to do"
    /// It needs a name that is not there.
    case skipped
    /// There is no answer.
    case absent
  }

  /// How it ended.
  public var status: Status
  /// The values of the names that the exercise binds.
  public var values: [String: Value]
  /// What was wrong, in lines.
  public var remarks: [String]

  /// Makes an outcome.
  public init(_ status: Status, values: [String: Value] = [:], remarks: [String] = []) {
    self.status = status
    self.values = values
    self.remarks = remarks
  }

  /// The most remarks, and the most characters of one.
  static let mostRemarks = 5
  static let longestRemark = 400
}

extension AnswerOutcome {
  /// What a run of its cell says.
  init(_ record: CellRecord, values: [String: Value]) {
    switch record.status {
    case .ran, .checkFailed: status = .ran
    case .failed, .interrupted: status = .failed
    case .exhausted: status = .exhausted
    case .invalid: status = .invalid
    case .toDo: status = .toDo
    case .skipped: status = .skipped
    case .leftOut: status = .absent
    }
    self.values = values
    remarks = record.outputs.compactMap { output in
      guard case .diagnostic(let found) = output, found.severity == .error, !found.isExpected else {
        return nil
      }
      return found.asRemark
    }
    if case .skipped(let reason) = record.status { remarks.append(reason.english) }
    if case .toDo(let holes) = record.status { remarks.append("\(counted(holes, "hole")) still to fill") }
    remarks = Array(remarks.prefix(Self.mostRemarks))
  }

  /// Why a name of this exercise is not there.
  func lack(of name: String, in exercise: String) -> String {
    switch status {
    case .ran: "the answer to `\(exercise)` does not bind `\(name)`"
    case .failed: "the answer to `\(exercise)` failed"
    case .exhausted: "the answer to `\(exercise)` went beyond its limits"
    case .invalid: "the answer to `\(exercise)` has an error"
    case .toDo: "the answer to `\(exercise)` is still to do"
    case .skipped: "the answer to `\(exercise)` was not run"
    case .absent: "there is no answer to `\(exercise)`"
    }
  }
}

extension Diagnostic {
  /// The diagnostic as a line for who wrote the answer.
  var asRemark: String {
    let start = primary.range.start
    let action = hint.map { " (\($0.text))" } ?? ""
    return String(
      "line \(start.line), column \(start.column): \(message)\(action)".prefix(AnswerOutcome.longestRemark))
  }
}
