import NeuralNetworks
import Tensors
import Testing

/// A net of one number, its values and its derivatives.
struct NetOfOne {
  var graph = Graph(inputShape: [])
  /// The net and its derivatives in turn.
  var nodes: [Graph.Node] = []

  init(derivatives: Int, _ build: (inout Graph, Graph.Node) -> Graph.Node) throws {
    nodes = [build(&graph, graph.input)]
    for _ in 0..<derivatives { nodes.append(try graph.derivative(of: nodes[nodes.count - 1])) }
  }

  /// The derivative of this order at x.
  func value(_ order: Int, _ x: Double) -> Double {
    graph.evaluate(nodes[order], example: Tensor(x)).elements[0]
  }

  /// The central difference of the derivative of this order at x.
  func slope(_ order: Int, _ x: Double, _ step: Double = 1e-5) -> Double {
    (value(order, x + step) - value(order, x - step)) / (2 * step)
  }
}

/// A function of each element, of activations and mathematics.
struct DerivedFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let operation: Operation
  var testDescription: String { name }

  static let all =
    Activation.all.map { DerivedFunction(name: $0.name, operation: $0.operation) }
    + MathematicalFunction.all.map { DerivedFunction(name: $0.name, operation: $0.operation) }

  func net(derivatives: Int) throws -> NetOfOne {
    try NetOfOne(derivatives: derivatives) { $0.appending(operation, [$1]) }
  }
}

/// Within 1e-11 relative or 1e-13 absolute.
private func isClose(_ result: Double, _ value: Double) -> Bool {
  (result - value).magnitude <= max(1e-11 * value.magnitude, 1e-13)
}

@Test("every function of each element has three derivatives", arguments: DerivedFunction.all)
func everyFunctionHasARule(_ function: DerivedFunction) throws {
  let net = try function.net(derivatives: 3)
  for order in 1...3 {
    let points: [Double] = [0.37, 0.81]
    for x in points {
      let (value, slope) = (net.value(order, x), net.slope(order - 1, x))
      #expect((value - slope).magnitude < 1e-7 * (1 + value.magnitude), "\(function.name) \(order) at \(x)")
    }
  }
}

@Test(
  "the derivative of an activation is the catalogue's, kinks and tails included",
  arguments: Activation.all.map(\.name))
func catalogueDerivatives(_ name: String) throws {
  let activation = try #require(Activation.named(name))
  let net = try NetOfOne(derivatives: 1) { $0.appending(activation.operation, [$1]) }
  let points: [Double] = [
    -6, -3, -1, -0.5, -0.0, 0, 0.5, 1, 3, 6, 750, -750, 1e300, -1e300, .infinity, -.infinity,
  ]
  for x in points { #expect(net.value(1, x) == activation.derivative(x), "\(name)'(\(x))") }
}

@Test(
  "at a kink the derivative is the published one",
  arguments: [
    ("relu", 0, 0), ("abs", 0, 0), ("leaky_relu", 0, 0.01), ("hard_tanh", 1, 0), ("hard_tanh", -1, 0),
    ("relu6", 0, 0), ("relu6", 6, 0), ("hard_sigmoid", 3, 0), ("hard_sigmoid", -3, 0), ("hard_swish", -3, 0),
    ("hard_swish", 3, 1), ("elu", 0, 1), ("selu", 0, 1.0507009873554805 * 1.6732632423543772),
    ("softsign", 0, 1), ("step", 0, 0), ("sign", 0, 0), ("floor", 2, 0), ("round", 0.5, 0),
  ])
func kinks(_ name: String, _ x: Double, _ slope: Double) throws {
  let function = try #require(DerivedFunction.all.first { $0.name == name })
  #expect(try function.net(derivatives: 1).value(1, x) == slope)
}

@Test("the rule below an activation is its derivative too", arguments: Activation.all.map(\.name))
func rulesAgree(_ name: String) throws {
  let function = try #require(DerivedFunction.all.first { $0.name == name })
  let net = try function.net(derivatives: 2)
  let kinks: [Double] = [-3, -1, 0, 1, 3, 6]
  for i in -130...130 where !kinks.contains(Double(i) / 13) {
    let x = Double(i) / 13
    #expect((net.value(2, x) - net.slope(1, x)).magnitude < 1e-8, "\(name)'' at \(x)")
  }
}

@Test("the second derivatives are mpmath's", arguments: DerivedFunction.all)
func curvatures(_ function: DerivedFunction) throws {
  let net = try function.net(derivatives: 2)
  let points = CurvatureVectors.all.split(separator: "\n").map { $0.split(separator: " ") }
    .filter { $0[0] == function.name }.map { ($0[1], $0[2]) }
  let isPlain = ["abs", "floor", "round"].contains(function.name)
  #expect(points.count > 10 || isPlain)
  for (argument, value) in points {
    let (x, expected) = (try #require(Double(argument)), try #require(Double(value)))
    #expect(
      isClose(net.value(2, x), expected), "\(function.name)''(\(x)) = \(net.value(2, x)), not \(expected)")
  }
}

@Test(
  "far out no derivative becomes NaN", arguments: Activation.all.map(\.name) + ["atan", "erf", "erfc", "abs"])
func tails(_ name: String) throws {
  let function = try #require(DerivedFunction.all.first { $0.name == name })
  let net = try function.net(derivatives: 3)
  for x in [-.infinity, -1e308, -1e300, -750, 750, 1e300, 1e308, .infinity] as [Double] {
    for order in 1...3 { #expect(net.value(order, x).isFinite, "\(name) \(order) at \(x)") }
    #expect(net.value(2, x).magnitude < 1e-5 && net.value(3, x).magnitude < 1e-8, "\(name) at \(x)")
  }
}

@Test("a function of each element is derived inside a vector")
func vectors() throws {
  for function in DerivedFunction.all {
    let single = try function.net(derivatives: 2)
    let factors = Tensor([0.25, 0.5, 0.75])
    let net = try NetOfOne(derivatives: 2) { graph, x in
      graph.appending(function.operation, [graph.appending(.multiply, [graph.constant(factors), x])])
    }
    for order in 1...2 {
      let values = net.graph.evaluate(net.nodes[order], example: Tensor(0.9)).elements
      let expected = factors.elements.map { factor in
        single.value(order, factor * 0.9) * (order == 1 ? factor : factor * factor)
      }
      #expect(zip(values, expected).allSatisfy(isClose), "\(function.name) \(order): \(values), \(expected)")
    }
  }
}
