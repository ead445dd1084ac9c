import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// The net of `net name(x[n]) { … }`: its body is evaluated once, with an unknown input.
  mutating func netValue(
    _ statement: Statement, _ name: Identifier, _ input: Identifier, _ sizes: [Expression],
    _ body: [Statement]
  ) throws(Stop) -> Value {
    var known: [Int] = []
    for size in sizes {
      guard let number = try number(size, "the number of inputs") else { continue }
      guard number == number.rounded(), number >= 1, number <= 1_000_000 else {
        throw .error(
          .shapeMismatch, "a net has a whole number of inputs from 1, this is \(number.text())",
          at: size.range)
      }
      known.append(Int(number))
    }
    guard known.count == sizes.count else { return .unknown }
    guard 1..<Shape.maximalRank ~= known.count, Shape(known).count <= 1_000_000 else {
      throw .error(
        .shapeMismatch,
        "a net takes a vector, a matrix or a picture of at most 1,000,000 numbers", at: input.range,
        hint: "such as `\(input.text)[2]` or `\(input.text)[28, 28, 1]`")
    }
    var inner = scope
    let traced = try trace(inputShape: Shape(known)) { (evaluator, symbol) throws(Stop) in
      evaluator.scope[input.text] = Scope.Entry(symbol, definition: input.range)
      let value = try evaluator.evaluateBody(body)
      inner = evaluator.scope
      return value
    }
    var graph = traced.graph
    guard let output = try outputNode(traced.value, in: &graph, of: name) else { return .unknown }
    noteUnusedParameters(body, inner, graph, output)
    return .net(
      Net(
        name: name.text, graph: graph, output: output, parts: innerNames(inner, body),
        parameters: parameters(inner, body), origin: .formula(statement)))
  }

  /// The node of a traced result; nil where it is not known.
  private mutating func outputNode(
    _ value: Value, in graph: inout Graph, of name: Identifier
  ) throws(Stop) -> Graph.Node? {
    switch value {
    case .tensor(.symbol(let symbol)): return symbol.node
    case .tensor(.known(let tensor)):
      remark(
        Diagnostic(
          .inputUnused, "the result of `\(name.text)` does not depend on its input", at: name.range,
          hint: .init("use the input in the last line of the body")))
      return graph.constant(tensor)
    case .unknown: return nil
    case .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .typeMismatch, "a net gives numbers, `\(name.text)` gives \(value.kindText)", at: name.range,
        hint: "end the body with the net's output")
    }
  }

  /// What the statements of the body bound, as nodes of the net.
  private func innerNames(_ scope: Scope, _ body: [Statement]) -> [String: Net.Part] {
    var parts: [String: Net.Part] = [:]
    for statement in body {
      guard case .binding(let name, _) = statement.kind, let symbol = scope[name.text]?.value.symbol
      else { continue }
      parts[name.text] = symbol.node.map { Net.Part(node: $0) }
    }
    return parts
  }

  private mutating func noteUnusedParameters(
    _ body: [Statement], _ scope: Scope, _ graph: Graph, _ output: Graph.Node
  ) {
    let used = Set(graph.parameters(of: output))
    for statement in body {
      guard case .param(let name, _, _, _) = statement.kind,
        let symbol = scope[name.text]?.value.symbol,
        let node = symbol.node, !used.contains(node)
      else { continue }
      remark(
        Diagnostic(
          .unusedParam, "the result does not depend on `\(name.text)`", at: name.range,
          hint: .init("use it in the formula, or remove it")))
    }
  }

  /// The parameters that the body declares, by name.
  private func parameters(_ scope: Scope, _ body: [Statement]) -> [String: Graph.Node] {
    var parameters: [String: Graph.Node] = [:]
    for statement in body {
      guard case .param(let name, _, _, _) = statement.kind,
        let symbol = scope[name.text]?.value.symbol
      else { continue }
      parameters[name.text] = symbol.node
    }
    return parameters
  }

  /// Carries out `param W[n, k] ~ xavier` or `param c[k] = 0` in the body of the net being traced.
  mutating func declareParameter(
    _ name: Identifier, _ sizes: [Expression], _ sign: Statement.ParamSign, _ expression: Expression
  ) throws(Stop) {
    var known: [Int] = []
    for size in sizes {
      guard let number = try number(size, "a size") else { return define(name, as: .unknown) }
      guard number == number.rounded(), number >= 1, number <= 1e8 else {
        throw .error(
          .shapeMismatch, "a size is a whole number from 1, this is \(number.text())", at: size.range)
      }
      known.append(Int(number))
    }
    guard known.count <= Shape.maximalRank else {
      throw .error(.shapeMismatch, "a tensor has at most \(Shape.maximalRank) axes", at: name.range)
    }
    let shape = Shape(known)
    try gauge.allocate(elements: shape.count, at: name.range)
    try gauge.charge(shape.count.saturatingProduct(Operation.functionCost), at: name.range)
    let value: Tensor?
    switch sign {
    case .drawn: value = try initializer(expression).map { drawn($0, shape) }
    case .given: value = try given(expression, shape, isSized: !sizes.isEmpty)
    }
    try recorder.enlarge(by: 1, from: &gauge, at: name.range)
    guard let value, let node = recorder.parameter(value) else { return define(name, as: .unknown) }
    define(name, as: .symbol(Symbol(shape: value.shape, node: node)))
  }

  /// The value behind `=`: of the parameter's shape, or a number for all of it.
  private mutating func given(
    _ expression: Expression, _ shape: Shape, isSized: Bool
  ) throws(Stop) -> Tensor? {
    let value = try evaluate(expression)
    if value.isUnknown { return nil }
    guard let tensor = value.tensor else {
      throw .error(
        .typeMismatch, "a parameter starts as known numbers, this is \(value.kindText)", at: expression.range)
    }
    if !isSized || tensor.shape == shape { return tensor }
    guard let number = tensor.scalar else {
      throw .error(
        .shapeMismatch, "the parameter has the shape \(shape), its value \(tensor.shape)",
        at: expression.range,
        hint: "give one number for all, or a tensor of the shape \(shape)")
    }
    return Tensor(repeating: number, shape)
  }
}
