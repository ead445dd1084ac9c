import NeuralNetworks
import Tensors
import Testing

/// Short ways to write a net.
private struct Terms {
  var graph: Graph

  mutating func number(_ value: Double) -> Graph.Node { graph.constant(Tensor(value)) }
  mutating func apply(_ operation: Operation, _ operands: Graph.Node...) -> Graph.Node {
    graph.appending(operation, operands)
  }
  mutating func map(_ name: String, _ z: Graph.Node) -> Graph.Node {
    let operation = Activation.named(name)?.operation ?? MathematicalFunction.named(name)?.operation
    return operation.map { graph.appending($0, [z]) } ?? z
  }
  mutating func vector(_ nodes: Graph.Node...) -> Graph.Node { graph.appending(.stack(nodes.count), nodes) }
}

/// A composite net with what its derivative is.
private struct Composite: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let build: @Sendable (inout Terms, Graph.Node) -> Graph.Node
  let derivative: @Sendable (Double) -> Double

  init(
    _ name: String, _ build: @escaping @Sendable (inout Terms, Graph.Node) -> Graph.Node,
    derivative: @escaping @Sendable (Double) -> Double
  ) {
    testDescription = name
    self.build = build
    self.derivative = derivative
  }

  func net(derivatives: Int) throws -> NetOfOne {
    try NetOfOne(derivatives: derivatives) { graph, x in
      var terms = Terms(graph: graph)
      let node = build(&terms, x)
      graph = terms.graph
      return node
    }
  }
}

private let composites: [Composite] = [
  Composite(
    "2x³ − x²/4 + 5",
    { t, x in
      let cube = t.apply(.multiply, t.number(2), t.apply(.power, x, t.number(3)))
      let square = t.apply(.divide, t.apply(.multiply, x, x), t.number(4))
      return t.apply(.add, t.apply(.subtract, cube, square), t.number(5))
    }, derivative: { 6 * $0 * $0 - 0.5 * $0 }),
  Composite(
    "sin(exp(x))", { t, x in t.map("sin", t.map("exp", x)) },
    derivative: { Mathematics.exp($0) * Mathematics.cos(Mathematics.exp($0)) }),
  Composite(
    "x^x", { t, x in t.apply(.power, x, x) },
    derivative: { Mathematics.pow($0, $0) * (Mathematics.log($0) + 1) }),
  Composite(
    "2^x", { t, x in t.apply(.power, t.number(2), x) },
    derivative: { Mathematics.pow(2, $0) * Mathematics.log(2) }),
  Composite(
    "if x > 1 then x² else sin x",
    { t, x in
      t.apply(.select, t.apply(.greater, x, t.number(1)), t.apply(.multiply, x, x), t.map("sin", x))
    }, derivative: { $0 > 1 ? 2 * $0 : Mathematics.cos($0) }),
  Composite(
    "max(x², x)", { t, x in t.apply(.maximum, t.apply(.multiply, x, x), x) },
    derivative: { $0 > 1 ? 2 * $0 : 1 }),
  Composite(
    "min(x², 2)", { t, x in t.apply(.minimum, t.apply(.multiply, x, x), t.number(2)) },
    derivative: { $0 * $0 <= 2 ? 2 * $0 : 0 }),
  Composite(
    "x/(1 + x²)",
    { t, x in t.apply(.divide, x, t.apply(.add, t.number(1), t.apply(.multiply, x, x))) },
    derivative: { x in (1 - x * x) / ((1 + x * x) * (1 + x * x)) }),
  Composite(
    "mean of [x, x², 1] without its last",
    { t, x in
      let powers = t.vector(x, t.apply(.multiply, x, x), t.number(1))
      return t.apply(.mean(.all), t.apply(.index([.range(1, 2)]), powers))
    }, derivative: { 0.5 + $0 }),
  Composite(
    "[x, x²] @ [1, 2; 3, 4] @ [x, 1]",
    { t, x in
      let square = t.apply(.multiply, x, x)
      let matrix = t.graph.constant(Tensor([2, 2], [1, 2, 3, 4]))
      let row = t.apply(.matrixProduct, t.vector(x, square), matrix)
      return t.apply(.matrixProduct, row, t.vector(x, t.number(1)))
    }, derivative: { 2 * $0 + 9 * $0 * $0 + 2 + 8 * $0 }),
  Composite(
    "sum along the columns of rows that meet a vector",
    { t, x in
      let matrix = t.apply(.multiply, x, t.graph.constant(Tensor([2, 2], [1, 2, 3, 4])))
      let product = t.apply(.multiply, matrix, t.vector(x, t.number(1)))
      let most = t.apply(.maximum, product, t.vector(t.number(-1), t.number(-1)))
      return t.apply(.sum(.all), t.apply(.sum(.columns), most))
    }, derivative: { 8 * $0 + 6 }),
  Composite(
    "the first share of softmax([x, 0])",
    { t, x in t.apply(.index([.at(1)]), t.apply(.softmax, t.vector(x, t.number(0)))) },
    derivative: { Mathematics.sigmoid($0) * Mathematics.sigmoid(-$0) }),
]

@Test("composite nets have the derivative of calculus", arguments: composites)
private func compositeNets(_ composite: Composite) throws {
  let net = try composite.net(derivatives: 2)
  for x in [0.3, 0.7, 1.3, 1.9] {
    let expected = composite.derivative(x)
    #expect((net.value(1, x) - expected).magnitude < 1e-13 * (1 + expected.magnitude), "at \(x)")
    let slope = net.slope(1, x)
    #expect((net.value(2, x) - slope).magnitude < 1e-7 * (1 + slope.magnitude), "second at \(x)")
  }
}

