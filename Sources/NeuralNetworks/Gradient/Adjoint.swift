import Tensors

/// Writes the cotangent that an operation gives to one of its operands, from g, that of its result.
///
/// It may have the shape that the operand is broadcast to; nil stands for 0.
typealias Adjoint =
  @Sendable (_ use: Graph.Use, _ g: Graph.Node, _ graph: inout Graph) throws(DerivativeProblem)
  -> Graph.Node?

extension Graph {
  /// The use of a value as an operand.
  struct Use {
    let operation: Operation
    let operands: [Node]
    let result: Node
    /// Which operand is meant.
    let position: Int

    /// The operand that is meant.
    var operand: Node { operands[position] }
    /// The other one of two operands.
    var other: Node { operands[1 - position] }
  }
}

/// The rules of operations.
enum Adjoints {
  /// Writes an operation by simpler ones; nil stands for 0.
  typealias Definition = @Sendable (_ use: Graph.Use, _ graph: inout Graph) -> Graph.Node?

  /// Makes the rule of an operation from its definition.
  static func defined(_ definition: @escaping Definition) -> Adjoint {
    { (use: Graph.Use, g: Graph.Node, graph: inout Graph) throws(DerivativeProblem) in
      try graph.share(of: use, g, definedBy: definition)
    }
  }
}

extension Operation {
  /// The rule for an operand; nil where the derivative is 0 everywhere.
  func adjoint(_ position: Int) throws(DerivativeProblem) -> Adjoint? {
    let rules = try adjoints()
    return rules[Swift.min(position, rules.count - 1)]
  }

  /// A rule for each operand; the last one is also for those that follow.
  private func adjoints() throws(DerivativeProblem) -> [Adjoint?] {
    if isDecision { return [nil] }
    switch self {
    case .map(let function): return [try Adjoints.rule(of: function)]
    case .meet(let function): return Adjoints.rules(of: function)
    case .near, .argmax: return [nil]
    case .choice, .select: return Adjoints.chosen
    case .dropout: return [Adjoints.handedOn]
    case .exactNearZero: return [Adjoints.handedOn, nil]
    case .reduce(let reduction, let along): return [Adjoints.rule(of: reduction, along)]
    case .softmax: return [Adjoints.softmax]
    case .crossEntropy: return [Adjoints.crossEntropy, nil]
    case .crossEntropySlope: return [Adjoints.crossEntropySlope]
    case .matrixProduct: return Adjoints.factors
    case .convolve(let convolution, let part): return Adjoints.rules(of: convolution, part)
    case .pool(let pooling, let part): return Adjoints.rules(of: pooling, part)
    case .transpose: return [Adjoints.transposed]
    case .reshape: return [Adjoints.reshaped]
    case .stack: return [Adjoints.taken]
    case .index(let items): return [Adjoints.putBack(items)]
    case .gather(let movement): return [{ _, g, graph in graph.appending(.scatter(movement), [g]) }]
    case .scatter(let movement): return [{ _, g, graph in graph.appending(.gather(movement), [g]) }]
    case .eachRow(let each): return [Adjoints.rule(of: each)]
    }
  }
}

extension Adjoints {
  /// The rule of an operation of each row.
  fileprivate static func rule(of each: Operation.EachRow) -> Adjoint {
    { (use: Graph.Use, g: Graph.Node, graph: inout Graph) throws(DerivativeProblem) in
      try graph.rowsShare(of: use, each, g)
    }
  }
}

extension Graph {
  /// A use alone, in a graph whose inputs are the operands, then the result, then g.
  private static func alone(_ operation: Operation, _ shapes: [Shape], _ result: Shape, _ position: Int) -> (
    graph: Graph, use: Use, g: Node
  ) {
    var graph = Graph(inputShape: shapes[0])
    let operands = [graph.input] + shapes.dropFirst().map { graph.addInput($0) }
    let use = Use(
      operation: operation, operands: operands, result: graph.addInput(result), position: position)
    let g = graph.addInput(result)
    return (graph, use, g)
  }

  /// Adds the cotangent by the rule for one row: a row each, or for an operand that all rows share their sum.
  fileprivate mutating func rowsShare(
    of use: Use, _ each: Operation.EachRow, _ g: Node
  ) throws(DerivativeProblem) -> Node? {
    var (one, inner, innerG) = Self.alone(
      each.operation, each.rowShapes(use.operands.map(shape(of:))), shape(of: use.result).droppingFirst(),
      use.position)
    guard let part = try one.share(of: inner, innerG) else { return nil }
    var copies = [RowNode](repeating: RowNode(node: g, isPerRow: true), count: one.count)
    for (i, operand) in use.operands.enumerated() {
      copies[inner.operands[i].index] = RowNode(node: operand, isPerRow: each.perRow[i])
    }
    copies[inner.result.index].node = use.result
    appendRows(of: one, one.ancestors(of: [part]), each.rows, &copies)
    let rows = copies[part.index].node
    if each.perRow[use.position] { return rows }
    let shape = shape(of: use.operand)
    let sum = appending(.sum(.columns), [reshaped(rows, [each.rows, shape.count])])
    return reshaped(sum, shape)
  }

  /// Adds the cotangent of an operation that `definition` writes by simpler ones.
  fileprivate mutating func share(
    of use: Use, _ g: Node, definedBy definition: Adjoints.Definition
  ) throws(DerivativeProblem) -> Node? {
    var (one, inner, innerG) = Self.alone(
      use.operation, use.operands.map(shape(of:)), shape(of: use.result), use.position)
    guard let value = definition(inner, &one),
      let part = try one.pullBack(
        innerG, from: one.fitted(value, to: shape(of: use.result)), to: [inner.operand])[0]
    else { return nil }
    return inline(one, output: part, inputs: use.operands + [use.result, g])
  }
}
