extension Operation {
  /// The shares e^(zᵢ − max z)/Σⱼ e^(zⱼ − max z) along the last axis; the sum in the order of rule R3.
  public static let softmax = Operation("softmax") { shapes in
    expect(1, shapes, "softmax")
    let shape = shapes[0]
    return lastAxis("softmax", shape).map { rows, size in
      Prepared(shape: shape, cost: shape.count.saturatingProduct(functionCost)) { operands, result in
        for row in 0..<rows { shares(operands[0] + row * size, result + row * size, size) }
      }
    }
  }

  /// The position (from 1) of the largest element along the last axis; of equal ones the first.
  ///
  /// The first NaN counts as the largest, as in ``max(_:)``.
  public static let argmax = Operation("argmax") { shapes in
    expect(1, shapes, "argmax")
    let shape = shapes[0]
    return lastAxis("argmax", shape).map { rows, size in
      Prepared(shape: Shape(Array(shape.sizes.dropLast())), cost: shape.count) { operands, result in
        for row in 0..<rows { result[row] = Double(largestPlace(operands[0] + row * size, size) + 1) }
      }
    }
  }

  private static func lastAxis(_ name: String, _ shape: Shape) -> Result<(rows: Int, size: Int), ShapeProblem>
  {
    guard let size = shape.sizes.last else {
      return .failure(
        ShapeProblem("\(name) takes a vector or the rows of a matrix, not a number", operand: 0))
    }
    guard size > 0 else {
      return .failure(ShapeProblem("\(shape) has no elements to take the \(name) of", operand: 0))
    }
    return .success((shape.count / size, size))
  }

  static func shares(
    _ source: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ size: Int
  ) {
    let largest = source[largestPlace(source, size)]
    for i in 0..<size { result[i] = Mathematics.exp(source[i] - largest) }
    let total = lanes(result, size, 1, start: -0.0, +)
    for i in 0..<size { result[i] /= total }
  }

  static func largestPlace(_ source: UnsafePointer<Double>, _ size: Int) -> Int {
    var place = 0
    for i in 0..<size where !(source[i] <= source[place]) && !source[place].isNaN { place = i }
    return place
  }
}
