extension Operation {
  /// The second operand's element where the first's is not 0, else the third's; numbers go with every shape.
  ///
  /// The element that is not chosen has no influence, be it infinite or NaN.
  public static let choice = Operation("choice") { shapes in
    expect(3, shapes, "choice")
    let shape = shapes.first { !$0.isScalar } ?? .scalar
    if let odd = shapes.firstIndex(where: { !$0.isScalar && $0 != shape }) {
      return .failure(ShapeProblem("\(shape) and \(shapes[odd]) do not fit", operand: odd))
    }
    let steps = shapes.map { $0.isScalar ? 0 : 1 }
    let (condition, first, second) = (steps[0], steps[1], steps[2])
    let count = shape.count
    return .success(
      Prepared(shape: shape, cost: count) { operands, result in
        for i in 0..<count {
          result[i] = operands[0][i * condition] != 0 ? operands[1][i * first] : operands[2][i * second]
        }
      })
  }
}
