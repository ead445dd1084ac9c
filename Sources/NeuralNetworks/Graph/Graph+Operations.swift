import Tensors

/// The operations that derivatives are written with; operands fit by construction.
extension Graph {
  /// Adds an operation whose operands fit by construction.
  /// - Precondition: they do.
  public mutating func appending(_ operation: Operation, _ operands: [Node]) -> Node {
    switch append(operation, operands) {
    case .success(let node): return node
    case .failure(let problem): preconditionFailure("\(operation.name): \(problem.message)")
    }
  }

  mutating func number(_ value: Double) -> Node { constant(Tensor(value)) }
  mutating func zeros(like node: Node) -> Node { constant(Tensor(repeating: 0, shape(of: node))) }
  mutating func sum(_ a: Node, _ b: Node) -> Node { appending(.add, [a, b]) }
  mutating func difference(_ a: Node, _ b: Node) -> Node { appending(.subtract, [a, b]) }
  mutating func product(_ a: Node, _ b: Node) -> Node { appending(.multiply, [a, b]) }
  mutating func quotient(_ a: Node, _ b: Node) -> Node { appending(.divide, [a, b]) }
  mutating func negated(_ a: Node) -> Node { appending(.negate, [a]) }
  mutating func transposed(_ a: Node) -> Node { shape(of: a).rank == 2 ? appending(.transpose, [a]) : a }
  mutating func scaled(_ factor: Double, _ a: Node) -> Node { product(number(factor), a) }
  mutating func above(_ a: Node, _ bound: Double) -> Node { appending(.greater, [a, number(bound)]) }

  /// Adds the mathematical function of each element.
  mutating func map(_ function: MathematicalFunction, _ a: Node) -> Node {
    appending(function.operation, [a])
  }

  /// Adds the same elements in another shape; the node itself where it has that shape.
  mutating func reshaped(_ a: Node, _ shape: Shape) -> Node {
    self.shape(of: a) == shape ? a : appending(.reshape(to: shape), [a])
  }

  /// Adds the sum of two nodes, of which nil stands for 0.
  mutating func sum(_ a: Node?, _ b: Node?) -> Node? {
    if let a, let b { return sum(a, b) }
    return a ?? b
  }
}
