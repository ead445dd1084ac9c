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
      let node = try recorder.record(
        separate, output, [Operand(.number(0), call.range)] + operands, from: &gauge, at: call.range)
      return .symbol(Symbol(shape: separate.shape(of: output), node: node))
    }
  }

  // MARK: Gradients

  /// The gradient of a number that `function` makes of `values`, by the value at `position`.
  ///
  /// The function is traced with the shape of that value; the others are as they are, so that one may be a
  /// position. It may be called inside another trace, so that a gradient has a gradient.
  public mutating func gradient(
    of function: Value, by position: Int, at values: [Value], of call: Call
  ) throws(Stop) -> Value {
    let shapes = values.compactMap(\.shape)
    guard shapes.count == values.count else { return .unknown }
    if recorder.isRecording { return try innerGradient(of: function, by: position, at: values, of: call) }
    let traced = try trace(inputShape: shapes[position]) { (evaluator, input) throws(Stop) in
      var values = values
      values[position] = input
      return try evaluator.apply(function, to: values, at: call.range)
    }
    guard try isNumber(traced.value, of: call) else { return .unknown }
    guard let symbol = traced.value.symbol else {
      return .tensor(Tensor(repeating: 0, shapes[position]))
    }
    guard let output = symbol.node else { return .symbol(Symbol(shape: shapes[position])) }
    var graph = traced.graph
    let node = try gradient(of: output, by: graph.input, in: &graph, at: call.range)
    try gauge.charge(FuelGauge.operation * graph.count, at: call.range)
    try chargeEvaluation(of: [node], in: graph, rows: 1, at: call.range)
    guard let tensor = values[position].tensor else { return .symbol(Symbol(shape: shapes[position])) }
    return .tensor(graph.evaluate([node], inputs: [tensor], precision: precision)[0])
  }

  /// The gradient inside a trace; it becomes part of the graph, which may hold what the function captured.
  private mutating func innerGradient(
    of function: Value, by position: Int, at values: [Value], of call: Call
  ) throws(Stop) -> Value {
    try recorder.enlarge(by: 2, from: &gauge, at: call.range)
    guard let (source, shape) = recorder.source(values[position]) else { return values[position] }
    var values = values
    values[position] = .symbol(Symbol(shape: shape, node: source))
    let result = try apply(function, to: values, at: call.range)
    guard try isNumber(result, of: call), var traced = recorder.graph else { return .unknown }
    guard let symbol = result.symbol, let output = symbol.node else {
      return .tensor(Tensor(repeating: 0, shape))
    }
    let node = try gradient(of: output, by: source, in: &traced, at: call.range)
    recorder.resume(traced)
    return .symbol(Symbol(shape: shape, node: node))
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

  private mutating func gradient(
    of output: Graph.Node, by source: Graph.Node, in graph: inout Graph, at range: SourceRange
  ) throws(Stop) -> Graph.Node {
    let gradient: Graph.Node
    // The gradient has a few operations for each one.
    try gauge.charge(4 * FuelGauge.operation * graph.count, at: range)
    let count = graph.positionsInGradient(of: output)
    try gauge.charge(count.saturatingProduct(10), at: range)
    try gauge.allocate(bytes: count.saturatingProduct(32), at: range)
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
