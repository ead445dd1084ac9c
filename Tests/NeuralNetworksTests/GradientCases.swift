import NeuralNetworks
import Tensors
import Testing

/// An operation or a piece of a net with operands to derive it at.
struct GradientCase: Sendable, CustomTestStringConvertible {
  let name: String
  let shapes: [Shape]
  /// The operands that it is derived by; the others are indices or decisions.
  let derived: [Int]
  /// How many times it is smooth at the operands.
  let order: Int
  /// The operands' elements lie between these.
  let range: ClosedRange<Double>
  let build: @Sendable (inout Graph, [Graph.Node]) -> Graph.Node
  var testDescription: String { "\(name) of \(shapes)" }

  init(
    _ name: String, _ shapes: [Shape], derived: [Int]? = nil, order: Int = 2,
    range: ClosedRange<Double> = -2...2,
    build: @escaping @Sendable (inout Graph, [Graph.Node]) -> Graph.Node
  ) {
    self.name = name
    self.shapes = shapes
    self.derived = derived ?? Array(shapes.indices)
    self.order = order
    self.range = range
    self.build = build
  }

  init(
    _ operation: Operation, _ shapes: [Shape], derived: [Int]? = nil, order: Int = 2,
    range: ClosedRange<Double> = -2...2
  ) {
    self.init(operation.name, shapes, derived: derived, order: order, range: range) {
      $0.appending(operation, $1)
    }
  }

  /// Random operands, the same in every run; no two elements are equal.
  func operands(seed: Int) -> [Tensor] {
    let stream = RandomStream(seed: seed, path: testDescription, draw: 0)
    var place = 0
    return shapes.map { shape in
      Tensor(
        shape,
        (0..<shape.count).map { _ in
          place += 1
          return stream.uniform(place, from: range.lowerBound, to: range.upperBound)
        })
    }
  }
}

extension GradientCase {
  static let all = elementwise + functions + products + structure + reductions + layers + losses + stages

  private static let pairs: [[Shape]] = [
    [[], []], [[3], [3]], [[], [4]], [[4], []], [[2, 3], [2, 3]], [[2, 3], [3]], [[3], [2, 3]],
    [[2, 3], []], [[], [2, 2, 2]], [[2, 1, 2, 2], [2, 1, 2, 2]], [[1], [1]], [[5, 1], [1]],
  ]

  private static let elementwise: [GradientCase] =
    [.add, .subtract, .multiply].flatMap { (operation: Operation) in
      pairs.map { GradientCase(operation, $0) }
    }
    + [.divide, .power].flatMap { (operation: Operation) in
      pairs.map { GradientCase(operation, $0, range: 0.5...3) }
    }
    + [.minimum, .maximum].flatMap { (operation: Operation) in pairs.map { GradientCase(operation, $0) } }
    + [[], [3], [2, 3], [2, 2, 2]].map { GradientCase(.negate, [$0]) }
    + pairs.map { shapes in
      GradientCase("choice by comparison", shapes) { graph, operands in
        let wide = graph.appending(.add, operands)
        let condition = graph.appending(.less, operands)
        let sides = operands.map { graph.shape(of: $0) == graph.shape(of: wide) ? $0 : wide }
        return graph.appending(.choice, [condition, sides[0], sides[1]])
      }
    } + [
      GradientCase(.choice, [[], [], [3]], derived: [1, 2]),
      GradientCase(.select, [[], [2, 2], [2, 2]], derived: [1, 2]),
      GradientCase(.dropout(0.5), [[2, 3]]),
      GradientCase(.bce, [[5], [5]], range: 0.1...0.9),
      GradientCase(.bceSlope, [[5], [5]], range: 0.1...0.9),
      GradientCase(.bceLogits, [[5], [5]]), GradientCase(.sigmoidSlopeOfOutput, [[3]]),
      GradientCase(.tanhSlopeOfOutput, [[3]]),
    ]

  private static let functions: [GradientCase] =
    Activation.all.flatMap { activation in
      [GradientCase(activation.operation, [[2, 5]]), GradientCase(activation.derivativeOperation, [[5]])]
    }
    + MathematicalFunction.all.map {
      GradientCase($0.operation, [[5]], range: $0.name.hasPrefix("a") ? -0.9...0.9 : 0.1...2)
    }

  private static let products: [GradientCase] =
    [[[3], [3]], [[2, 3], [3]], [[3], [3, 2]], [[2, 3], [3, 4]], [[2, 1], [1, 3]]].map {
      GradientCase(.matrixProduct, $0)
    } + [
      GradientCase("x@x", [[3, 3]]) { graph, x in graph.appending(.matrixProduct, [x[0], x[0]]) },
      GradientCase("x@x of a vector", [[4]]) { graph, x in graph.appending(.matrixProduct, [x[0], x[0]]) },
    ]

