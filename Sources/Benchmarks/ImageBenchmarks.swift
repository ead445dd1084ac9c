import Foundation
import NeuralNetworks
import Tensors

extension Benchmark {
  /// A net of one hidden layer on random pictures of the size of digits, in batches of 64.
  static let mnist = Benchmark(task: .mnist) { effort in
    let net = try DenseNet.graph(
      [.relu, .identity], RandomPictures.parameters([[784, 128], [128], [128, 10], [10]]))
    let examples = RandomPictures.examples(effort == .full ? 937 * 64 : 128, [784])
    return [try measurement(.mnist, net, examples, epochs: effort == .full ? 3 : 2)]
  }

  /// A small convolutional net on random pictures, in batches of 64.
  static let cnn = Benchmark(task: .cnn) { effort in
    let examples = RandomPictures.examples(effort == .full ? 6400 : 64, [28, 28, 1])
    return [
      try measurement(.cnn, RandomPictures.convolutionalNet(), examples, epochs: effort == .full ? 3 : 2)
    ]
  }

  private static func measurement(
    _ task: Task, _ net: (graph: Graph, output: Graph.Node), _ examples: Training.Examples, epochs: Int
  ) throws -> Measurement {
    let training = try TimedTraining(
      net, examples, loss: .crossEntropy, optimizer: "sgd", [0.01], epochs: epochs, batch: 64,
      shuffles: true, precision: .float32)
    let (time, loss) = training.laterEpochs(3)
    let threads = ProcessInfo.processInfo.environment["NNB_THREADS"].map { $0 + "t" } ?? ""
    return Measurement(task, threads, dtype: "f32", metric: "us/step", value: time, loss: loss)
  }
}

/// Pictures of random numbers and nets for them.
private enum RandomPictures {
  /// Numbers of 0 ..< 1 with random labels 0 … 9.
  static func examples(_ count: Int, _ shape: Shape) -> Training.Examples {
    var random = Congruential(seed: 1)
    let numbers = (0..<count * shape.count).map { _ in random.next() }
    let labels = (0..<count).map { _ in (10 * random.next()).rounded(.down) }
    return Training.Examples(inputs: Tensor(shape.prefixed(by: count), numbers), targets: Tensor(labels))
  }

  /// Weights uniform in ±1/√n of the inputs of a unit, as PyTorch's layers draw them; biases 0.
  static func parameters(_ shapes: [Shape]) -> [Tensor] {
    var random = Congruential(seed: 7)
    return shapes.map { shape in
      guard shape.rank > 1 else { return Tensor(repeating: 0, shape) }
      let bound = 1 / Double(shape.sizes.dropLast().reduce(1, *)).squareRoot()
      return Tensor(shape, (0..<shape.count).map { _ in (2 * random.next() - 1) * bound })
    }
  }

  /// conv 8@5×5, relu, pool 2, conv 16@5×5, relu, pool 2, dense 10.
  static func convolutionalNet() throws(ShapeProblem) -> (graph: Graph, output: Graph.Node) {
    var graph = Graph(inputShape: [28, 28, 1])
    let parameters = parameters([[5, 5, 1, 8], [8], [5, 5, 8, 16], [16], [256, 10], [10]])
      .map { graph.parameter($0) }
    var node = graph.input
    for layer in 0..<2 {
      let sums = try graph.convolution(node, parameters[2 * layer]).get()
      let biased = try graph.biased(sums, by: parameters[2 * layer + 1]).get()
      let active = try graph.append(Activation.relu.operation, [biased]).get()
      node = try graph.pool(active, .max, window: 2, stride: 2).get()
    }
    let sums = try graph.append(.matrixProduct, [graph.flattened(node), parameters[4]]).get()
    let output = try graph.append(.add, [sums, parameters[5]]).get()
    return (graph, output)
  }
}
