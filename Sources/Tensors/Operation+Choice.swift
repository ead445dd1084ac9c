import CKernels

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
    let steps = shapes.map { $0.isScalar ? Kernel.Steps.scalar : .repeated }
    let kernel = Kernel.meet(NNB_CHOICE, rows: 1, columns: shape.count, steps)
    return .success(Prepared(shape: shape, cost: shape.count, kernel: kernel))
  }
}
