import CKernels
import NeuralNetworks
import Tensors
import Testing

/// A weighted sum of a case's elements, and its gradients in turn.
private struct Derived {
  let graph: Graph
  /// The number, then the weighted sums of the gradient of the one before.
  var scalars: [Graph.Node] = []
  /// The gradient of each number by the operands that are derived.
  var gradients: [[Graph.Node]] = []

  init(_ example: GradientCase) throws {
    var graph = Graph(inputShape: example.shapes[0])
    let inputs = [graph.input] + example.shapes.dropFirst().map { graph.addInput($0) }
    scalars = [Self.weighted([example.build(&graph, inputs)], &graph)]
    for order in 0..<2 {
      gradients.append(try graph.gradient(of: scalars[order], by: example.derived.map { inputs[$0] }))
      scalars.append(Self.weighted(gradients[order], &graph))
    }
    self.graph = graph
  }

  /// The sum of all elements, each with another weight.
  private static func weighted(_ nodes: [Graph.Node], _ graph: inout Graph) -> Graph.Node {
    let sums = nodes.enumerated().map { number, node in
      let shape = graph.shape(of: node)
      let weights = (0..<shape.count).map { 0.3 + Double(($0 * 7 + number * 5) % 11) / 8 }
      let product = graph.appending(.multiply, [node, graph.constant(Tensor(shape, weights))])
      return graph.appending(.sum(.all), [product])
    }
    return sums.dropFirst().reduce(sums[0]) { graph.appending(.add, [$0, $1]) }
  }

  func value(_ order: Int, _ operands: [Tensor]) -> Double {
    graph.evaluate([scalars[order]], inputs: operands)[0].elements[0]
  }

  /// The central difference by one element.
  func slope(_ order: Int, _ operands: [Tensor], _ operand: Int, _ element: Int) -> Double {
    func moved(_ step: Double) -> Double {
      var operands = operands
      var elements = operands[operand].elements
      elements[element] += step
      operands[operand] = Tensor(operands[operand].shape, elements)
      return value(order, operands)
    }
    let step = 1e-5
    return (moved(step) - moved(-step)) / (2 * step)
  }
}

@Test(
  "every gradient agrees with central differences, and so does the gradient of the gradient",
  arguments: GradientCase.all)
func centralDifferences(_ example: GradientCase) throws {
  let derived = try Derived(example)
  let operands = example.operands(seed: 1)
  for order in 0..<2 {
    let gradients = derived.graph.evaluate(derived.gradients[order], inputs: operands)
    for (gradient, operand) in zip(gradients, example.derived) {
      #expect(gradient.shape == example.shapes[operand])
      for (element, value) in gradient.elements.enumerated() {
        let slope = derived.slope(order, operands, operand, element)
        #expect(
          (value - slope).magnitude <= 1e-7 * (1 + value.magnitude),
          "order \(order + 1) by operand \(operand), element \(element): \(value), \(slope)")
      }
    }
  }
}

@Test("a gradient that does not depend on a node is zeros of its shape")
func independent() throws {
  var graph = Graph(inputShape: [2])
  let other = graph.parameter(Tensor([1, 2, 3]))
  let sum = graph.appending(.sum(.all), [graph.input])
  let step = graph.appending(.sum(.all), [graph.appending(Activation.step.operation, [graph.input])])
  let gradient = try graph.gradient(of: sum, by: [other, graph.input])
  let steps = try graph.gradient(of: step, by: [graph.input])
  let values = graph.evaluate(gradient + steps, inputs: [Tensor([5, 6])])
  #expect(values == [Tensor([0, 0, 0]), Tensor([1, 1]), Tensor([0, 0])])
}

@Test("a kink has the derivative that the catalogue publishes", arguments: Activation.all)
func kinks(_ activation: Activation) throws {
  var graph = Graph(inputShape: [7])
  let sum = graph.appending(.sum(.all), [graph.appending(activation.operation, [graph.input])])
  let gradient = try graph.gradient(of: sum, by: [graph.input])
  let points: [Double] = [-6, -3, -1, 0, 1, 3, 6]
  let values = graph.evaluate(gradient, inputs: [Tensor(points)])[0].elements
  for (point, value) in zip(points, values) {
    #expect((value - activation.derivative(point)).magnitude <= 1e-15, "at \(point)")
  }
}

