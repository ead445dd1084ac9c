import Wording

// Rows of the last axis, with and without a label.
extension Operation {
  /// The size of the last axis, which must have elements.
  func lastAxis(of shape: Shape) -> Result<Int, ShapeProblem> {
    guard let size = shape.sizes.last else {
      return .failure(
        ShapeProblem("\(name) takes a vector or the rows of a matrix, not a number", operand: 0))
    }
    guard size > 0 else {
      return .failure(ShapeProblem("\(shape) has no elements to take the \(name) of", operand: 0))
    }
    return .success(size)
  }

  /// The number of rows, where a label stands for each.
  static func labelledRows(_ operands: [Shape]) -> Result<Int, ShapeProblem> {
    let (outputs, labels) = (operands[0], operands[1])
    guard outputs.rank == 2, outputs.sizes[1] > 0 else {
      return .failure(
        ShapeProblem(
          "cross_entropy takes a row of raw outputs an example, [m, k], not \(outputs.phrase)", operand: 0))
    }
    guard labels == [outputs.sizes[0]] else {
      let hint: Message? =
        labels == outputs
        ? "give the number of each row's class, from 0: argmax(y) - 1, as in data(t.X, argmax(t.y) - 1)"
        : nil
      return .failure(
        ShapeProblem(
          "\(outputs) raw outputs need one label a row, [\(outputs.sizes[0])], not \(labels.phrase)",
          hint: hint, operand: 1))
    }
    return .success(outputs.sizes[0])
  }

  static func labelledSlope(_ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    guard operands[2] == operands[1] else {
      return .failure(
        ShapeProblem("\(operands[1]) labels and \(operands[2]) factors do not fit", operand: 2))
    }
    return labelledRows(operands).map { _ in operands[0] }
  }
}
