import Tensors

/// Why a net has no derivative.
public struct DerivativeProblem: Error, Sendable, Hashable {
  /// The operation that has none.
  public let operation: String
}

extension Graph {
  /// Adds the derivative of `output` by the net's one input, and returns its node.
  ///
  /// The derivative is made of operations like any other node, so it can be derived again. Sums, products and
  /// chains follow the rules of calculus; at a kink stands what the catalogue of activations publishes, and
  /// of two equal sides of a minimum or maximum the first counts. Complexity: O(count).
  /// - Precondition: the input holds one number.
  /// - Throws: `DerivativeProblem` for an operation without a derivative; the net is then as before.
  public mutating func derivative(of output: Node) throws(DerivativeProblem) -> Node {
    precondition(shape(of: input).count == 1, "a derivative by an input of shape \(shape(of: input))")
    var tangents = Tangents(self)
    try tangents.find(for: ancestors(of: [output]))
    self = tangents.graph
    return tangents[output] ?? zeros(like: output)
  }
}

/// The derivatives of nodes by the input, as nodes of the node's shape; nothing stands for 0.
private struct Tangents {
  private(set) var graph: Graph
  private var known: [Graph.Node: Graph.Node] = [:]

  init(_ graph: Graph) {
    self.graph = graph
    known[graph.input] = self.graph.constant(Tensor(repeating: 1, graph.shape(of: graph.input)))
  }

  subscript(_ node: Graph.Node) -> Graph.Node? { known[node] }

  /// Finds the derivatives of nodes, each after its operands.
  mutating func find(for nodes: [Graph.Node]) throws(DerivativeProblem) {
    for node in nodes {
      guard case .application(let operation, let operands) = graph.contents[node.index] else { continue }
      let tangents = operands.map { known[$0] }
      if tangents.allSatisfy({ $0 == nil }) || operation.isDecision { continue }
      known[node] = try apply(operation, node, operands, tangents)
    }
  }

  private mutating func apply(
    _ operation: Operation, _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) throws(DerivativeProblem) -> Graph.Node? {
    switch operation.linearity {
    case .joint:
      return graph.appending(operation, filled(tangents, operands))
    case .inEach:
      return graph.sum(
        tangents[0].map { graph.appending(operation, [$0, operands[1]]) },
        tangents[1].map { graph.appending(operation, [operands[0], $0]) })
    case .inFirst: return quotient(node, operands, tangents)
    case .first: return tangents[0]
    case .none: break
    }
    switch operation {
    case .map(let function): return try chain(function, operands[0], tangents[0])
    case .meet(.power): return power(node, operands, tangents)
    case .meet(.minimum): return extremum(.less, node, operands, tangents)
    case .meet(.maximum): return extremum(.greater, node, operands, tangents)
    case .select, .choice:
      return graph.appending(operation, [operands[0]] + filled(tangents, operands).dropFirst())
    case .softmax where graph.shape(of: node).rank == 1: return tangents[0].map { softmax(node, $0) }
    case .meet, .near, .dropout, .reduce, .softmax, .argmax, .crossEntropy, .crossEntropySlope,
      .matrixProduct, .exactNearZero, .convolve, .pool, .transpose, .reshape, .stack, .index, .gather,
      .scatter, .eachRow:
      guard tangents[0] != nil else { return nil }
      throw DerivativeProblem(operation: operation.name)
    }
  }

  /// The tangents, zeros where there is none.
  private mutating func filled(_ tangents: [Graph.Node?], _ operands: [Graph.Node]) -> [Graph.Node] {
    zip(tangents, operands).map { tangent, operand in tangent ?? graph.zeros(like: operand) }
  }

  /// (f(z))′ = f′(z) z′ for a function of each element.
  private mutating func chain(
    _ function: ElementFunction, _ z: Graph.Node, _ tangent: Graph.Node?
  ) throws(DerivativeProblem) -> Graph.Node? {
    guard let tangent else { return nil }
    switch function.entry {
    case .activation(let activation):
      if activation.isThreshold { return nil }
      return graph.product(graph.appending(activation.derivativeOperation, [z]), tangent)
    case .mathematical(let function): return function.slope(z, &graph).map { graph.product($0, tangent) }
    case .derivative(of: let activation):
      // The derivative of f′ is that of its definition by simpler operations.
      let first = graph.count
      guard let slope = activation.slope(z, &graph) else { return nil }
      try find(for: (first..<graph.count).map(Graph.Node.init))
      return known[slope]
    case nil: throw DerivativeProblem(operation: function.name)
    }
  }

  /// (a/b)′ = (a′ − (a/b) b′)/b.
  private mutating func quotient(
    _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let moved = tangents[1].map { graph.negated(graph.product(node, $0)) }
    return graph.sum(tangents[0], moved).map { graph.quotient($0, operands[1]) }
  }

  /// (a^b)′ = b a^(b−1) a′ + a^b ln(a) b′.
  private mutating func power(
    _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let (base, exponent) = (operands[0], operands[1])
    let byBase = tangents[0].map { graph.product(graph.powerSlope(base, exponent), $0) }
    let byExponent = tangents[1].map { graph.product(graph.powerSlope(node, ofBase: base), $0) }
    return graph.sum(byBase, byExponent)
  }

  /// pᵢ′ = pᵢ (zᵢ′ − Σⱼ pⱼ zⱼ′).
  private mutating func softmax(_ shares: Graph.Node, _ tangent: Graph.Node) -> Graph.Node {
    let mean = graph.appending(.sum(.all), [graph.product(shares, tangent)])
    return graph.product(shares, graph.difference(tangent, mean))
  }

  /// The tangent of the side that is taken; where both are equal their mean, or 0 if one is constant.
  private mutating func extremum(
    _ comparison: Operation, _ node: Graph.Node, _ operands: [Graph.Node], _ tangents: [Graph.Node?]
  ) -> Graph.Node? {
    let shape = graph.shape(of: node)
    let sides = filled(tangents, operands).map { side in
      let fits = graph.shape(of: side).isScalar || graph.shape(of: side) == shape
      return fits ? side : graph.sum(side, graph.zeros(like: node))
    }
    let varies = tangents.allSatisfy { $0 != nil }
    let middle = varies ? graph.scaled(0.5, graph.sum(sides[0], sides[1])) : graph.number(0)
    let first = graph.appending(comparison, operands)
    let second = graph.appending(comparison, operands.reversed())
    let rest = graph.appending(.choice, [second, sides[1], middle])
    return graph.appending(.choice, [first, sides[0], rest])
  }
}
