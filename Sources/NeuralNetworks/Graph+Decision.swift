import Tensors

extension Graph {
  /// The operations whose results are 0 or 1 whatever they are applied to.
  private static let decisions: Set<String> = Set(
    ([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .xor, .not, .near]
      as [Operation]).map(\.name) + [Activation.step.name])

  /// Returns whether every value of a node is 0 or 1, as far as the last operations show.
  public func isDecision(_ node: Node) -> Bool {
    switch contents[node.index] {
    case .input: return false
    case .constant(let tensor): return tensor.isBoolean
    case .application(let operation, _, let operands):
      if Self.decisions.contains(operation.name) { return true }
      let handsOn = ["stack", "index", "select"].contains(operation.name)
      let values = operation.name == "select" ? operands.dropFirst() : operands[...]
      return handsOn && values.allSatisfy(isDecision)
    }
  }
}
