import CKernels

extension Operation {
  /// 1 where a = b, else 0.
  public static let equal = binary("equal", NNB_EQUAL).deciding
  /// 1 where a ≠ b, else 0.
  public static let notEqual = binary("notEqual", NNB_NOT_EQUAL).deciding
  /// 1 where a < b, else 0.
  public static let less = binary("less", NNB_LESS).deciding
  /// 1 where a ≤ b, else 0.
  public static let lessOrEqual = binary("lessOrEqual", NNB_LESS_OR_EQUAL).deciding
  /// 1 where a > b, else 0.
  public static let greater = binary("greater", NNB_GREATER).deciding
  /// 1 where a ≥ b, else 0.
  public static let greaterOrEqual = binary("greaterOrEqual", NNB_GREATER_OR_EQUAL).deciding

  // The language takes 0 and 1 only here and asks `Tensor.isBoolean` before. Inside a net a kernel cannot
  // fail, so it reads every number but 0 as 1.

  /// 1 where both are 1; any number but 0 counts as 1.
  public static let and = binary("and", NNB_AND).deciding
  /// 1 where one or both are 1; any number but 0 counts as 1.
  public static let or = binary("or", NNB_OR).deciding
  /// 1 where exactly one is 1; any number but 0 counts as 1.
  public static let xor = binary("xor", NNB_XOR).deciding
  /// 1 where a is 0, else 0.
  public static let not = elementwise("not", NNB_NOT, cost: 1).deciding

  /// 1 where |a − b| ≤ t, else 0; operands a, b and the number t.
  public static let near = Operation("near") { shapes in
    expect(3, shapes, "near")
    guard shapes[2].isScalar else {
      return .failure(ShapeProblem("a bound is a number, not \(shapes[2])", operand: 2))
    }
    return Broadcast.of(shapes[0], shapes[1]).map { broadcast in
      Prepared(
        shape: broadcast.shape, cost: broadcast.shape.count, kernel: broadcast.kernel(NNB_NEAR, third: true))
    }
  }.deciding

  /// The second operand where the first, a number, is not 0, else the third, of the same shape.
  public static let select = Operation("select") { shapes in
    expect(3, shapes, "select")
    guard shapes[0].isScalar else {
      return .failure(
        ShapeProblem("a condition is a number, not \(shapes[0])", hint: "take one element of it", operand: 0))
    }
    guard shapes[1] == shapes[2] else {
      return .failure(
        ShapeProblem("the two cases differ: \(shapes[1].phrase) and \(shapes[2].phrase)", operand: 2))
    }
    let kernel = Kernel.meet(
      NNB_CHOICE, rows: 1, columns: shapes[1].count, [.scalar, .repeated, .repeated])
    return .success(Prepared(shape: shapes[1], cost: shapes[1].count, kernel: kernel))
  }
}

extension Operation {
  /// The difference whose sign a comparison by size tells: a − b for `>` and `≥`, b − a for `<` and `≤`.
  public var comparedDifference: Operation? {
    switch name {
    case Operation.greater.name, Operation.greaterOrEqual.name: .subtract
    case Operation.less.name, Operation.lessOrEqual.name: .subtractFrom
    case _: nil
    }
  }

  /// The difference b − a.
  static let subtractFrom = binary("subtractFrom", NNB_SUBTRACT_FROM, linearity: .joint)
}
