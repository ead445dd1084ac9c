import Diagnostics

/// An expression that was read, and what the parser has to know of it beside.
struct ParsedExpression {
  var expression: Expression
  /// The number of nodes on the longest way down from it.
  var height: Int
  /// Where it stands in the cell's text, parentheses around it included.
  var bytes: Range<Int>
  var isParenthesised = false
}

extension [ParsedExpression] {
  /// The height of the tallest, 0 for none.
  var height: Int { reduce(0) { Swift.max($0, $1.height) } }
}

/// How tightly a sign binds, loosest first.
enum Tightness: Int, Comparable {
  case chain, conditional, or, and, not, comparison, range, sum, product, minus, power

  static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }
}

extension BinarySign {
  /// How tightly it binds.
  var tightness: Tightness {
    switch self {
    case .or, .xor: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .plus, .minus: .sum
    case .times, .over, .at, .dot: .product
    case .power: .power
    }
  }
}

extension PrefixSign {
  /// How tightly it binds.
  var tightness: Tightness {
    switch self {
    case .minus: .minus
    case .not: .not
    }
  }
}

extension Token.Kind {
  /// The operator between two operands that it is.
  var binarySign: BinarySign? {
    switch self {
    case .keyword(let word): BinarySign(rawValue: word.rawValue)
    case .sign(let sign): BinarySign(rawValue: sign.rawValue)
    case .name, .number, .text, .run, .line, .separator, .bad, .end: nil
    }
  }
}
