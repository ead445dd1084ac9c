import NeuralNetworks
import Tensors
import Testing

/// Builds one node on the input `[2]` by a chain of operations, each on the node before and constants.
private func form(_ build: (inout Graph) throws -> Graph.Node) rethrows -> AffineForm? {
  var graph = Graph(inputShape: [2])
  let node = try build(&graph)
  return graph.affineForm(of: node)
}

@Test("the input is its own affine form")
func inputForm() {
  #expect(form { $0.input } == AffineForm(weights: Tensor([2, 2], [1, 0, 0, 1]), bias: Tensor([0, 0])))
}

@Test("a constant has no weights")
func constantForm() {
  #expect(form { $0.constant(Tensor([3])) }?.bias == Tensor([3]))
}

@Test("sums, products with constants, index, stack and sum stay affine")
func affineOperations() throws {
  // 2·(3·x1 − x2/4) + 1, written out.
  let result = try form { graph in
    let first = try graph.append(.index([.at(1)]), [graph.input]).get()
    let second = try graph.append(.index([.at(2)]), [graph.input]).get()
    let left = try graph.append(.multiply, [graph.constant(Tensor(3)), first]).get()
    let right = try graph.append(.negate, [graph.append(.divide, [second, graph.constant(Tensor(4))]).get()])
      .get()
    let both = try graph.append(.stack(2), [left, right]).get()
    let sum = try graph.append(.sum(.all), [both]).get()
    let twice = try graph.append(
      .matrixProduct, [graph.append(.stack(1), [sum]).get(), graph.constant(Tensor([2]))])
    return try graph.append(.add, [twice.get(), graph.constant(Tensor(1))]).get()
  }
  #expect(result == AffineForm(weights: Tensor([2, 1], [6, -0.5]), bias: Tensor([1])))
}

@Test("products of the input, quotients by it and functions of it are not affine")
func notAffine() throws {
  #expect(try form { try $0.append(.multiply, [$0.input, $0.input]).get() } == nil)
  #expect(try form { try $0.append(.divide, [$0.constant(Tensor(1)), $0.input]).get() } == nil)
  #expect(try form { try $0.append(Activation.relu.operation, [$0.input]).get() } == nil)
  #expect(try form { try $0.append(.power, [$0.input, $0.constant(Tensor(1))]).get() } == nil)
  #expect(try form { try $0.append(Activation.identity.operation, [$0.input]).get() } != nil)
}

@Test("the units of the first layer are what its thresholds look at")
func firstLayer() throws {
  let net = try HandNet()
  #expect(
    net.graph.thresholdUnits(of: net.output) == [
      ThresholdUnit(weights: [1, 1], threshold: 0.5), ThresholdUnit(weights: [1, 1], threshold: 1.5),
    ])
}

@Test("without a threshold the first layer is that of the activation")
func smoothFirstLayer() throws {
  let net = try HandNet(.sigmoid)
  #expect(net.graph.thresholdUnits(of: net.output).map(\.threshold) == [0.5, 1.5])
  #expect(net.graph.thresholdUnits(of: net.hidden).count == 2)
}

@Test("a comparison is a unit: w·x − T on the side that makes it true", arguments: [true, false])
func comparison(isGreater: Bool) throws {
  var graph = Graph(inputShape: [2])
  let sum = try graph.append(.matrixProduct, [graph.input, graph.constant(Tensor([1, 2]))]).get()
  let bound = graph.constant(Tensor(1.5))
  let node = try graph.append(isGreater ? .greaterOrEqual : .less, [sum, bound]).get()
  let sign: Double = isGreater ? 1 : -1
  #expect(
    graph.thresholdUnits(of: node) == [ThresholdUnit(weights: [sign, 2 * sign], threshold: 1.5 * sign)])
}

@Test("a net without units has none")
func noUnits() {
  let graph = Graph(inputShape: [2])
  #expect(graph.thresholdUnits(of: graph.input).isEmpty)
}
