import NeuralNetworks
import Tensors

/// A training that is timed: what all rows that train a net have in common.
struct TimedTraining {
  /// An optimizer that is not in the catalogue.
  struct UnknownOptimizer: Error {
    /// Its name.
    let name: String
  }

  private let training: Training

  /// Prepares a training of a net.
  init(
    _ net: (graph: Graph, output: Graph.Node), _ examples: Training.Examples, loss: Loss,
    optimizer: String, _ numbers: [Double], epochs: Int, batch: Int? = nil, shuffles: Bool = false,
    precision: Precision
  ) throws {
    guard let kind = Optimizer.Kind.named(optimizer) else { throw UnknownOptimizer(name: optimizer) }
    var method = Training.Method(
      loss: loss, optimizer: Optimizer(kind, numbers), epochs: epochs, precision: precision,
      dropout: RandomStream(seed: 0, path: "dropout", draw: 0))
    method.batch = batch
    method.order = shuffles ? RandomStream(seed: 0, path: "order", draw: 0) : nil
    training = try Training(graph: net.graph, output: net.output, examples: examples, method: method)
  }

  /// Returns the microseconds of a step of whole trainings, the middle one of `repeats`, and the net in the end.
  func wholeRuns(_ repeats: Int) -> (time: Double, net: Graph) {
    var net = training.graph
    var steps = 1
    let seconds = Stopwatch.median(of: repeats) {
      let result = training.run()
      (net, steps) = (result.graph, result.steps)
    }
    return (seconds / Double(steps) * 1e6, net)
  }

  /// Returns the microseconds of a step in the epochs after the first, and the mean loss of the last epoch.
  ///
  /// What comes before the first step, such as the copy of the data, is in the first epoch's time and is taken off.
  func laterEpochs(_ repeats: Int) -> (time: Double, loss: Double) {
    let first = Stopwatch.median(of: repeats) { _ = training.run(until: 1) }
    var losses: [Double] = []
    let all = Stopwatch.median(of: repeats) { losses = training.run().losses }
    let steps = training.stepsPerEpoch * (losses.count - 1)
    return ((all - first) / Double(max(steps, 1)) * 1e6, losses.last ?? .nan)
  }
}

extension Precision {
  /// The name that the peers give it.
  var dtype: String {
    switch self {
    case .float64: "f64"
    case .float32: "f32"
    }
  }
}
