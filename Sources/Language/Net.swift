import NeuralNetworks
import Syntax
import Tensors

/// A network: what it computes for one example, and where it came from.
public struct Net: Sendable {
  /// How the net was made.
  public enum Origin: Sendable {
    /// By a formula, `net name(x[n]) { … }`.
    case formula(Statement)
    /// By `perceptron(…)`.
    case perceptron(Perceptron)
    /// As an inner value of another net, such as `hand.h`.
    case part(of: String, name: String)
  }

  /// The weights and the threshold of a single perceptron.
  public struct Perceptron: Sendable {
    /// One weight an input.
    public let weights: Tensor
    /// The threshold T; the bias is −T.
    public let threshold: Double
    /// Whether it fires at z ≥ 0 or only at z > 0.
    public let firing: Firing
    /// The name of the activation.
    public let activation: String

    /// Makes the parameters of a perceptron.
    public init(weights: Tensor, threshold: Double, firing: Firing, activation: String) {
      self.weights = weights
      self.threshold = threshold
      self.firing = firing
      self.activation = activation
    }
  }

  /// When a threshold unit fires.
  public enum Firing: String, Sendable, CaseIterable {
    /// z ≥ 0, as on the slide.
    case atZero = ">="
    /// z > 0.
    case aboveZero = ">"
  }

  /// The name it is bound to, where it is.
  public var name: String?
  /// The operations.
  public let graph: Graph
  /// The node that is the result.
  public let output: Graph.Node
  /// The inner names and their nodes.
  public let fields: [String: Graph.Node]
  /// How it was made.
  public let origin: Origin

  /// Makes a net.
  public init(
    name: String? = nil, graph: Graph, output: Graph.Node, fields: [String: Graph.Node] = [:],
    origin: Origin
  ) {
    self.name = name
    self.graph = graph
    self.output = output
    self.fields = fields
    self.origin = origin
  }

  /// The number of inputs.
  public var inputCount: Int { graph.shape(of: graph.input).count }

  /// The number of outputs; a result that is a number counts as one.
  public var outputCount: Int { graph.shape(of: output).count }

  /// The shape of the result for one example: a result `[1]` becomes a number.
  public var resultShape: Shape {
    let shape = graph.shape(of: output)
    return shape == [1] ? .scalar : shape
  }

  /// The fuel of one example.
  public var cost: Int { graph.cost(of: output) }

  /// Applies the net to every row.
  ///
  /// Shapes: `rows` [m, n]; result [m] or [m, k]. A row has the bits of the single call.
  /// - Precondition: n is ``inputCount``.
  public func evaluate(rows: Tensor) -> Tensor {
    let result = graph.evaluate(output, rows: rows)
    guard resultShape.rank == 0 else { return result }
    return Tensor([rows.shape.sizes[0]], result.elements)
  }

  /// Returns the net whose result is the inner value `field`, if there is one of this name.
  public func part(_ field: String) -> Net? {
    fields[field].map {
      Net(graph: graph, output: $0, origin: .part(of: name ?? "net", name: field))
    }
  }

  /// Whether every result is a decision 0 or 1 by construction, as far as the graph shows.
  public var isThreshold: Bool { graph.isDecision(output) }
}
