import NeuralNetworks
import Tensors
import Testing

/// Which parameters decay, and how: against the rule of TensorFlow Playground written out in plain loops.
@Suite struct WeightDecayTests {
  /// A net of two inputs, hidden tanh units and one tanh unit, written out link by link as the page has it.
  private struct PlainNet {
    var weights: [[[Double]]]
    var biases: [[Double]]
    private var isDead: [[[Bool]]]

    init(weights: [[[Double]]], biases: [[Double]]) {
      (self.weights, self.biases) = (weights, biases)
      isDead = weights.map { $0.map { $0.map { _ in false } } }
    }

    /// One step: the mean gradient of ½(y − t)², then the pull of the regularisation on weights.
    mutating func step(_ rows: [[Double]], _ targets: [Double], rate: Double, l1: Double, l2: Double) {
      var weightSlopes = weights.map { $0.map { $0.map { _ in 0.0 } } }
      var biasSlopes = biases.map { $0.map { _ in 0.0 } }
      for (row, target) in zip(rows, targets) {
        var outputs = [row]
        for (layer, units) in weights.enumerated() {
          outputs.append(
            units.enumerated().map { unit, incoming in
              Mathematics.tanh(
                zip(incoming, outputs[layer]).reduce(biases[layer][unit]) { $0 + $1.0 * $1.1 })
            })
        }
        var slopes = [outputs[2][0] - target]
        for layer in [1, 0] {
          slopes = zip(slopes, outputs[layer + 1]).map { $0 * (1 - $1 * $1) }
          for (unit, slope) in slopes.enumerated() {
            biasSlopes[layer][unit] += slope
            for (place, output) in outputs[layer].enumerated() {
              weightSlopes[layer][unit][place] += slope * output
            }
          }
          slopes = outputs[layer].indices.map { place in
            slopes.indices.reduce(0) { $0 + slopes[$1] * weights[layer][$1][place] }
          }
        }
      }
      for (layer, units) in weights.enumerated() {
        for (unit, incoming) in units.enumerated() {
          biases[layer][unit] -= rate * biasSlopes[layer][unit] / Double(rows.count)
          for (place, weight) in incoming.enumerated() where !isDead[layer][unit][place] {
            let moved = weight - rate / Double(rows.count) * weightSlopes[layer][unit][place]
            let sign: Double = weight > 0 ? 1 : weight < 0 ? -1 : 0
            let pulled = moved - rate * l1 * sign - rate * l2 * weight
            isDead[layer][unit][place] = l1 > 0 && moved * pulled < 0
            weights[layer][unit][place] = isDead[layer][unit][place] ? 0 : pulled
          }
        }
      }
    }
  }