@Test("whole powers have every derivative at 0", arguments: [0, 1, 2, 3] as [Double])
func powersAtZero(_ exponent: Double) throws {
  let net = try NetOfOne(derivatives: 4) { graph, x in
    graph.appending(.power, [x, graph.constant(Tensor(exponent))])
  }
  for order in 1...4 {
    let factorial = exponent == 3 ? 6.0 : max(exponent, 1)
    #expect(
      net.value(order, 0) == (Double(order) == exponent ? factorial : 0), "x^\(exponent), order \(order)")
  }
}

@Test("the side that is not taken has no influence, be its slope infinite")
func untakenSides() throws {
  let net = try NetOfOne(derivatives: 1) { graph, x in
    var terms = Terms(graph: graph)
    let node = terms.apply(.maximum, terms.number(0), terms.map("log", x))
    graph = terms.graph
    return node
  }
  #expect(net.value(1, 0) == 0)
  #expect(net.value(1, 2) == 0.5)
  let leaky = try NetOfOne(derivatives: 1) { $0.appending(Activation.relu.operation, [$1]) }
  #expect(leaky.value(1, .infinity) == 1)
}

@Test("a constant and a comparison have the derivative 0, of their own shape")
func zeros() throws {
  var graph = Graph(inputShape: [1])
  let constant = graph.constant(Tensor([1, 2]))
  let comparison = graph.appending(.less, [graph.input, graph.constant(Tensor([1]))])
  let slopes = try [constant, comparison, graph.input].map { try graph.derivative(of: $0) }
  #expect(slopes.map { graph.constant(at: $0) } == [Tensor([0, 0]), Tensor([0]), Tensor([1])])
}

@Test("what has no derivative says so, and the net stays as it was")
func noDerivative() throws {
  var graph = Graph(inputShape: [1])
  let node = graph.appending(.max(.all), [graph.appending(Activation.tanh.operation, [graph.input])])
  let count = graph.count
  #expect {
    try graph.derivative(of: node)
  } throws: {
    ($0 as? DerivativeProblem)?.operation == "max"
  }
  #expect(graph.count == count)
}

@Test("a net in a net is derived by the chain rule")
func nested() throws {
  let inner = try NetOfOne(derivatives: 1) { $0.appending(Activation.sigmoid.operation, [$1]) }
  let net = try NetOfOne(derivatives: 2) { graph, x in
    let once = graph.inline(inner.graph, output: inner.nodes[1], input: x)
    return graph.inline(inner.graph, output: inner.nodes[0], input: once)
  }
  let third = try NetOfOne(derivatives: 2) { $0.appending(Activation.sigmoid.operation, [$1]) }
  for x in [-2, 0.1, 1.4] {
    let s = inner.value(1, x)
    let expected = Mathematics.sigmoid(s) * Mathematics.sigmoid(-s) * third.value(2, x)
    #expect((net.value(1, x) - expected).magnitude < 1e-15)
    #expect((net.value(2, x) - net.slope(1, x)).magnitude < 1e-9)
  }
}

@Test("random nets agree with central differences", arguments: 0..<60)
func randomNets(seed: Int) throws {
  let stream = RandomStream(seed: seed, path: "tree", draw: 0)
  var place = 0
  func next(_ count: Int) -> Int {
    place += 1
    return Int(stream.bits(place) % UInt64(count))
  }
  func tree(_ terms: inout Terms, _ x: Graph.Node, _ depth: Int) -> Graph.Node {
    if depth == 0 { return next(3) == 0 ? terms.number(Double(next(9)) / 4 - 1) : x }
    let names = ["sin", "cos", "tanh", "sigmoid", "softplus", "gelu", "mish", "silu", "atan", "erf", "elu"]
    let left = tree(&terms, x, depth - 1)
    switch next(8) {
    case 0: return terms.apply(.add, left, tree(&terms, x, depth - 1))
    case 1: return terms.apply(.multiply, left, tree(&terms, x, depth - 1))
    case 2:
      let square = terms.apply(.multiply, left, left)
      return terms.apply(.divide, tree(&terms, x, depth - 1), terms.apply(.add, terms.number(1), square))
    case 3: return terms.apply(.maximum, left, tree(&terms, x, depth - 1))
    case 4: return terms.apply(.power, terms.map("exp", terms.map("sin", left)), tree(&terms, x, depth - 1))
    case _: return terms.map(names[next(names.count)], left)
    }
  }
  let net = try NetOfOne(derivatives: 2) { graph, x in
    var terms = Terms(graph: graph)
    let node = tree(&terms, x, 4)
    graph = terms.graph
    return node
  }
  var checked = 0
  for x in [-1.71, -0.83, -0.29, 0.41, 0.97, 1.53] {
    for order in 0..<2 {
      let (wide, narrow) = (net.slope(order, x, 2e-5), net.slope(order, x, 1e-5))
      // Near a kink, or where the net grows too fast, differences do not settle.
      guard (wide - narrow).magnitude < 1e-8 * (1 + narrow.magnitude) else { continue }
      checked += 1
      let value = net.value(order + 1, x)
      #expect((value - narrow).magnitude < 1e-6 * (1 + value.magnitude), "order \(order + 1) at \(x)")
    }
  }
  #expect(checked > 3)
}
