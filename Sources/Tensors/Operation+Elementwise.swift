// Functions of two numbers by their names, and functions of three.
extension Operation {
  /// The sum a + b.
  public static let add = Operation.meet(.add)
  /// The difference a − b.
  public static let subtract = Operation.meet(.subtract)
  /// The product a·b, element by element.
  public static let multiply = Operation.meet(.multiply)
  /// The quotient a/b.
  public static let divide = Operation.meet(.divide)
  /// The power a^b.
  public static let power = Operation.meet(.power)
  /// The smaller of a and b.
  public static let minimum = Operation.meet(.minimum)
  /// The larger of a and b.
  public static let maximum = Operation.meet(.maximum)
  /// 1 where a = b, else 0.
  public static let equal = Operation.meet(.equal)
  /// 1 where a ≠ b, else 0.
  public static let notEqual = Operation.meet(.notEqual)
  /// 1 where a < b, else 0.
  public static let less = Operation.meet(.less)
  /// 1 where a ≤ b, else 0.
  public static let lessOrEqual = Operation.meet(.lessOrEqual)
  /// 1 where a > b, else 0.
  public static let greater = Operation.meet(.greater)
  /// 1 where a ≥ b, else 0.
  public static let greaterOrEqual = Operation.meet(.greaterOrEqual)
  /// 1 where both are 1.
  public static let and = Operation.meet(.and)
  /// 1 where one or both are 1.
  public static let or = Operation.meet(.or)
  /// 1 where exactly one is 1.
  public static let xor = Operation.meet(.xor)
  /// The cross-entropy of a probability p against y.
  public static let bce = Operation.meet(.bce)
  /// The slope of ``bce`` by p.
  public static let bceSlope = Operation.meet(.bceSlope)
  /// The cross-entropy of the sigmoid of a raw output z against y.
  public static let bceLogits = Operation.meet(.bceLogits)
}

extension Operation {
  static func nearShape(_ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    guard operands[2].isScalar else {
      return .failure(ShapeProblem("a bound is a number, not \(operands[2])", operand: 2))
    }
    return Broadcast.shape(operands[0], operands[1])
  }

  static func choiceShape(_ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    let shape = operands.first { !$0.isScalar } ?? .scalar
    if let odd = operands.firstIndex(where: { !$0.isScalar && $0 != shape }) {
      return .failure(ShapeProblem("\(shape) and \(operands[odd]) do not fit", operand: odd))
    }
    return .success(shape)
  }

  static func selectShape(_ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    guard operands[0].isScalar else {
      return .failure(
        ShapeProblem(
          "a condition is a number, not \(operands[0])", hint: "take one element of it", operand: 0))
    }
    guard operands[1] == operands[2] else {
      return .failure(
        ShapeProblem("the two cases differ: \(operands[1].phrase) and \(operands[2].phrase)", operand: 2))
    }
    return .success(operands[1])
  }
}
