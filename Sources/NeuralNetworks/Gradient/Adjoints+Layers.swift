import Tensors

// Convolution, pooling and cross-entropy.
extension Adjoints {
  /// The rules of a convolution or one of its adjoints, which are products of the same three tensors.
  static func rules(
    of convolution: Operation.Convolution, _ part: Operation.Convolution.Part
  ) -> [Adjoint?] {
    switch part {
    case .forward:
      [
        { use, g, graph in
          let picture = graph.shape(of: use.operands[0])
          return graph.appending(.convolutionByInput(convolution, picture: picture), [g, use.operands[1]])
        },
        { use, g, graph in
          let weights = graph.shape(of: use.operands[1])
          return graph.appending(.convolutionByWeights(convolution, weights: weights), [g, use.operands[0]])
        },
      ]
    case .byInput:
      [
        { use, h, graph in graph.appending(.convolution(convolution), [h, use.operands[1]]) },
        { use, h, graph in
          let weights = graph.shape(of: use.operands[1])
          return graph.appending(.convolutionByWeights(convolution, weights: weights), [use.operands[0], h])
        },
      ]
    case .byWeights:
      [
        { use, h, graph in graph.appending(.convolution(convolution), [use.operands[1], h]) },
        { use, h, graph in
          let picture = graph.shape(of: use.operands[1])
          return graph.appending(.convolutionByInput(convolution, picture: picture), [use.operands[0], h])
        },
      ]
    }
  }

  /// The rules of a pooling or the adjoint of one.
  static func rules(of pooling: Operation.Pooling, _ part: Operation.Pooling.Part) -> [Adjoint?] {
    switch part {
    case .max: [{ use, g, graph in graph.appending(.poolMaxSlope(pooling), [g, use.operand]) }]
    case .mean:
      [
        { use, g, graph in
          graph.appending(.poolMeanSlope(pooling, picture: graph.shape(of: use.operand)), [g])
        }
      ]
    case .maxSlope:
      [defined { use, graph in graph.windowCotangents(pooling, use.operands[0], use.operands[1]) }]
    case .meanSlope: [{ use, h, graph in graph.appending(.poolMean(pooling), [h]) }]
    }
  }

  /// The rule of the cross-entropy of rows, by the raw outputs.
  static let crossEntropy: Adjoint = { use, g, graph in
    graph.appending(.crossEntropySlope, use.operands + [g])
  }

  /// The rule of the slope of that.
  static let crossEntropySlope = defined { use, graph in
    let (z, labels, g) = (use.operands[0], use.operands[1], use.operands[2])
    let names = (0..<graph.shape(of: z).sizes[1]).map(Double.init)
    let distance = graph.difference(graph.appending(.softmax, [z]), graph.oneHot(labels, names))
    return graph.inRows(.multiply, distance, g, perRow: true)
  }
}

extension Graph {
  /// The number of positions that the gradient of a node writes down: one for each element of each window of a pooling's
  /// slope.
  public func positionsInGradient(of output: Node) -> Int {
    ancestors(of: [output]).reduce(0) { sum, node in
      guard case .application(let operation, _) = contents[node.index],
        case .pool(_, .maxSlope) = operation
      else { return sum }
      return sum.saturatingSum(ownCost(of: node))
    }
  }

  /// ``Operation/poolMaxSlope(_:)`` by simpler operations: g goes to the largest position of its window.
  fileprivate mutating func windowCotangents(_ pooling: Operation.Pooling, _ g: Node, _ picture: Node) -> Node
  {
    let shape = shape(of: picture)
    let one = pooling.windows(of: Shape(shape.sizes.suffix(3)))
    let windows = shape.rank == 4 ? one.inEach(of: shape.sizes[0]) : one
    let size = pooling.window * pooling.window
    let rows: Shape = [windows.result.count / size, size]
    let positions = largestPositions(reshaped(appending(.gather(windows), [picture]), rows))
    let spread = spread(reshaped(g, [rows.sizes[0]]), .rows, rows)
    let chosen = appending(.choice, [positions, spread, number(0)])
    return appending(.scatter(windows), [reshaped(chosen, windows.result)])
  }
}
