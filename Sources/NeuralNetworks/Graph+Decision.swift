import Tensors

extension Graph {
  /// Whether every value of a node of this content is 0 or 1, as far as the last operations show.
  func isDecision(_ content: Content) -> Bool {
    switch content {
    case .input: false
    case .constant(let tensor): tensor.isBoolean
    case .application(let operation, _, let operands):
      operation.isDecision
        || !Self.handedOn(operation, operands).isEmpty
          && Self.handedOn(operation, operands).allSatisfy(isDecision)
    }
  }

  /// The operands whose elements an operation hands on as they are, where it does nothing else.
  private static func handedOn(_ operation: Operation, _ operands: [Node]) -> ArraySlice<Node> {
    switch operation.name {
    case "stack", "index", "gather", "reshape", "dropout", Operation.transpose.name: operands[...]
    case Operation.select.name, Operation.choice.name: operands.dropFirst()
    case _: []
    }
  }
}