  @Test(arguments: [(0.03, 0.0), (0.1, 0.0), (0.0, 0.1), (0.0, 0.0)])
  func playgroundsRule(l1: Double, l2: Double) throws {
    let start = RandomStream(seed: 3, path: "start", draw: 0)
    let points = RandomStream(seed: 3, path: "points", draw: 0)
    let units = 6
    let hidden = (0..<2 * units).map { start.uniform($0, from: -0.5, to: 0.5) }
    let last = (0..<units).map { start.uniform(2 * units + $0, from: -0.5, to: 0.5) }
    let x = (0..<40).map { row in (0..<2).map { points.uniform(2 * row + $0, from: -3, to: 3) } }
    let y = x.map { $0[0] * $0[1] > 0 ? 1.0 : -1.0 }

    var graph = Graph(inputShape: [2])
    var node = graph.input
    for (weights, count) in [(Tensor([2, units], hidden), units), (Tensor([units, 1], last), 1)] {
      let product = graph.appending(.matrixProduct, [node, graph.parameter(weights)])
      let bias = graph.parameter(Tensor(repeating: 0.1, [count]))
      node = graph.appending(Activation.tanh.operation, [graph.appending(.add, [product, bias])])
    }
    var method = Training.Method(
      loss: .halfMse, optimizer: Optimizer(try #require(Optimizer.Kind.named("sgd")), [0.1]), epochs: 30,
      dropout: RandomStream(seed: 0, path: "", draw: 0))
    (method.batch, method.l1, method.l2) = (8, l1, l2)
    let examples = Training.Examples(inputs: Tensor([40, 2], x.flatMap(\.self)), targets: Tensor(y))
    let result = try Training(graph: graph, output: node, examples: examples, method: method).run()

    var plain = PlainNet(
      weights: [(0..<units).map { [hidden[$0], hidden[units + $0]] }, [last]],
      biases: [[Double](repeating: 0.1, count: units), [0.1]])
    for _ in 0..<30 {
      for first in stride(from: 0, to: 40, by: 8) {
        plain.step(Array(x[first..<first + 8]), Array(y[first..<first + 8]), rate: 0.1, l1: l1, l2: l2)
      }
    }
    let expected = [
      (0..<2).flatMap { place in plain.weights[0].map { $0[place] } }, plain.biases[0], plain.weights[1][0],
      plain.biases[1],
    ]
    for (node, numbers) in zip(result.graph.parameters, expected) {
      let ours = try #require(result.graph.constant(at: node)).elements
      #expect(zip(ours, numbers).allSatisfy { ($0 - $1).magnitude < 1e-10 }, "\(ours) for \(numbers)")
      // A weight at 0 is exactly there, and only l1 puts one there.
      #expect(zip(ours, numbers).allSatisfy { ($0 == 0) == ($1 == 0) })
    }
    let zeros = (expected[0] + expected[2]).count { $0 == 0 }
    #expect(l1 > 0 ? zeros > 0 : zeros == 0, "\(zeros) weights at 0")
  }

  @Test func aWeightThatStartsAtZeroIsNotHeld() throws {
    var graph = Graph(inputShape: [1])
    let w = graph.parameter(Tensor([0.0]))
    let output = graph.appending(.multiply, [graph.input, w])
    var method = Training.Method(
      loss: .mse, optimizer: Optimizer(try #require(Optimizer.Kind.named("sgd")), [0.1]), epochs: 1,
      dropout: RandomStream(seed: 0, path: "", draw: 0))
    method.l1 = 0.5
    let examples = Training.Examples(inputs: Tensor([1, 1], [1]), targets: Tensor([1.0]))
    let result = try Training(graph: graph, output: output, examples: examples, method: method).run()
    #expect(result.graph.constant(at: w)?.elements == [0.2])
  }

  @Test func aBiasIsWhatIsOnlyAdded() throws {
    var graph = Graph(inputShape: [2])
    let names = ["w", "b", "inner", "factor", "slope", "shift", "gain", "doubled"]
    let parameters = names.map { _ in graph.parameter(Tensor(repeating: 0.5, [2])) }
    func add(_ a: Graph.Node, _ b: Graph.Node) -> Graph.Node { graph.appending(.add, [a, b]) }
    func times(_ a: Graph.Node, _ b: Graph.Node) -> Graph.Node { graph.appending(.multiply, [a, b]) }
    // w·x + b, with a part of the weight that is added to it, and another that multiplies it.
    let weight = times(add(parameters[0], parameters[2]), parameters[3])
    var value = add(times(graph.input, weight), parameters[1])
    value = graph.appending(.subtract, [value, times(parameters[7], graph.constant(Tensor([2.0, 2])))])
    let condition = graph.appending(.greater, [graph.input, graph.constant(Tensor([0.0, 0]))])
    value = graph.appending(.choice, [condition, times(value, parameters[4]), parameters[5]])
    // What is added here multiplies there.
    value = add(times(value, parameters[6]), parameters[6])
    let weights = graph.weights(of: value)
    let found = zip(names, parameters).filter { weights.contains($0.1) }.map(\.0)
    #expect(found == ["w", "inner", "factor", "slope", "gain"])
  }

  @Test func theBiasOfAConvolutionIsOne() throws {
    var graph = Graph(inputShape: [4, 4, 1])
    let windows = graph.parameter(Tensor(repeating: 0.5, [3, 3, 1, 2]))
    let sums = try graph.convolution(graph.input, windows).get()
    let output = try graph.biased(sums, by: graph.parameter(Tensor([0.5, 0.5]))).get()
    #expect(graph.weights(of: output) == [windows])
  }
}
