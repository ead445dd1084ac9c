/// An output of a truth table, which is a byte.
public enum TruthValue: UInt8, Sendable, Hashable, CaseIterable {
  /// 0
  case zero
  /// 1
  case one
  /// `-`: either will do.
  case any

  /// The number; NaN where either will do, so that a don't-care is never taken for one.
  public var number: Double {
    switch self {
    case .zero: 0
    case .one: 1
    case .any: .nan
    }
  }

  /// The entry of a row that says it.
  var pattern: PatternValue {
    switch self {
    case .zero: .zero
    case .one: .one
    case .any: .any
    }
  }
}

extension PatternValue {
  /// What the entry says in a truth table; nil for a hole or another number.
  var truth: TruthValue? {
    switch self {
    case .zero: .zero
    case .one: .one
    case .any: .any
    case .hole, .number: nil
    }
  }
}