  private static let structure: [GradientCase] = [
    GradientCase(.transpose, [[2, 3]]), GradientCase(.transpose, [[2, 2]]), GradientCase(.transpose, [[3]]),
    GradientCase(.stack(2), [[], []]),
    GradientCase(.stack(3), [[2], [2], [2]]), GradientCase(.stack(2), [[2, 2], [2, 2]]),
    GradientCase(.index([.at(2)]), [[3]]), GradientCase(.index([.range(2, 3)]), [[3]]),
    GradientCase(.index([.all, .at(1)]), [[2, 3]]), GradientCase(.index([.range(1, 2), .all]), [[3, 2]]),
    GradientCase(.reshape(to: [3, 2]), [[6]]), GradientCase(.softmax, [[4]]),
    GradientCase(.softmax, [[2, 3]]), GradientCase(.softmax, [[2, 2, 3]]),
    GradientCase(
      .gather(Operation.Movement(from: [3], to: [4], table: [2, 0, 0, 1]).inEach(of: 2)), [[2, 3]]),
    GradientCase(
      .scatter(Operation.Movement(from: [3], to: [4], table: [2, 0, 0, 1]).inEach(of: 2)), [[2, 4]]),
    GradientCase(.eachRow(.multiply, rows: 3, perRow: [true, false]), [[3], [2]]),
    GradientCase(.eachRow(.matrixProduct, rows: 2, perRow: [true, true]), [[2, 3], [2, 3, 2]]),
    GradientCase(.eachRow(.matrixProduct, rows: 2, perRow: [false, true]), [[3], [2, 3, 2]]),
    GradientCase(.eachRow(.max(.all), rows: 2, perRow: [true]), [[2, 3]]),
    GradientCase(.eachRow(.sum(.columns), rows: 2, perRow: [true]), [[2, 3, 2]]),
    GradientCase(
      .eachRow(.eachRow(.divide, rows: 2, perRow: [false, true]), rows: 3, perRow: [true, false]),
      [[3, 2], [2]], range: 0.5...2),
  ]

  private static let reductions: [GradientCase] = Operation.Along.allCases.flatMap { along in
    [.sum(along), .mean(along), .min(along), .max(along)].flatMap { (operation: Operation) in
      (along == .all ? [[], [3], [2, 3], [2, 2, 2]] : [[2, 3], [4, 1]]).map { GradientCase(operation, [$0]) }
    }
  }

  private static let layers: [GradientCase] =
    [(1, 0), (2, 1), (3, 2)].flatMap { (stride: Int, pad: Int) in
      [[[4, 5, 2], [3, 2, 2, 3]], [[2, 4, 4, 1], [2, 3, 1, 2]]].map { (shapes: [Shape]) in
        GradientCase(.convolution(Operation.Convolution(stride: stride, pad: pad)), shapes)
      }
    }
    + [(2, 2), (2, 1), (3, 2)].flatMap { (window: Int, stride: Int) in
      let pooling = Operation.Pooling(window: window, stride: stride)
      return [[5, 4, 2], [2, 4, 5, 1]].flatMap { (shape: Shape) in
        [GradientCase(.poolMax(pooling), [shape]), GradientCase(.poolMean(pooling), [shape])]
      }
    } + [
      GradientCase(.poolMaxSlope(Operation.Pooling(window: 2, stride: 1)), [[2, 3, 1], [3, 4, 1]]),
      GradientCase(
        .poolMeanSlope(Operation.Pooling(window: 2, stride: 1), picture: [3, 4, 1]), [[2, 3, 1]]),
      GradientCase(
        .convolutionByInput(Operation.Convolution(pad: 1), picture: [3, 3, 2]), [[4, 4, 2], [2, 2, 2, 2]]),
      GradientCase(
        .convolutionByWeights(Operation.Convolution(pad: 1), weights: [2, 2, 2, 2]),
        [[4, 4, 2], [3, 3, 2]]),
    ]

  private static let losses: [GradientCase] =
    [
      GradientCase("crossEntropy", [[4, 3]]) { graph, z in
        graph.appending(.crossEntropy, [z[0], graph.constant(Tensor([2, 0, 1, 2]))])
      },
      GradientCase("crossEntropySlope", [[4, 3], [4]]) { graph, z in
        graph.appending(.crossEntropySlope, [z[0], graph.constant(Tensor([2, 0, 1, 2])), z[1]])
      },
    ]
    + [Loss.mse, .halfMse, .bce, .bceLogits, .hinge, .huber].flatMap { (loss: Loss) in
      [[5], [3, 2]].map { (shape: Shape) in
        GradientCase(
          loss.name, [shape, shape], range: loss.predictions == .probabilities ? 0.1...0.9 : -2...2
        ) {
          built(loss.build(&$0, $1[0], $1[1]))
        }
      }
    } + [
      GradientCase("cross_entropy", [[4, 3]]) { graph, z in
        built(Loss.crossEntropy.build(&graph, z[0], graph.constant(Tensor([2, 0, 1, 2]))))
      }
    ]

  private static let stages: [GradientCase] = [
    GradientCase("convolution with bias and pooling", [[5, 5, 1], [2, 2, 1, 3], [3]]) { graph, x in
      let z = built(graph.biased(built(graph.convolution(x[0], x[1], pad: 1)), by: x[2]))
      let a = graph.appending(Activation.tanh.operation, [z])
      let largest = built(graph.pool(a, .max, window: 2, stride: 2))
      return graph.flattened(built(graph.pool(largest, .mean, window: 2, stride: 1)))
    },
    GradientCase("embedding and softmax", [[4, 3], [3, 2]]) { graph, x in
      let rows = built(graph.embedding(graph.constant(Tensor([3, 0, 3])), x[0]))
      return graph.appending(.softmax, [graph.appending(.matrixProduct, [rows, x[1]])])
    },
    GradientCase("two dense layers", [[3], [3, 4], [4], [4, 2], [2]]) { graph, x in
      let first = graph.appending(.add, [graph.appending(.matrixProduct, [x[0], x[1]]), x[2]])
      let hidden = graph.appending(Activation.sigmoid.operation, [first])
      return graph.appending(.add, [graph.appending(.matrixProduct, [hidden, x[3]]), x[4]])
    },
  ]

  /// What was built of shapes that fit.
  private static func built(_ result: Result<Graph.Node, ShapeProblem>) -> Graph.Node {
    switch result {
    case .success(let node): node
    case .failure(let problem): preconditionFailure(problem.message.english)
    }
  }
}
