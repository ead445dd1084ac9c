import Tensors

extension Adjoints {
  /// Convolution, pooling and cross-entropy; the adjoints of a product are products of the same three tensors.
  static let layers: [String: [Adjoint?]] = [
    "convolution": [
      convolution { c, x, W, g, graph in
        graph.appending(.convolutionByInput(c, picture: graph.shape(of: x)), [g, W])
      },
      convolution { c, x, W, g, graph in
        graph.appending(.convolutionByWeights(c, weights: graph.shape(of: W)), [g, x])
      },
    ],
    "convolutionByInput": [
      convolution { c, _, W, h, graph in graph.appending(.convolution(c), [h, W]) },
      convolution { c, g, W, h, graph in
        graph.appending(.convolutionByWeights(c, weights: graph.shape(of: W)), [g, h])
      },
    ],
    "convolutionByWeights": [
      convolution { c, _, x, h, graph in graph.appending(.convolution(c), [x, h]) },
      convolution { c, g, x, h, graph in
        graph.appending(.convolutionByInput(c, picture: graph.shape(of: x)), [g, h])
      },
    ],
    "poolMax": [
      { use, g, graph in
        use.operation.setting.pooling.map { graph.appending(.poolMaxSlope($0), [g, use.operand]) }
      }
    ],
    "poolMean": [
      { use, g, graph in
        use.operation.setting.pooling.map {
          graph.appending(.poolMeanSlope($0, picture: graph.shape(of: use.operand)), [g])
        }
      }
    ],
    "poolMeanSlope": [
      { use, h, graph in use.operation.setting.pooling.map { graph.appending(.poolMean($0), [h]) } }
    ],
    Operation.crossEntropy.name: [
      { use, g, graph in graph.appending(.crossEntropySlope, use.operands + [g]) }, nil,
    ],
  ]

  /// Operations whose derivatives are those of simpler ones.
  static let definitions: [String: Definition] = [
    Operation.bceSlope.name: { use, graph in
      let (p, y) = (use.operands[0], use.operands[1])
      let spread = graph.product(p, graph.difference(graph.number(1), p))
      let below = graph.appending(.maximum, [spread, graph.number(1e-12)])
      return graph.quotient(graph.difference(p, y), below)
    },
    Operation.crossEntropySlope.name: { use, graph in
      let (z, labels, g) = (use.operands[0], use.operands[1], use.operands[2])
      let names = (0..<graph.shape(of: z).sizes[1]).map(Double.init)
      let distance = graph.difference(graph.appending(.softmax, [z]), graph.oneHot(labels, names))
      return graph.inRows(.multiply, distance, g, perRow: true)
    },
    "poolMaxSlope": { use, graph in
      use.operation.setting.pooling.map { graph.windowCotangents($0, use.operands[0], use.operands[1]) }
    },
  ]

  /// Makes the rule of an operation of the family, from its two operands and the cotangent of its result.
  private static func convolution(
    _ rule:
      @escaping @Sendable (
        Operation.Convolution, _ a: Graph.Node, _ b: Graph.Node, _ cotangent: Graph.Node, inout Graph
      ) -> Graph.Node
  ) -> Adjoint {
    { use, g, graph in
      use.operation.setting.convolution.map { rule($0, use.operands[0], use.operands[1], g, &graph) }
    }
  }
}

extension Graph {
  /// ``Operation/poolMaxSlope(_:)`` by simpler operations: g goes to the largest place of its window.
  fileprivate mutating func windowCotangents(_ pooling: Operation.Pooling, _ g: Node, _ picture: Node) -> Node
  {
    let shape = shape(of: picture)
    let one = pooling.windows(of: Shape(shape.sizes.suffix(3)))
    let windows = shape.rank == 4 ? one.inEach(of: shape.sizes[0]) : one
    let size = pooling.window * pooling.window
    let rows: Shape = [windows.result.count / size, size]
    let places = largestPlaces(reshaped(appending(.gather(windows), [picture]), rows))
    let spread = spread(reshaped(g, [rows.sizes[0]]), .rows, rows)
    let chosen = appending(.choice, [places, spread, number(0)])
    return appending(.scatter(windows), [reshaped(chosen, windows.result)])
  }
}
