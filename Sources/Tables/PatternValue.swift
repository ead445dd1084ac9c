import Tensors

/// One entry in a row of a table, as it is written.
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

  /// The number this entry gives; nil for `-` and `?`.
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
  /// The entry as one writes it: `0`, `1`, `-`, `?` or the shortest number that reads back.
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