@Test("equal elements share the derivative; the side of a constant has all of it or none")
func equalElements() throws {
  var graph = Graph(inputShape: [2, 3])
  let other = graph.addInput([2, 3])
  let x = graph.input
  func gradient(_ node: Graph.Node) throws -> [Graph.Node] {
    let sum = graph.appending(.sum(.all), [node])
    return try graph.gradient(of: sum, by: [x, other])
  }
  let nodes =
    try gradient(graph.appending(.max(.all), [x])) + gradient(graph.appending(.max(.rows), [x]))
    + gradient(graph.appending(.min(.columns), [x])) + gradient(graph.appending(.maximum, [x, other]))
    + gradient(graph.appending(.minimum, [other, x]))
    + gradient(graph.appending(.maximum, [x, graph.constant(Tensor(2))]))
    + gradient(graph.appending(.maximum, [graph.constant(Tensor(2)), x]))
    + gradient(graph.appending(.minimum, [graph.constant(Tensor(2)), x]))
  let equal = Tensor([2, 3], [1, 2, 2, 2, 1, 2])
  let values = graph.evaluate(nodes, inputs: [equal, equal]).map(\.elements)
  let (halves, zeros) = ([Double](repeating: 0.5, count: 6), [Double](repeating: 0, count: 6))
  #expect(values[0] == [0, 0.25, 0.25, 0.25, 0, 0.25])
  #expect(values[2] == [0, 0.5, 0.5, 0.5, 0, 0.5])
  #expect(values[4] == [1, 0, 0.5, 0, 1, 0.5])
  #expect(values[6] == halves && values[7] == halves)
  #expect(values[8] == halves && values[9] == halves)
  #expect(values[10] == zeros && values[12] == zeros)
  #expect(values[14] == [1, 0, 0, 0, 1, 0])
}

@Test("a dense layer's gradient is written as transposed products and a sum along columns")
func denseLayer() throws {
  var graph = Graph(inputShape: [4, 3])
  let (W, b) = (graph.parameter(Tensor(repeating: 0.5, [3, 2])), graph.parameter(Tensor([0.1, 0.2])))
  let z = graph.appending(.add, [graph.appending(.matrixProduct, [graph.input, W]), b])
  let dz = graph.constant(Tensor([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]))
  let sum = graph.appending(.sum(.all), [graph.appending(.multiply, [z, dz])])
  let gradient = try graph.gradient(of: sum, by: [graph.input, W, b])
  let x = Tensor([4, 3], (0..<12).map { Double($0) / 7 })
  let values = graph.evaluate(gradient, inputs: [x])
  func apply(_ operation: Operation, _ operands: Tensor...) throws -> Tensor {
    try operation.apply(operands).get()
  }
  let g = try #require(graph.constant(at: dz))
  #expect(
    try values == [
      apply(.matrixProduct, g, apply(.transpose, Tensor(repeating: 0.5, [3, 2]))),
      apply(.matrixProduct, apply(.transpose, x), g), apply(.sum(.columns), g),
    ])
}

@Test("an operation without a rule says so, and the net stays as it was")
func noRule() throws {
  var graph = Graph(inputShape: [2])
  let half = graph.appending(.map(ElementFunction("half", NNB_COPY, cost: 1)), [graph.input])
  let sum = graph.appending(.sum(.all), [half])
  let count = graph.count
  #expect {
    try graph.gradient(of: sum, by: [graph.input])
  } throws: {
    ($0 as? DerivativeProblem)?.operation == "half"
  }
  #expect(graph.count == count)
}

/// Short ways to write micrograd's examples, of numbers.
private struct Numbers {
  var graph = Graph(inputShape: [])
  mutating func number(_ value: Double) -> Graph.Node { graph.constant(Tensor(value)) }
  mutating func add(_ a: Graph.Node, _ b: Graph.Node) -> Graph.Node { graph.appending(.add, [a, b]) }
  mutating func times(_ a: Graph.Node, _ b: Graph.Node) -> Graph.Node { graph.appending(.multiply, [a, b]) }
  mutating func power(_ a: Graph.Node, _ n: Double) -> Graph.Node { graph.appending(.power, [a, number(n)]) }
  mutating func relu(_ a: Graph.Node) -> Graph.Node { graph.appending(Activation.relu.operation, [a]) }
}

@Test("micrograd's README example")
func microgradReadme() throws {
  var n = Numbers()
  let (a, b) = (n.graph.input, n.graph.addInput([]))
  var c = n.add(a, b)
  var d = n.add(n.times(a, b), n.power(b, 3))
  c = n.add(c, n.add(c, n.number(1)))
  c = n.add(c, n.add(n.add(n.number(1), c), n.times(n.number(-1), a)))
  d = n.add(d, n.add(n.times(d, n.number(2)), n.relu(n.add(b, a))))
  d = n.add(d, n.add(n.times(n.number(3), d), n.relu(n.graph.appending(.subtract, [b, a]))))
  let f = n.power(n.graph.appending(.subtract, [c, d]), 2)
  let half = n.graph.appending(.divide, [f, n.number(2)])
  let g = n.add(half, n.graph.appending(.divide, [n.number(10), f]))
  let slopes = try n.graph.gradient(of: g, by: [a, b])
  let values = n.graph.evaluate([g] + slopes, inputs: [Tensor(-4), Tensor(2)]).map { $0.elements[0] }
  for (value, published) in zip(values, [24.7041, 138.8338, 645.5773]) {
    #expect((value - published).magnitude < 5e-5)
  }
}

@Test("micrograd's test")
func microgradTest() throws {
  var n = Numbers()
  let x = n.graph.input
  let z = n.add(n.add(n.times(n.number(2), x), n.number(2)), x)
  let q = n.add(n.relu(z), n.times(z, x))
  let y = n.add(n.add(n.relu(n.times(z, z)), q), n.times(q, x))
  let slope = try n.graph.gradient(of: y, by: [x])
  #expect(n.graph.evaluate([y] + slope, inputs: [Tensor(-4)]) == [Tensor(-20), Tensor(46)])
}
