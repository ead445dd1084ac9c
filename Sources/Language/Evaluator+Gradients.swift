import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// Applies what `build` adds to a graph: computed where all operands are known, recorded where a net is traced.
  ///
  /// It takes the arguments of the call with these names.
  public mutating func apply(
    _ build: (inout Graph, [Graph.Node]) -> Result<Graph.Node, ShapeProblem>, to names: [String],
    of call: Call
  ) throws(Stop) -> Value {
    let operands = names.compactMap { call.arguments[$0] }.map { Operand($0.value, $0.range) }
    let shapes = operands.compactMap(\.value.shape)
    guard shapes.count == operands.count else { return .unknown }
    var separate = Graph(inputShape: .scalar)
    let inputs = shapes.map { separate.addInput($0) }
    switch build(&separate, inputs) {
    case .failure(let problem): throw mismatch(.shapeMismatch, problem, operands, at: call.range)
    case .success(let output):
      try chargeEvaluation(of: [output], in: separate, rows: 1, at: call.range)
      let tensors = operands.compactMap(\.value.tensor)
      if tensors.count == operands.count {
        return .tensor(separate.evaluate([output], inputs: [Tensor(0)] + tensors, precision: precision)[0])
      }
      return .symbol(Symbol(shape: separate.shape(of: output), node: inlined(separate, output, operands)))
    }
  }

  /// Adds a graph to the net being traced, its inputs replaced by the operands; nil where one is not part of it.
  private mutating func inlined(
    _ part: Graph, _ output: Graph.Node, _ operands: [Operand]
  ) -> Graph.Node? {
    guard var graph else { return nil }
    var nodes = [graph.constant(Tensor(0))]
    for operand in operands {
      if let tensor = operand.value.tensor {
        nodes.append(graph.constant(tensor))
      } else if case .symbol(let symbol) = operand.value, let node = symbol.node {
        nodes.append(node)
      } else {
        return nil
      }
    }
    let result = graph.inline(part, output: output, inputs: nodes)
    self.graph = graph
    return result
  }

  // MARK: Gradients

  /// The gradient of a number that `function` makes of `values`, by the value at `place`.
  ///
  /// The function is traced with the shape of that value; the others are as they are, so that one may be a
  /// position. It may be called inside another trace, so that a gradient has a gradient.
  public mutating func gradient(
    of function: Value, by place: Int, at values: [Value], of call: Call
  ) throws(Stop) -> Value {
    let shapes = values.compactMap(\.shape)
    guard shapes.count == values.count else { return .unknown }
    if graph != nil { return try innerGradient(of: function, by: place, at: values, of: call) }
    let outer = scope
    defer { scope = outer }
    let traced = try trace(inputShape: shapes[place]) { (evaluator, input) throws(Stop) in
      var values = values
      values[place] = input
      return (try evaluator.apply(function, to: values, at: call.range), evaluator.scope)
    }
    guard try isNumber(traced.value, of: call) else { return .unknown }
    guard case .symbol(let symbol) = traced.value else {
      return .tensor(Tensor(repeating: 0, shapes[place]))
    }
    guard let output = symbol.node else { return .symbol(Symbol(shape: shapes[place])) }
    var graph = traced.graph
    let node = try gradient(of: output, by: graph.input, in: &graph, at: call.range)
    try chargeEvaluation(of: [node], in: graph, rows: 1, at: call.range)
    guard let tensor = values[place].tensor else { return .symbol(Symbol(shape: shapes[place])) }
    return .tensor(graph.evaluate([node], inputs: [tensor], precision: precision)[0])
  }

  /// The gradient inside a trace; it becomes part of the graph, which may hold what the function captured.
  private mutating func innerGradient(
    of function: Value, by place: Int, at values: [Value], of call: Call
  ) throws(Stop) -> Value {
    guard var outer = graph else { return .unknown }
    var values = values
    let source: Graph.Node
    switch values[place] {
    case .tensor(let tensor): source = outer.parameter(tensor)
    case .symbol(let symbol):
      guard let node = symbol.node else { return .symbol(symbol) }
      // A node of its own: what the function captured may be the same value, and does not vary with it.
      source = outer.appending(Activation.identity.operation, [node])
    case .text, .table, .net, .function, .builtin, .range, .list, .figure, .stage, .initializer, .record,
      .unknown:
      return .unknown
    }
    values[place] = .symbol(Symbol(shape: outer.shape(of: source), node: source))
    graph = outer
    let result = try apply(function, to: values, at: call.range)
    guard try isNumber(result, of: call), var traced = graph else { return .unknown }
    guard case .symbol(let symbol) = result, let output = symbol.node else {
      return .tensor(Tensor(repeating: 0, outer.shape(of: source)))
    }
    let node = try gradient(of: output, by: source, in: &traced, at: call.range)
    graph = traced
    return .symbol(Symbol(shape: traced.shape(of: node), node: node))
  }

  /// Whether it is known what the function gives, which must then be one number.
  private func isNumber(_ result: Value, of call: Call) throws(Stop) -> Bool {
    if result.isUnknown { return false }
    guard let shape = result.shape else {
      throw .error(
        .derivativeOfValue, "a gradient needs a number, the function gives \(result.kindText)",
        at: call.range)
    }
    guard shape.isScalar else {
      throw .error(
        .derivativeOfValue, "a gradient needs a number, the function gives \(shape)", at: call.range,
        hint: "make one number of it, such as its sum or mean")
    }
    return true
  }

  private func gradient(
    of output: Graph.Node, by source: Graph.Node, in graph: inout Graph, at range: SourceRange
  ) throws(Stop) -> Graph.Node {
    let gradient: Graph.Node
    do {
      gradient = try graph.gradient(of: output, by: [source])[0]
    } catch {
      throw .error(
        .derivativeOfValue, "there is no rule for the derivative of \(error.operation)", at: range,
        hint: "write the function with operations that have one")
    }
    guard graph.count <= Self.longestDerivative else { throw tooManyTerms(at: range) }
    return gradient
  }
}
