import Tensors

extension Adjoints {
  /// Operations of each element; the operand that is broadcast gets its sum afterwards.
  static let elementwise: [String: [Adjoint?]] = [
    Operation.add.name: [handedOn],
    Operation.subtract.name: [handedOn, opposite],
    "subtractFrom": [opposite, handedOn],
    Operation.negate.name: [opposite],
    Activation.identity.name: [handedOn],
    Operation.dropout(0).name: [handedOn],
    Operation.exactNearZero.name: [handedOn, nil],
    Operation.multiply.name: [{ use, g, graph in graph.product(g, use.other) }],
    Operation.divide.name: [
      { use, g, graph in graph.quotient(g, use.operands[1]) },
      // (a/b)′ = −(a/b)/b.
      { use, g, graph in graph.negated(graph.product(graph.quotient(g, use.operands[1]), use.result)) },
    ],
    Operation.power.name: [
      { use, g, graph in graph.product(g, graph.powerSlope(use.operands[0], use.operands[1])) },
      { use, g, graph in graph.product(g, graph.powerSlope(use.result, ofBase: use.operands[0])) },
    ],
    Operation.minimum.name: taken(.less),
    Operation.maximum.name: taken(.greater),
    Operation.choice.name: chosen,
    Operation.select.name: chosen,

    // From the output, so that no second exponential is needed.
    Activation.sigmoid.name: [
      { use, g, graph in graph.product(g, graph.appending(.sigmoidSlopeOfOutput, [use.result])) }
    ],
    Activation.tanh.name: [
      { use, g, graph in graph.product(g, graph.appending(.tanhSlopeOfOutput, [use.result])) }
    ],
    Operation.sigmoidSlopeOfOutput.name: [
      { use, g, graph in
        graph.product(g, graph.difference(graph.number(1), graph.scaled(2, use.operand)))
      }
    ],
    Operation.tanhSlopeOfOutput.name: [
      { use, g, graph in graph.product(g, graph.scaled(-2, use.operand)) }
    ],

    Operation.bce.name: [
      { use, g, graph in graph.product(g, graph.appending(.bceSlope, use.operands)) },
      { use, g, graph in
        let p = use.operands[0]
        let yes = graph.boundedLogarithm(p)
        let no = graph.boundedLogarithm(graph.difference(graph.number(1), p))
        return graph.product(g, graph.difference(no, yes))
      },
    ],
    Operation.bceLogits.name: [
      { use, g, graph in
        graph.product(g, graph.difference(graph.map(.sigmoid, use.operands[0]), use.operands[1]))
      },
      { use, g, graph in graph.negated(graph.product(g, use.operands[0])) },
    ],
  ]

  /// The cotangent as it is.
  static let handedOn: Adjoint = { _, g, _ in g }

  private static let opposite: Adjoint = { _, g, graph in graph.negated(g) }

  /// The cotangent for the side that is taken; where both are equal half of it, or 0 if the other is constant.
  ///
  /// So max(x, 0) and max(0, x) have the derivative of relu, and max(x, x) has that of x.
  private static func taken(_ comparison: Operation) -> [Adjoint?] {
    [
      { use, g, graph in
        let isTaken = graph.appending(comparison, [use.operand, use.other])
        guard graph.isVariable(use.other) else { return graph.chosen(isTaken, g) }
        let isEqual = graph.appending(.equal, use.operands)
        return graph.appending(.choice, [isTaken, g, graph.chosen(isEqual, graph.scaled(0.5, g))])
      }
    ]
  }

  /// The cotangent for the operand that the first chose.
  private static let chosen: [Adjoint?] = [
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
    appending(.maximum, [map("log", p), number(-100)])
  }
}
