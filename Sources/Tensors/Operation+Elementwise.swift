extension Operation {
  /// The sum a + b.
  public static let add = binary("add", linearity: .joint) { $0 + $1 }
  /// The difference a − b.
  public static let subtract = binary("subtract", linearity: .joint) { $0 - $1 }
  /// The product a·b, element by element.
  public static let multiply = binary("multiply", linearity: .inEach) { $0 * $1 }
  /// The quotient a/b.
  public static let divide = binary("divide", linearity: .inFirst) { $0 / $1 }
  /// The power a^b.
  public static let power = binary("power", costPerElement: functionCost) { Mathematics.pow($0, $1) }
  /// The smaller of a and b; NaN if either is, a if they are equal.
  public static let minimum = binary("minimum", smaller)
  /// The larger of a and b; NaN if either is, a if they are equal.
  public static let maximum = binary("maximum", larger)

  /// The opposite −a.
  public static let negate = elementwise(name: "negate", cost: 1, linearity: .joint) { -$0 }

  /// The fuel one value of a function such as exp takes.
  public static let functionCost = 20

  /// Makes the operation that applies `function` to every element; `cost` is the fuel for one.
  public static func elementwise(
    name: String, cost: Int, linearity: Linearity = .none, function: @escaping @Sendable (Double) -> Double
  ) -> Operation {
    Operation(name, linearity: linearity) { shapes in
      expect(1, shapes, name)
      let count = shapes[0].count
      return .success(
        Prepared(shape: shapes[0], cost: count.saturatingProduct(cost)) { operands, result in
          let source = operands[0]
          for i in 0..<count { result[i] = function(source[i]) }
        })
    }
  }

  /// Makes the operation that applies `function` to each pair of elements that meet in broadcasting.
  @inline(__always)
  static func binary(
    _ name: String, linearity: Linearity = .none, costPerElement: Int = 1,
    _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> Operation {
    Operation(name, linearity: linearity) { shapes in
      expect(2, shapes, name)
      return Broadcast.of(shapes[0], shapes[1]).map { broadcast in
        Prepared(
          shape: broadcast.shape, cost: broadcast.shape.count.saturatingProduct(costPerElement),
          kernel: broadcast.kernel(function))
      }
    }
  }

  /// Stops where our own code passes a wrong number of operands.
  static func expect(_ count: Int, _ shapes: [Shape], _ name: String) {
    precondition(shapes.count == count, "\(name) of \(shapes.count) operands, not \(count)")
  }

  // Compare and select, the first operand kept where they are equal; a NaN stays or is taken over.
  @inline(__always)
  @Sendable static func smaller(_ a: Double, _ b: Double) -> Double { a <= b || a.isNaN ? a : b }

  @inline(__always)
  @Sendable static func larger(_ a: Double, _ b: Double) -> Double { a >= b || a.isNaN ? a : b }
}
