import Tensors

extension Graph {
  /// Returns whether every value of a node is 0 or 1, as far as the last operations show.
  /// - Complexity: O(count).
  public func isDecision(_ node: Node) -> Bool {
    var decisions = [Bool](repeating: false, count: count)
    for node in ancestors(of: [node]) {
      switch contents[node.index] {
      case .input: break
      case .constant(let tensor): decisions[node.index] = tensor.isBoolean && !isParameter(node)
      case .application(let operation, _, let operands):
        let handedOn = Self.handedOn(operation, operands)
        decisions[node.index] =
          operation.isDecision || (!handedOn.isEmpty && handedOn.allSatisfy { decisions[$0.index] })
      }
    }
    return decisions[node.index]
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
