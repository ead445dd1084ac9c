import CKernels

extension Operation {
  /// The sum a + b.
  public static let add = binary("add", NNB_ADD, linearity: .joint)
  /// The difference a − b.
  public static let subtract = binary("subtract", NNB_SUBTRACT, linearity: .joint)
  /// The product a·b, element by element.
  public static let multiply = binary("multiply", NNB_MULTIPLY, linearity: .inEach)
  /// The quotient a/b.
  public static let divide = binary("divide", NNB_DIVIDE, linearity: .inFirst)
  /// The power a^b.
  public static let power = binary("power", NNB_POWER, costPerElement: functionCost)
  /// The smaller of a and b; NaN if either is, a if they are equal.
  public static let minimum = binary("minimum", NNB_MINIMUM)
  /// The larger of a and b; NaN if either is, a if they are equal.
  public static let maximum = binary("maximum", NNB_MAXIMUM)

  /// The opposite −a.
  public static let negate = elementwise("negate", NNB_NEGATE, cost: 1, linearity: .joint)

  /// The fuel one value of a function such as exp takes.
  public static let functionCost = 20

  /// Makes the operation that applies the function `code` to every element; `cost` is the fuel for one.
  public static func elementwise(
    _ name: String, _ code: nnb_code, cost: Int, linearity: Linearity = .none
  ) -> Operation {
    Operation(name, linearity: linearity) { shapes in
      expect(1, shapes, name)
      let count = shapes[0].count
      return .success(
        Prepared(
          shape: shapes[0], cost: count.saturatingProduct(cost), kernel: .map(code, count: count),
          function: code))
    }
  }

  /// Makes the operation that applies the function `code` to each pair of elements that meet in broadcasting.
  static func binary(
    _ name: String, _ code: nnb_code, linearity: Linearity = .none, costPerElement: Int = 1
  ) -> Operation {
    Operation(name, linearity: linearity) { shapes in
      expect(2, shapes, name)
      return Broadcast.of(shapes[0], shapes[1]).map { broadcast in
        Prepared(
          shape: broadcast.shape, cost: broadcast.shape.count.saturatingProduct(costPerElement),
          kernel: broadcast.kernel(code))
      }
    }
  }

  /// Stops where our own code passes a wrong number of operands.
  static func expect(_ count: Int, _ shapes: [Shape], _ name: String) {
    precondition(shapes.count == count, "\(name) of \(shapes.count) operands, not \(count)")
  }
}
