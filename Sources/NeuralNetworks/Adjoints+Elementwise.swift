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
    Operation.minimum.name: taken(.lessOrEqual),
    Operation.maximum.name: taken(.greaterOrEqual),
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

  /// The cotangent where the comparison of the two operands holds for the first, elsewhere for the second.
  private static func taken(_ comparison: Operation) -> [Adjoint?] {
    [
      { use, g, graph in
        graph.appending(.choice, [graph.appending(comparison, use.operands), g, graph.number(0)])
      },
      { use, g, graph in
        graph.appending(.choice, [graph.appending(comparison, use.operands), graph.number(0), g])
      },
    ]
  }

  /// The cotangent for the operand that the first chose.
  private static let chosen: [Adjoint?] = [
    nil,
    { use, g, graph in graph.appending(.choice, [use.operands[0], g, graph.number(0)]) },
    { use, g, graph in graph.appending(.choice, [use.operands[0], graph.number(0), g]) },
  ]
}

extension Graph {
  /// max(ln p, −100).
  fileprivate mutating func boundedLogarithm(_ p: Node) -> Node {
    appending(.maximum, [map("log", p), number(-100)])
  }
}
