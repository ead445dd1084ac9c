import Diagnostics
import NeuralNetworks
import Tensors

/// Records what is done to the inputs of the net that is being traced, if one is.
///
/// The graph is changed in place: a copy for each operation would make a long net quadratic.
struct GraphRecorder {
  private(set) var graph: Graph?

  /// The most operations of a net; one that calls another net twice, and is called twice itself, soon has more.
  static let largestGraph = 40_000

  /// Whether a net is being traced.
  var isRecording: Bool { graph != nil }

  /// Begins another trace, and returns the one under way, which goes on with ``resume(_:)``.
  mutating func begin(_ fresh: Graph) -> Graph? {
    defer { graph = fresh }
    return graph
  }

  /// Goes on with this trace, or with none, instead of the one under way.
  mutating func resume(_ other: Graph?) { graph = other }

  /// Takes fuel for `count` more operations.
  func enlarge(by count: Int, from gauge: inout FuelGauge, at range: SourceRange) throws(Stop) {
    guard let size = graph?.count else { return }
    try Self.requireRoom(for: count, in: size, at: range)
    try gauge.charge(FuelGauge.operation.saturatingProduct(count), at: range)
  }

  /// Refuses a net of too many operations.
  static func requireRoom(for count: Int, in size: Int, at range: SourceRange) throws(Stop) {
    guard size.saturatingSum(count) > largestGraph else { return }
    throw .error(
      .fuelLimit, "this net has more than \(readable(largestGraph)) operations", at: range,
      hint: "call other nets fewer times in it, or train and use them one after the other")
  }

  /// The operands as nodes, known tensors as constants; nil where one is not part of the net.
  mutating func nodes(of operands: [Operand]) -> [Graph.Node]? {
    var nodes: [Graph.Node] = []
    for operand in operands {
      if let tensor = operand.value.tensor, let node = graph?.constant(tensor) {
        nodes.append(node)
      } else if let symbol = operand.value.symbol, let node = symbol.node {
        nodes.append(node)
      } else {
        return nil
      }
    }
    return nodes
  }

  /// Adds an operation; nil where nothing is traced, or where an operand is not part of the net.
  mutating func record(
    _ operation: Operation, _ operands: [Operand], from gauge: inout FuelGauge, at range: SourceRange
  ) throws(Stop) -> Graph.Node? {
    guard isRecording else { return nil }
    try enlarge(by: operands.count + 1, from: &gauge, at: range)
    guard let nodes = nodes(of: operands), case .success(let node)? = graph?.append(operation, nodes) else {
      return nil
    }
    return node
  }

  /// Adds a graph whose inputs are the operands; nil as of ``record(_:_:from:at:)``.
  mutating func record(
    _ part: Graph, _ output: Graph.Node, _ operands: [Operand], from gauge: inout FuelGauge,
    at range: SourceRange
  ) throws(Stop) -> Graph.Node? {
    guard isRecording else { return nil }
    try enlarge(by: operands.count + 1, from: &gauge, at: range)
    guard let nodes = nodes(of: operands) else { return nil }
    try enlarge(by: part.count, from: &gauge, at: range)
    return graph?.inline(part, output: output, inputs: nodes)
  }

  /// Adds a parameter; nil where nothing is traced.
  mutating func parameter(_ value: Tensor) -> Graph.Node? { graph?.parameter(value) }

  /// Adds a net applied to one example; one number comes as a number.
  mutating func example(_ net: Net, of input: Graph.Node) -> Graph.Node? {
    guard let result = graph?.inline(net.graph, output: net.output, input: input) else { return nil }
    guard graph?.shape(of: result) == [1] else { return result }
    return graph?.appending(.index([.at(1)]), [result])
  }

  /// Adds a net applied to rows, its result of this shape.
  mutating func rows(
    _ batch: Graph, _ output: Graph.Node, of input: Graph.Node, shape: Shape
  ) -> Graph.Node? {
    guard let result = graph?.inline(batch, output: output, input: input) else { return nil }
    guard graph?.shape(of: result) != shape else { return result }
    return graph?.appending(.reshape(to: shape), [result])
  }

  /// Adds the value at which a gradient is taken as a node of its own; nil where nothing is known of it.
  mutating func source(_ value: Value) -> (node: Graph.Node, shape: Shape)? {
    var node: Graph.Node?
    if let tensor = value.tensor {
      node = graph?.parameter(tensor)
    } else if let symbol = value.symbol, let captured = symbol.node {
      // What the function captured may be the same value, and does not vary with this one.
      node = graph?.appending(Activation.identity.operation, [captured])
    }
    guard let node, let shape = graph?.shape(of: node) else { return nil }
    return (node, shape)
  }
}
