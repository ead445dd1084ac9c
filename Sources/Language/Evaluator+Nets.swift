import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// The net of `net name(x[n]) { … }`: its body is evaluated once, with an input nobody knows yet.
  mutating func netValue(
    _ statement: Statement, _ name: Identifier, _ input: Identifier, _ sizes: [Expression],
    _ body: [Statement]
  ) throws(Stop) -> Value {
    var known: [Int] = []
    for size in sizes {
      guard let number = try number(size, "the number of inputs") else { continue }
      guard number == number.rounded(), number >= 1, number <= 1_000_000 else {
        throw .error(
          .shapeMismatch, "a net has a whole number of inputs from 1, this is \(number.text())", at: size.range)
      }
      known.append(Int(number))
    }
    guard known.count == sizes.count else { return .unknown }
    guard known.count == 1 else {
      throw .error(
        .notAvailable, "a net of this version takes a vector, `\(input.text)[n]`", at: input.range)
    }
    let outer = scope
    let traced = try trace(inputShape: Shape(known)) { (evaluator, symbol) throws(Stop) in
      evaluator.scope[input.text] = Scope.Entry(symbol, definition: input.range)
      let value = try evaluator.evaluateBody(body)
      return (value, evaluator.scope)
    }
    scope = outer
    var graph = traced.graph
    guard let output = try outputNode(traced.value, in: &graph, of: name) else { return .unknown }
    return .net(
      Net(
        name: name.text, graph: graph, output: output, fields: innerNames(traced.scope, body),
        origin: .formula(statement)))
  }

  /// The node of a traced result; nil where it is not known.
  private mutating func outputNode(
    _ value: Value, in graph: inout Graph, of name: Identifier
  ) throws(Stop) -> Graph.Node? {
    switch value {
    case .symbol(let symbol): return symbol.node
    case .tensor(let tensor):
      remark(
        Diagnostic(
          .inputUnused, "the result of `\(name.text)` does not depend on its input", at: name.range,
          hint: .init("use the input in the last line of the body")))
      return graph.constant(tensor)
    case .unknown: return nil
    case .text, .table, .net, .function, .builtin, .range, .list, .figure, .display:
      throw .error(
        .typeMismatch, "a net gives numbers, `\(name.text)` gives \(value.kindText)", at: name.range,
        hint: "end the body with the net's output")
    }
  }

  /// What the statements of the body bound, as nodes of the net.
  private func innerNames(_ scope: Scope, _ body: [Statement]) -> [String: Graph.Node] {
    var fields: [String: Graph.Node] = [:]
    for part in body {
      guard case .binding(let name, _) = part.kind, case .symbol(let symbol)? = scope[name.text]?.value else {
        continue
      }
      fields[name.text] = symbol.node
    }
    return fields
  }

  /// Evaluates `body` with an input nobody knows, and records what is done to it.
  private mutating func trace(
    inputShape: Shape, _ body: (inout Evaluator, Value) throws(Stop) -> (Value, Scope)
  ) throws(Stop) -> (value: Value, scope: Scope, graph: Graph) {
    let outer = graph
    defer { graph = outer }
    let fresh = Graph(inputShape: inputShape)
    graph = fresh
    let input = Value.symbol(Symbol(shape: inputShape, node: fresh.input))
    let (value, scope) = try body(&self, input)
    return (value, scope, graph ?? fresh)
  }

  /// The net that a function of `count` numbers describes; a net is itself. Nil where nothing is known.
  public mutating func predictor(
    _ value: Value, inputCount count: Int, at range: SourceRange
  ) throws(Stop) -> Net? {
    switch value {
    case .net(let net):
      guard net.inputCount == count else {
        throw .error(
          .inputCount, "the net takes \(counted(net.inputCount, "input")), \(hereAre(count))", at: range)
      }
      return net
    case .function(let function):
      guard function.parameters.count == count else {
        throw .error(
          .inputCount,
          "`\(function.signature)` takes \(counted(function.parameters.count, "argument")), \(hereAre(count))",
          at: range)
      }
      return try formula(function.name, inputCount: count, origin: function.definition, at: range) {
        (evaluator, inputs) throws(Stop) in try evaluator.call(function, with: inputs, at: range)
      }
    case .builtin(let builtin):
      guard case .operation(let operation) = builtin.evaluation, count == builtin.parameters.count else { break }
      return try formula(builtin.name, inputCount: count, origin: nil, at: range) {
        (evaluator, inputs) throws(Stop) in
        try evaluator.apply(operation, inputs.map { Operand($0, range) }, at: range)
      }
    case .unknown: return nil
    case .tensor, .symbol, .text, .table, .range, .list, .figure, .display: break
    }
    throw .error(
      .typeMismatch, "here a net or a function of \(counted(count, "number")) is wanted, this is \(value.kindText)",
      at: range)
  }

  /// The net that `body` describes as a formula of `count` numbers.
  mutating func formula(
    _ name: String, inputCount count: Int, origin: Statement?, at range: SourceRange,
    _ body: (inout Evaluator, [Value]) throws(Stop) -> Value
  ) throws(Stop) -> Net? {
    let outer = scope
    let traced = try trace(inputShape: [count]) { (evaluator, input) throws(Stop) in
      var inputs: [Value] = []
      for position in 1...max(count, 1) {
        inputs.append(try evaluator.apply(.index([.at(position)]), [Operand(input, range)], at: range))
      }
      return (try body(&evaluator, inputs), evaluator.scope)
    }
    scope = outer
    var graph = traced.graph
    let origin = origin.map { Net.Origin.formula($0) } ?? .part(of: name, name: name)
    switch traced.value {
    case .symbol(let symbol):
      return symbol.node.map { Net(name: name, graph: graph, output: $0, origin: origin) }
    case .tensor(let tensor):
      // A formula that ignores its inputs is a formula all the same: `table TRUE(a -> y) = 1`.
      let output = graph.constant(tensor)
      return Net(name: name, graph: graph, output: output, origin: origin)
    case .text, .table, .net, .function, .builtin, .range, .list, .figure, .display:
      throw .error(
        .typeMismatch, "the formula gives \(traced.value.kindText), wanted is a number", at: range)
    case .unknown: return nil
    }
  }
}
