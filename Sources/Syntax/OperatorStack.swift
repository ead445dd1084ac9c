import Diagnostics

/// The operators of an expression that still wait for their right side, with the operands read so far.
///
/// An explicit stack, so that a thousand signs in a row cost no recursion.
struct OperatorStack {
  enum Pending {
    case prefix(PrefixSign, SourceRange, start: Int)
    case binary(BinarySign, SourceRange)
    case range
    /// `a ~` and its position.
    case near(SourceRange)
    /// `a ~ b within`
    case within
    /// `if`, `if a then`, `if a then b else`, each with the position of `if`.
    case test(start: Int)
    case yes(start: Int)
    case no(start: Int)
    /// `a if`, `a if b else`: the order of another language.
    case foreignTest
    case foreignNo

    var tightness: Tightness {
      switch self {
      case .prefix(let sign, _, _): sign.tightness
      case .binary(let sign, _): sign.tightness
      case .range: .range
      case .near, .within: .comparison
      case .test, .yes, .no, .foreignTest, .foreignNo: .conditional
      }
    }
  }

  var pending: [Pending] = []
  var operands: [ParsedExpression] = []
  /// The stages of a chain before the last.
  var stages: [ParsedExpression] = []

  /// How tightly the operator before this position binds.
  var tightness: Tightness { pending.last?.tightness ?? .chain }

  /// Whether the innermost `if` waits for its `then`.
  var waitsForThen: Bool {
    for operation in pending.reversed() {
      switch operation {
      case .test: return true
      case .yes, .no, .foreignTest, .foreignNo: return false
      case .prefix, .binary, .range, .near, .within: continue
      }
    }
    return false
  }

  mutating func popOperand() -> ParsedExpression {
    operands.popLast()
      ?? ParsedExpression(expression: Expression(.broken, placeholder), height: 0, bytes: 0..<0)
  }

  private let placeholder: SourceRange

  init(at place: SourceRange) { placeholder = place }
}
