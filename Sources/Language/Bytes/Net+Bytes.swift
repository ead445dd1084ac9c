import Bytes
import NeuralNetworks
import Tensors

extension Net.Firing: ByteCoded {}

extension Net.Origin: ByteCoded {
  /// Writes how the net was made.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .formula(let statement): bytes.write(case: 0, FunctionText(statement))
    case .chain: bytes.write(case: 1)
    case .perceptron(let firing, let activation): bytes.write(case: 2, firing, activation)
    case .library(let text): bytes.write(case: 3, text)
    case .part(let whole, let name): bytes.write(case: 4, whole, name)
    case .derivative(let name): bytes.write(case: 5, name)
    }
  }

  /// Reads how a net was made.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0:
      let text: FunctionText = try bytes.read()
      guard let statement = text.statement else { throw .invalid("the formula of a net") }
      self = .formula(statement)
    case 1: self = .chain
    case 2: self = .perceptron(try bytes.read(), activation: try bytes.read())
    case 3: self = .library(try bytes.read())
    case 4: self = .part(of: try bytes.read(), name: try bytes.read())
    case 5: self = .derivative(name: try bytes.read())
    case _: throw .invalid("the origin of a net")
    }
  }
}

extension Net.Part: ByteCoded {
  /// Writes value, parameters and name.
  public func write(to bytes: inout ByteWriter) { bytes.write(node, parameters, layer) }

  /// Reads a part.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self.init(node: try bytes.read(), parameters: try bytes.read(), layer: try bytes.read())
  }
}

extension DecisionRule: ByteCoded {
  /// Writes the labels, the border and the names.
  public func write(to bytes: inout ByteWriter) { bytes.write(lowLabel, border, classNames) }

  /// Reads a rule.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    (lowLabel, border, classNames) = (try bytes.read(), try bytes.read(), try bytes.read())
  }
}

extension Net: ByteCoded {
  /// Writes the operations, and what is known of them.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(name, graph, output, parts, parameters, origin, learnedRule)
  }

  /// Reads a net of one input, all of whose names stand for nodes of it.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (name, graph, output): (String?, Graph, Graph.Node)
    (name, graph, output) = (try bytes.read(), try bytes.read(), try bytes.read())
    let (parts, parameters): ([String: Part], [String: Graph.Node])
    (parts, parameters) = (try bytes.read(), try bytes.read())
    let named = parts.values.flatMap { [$0.node] + $0.parameters.values } + parameters.values
    guard graph.inputs.count == 1, 1...Shape.maximalRank ~= graph.shape(of: graph.input).rank,
      graph.has(output), named.allSatisfy(graph.has)
    else { throw .invalid("a net") }
    self.init(
      name: name, graph: graph, output: output, parts: parts, parameters: parameters,
      origin: try bytes.read(), learnedRule: try bytes.read())
  }
}
