import NeuralNetworks
import Tensors

extension Benchmark {
  /// XOR by a net of four hidden units, all rows at once, from the weights of the peers.
  static let xor = Benchmark(task: .xor) { effort in
    let rows = Tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1])
    let examples = Training.Examples(inputs: rows, targets: Tensor([0, 1, 1, 0]))
    let net = try DenseNet.graph(
      [.tanh, .sigmoid],
      [
        Tensor([2, 4], [0.5, -0.6, 0.7, -0.8, -0.4, 0.55, 0.65, -0.75]), Tensor([0, 0, 0, 0]),
        Tensor([4, 1], [0.6, 0.5, -0.4, 0.7]), Tensor([0.05]),
      ])
    return try Precision.allCases.map { precision in
      let training = try TimedTraining(
        net, examples, loss: .bce, optimizer: "sgd", [0.5], epochs: effort == .full ? 10_000 : 20,
        precision: precision)
      let (time, trained) = training.wholeRuns(effort == .full ? 15 : 1)
      return Measurement(
        .xor, dtype: precision.dtype, metric: "us/step", value: time,
        loss: crossEntropy(of: trained, net.output, on: examples))
    }
  }

  /// The playground's circle in batches of ten, from the data and weights of the peers.
  static let playground = Benchmark(task: .playground) { effort in
    let examples = Circle.examples()
    let net = try DenseNet.graph([.tanh, .tanh, .sigmoid], Circle.parameters())
    return try Precision.allCases.map { precision in
      let training = try TimedTraining(
        net, examples, loss: .bce, optimizer: "adam", [0.01, 0.9, 0.999, 1e-8],
        epochs: effort == .full ? 200 : 2, batch: 10,
        shuffles: true, precision: precision)
      let (time, trained) = training.wholeRuns(effort == .full ? 15 : 1)
      return Measurement(
        .playground, dtype: precision.dtype, metric: "us/step", value: time,
        loss: crossEntropy(of: trained, net.output, on: examples))
    }
  }

  /// The mean cross-entropy of probabilities, in float64.
  private static func crossEntropy(
    of net: Graph, _ output: Graph.Node, on examples: Training.Examples
  ) -> Double {
    let probabilities = net.evaluate(output, rows: examples.inputs).elements
    let losses = zip(probabilities, examples.targets.elements).map { p, y in
      -Mathematics.log(y > 0.5 ? p : 1 - p)
    }
    return losses.reduce(0, +) / Double(losses.count)
  }
}

/// The playground's circle set and the start of its net, as the peers make them.
private enum Circle {
  static let count = 500
  static let units = 8

  /// Half of the points inside, half in the ring around.
  static func examples() -> Training.Examples {
    var random = Congruential(seed: 1)
    var inputs: [Double] = []
    for i in 0..<count {
      let share = random.next()
      let radius = i < count / 2 ? 2.5 * share : 3.5 + 1.5 * share
      let angle = 2 * Double.pi * random.next()
      inputs += [radius * Mathematics.sin(angle) / 5, radius * Mathematics.cos(angle) / 5]
    }
    let targets = (0..<count).map { $0 < count / 2 ? 1.0 : 0 }
    return Training.Examples(inputs: Tensor([count, 2], inputs), targets: Tensor(targets))
  }

  /// Weights and biases, uniform in ±1/√n of the layer's inputs.
  static func parameters() -> [Tensor] {
    var random = Congruential(seed: 7)
    func draw(_ shape: Shape, _ inputs: Double) -> Tensor {
      let bound = 1 / inputs.squareRoot()
      return Tensor(shape, (0..<shape.count).map { _ in (2 * random.next() - 1) * bound })
    }
    // The peers' first bound ends with the first weights.
    return [
      draw([2, units], 2), draw([units], 8), draw([units, units], 8), draw([units], 8), draw([units, 1], 8),
      draw([1], 8),
    ]
  }
}
