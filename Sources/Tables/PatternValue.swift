import Diagnostics
import Tensors

/// One place in a row of a table, as it is written.
public enum PatternValue: Sendable, Hashable {
  /// `0` in a short row.
  case zero
  /// `1` in a short row.
  case one
  /// `-`: both values at an input, don't care at an output.
  case any
  /// `?`: an exercise's blank.
  case hole
  /// A number of a long row.
  case number(Double)

  /// The number this place gives; nil for `-` and `?`.
  public var value: Double? {
    switch self {
    case .zero: 0
    case .one: 1
    case .any, .hole: nil
    case .number(let number): number
    }
  }
}

extension PatternValue: CustomStringConvertible {
  /// The place as one writes it: `0`, `1`, `-`, `?` or the shortest number that reads back.
  public var description: String {
    switch self {
    case .zero: "0"
    case .one: "1"
    case .any: "-"
    case .hole: "?"
    case .number(let number):
      // Whole numbers are written without the point, as the language does.
      number == number.rounded() && number.magnitude < 0x1p53
        ? String("\(number)".dropLast(2)) : "\(number.canonical)"
    }
  }
}

/// A row as it is written: `01:1`, `on 0-1`, or `(0.2, 1): 1`.
public struct TablePattern: Sendable, Hashable {
  /// The places in front of the colon.
  public let inputs: [PatternValue]
  /// The places behind the colon; nil for a row of `on`, whose outputs are all 1.
  public let outputs: [PatternValue]?
  /// Where it is written.
  public let range: SourceRange

  /// Makes a row.
  public init(inputs: [PatternValue], outputs: [PatternValue]?, range: SourceRange) {
    self.inputs = inputs
    self.outputs = outputs
    self.range = range
  }
}

/// A column's name in the head of a table, and where it is written.
public struct TableColumn: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Where it is written.
  public let range: SourceRange

  /// Makes a column.
  public init(_ name: String, _ range: SourceRange) {
    self.name = name
    self.range = range
  }
}
