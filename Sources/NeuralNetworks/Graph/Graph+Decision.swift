import Tensors

extension Graph {
  /// Whether every value of a node of this content is 0 or 1, as far as the last operations show.
  func isDecision(_ content: Content) -> Bool {
    switch content {
    case .input: false
    case .constant(let tensor): tensor.isBoolean
    case .application(let operation, let operands):
      operation.isDecision
        || !Self.handedOn(operation, operands).isEmpty
          && Self.handedOn(operation, operands).allSatisfy(isDecision)
    }
  }

  /// The operands whose elements an operation hands on as they are, where it does nothing else.
  private static func handedOn(_ operation: Operation, _ operands: [Node]) -> ArraySlice<Node> {
    switch operation {
    case .stack, .index, .gather, .reshape, .dropout, .transpose: operands[...]
    case .select, .choice: operands.dropFirst()
    case .map, .meet, .near, .reduce, .softmax, .argmax, .crossEntropy, .crossEntropySlope, .matrixProduct,
      .exactNearZero, .convolve, .pool, .scatter, .eachRow:
      []
    }
  }
}
