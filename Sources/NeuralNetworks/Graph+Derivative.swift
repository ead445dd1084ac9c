import Tensors

/// Why a net has no derivative.
public struct DerivativeProblem: Error, Sendable, Hashable {
  /// The operation that has none.
  public let operation: String
}

extension Graph {
  /// Adds the derivative of `output` by the net's one input, and returns its place.
  ///
  /// The derivative is made of operations like any other node, so it can be derived again. Sums, products and
  /// chains follow the rules of calculus; at a kink stands what the catalogue of activations publishes.
  /// - Precondition: the input holds one number.
  /// - Throws: `DerivativeProblem` for an operation without a derivative.
  public mutating func derivative(of output: Node) throws(DerivativeProblem) -> Node {
    precondition(shape(of: input).count == 1, "a derivative by an input of shape \(shape(of: input))")
    var tangents = Tangents(self)
    let tangent = try tangents.tangent(of: output)
    self = tangents.graph
    return tangent ?? constant(Tensor(repeating: 0, shape(of: output)))
  }
}

/// The derivatives of nodes by the input, as nodes; nothing stands for 0.
private struct Tangents {
  var graph: Graph
  private var known: [Graph.Node: Graph.Node?] = [:]

  init(_ graph: Graph) {
    self.graph = graph
    let input = graph.input
    known[input] = self.graph.constant(Tensor(repeating: 1, graph.shape(of: input)))
  }

  mutating func tangent(of node: Graph.Node) throws(DerivativeProblem) -> Graph.Node? {
    if let tangent = known[node] { return tangent }
    guard case .application(let operation, _, let operands) = graph.contents[node.index] else { return nil }
    var tangents: [Graph.Node?] = []
    for operand in operands { tangents.append(try tangent(of: operand)) }
    let result = tangents.allSatisfy { $0 == nil } ? nil : try apply(operation, node, operands, tangents)
    known[node] = .some(result)
    return result
  }

  private mutating func apply(
    _ operation: Operation, _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) throws(DerivativeProblem) -> Graph.Node? {
    if operands.count == 1, let tangent = tangents[0] {
      if let slope = try slope(of: operation, at: operands[0]) { return graph.product(slope, tangent) }
    }
    if operation.linearity == .joint {
      let all = zip(operands, tangents).map { operand, tangent in tangent ?? zeros(like: operand) }
      return graph.appending(operation, all)
    }
    if graph.isDecision(node) { return nil }
    switch operation.name {
    case Operation.multiply.name, Operation.matrixProduct.name:
      return sum(
        tangents[0].map { graph.appending(operation, [$0, operands[1]]) },
        tangents[1].map { graph.appending(operation, [operands[0], $0]) })
    case Operation.divide.name: return quotient(node, operands, tangents)
    case Operation.power.name: return power(node, operands, tangents)
    case Operation.minimum.name, Operation.maximum.name:
      return extremum(operation.name == Operation.minimum.name ? .lessOrEqual : .greaterOrEqual, operands, tangents)
    case Operation.select.name:
      let sides = [1, 2].map { tangents[$0] ?? zeros(like: operands[$0]) }
      return graph.appending(.select, [operands[0]] + sides)
    case _: throw DerivativeProblem(operation: operation.name)
    }
  }

  /// f′ at an operand, for a function of each element.
  private mutating func slope(
    of operation: Operation, at z: Graph.Node
  ) throws(DerivativeProblem) -> Graph.Node? {
    if operation.linearity == .joint { return nil }
    if let activation = Activation.named(operation.name) {
      return graph.appending(activation.derivativeOperation, [z])
    }
    // The derivative of f′ is that of its definition by simpler operations.
    if operation.name.hasSuffix("'"), let rule = LocalDerivative.named(String(operation.name.dropLast())) {
      var inner = Graph(inputShape: [1])
      let number = inner.appending(.index([.at(1)]), [inner.input])
      let slope = try inner.derivative(of: rule.build(number, &inner))
      return elementwise(inner, slope, at: z)
    }
    return LocalDerivative.named(operation.name).map { $0.build(z, &graph) }
  }

  /// Writes a graph of one number on each element of `z`, as the same operations on all elements at once.
  private mutating func elementwise(_ inner: Graph, _ output: Graph.Node, at z: Graph.Node) -> Graph.Node {
    var places: [Graph.Node: Graph.Node] = [:]
    for node in inner.ancestors(of: [output]) {
      switch inner.contents[node.index] {
      case .input: places[node] = z
      case .constant(let tensor): places[node] = graph.constant(tensor)
      case .application(let operation, _, let operands):
        let moved = operands.compactMap { places[$0] }
        // The one number of the input is the element itself.
        places[node] = operation.name == "index" ? z : graph.appending(operation, moved)
      }
    }
    return places[output] ?? z
  }

  private mutating func sum(_ a: Graph.Node?, _ b: Graph.Node?) -> Graph.Node? {
    if let a, let b { return graph.sum(a, b) }
    return a ?? b
  }

  private mutating func zeros(like node: Graph.Node) -> Graph.Node {
    graph.constant(Tensor(repeating: 0, graph.shape(of: node)))
  }

  /// (a/b)′ = (a′ − (a/b) b′)/b
  private mutating func quotient(
    _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let moved = tangents[1].map { graph.negated(graph.product(node, $0)) }
    return sum(tangents[0], moved).map { graph.quotient($0, operands[1]) }
  }

  /// (a^b)′ = b a^(b−1) a′ + a^b ln(a) b′
  private mutating func power(
    _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let byBase = tangents[0].map { tangent in
      let exponent = graph.appending(.subtract, [operands[1], graph.number(1)])
      return graph.product(graph.product(operands[1], graph.appending(.power, [operands[0], exponent])), tangent)
    }
    let byExponent = tangents[1].map { graph.product(graph.product(node, graph.map("log", operands[0])), $0) }
    return sum(byBase, byExponent)
  }

  /// The tangent of the side that is taken; of two equal ones the first.
  private mutating func extremum(
    _ comparison: Operation, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let isFirst = graph.appending(comparison, operands)
    let isSecond = graph.appending(.not, [isFirst])
    return sum(
      tangents[0].map { graph.product(isFirst, $0) }, tangents[1].map { graph.product(isSecond, $0) })
  }
}
