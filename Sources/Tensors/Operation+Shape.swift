extension Operation {
  /// Returns the result's shape for operands of these shapes, or why they do not fit.
  /// - Precondition: there are as many as the operation takes.
  public func shape(of operands: [Shape]) -> Result<Shape, ShapeProblem> {
    precondition(
      operands.count == operandCount, "\(name) of \(operands.count) operands, not \(operandCount)")
    switch self {
    case .map, .dropout: return .success(operands[0])
    case .meet: return Broadcast.shape(operands[0], operands[1])
    case .near: return Self.nearShape(operands)
    case .choice: return Self.choiceShape(operands)
    case .select: return Self.selectShape(operands)
    case .reduce(let reduction, let along): return reduction.shape(of: operands[0], along)
    case .softmax: return lastAxis(of: operands[0]).map { _ in operands[0] }
    case .argmax: return lastAxis(of: operands[0]).map { _ in Shape(Array(operands[0].sizes.dropLast())) }
    case .crossEntropy: return Self.labelledRows(operands).map { rows in [rows] }
    case .crossEntropySlope: return Self.labelledSlope(operands)
    case .matrixProduct: return Self.productShape(operands[0], operands[1])
    case .exactNearZero: return Self.exactSumShape(operands)
    case .convolve(let convolution, let part): return convolution.shape(part, of: operands)
    case .pool(let pooling, let part): return pooling.shape(part, of: operands)
    case .transpose: return Self.transposedShape(operands[0])
    case .reshape(let shape): return Self.reshaped(operands[0], to: shape)
    case .stack(let count): return Self.stackedShape(count, operands)
    case .index(let items): return Self.indexedShape(items, of: operands[0])
    case .gather(let movement): return moved(operands[0], from: movement.source, to: movement.result)
    case .scatter(let movement): return moved(operands[0], from: movement.result, to: movement.source)
    case .eachRow(let each): return each.shape(of: operands)
    }
  }
}
