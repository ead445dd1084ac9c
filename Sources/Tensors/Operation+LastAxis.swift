import CKernels

extension Operation {
  /// The shares e^(zᵢ − max z)/Σⱼ e^(zⱼ − max z) along the last axis; the sum in the order of rule R3.
  public static let softmax = Operation("softmax") { shapes in
    expect(1, shapes, "softmax")
    let shape = shapes[0]
    return lastAxis("softmax", shape).map { rows, size in
      Prepared(
        shape: shape, cost: shape.count.saturatingProduct(functionCost),
        kernel: .lastAxis(NNB_SOFTMAX, runs: rows, size: size))
    }
  }

  /// The position (from 1) of the largest element along the last axis; of equal ones the first.
  ///
  /// The first NaN counts as the largest, as in ``max(_:)``.
  public static let argmax = Operation("argmax") { shapes in
    expect(1, shapes, "argmax")
    let shape = shapes[0]
    return lastAxis("argmax", shape).map { rows, size in
      Prepared(
        shape: Shape(Array(shape.sizes.dropLast())), cost: shape.count,
        kernel: .lastAxis(NNB_ARGMAX, runs: rows, size: size))
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
}
