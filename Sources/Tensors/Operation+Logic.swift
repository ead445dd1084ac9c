extension Operation {
  /// 1 where a = b, else 0.
  public static let equal = binary("equal") { truth($0 == $1) }.deciding
  /// 1 where a ≠ b, else 0.
  public static let notEqual = binary("notEqual") { truth($0 != $1) }.deciding
  /// 1 where a < b, else 0.
  public static let less = binary("less") { truth($0 < $1) }.deciding
  /// 1 where a ≤ b, else 0.
  public static let lessOrEqual = binary("lessOrEqual") { truth($0 <= $1) }.deciding
  /// 1 where a > b, else 0.
  public static let greater = binary("greater") { truth($0 > $1) }.deciding
  /// 1 where a ≥ b, else 0.
  public static let greaterOrEqual = binary("greaterOrEqual") { truth($0 >= $1) }.deciding

  // The language takes 0 and 1 only here and asks `Tensor.isBoolean` before. Inside a net a kernel cannot
  // fail, so it reads every number but 0 as 1.

  /// 1 where both are 1; any number but 0 counts as 1.
  public static let and = binary("and") { truth($0 != 0 && $1 != 0) }.deciding
  /// 1 where one or both are 1; any number but 0 counts as 1.
  public static let or = binary("or") { truth($0 != 0 || $1 != 0) }.deciding
  /// 1 where exactly one is 1; any number but 0 counts as 1.
  public static let xor = binary("xor") { truth(($0 != 0) != ($1 != 0)) }.deciding
  /// 1 where a is 0, else 0.
  public static let not = elementwise(name: "not", cost: 1) { truth($0 == 0) }.deciding

  /// 1 where |a − b| ≤ t, else 0; operands a, b and the number t.
  public static let near = Operation("near") { shapes in
    expect(3, shapes, "near")
    guard shapes[2].isScalar else {
      return .failure(ShapeProblem("a bound is a number, not \(shapes[2])", operand: 2))
    }
    return Broadcast.of(shapes[0], shapes[1]).map { broadcast in
      let distance = broadcast.kernel { ($0 - $1).magnitude }
      let count = broadcast.shape.count
      return Prepared(shape: broadcast.shape, cost: count) { operands, result in
        distance(operands, result)
        let bound = operands[2][0]
        for i in 0..<count { result[i] = truth(result[i] <= bound) }
      }
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
    let count = shapes[1].count
    return .success(
      Prepared(shape: shapes[1], cost: count) { operands, result in
        result.update(from: operands[operands[0][0] != 0 ? 1 : 2], count: count)
      })
  }

  /// The number for a truth value: 1 or 0.
  @inline(__always)
  static func truth(_ value: Bool) -> Double { value ? 1 : 0 }
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
  static let subtractFrom = binary("subtractFrom", linearity: .joint) { $1 - $0 }
}
