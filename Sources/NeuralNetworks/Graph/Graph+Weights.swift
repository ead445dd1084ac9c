import Tensors

extension Graph {
  /// Returns the parameters of a node that are weights, in the order they were added; its others are biases.
  ///
  /// A bias is only added to what is computed from the input, as b in w·x + b, or is one side of a choice. Every
  /// other parameter is a weight.
  /// - Complexity: O(count).
  public func weights(of output: Node) -> [Node] {
    let nodes = ancestors(of: [output])
    var dependsOnInput = [Bool](repeating: false, count: count)
    for node in nodes {
      switch contents[node.index] {
      case .input: dependsOnInput[node.index] = true
      case .constant: break
      case .application(_, let operands):
        dependsOnInput[node.index] = operands.contains { dependsOnInput[$0.index] }
      }
    }
    var multiplies = [Bool](repeating: false, count: count)
    for node in nodes.reversed() {
      guard case .application(let operation, let operands) = contents[node.index] else { continue }
      let others = dependsOnInput[node.index] ? Self.notAdded(operation, operands) : operands[...]
      guard dependsOnInput[node.index] || multiplies[node.index] else { continue }
      for operand in others where !dependsOnInput[operand.index] { multiplies[operand.index] = true }
    }
    return parameters(of: output).filter { multiplies[$0.index] }
  }

  /// The operands that do more than to be added to the others or to be chosen in their place.
  private static func notAdded(_ operation: Operation, _ operands: [Node]) -> ArraySlice<Node> {
    if operation.linearity == .joint { return [] }
    return operation == .choice || operation == .select ? operands.prefix(1) : operands[...]
  }
}
