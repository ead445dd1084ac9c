import NeuralNetworks
import Tensors

/// A training whose trained parameters are known to the last bit.
struct Sample: Sendable, CustomStringConvertible {
  let name: String
  /// The net, layer by layer, from the shape of an example.
  let input: Shape
  let layers: [Layer]
  let rows: Int
  let loss: Loss
  let optimizer: (name: String, rate: Double)
  let epochs: Int
  var batch: Int? = nil
  var isShuffled = false
  var l1 = 0.0
  var l2 = 0.0
  var precision = Precision.float64

  /// A layer of the net.
  enum Layer: Sendable {
    case dense(Int, String)
    case convolution(filters: Int, window: Int, String)
    case pool(Int)
    case flatten
    case dropout(Double)
  }

  var description: String { name }

  /// The number of updates.
  var stepCount: Int { epochs * ((rows + (batch ?? rows) - 1) / (batch ?? rows)) }

  /// Whether it takes too long for every variant of a debug build.
  var isLong: Bool { epochs > 1000 }

  /// Every one, the named sizes of the speed table among them.
  static let all: [Sample] = [
    xor, playground, digits, wide, pictures, dropped, sparse, xor.narrow(epochs: 500), playground.narrow(),
    digits.narrow(), pictures.narrow(), dropped.narrow(), sparse.narrow(),
  ]

  static let xor = Sample(
    name: "xor", input: [2], layers: [.dense(4, "tanh"), .dense(1, "sigmoid")], rows: 4, loss: .bce,
    optimizer: ("sgd", 0.5), epochs: 10_000)

  static let playground = Sample(
    name: "playground", input: [2], layers: [.dense(8, "tanh"), .dense(8, "tanh"), .dense(1, "sigmoid")],
    rows: 100, loss: .bce, optimizer: ("adam", 0.03), epochs: 12, batch: 10, isShuffled: true)

  /// 70 rows in batches of 32: the last one is short.
  static let digits = Sample(
    name: "digits", input: [64], layers: [.dense(32, "relu"), .dense(10, "identity")], rows: 70,
    loss: .crossEntropy, optimizer: ("momentum", 0.05), epochs: 3, batch: 32)

  /// Large enough for a second thread to take part.
  static let wide = Sample(
    name: "wide", input: [160], layers: [.dense(100, "gelu"), .dense(3, "identity")], rows: 40,
    loss: .crossEntropy, optimizer: ("nesterov", 0.1), epochs: 3)

  static let pictures = Sample(
    name: "pictures", input: [8, 8, 1],
    layers: [
      .convolution(filters: 4, window: 3, "relu"), .pool(2), .flatten, .dense(3, "identity"),
    ], rows: 14, loss: .crossEntropy, optimizer: ("rmsprop", 0.01), epochs: 5, batch: 4)

  static let dropped = Sample(
    name: "dropout", input: [2], layers: [.dense(12, "elu"), .dropout(0.5), .dense(1, "identity")], rows: 30,
    loss: .mse, optimizer: ("adamw", 0.01), epochs: 20, batch: 8, isShuffled: true, l2: 0.001)

  /// Many of its weights end at 0.
  static let sparse = Sample(
    name: "sparse", input: [2], layers: [.dense(9, "tanh"), .dense(1, "tanh")], rows: 50, loss: .halfMse,
    optimizer: ("momentum", 0.05), epochs: 20, batch: 8, isShuffled: true, l1: 0.1)

  /// The same with numbers of 32 bits.
  private func narrow(epochs: Int? = nil) -> Sample {
    Sample(
      name: name + " float32", input: input, layers: layers, rows: rows, loss: loss, optimizer: optimizer,
      epochs: epochs ?? self.epochs, batch: batch, isShuffled: isShuffled, l1: l1, l2: l2, precision: .float32
    )
  }
}

extension Sample {
  /// The training, the same each time.
  func training() throws -> Training {
    var graph = Graph(inputShape: input)
    var output = graph.input
    for (number, layer) in layers.enumerated() {
      output = try append(layer, number + 1, to: &graph, output)
    }
    let kind = Optimizer.Kind.named(optimizer.name) ?? Optimizer.Kind.all[0]
    let numbers = [optimizer.rate] + kind.arguments.dropFirst().compactMap(\.standard)
    var method = Training.Method(
      loss: loss, optimizer: Optimizer(kind, numbers), epochs: epochs, precision: precision,
      dropout: RandomStream(seed: 1, path: "dropout", draw: 0))
    method.batch = batch
    (method.l1, method.l2) = (l1, l2)
    if isShuffled { method.order = RandomStream(seed: 1, path: "shuffle", draw: 0) }
    return try Training(
      graph: graph, output: output, examples: examples(graph.shape(of: output)), method: method)
  }

  private func append(
    _ layer: Layer, _ number: Int, to graph: inout Graph, _ node: Graph.Node
  ) throws -> Graph.Node {
    func start(_ shape: Shape) -> Tensor {
      Initializer.xavier.tensor(shape, RandomStream(seed: 1, path: "layer \(number)", draw: 0))
    }
    func activated(_ node: Graph.Node, _ name: String) -> Graph.Node {
      graph.appending((Activation.named(name) ?? .identity).operation, [node])
    }
    switch layer {
    case .dense(let units, let name):
      let weights = graph.parameter(start([graph.shape(of: node).count, units]))
      let product = graph.appending(.matrixProduct, [node, weights])
      return activated(
        graph.appending(.add, [product, graph.parameter(Tensor(repeating: 0, [units]))]), name)
    case .convolution(let filters, let window, let name):
      let windows = graph.parameter(start([window, window, graph.shape(of: node).sizes[2], filters]))
      let sums = try graph.convolution(node, windows).get()
      return activated(
        try graph.biased(sums, by: graph.parameter(Tensor(repeating: 0, [filters]))).get(), name)
    case .pool(let window): return try graph.pool(node, .max, window: window, stride: window).get()
    case .flatten: return graph.flattened(node)
    case .dropout(let share): return graph.dropout(node, share: share)
    }
  }

  /// The truth table of XOR, or points by formula: inputs from −1 to 1, and what becomes of their squares.
  private func examples(_ output: Shape) -> Training.Examples {
    let corners = [0.0, 0, 0, 1, 1, 0, 1, 1]
    let stream = RandomStream(seed: 1, path: "points", draw: 0)
    let isXOR = rows == 4
    let inputs = isXOR ? corners : (0..<rows * input.count).map { stream.uniform($0, from: -1, to: 1) }
    let targets = (0..<rows).map { row in
      let point = inputs[row * input.count..<(row + 1) * input.count]
      if isXOR { return point.first == point.last ? 0.0 : 1.0 }
      let mean = point.reduce(0) { $0 + $1 * $1 } / Double(input.count)
      return output.count == 1
        ? (mean < 1.0 / 3 ? 1 : 0) : (mean * 997).rounded(.down).remainder(modulo: output.count)
    }
    return Training.Examples(inputs: Tensor(input.prefixed(by: rows), inputs), targets: Tensor(targets))
  }
}

extension Double {
  /// The class of a whole number.
  fileprivate func remainder(modulo classes: Int) -> Double { Double(Int(self) % classes) }
}
