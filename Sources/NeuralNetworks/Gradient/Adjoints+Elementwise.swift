import Tensors

// Operations of each element; the operand that is broadcast gets its sum afterwards.
extension Adjoints {
  /// The rule of a function of each element: f′(z) g.
  static func rule(of function: ElementFunction) throws(DerivativeProblem) -> Adjoint? {
    if let rule = ownRules[function] { return rule }
    switch function.entry {
    case .activation(let activation):
      if activation.isThreshold { return nil }
      let slope = activation.derivativeOperation
      return { use, g, graph in graph.product(g, graph.appending(slope, [use.operand])) }
    case .mathematical(let function):
      return { use, g, graph in function.slope(use.operand, &graph).map { graph.product(g, $0) } }
    case .derivative(of: let activation):
      return defined { use, graph in activation.slope(use.operands[0], &graph) }
    case nil: throw DerivativeProblem(operation: function.name)
    }
  }

  /// The rules of functions that need no derivative of their own.
  private static let ownRules: [ElementFunction: Adjoint] = [
    .negate: opposite,
    Activation.identity.element: handedOn,
    // From the output, so that no second exponential is needed.
    Activation.sigmoid.element: { use, g, graph in
      graph.product(g, graph.appending(.sigmoidSlopeOfOutput, [use.result]))
    },
    Activation.tanh.element: { use, g, graph in
      graph.product(g, graph.appending(.tanhSlopeOfOutput, [use.result]))
    },
    .sigmoidSlopeOfOutput: { use, g, graph in
      graph.product(g, graph.difference(graph.number(1), graph.scaled(2, use.operand)))
    },
    .tanhSlopeOfOutput: { use, g, graph in graph.product(g, graph.scaled(-2, use.operand)) },
  ]

  /// The rules of a function of two elements.
  static func rules(of function: PairFunction) -> [Adjoint?] {
    switch function {
    case .add: return [handedOn]
    case .subtract: return [handedOn, opposite]
    case .subtractFrom: return [opposite, handedOn]
    case .multiply: return [{ use, g, graph in graph.product(g, use.other) }]
    case .divide: return quotient
    case .power: return power
    case .minimum: return [taken(.less)]
    case .maximum: return [taken(.greater)]
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .xor: return [nil]
    case .bce: return crossEntropyOfProbability
    case .bceSlope:
      return [defined { use, graph in graph.crossEntropySlope(use.operands[0], use.operands[1]) }]
    case .bceLogits: return crossEntropyOfLogit
    }
  }

  private static let quotient: [Adjoint?] = [
    { use, g, graph in graph.quotient(g, use.operands[1]) },
    // (a/b)′ = −(a/b)/b.
    { use, g, graph in graph.negated(graph.product(graph.quotient(g, use.operands[1]), use.result)) },
  ]

  private static let power: [Adjoint?] = [
    { use, g, graph in graph.product(g, graph.powerSlope(use.operands[0], use.operands[1])) },
    { use, g, graph in graph.product(g, graph.powerSlope(use.result, ofBase: use.operands[0])) },
  ]

  private static let crossEntropyOfProbability: [Adjoint?] = [
    { use, g, graph in graph.product(g, graph.appending(.bceSlope, use.operands)) },
    { use, g, graph in
      let p = use.operands[0]
      let yes = graph.boundedLogarithm(p)
      let no = graph.boundedLogarithm(graph.difference(graph.number(1), p))
      return graph.product(g, graph.difference(no, yes))
    },
  ]

  private static let crossEntropyOfLogit: [Adjoint?] = [
    { use, g, graph in
      graph.product(g, graph.difference(graph.map(.sigmoid, use.operands[0]), use.operands[1]))
    },
    { use, g, graph in graph.negated(graph.product(g, use.operands[0])) },
  ]

  /// The cotangent as it is.
  static let handedOn: Adjoint = { _, g, _ in g }

  private static let opposite: Adjoint = { _, g, graph in graph.negated(g) }

  /// The cotangent for the side that is taken; where both are equal half of it, or 0 if the other is constant.
  ///
  /// So max(x, 0) and max(0, x) have the derivative of relu, and max(x, x) has that of x.
  private static func taken(_ comparison: Operation) -> Adjoint {
    { use, g, graph in
      let isTaken = graph.appending(comparison, [use.operand, use.other])
      guard graph.isVariable(use.other) else { return graph.chosen(isTaken, g) }
      let isEqual = graph.appending(.equal, use.operands)
      return graph.appending(.choice, [isTaken, g, graph.chosen(isEqual, graph.scaled(0.5, g))])
    }
  }

  /// The cotangent for the operand that the first chose.
  static let chosen: [Adjoint?] = [
    nil,
    { use, g, graph in graph.chosen(use.operands[0], g) },
    { use, g, graph in graph.appending(.choice, [use.operands[0], graph.number(0), g]) },
  ]
}

extension Graph {
  /// Whether a value depends on an input or a parameter.
  fileprivate func isVariable(_ node: Node) -> Bool { constant(at: node) == nil || isParameter(node) }

  /// `value` where the condition holds, else 0.
  mutating func chosen(_ condition: Node, _ value: Node) -> Node {
    appending(.choice, [condition, value, number(0)])
  }

  /// max(ln p, −100).
  fileprivate mutating func boundedLogarithm(_ p: Node) -> Node {
    appending(.maximum, [map(.log, p), number(-100)])
  }

  /// (p − y)/max(p(1 − p), 1e−12): ``PairFunction/bceSlope`` by simpler operations.
  fileprivate mutating func crossEntropySlope(_ p: Node, _ y: Node) -> Node {
    let spread = product(p, difference(number(1), p))
    let below = appending(.maximum, [spread, number(1e-12)])
    return quotient(difference(p, y), below)
  }
}
