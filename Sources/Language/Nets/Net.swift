import NeuralNetworks
import Syntax
import Tensors

/// A network: what it computes for one example, and where it came from.
public struct Net: Sendable {
  /// How the net was made.
  public enum Origin: Sendable {
    /// By a formula, `net name(x[n]) { … }`.
    case formula(Statement)
    /// By stages, `input(n) -> dense(…)`.
    case chain
    /// By `perceptron(…)`.
    case perceptron(Firing, activation: String)
    /// By a function of the library; the text says what it is.
    case library(String)
    /// As an inner value of another net, such as `hand.h`.
    case part(of: String, name: String)
    /// As the derivative of a function of one number; it applies to each element.
    case derivative(name: String)
  }

  /// When a threshold unit fires.
  public enum Firing: String, Sendable, CaseIterable {
    /// z ≥ 0, as on the slide.
    case atZero = ">="
    /// z > 0.
    case aboveZero = ">"
  }

  /// An inner value that can be read from outside, and the parameters that are its own.
  public struct Part: Sendable {
    /// The value.
    public var node: Graph.Node
    /// The parameters of this layer by name, `W` and `b`.
    public var parameters: [String: Graph.Node]
    /// What the layer is, such as `dense, tanh`; nothing for a name of a formula.
    public var layer: String?

    /// Makes a part.
    public init(node: Graph.Node, parameters: [String: Graph.Node] = [:], layer: String? = nil) {
      self.node = node
      self.parameters = parameters
      self.layer = layer
    }
  }

  /// The name it is bound to, where it is.
  public var name: String?
  /// The operations.
  public var graph: Graph
  /// The node that is the result.
  public let output: Graph.Node
  /// The inner values: names of a formula, numbers of a chain's layers.
  public let parts: [String: Part]
  /// The parameters that are fields of the whole net.
  public let parameters: [String: Graph.Node]
  /// How it was made.
  public let origin: Origin
  /// How large the net is.
  private let size: Graph.Size
  /// How its outputs are read, where a training taught it labels.
  public var learnedRule: DecisionRule?

  /// Makes a net.
  public init(
    name: String? = nil, graph: Graph, output: Graph.Node, parts: [String: Part] = [:],
    parameters: [String: Graph.Node] = [:], origin: Origin, learnedRule: DecisionRule? = nil
  ) {
    self.name = name
    self.graph = graph
    self.output = output
    self.parts = parts
    self.parameters = parameters
    self.origin = origin
    self.learnedRule = learnedRule
    size = graph.size(of: output)
  }

  /// Whether its parameters were given, so that none was drawn or trained.
  public var isGiven: Bool {
    switch origin {
    case .perceptron, .library: true
    case .formula, .chain, .part, .derivative: false
    }
  }

  /// The shape of one example.
  public var inputShape: Shape { graph.shape(of: graph.input) }

  /// The number of inputs.
  public var inputCount: Int { inputShape.count }

  /// The number of outputs; a result that is a number counts as one.
  public var outputCount: Int { graph.shape(of: output).count }

  /// The shape of the result for one example: a result `[1]` becomes a number.
  public var resultShape: Shape {
    let shape = graph.shape(of: output)
    return shape == [1] ? .scalar : shape
  }

  /// The elements of the input, or of the largest value that depends on it.
  public var widestLayer: Int { size.widest }

  /// The number of weights and biases.
  public var parameterCount: Int { size.parameters }

  /// The fuel of one example.
  public var cost: Int { size.cost }

  /// The fuel of this many rows: preparing each operation once, and the work of each row.
  public func cost(rows: Int) -> Int {
    cost.saturatingProduct(rows).saturatingSum(FuelGauge.operation.saturatingProduct(graph.count))
  }

  /// The bytes of its parameters and of its operations, for the memory budget.
  var logicalBytes: Int {
    parameterCount.saturatingProduct(8).saturatingSum(graph.count.saturatingProduct(Self.operationBytes))
  }

  /// About what one operation of a graph takes.
  static let operationBytes = 500

  /// Applies the net to every row; `Evaluator.evaluate` takes the fuel and the memory for it first.
  ///
  /// Shapes: `rows` [m, n], or [m] + ``inputShape``; result [m] or [m, k]. A row has the bits of the single call.
  /// - Precondition: n is ``inputCount``.
  func evaluate(rows: Tensor, precision: Precision) -> Tensor {
    let rows = rows.reshaped(inputShape.prefixed(by: rows.shape.sizes.first ?? 0))
    let result = graph.evaluate(output, rows: rows, precision: precision)
    guard resultShape.rank == 0 else { return result }
    return Tensor([rows.shape.sizes[0]], result.elements)
  }

  /// The elements of a state and of those that the net makes of it, one from the other.
  /// - Precondition: the result has the shape of the input.
  func states(from state: Tensor, steps: Int, precision: Precision) -> [Double] {
    // Prepared once: a step is then as fast as its operations are.
    let program = CompiledGraph(graph, results: [output], precision: precision)
    var states = state.elements
    states.reserveCapacity((steps + 1) * state.count)
    var last = state.elements
    for _ in 0..<steps {
      program.write(last, to: graph.input)
      program.run()
      last = program.read(output)
      states += last
    }
    return states
  }

  /// Returns the net from the same input to an inner value, if there is one of this name.
  public func part(_ name: String) -> Net? {
    parts[name].map {
      Net(
        graph: graph, output: $0.node, parameters: $0.parameters,
        origin: .part(of: self.name ?? "net", name: name),
        learnedRule: $0.node == output ? learnedRule : nil)
    }
  }

  /// Returns the value of a parameter.
  public func parameter(_ name: String) -> Tensor? { parameters[name].flatMap { graph.constant(at: $0) } }

  /// The layers of a chain in order, each with its number.
  public var layers: [(number: Int, part: Part)] {
    parts.compactMap { name, part in Int(name).map { ($0, part) } }.sorted { $0.0 < $1.0 }
      .map { (number: $0.0, part: $0.1) }
  }

  /// The parameters of the layers as an edit names them: `1.W`, `1.b`.
  var layerParameterNames: [String] {
    layers.flatMap { layer in layer.part.parameters.keys.sorted().map { "\(layer.number).\($0)" } }
  }

  /// Whether every result is a decision 0 or 1 by construction, as far as the graph shows.
  public var isThreshold: Bool { graph.isDecision(output) }
}
