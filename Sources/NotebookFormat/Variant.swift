import Syntax

/// A parameter that has another value for each student of a course.
public struct Variant: Sendable, Hashable {
  /// The name, as cells know it.
  public let name: String
  /// The values that it can have, in the order of the key; the first is that of the key itself.
  public let values: [NotebookParameter.Value]

  /// The most values of one.
  static let mostValues = 10_000

  /// Reads an entry of `{lr: [0.1, 0.2, 0.5], n: 3..9}`.
  init?(_ entry: YAMLPair) {
    guard let name = canonicalName(entry.key) else { return nil }
    self.name = name
    switch entry.value {
    case .list(let items):
      values = items.compactMap { item in
        switch item {
        case .plain(let text): NotebookParameter.Value.number(text).map { .number($0) } ?? .text(text)
        case .quoted(let text): .text(text)
        case .nothing, .list, .table: nil
        }
      }
      guard values.count == items.count else { return nil }
    case .plain(let text):
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last,
        last.subtractingReportingOverflow(first).partialValue < Self.mostValues,
        -1_000_000_000...1_000_000_000 ~= first,
        last <= 1_000_000_000
      else { return nil }
      values = (first...last).map { .number(Double($0)) }
    case .nothing, .quoted, .table: return nil
    }
    guard 1...Self.mostValues ~= values.count, values.allSatisfy({ $0.wants == values[0].wants }) else {
      return nil
    }
  }
}

/// For whom a sheet was made.
public struct SheetOwner: Sendable, Hashable {
  /// The student's id.
  public let id: String
  /// What proves that the course made it for this id.
  public let signature: String

  /// Makes an owner.
  public init(id: String, signature: String) {
    self.id = id
    self.signature = signature
  }

  /// The settings that say so.
  var lines: String {
    "student: \(NotebookParameter.Value.text(id).spelling)\nsignature: \"\(signature)\"\n"
  }
}

extension NotebookParameter.Value {
  /// The value as settings write it.
  public var spelling: String {
    switch self {
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").filter { !$0.isNewline } + "\""
    case .truth(let truth): "\(truth)"
    case .numbers(let numbers):
      "[" + numbers.map { NotebookParameter.Value.number($0).spelling }.joined(separator: ", ") + "]"
    }
  }
}
