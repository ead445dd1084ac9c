import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// Evaluates `body` with an unknown input, and records the operations on it.
  mutating func trace(
    inputShape: Shape, _ body: (inout Evaluator, Value) throws(Stop) -> Value
  ) throws(Stop) -> (value: Value, graph: Graph) {
    try trace(Graph(inputShape: inputShape)) { (evaluator, inputs) throws(Stop) in
      try body(&evaluator, inputs[0])
    }
  }

  /// Evaluates `body` with the inputs of `fresh`, and records what is done to them.
  private mutating func trace(
    _ fresh: Graph, _ body: (inout Evaluator, [Value]) throws(Stop) -> Value
  ) throws(Stop) -> (value: Value, graph: Graph) {
    let outer = recorder.begin(fresh)
    defer { recorder.resume(outer) }
    let inputs = fresh.inputs.map { Value.symbol(Symbol(shape: fresh.shape(of: $0), node: $0)) }
    let value = try inBlock { (evaluator) throws(Stop) in try body(&evaluator, inputs) }
    return (value, recorder.graph ?? fresh)
  }

  /// The graph of what a function makes of tensors of these shapes, and its result; nil where it is not known.
  public mutating func trace(
    _ callee: Value, of shapes: [Shape], at range: SourceRange
  ) throws(Stop) -> (graph: Graph, output: Graph.Node)? {
    var fresh = Graph(inputShape: shapes.first ?? .scalar)
    for shape in shapes.dropFirst() { _ = fresh.addInput(shape) }
    var traced = try trace(fresh) { (evaluator, inputs) throws(Stop) in
      try evaluator.apply(callee, to: inputs, at: range)
    }
    switch traced.value {
    case .unknown: return nil
    case .tensor(.symbol(let symbol)): return symbol.node.map { (traced.graph, $0) }
    case .tensor(.known(let tensor)):
      let output = traced.graph.constant(tensor)
      return (traced.graph, output)
    case .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .typeMismatch, "the function gives \(traced.value.kindText), expected numbers", at: range)
    }
  }

  /// The net that a function of `count` numbers describes; a net is itself.
  ///
  /// Nil where nothing is known.
  public mutating func predictor(
    _ value: Value, inputCount count: Int, at range: SourceRange
  ) throws(Stop) -> Net? {
    switch value {
    case .callable(.net(let net)):
      guard net.inputCount == count else {
        throw .error(
          .inputCount, "the net takes \(counted(net.inputCount, "input")), \(hereAre(count))", at: range,
          hint: "use a net and a table of as many inputs")
      }
      return net
    case .callable(.function(let function)):
      guard function.parameters.count == count else {
        throw .error(
          .inputCount,
          "a function of \(counted(count, "number")) is needed, `\(function.signature)` takes \(counted(function.parameters.count, "argument"))",
          at: range)
      }
      return try formula(function.name, inputCount: count, origin: function.definition, at: range) {
        (evaluator, inputs) throws(Stop) in try evaluator.call(function, with: inputs, at: range)
      }
    case .callable(.builtin(let builtin)):
      return try formula(builtin.name, inputCount: count, origin: nil, at: range) {
        (evaluator, inputs) throws(Stop) in
        try evaluator.call(builtin, with: inputs, at: range)
      }
    case .unknown: return nil
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      break
    }
    throw .error(
      .typeMismatch,
      "expected a net or a function of \(counted(count, "number")), this is \(value.kindText)",
      at: range, hint: value.netHint(range.text))
  }

  /// The net that `body` describes as a formula of `count` numbers.
  mutating func formula(
    _ name: String, inputCount count: Int, origin: Statement?, at range: SourceRange,
    _ body: (inout Evaluator, [Value]) throws(Stop) -> Value
  ) throws(Stop) -> Net? {
    let traced = try trace(inputShape: [count]) { (evaluator, input) throws(Stop) in
      var inputs: [Value] = []
      for position in 1...max(count, 1) {
        inputs.append(try evaluator.apply(.index([.at(position)]), [Operand(input, range)], at: range))
      }
      return try body(&evaluator, inputs)
    }
    var graph = traced.graph
    let origin = origin.map { Net.Origin.formula($0) } ?? .library(name)
    switch traced.value {
    case .tensor(.symbol(let symbol)):
      return symbol.node.map { Net(name: name, graph: graph, output: $0, origin: origin) }
    case .tensor(.known(let tensor)):
      // A formula that ignores its inputs is a formula all the same: `table TRUE(a -> y) = 1`.
      let output = graph.constant(tensor)
      return Net(name: name, graph: graph, output: output, origin: origin)
    case .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .typeMismatch, "the formula gives \(traced.value.kindText), expected a number", at: range)
    case .unknown: return nil
    }
  }

  // MARK: Derivatives

  /// The value of `f'`: the derivative of a function of one number, which applies to each element.
  mutating func derivative(of base: Expression, at range: SourceRange) throws(Stop) -> Value {
    try derivative(of: try evaluate(base), named: base.canonicalText, at: range)
  }

  /// The most operations a derivative may have; each one more multiplies them.
  static let longestDerivative = 20_000

  func tooManyTerms(at range: SourceRange) -> Stop {
    .error(
      .fuelLimit, "this derivative has more than \(readable(Self.longestDerivative)) operations", at: range,
      hint: "derive fewer times, or write the formula as a function of its own")
  }

  /// What is meant by the `'` behind something that is no function.
  private func functionMeant(by value: Value, at range: SourceRange) -> Diagnostic.Hint {
    let written = range.text.hasSuffix("'") ? String(range.text.dropLast()) : ""
    if value.shape?.rank == 2 {
      return .init(
        "the transpose is `.T`; a derivative belongs to a function, such as sigmoid'",
        edit: written.isEmpty ? nil : .init(range, written + ".T"))
    }
    if let opening = written.firstIndex(of: "("), written.hasSuffix(")"), opening > written.startIndex,
      written.utf8.count <= 100
    {
      let call = "\(written[..<opening])'\(written[opening...])"
      return .init("the `'` stands behind the function: \(call)", edit: .init(range, call))
    }
    let isName = !written.isEmpty && written.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isName, value.shape?.rank == 0 else {
      return .init("a derivative belongs to a function, such as sigmoid'")
    }
    return .init("a derivative belongs to a function, such as sigmoid'; negation is `not \(written)`")
  }

  /// The derivative of a function of one number, called `name'`.
  public mutating func derivative(
    of value: Value, named name: String, at range: SourceRange
  ) throws(Stop) -> Value {
    switch value {
    case .unknown: return .unknown
    case .callable(.function), .callable(.builtin): break
    case .callable(.net(let net)) where net.inputCount == 1 && net.resultShape.rank == 0: break
    case .tensor:
      throw .error(
        Diagnostic(
          .derivativeOfValue, "\(value.kindText) has no derivative", at: range,
          hint: functionMeant(by: value, at: range)))
    case .callable, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        .derivativeOfValue, "\(value.kindText) has no derivative by one number", at: range,
        hint: "a derivative belongs to a function of one number, such as sigmoid'")
    }
    if let function = value.function, function.parameters.count > 1 {
      let written = range.text.hasSuffix("'") ? String(range.text.dropLast()) : function.name
      throw .error(
        .derivativeOfValue,
        "`'` is for a function of one number, `\(function.name)` takes \(function.parameters.count)",
        at: range,
        hint: "by its first argument the derivative is grad(\(written)), by the second grad(\(written), 2)",
        edit: .init(range, "grad(\(written))"))
    }
    guard let net = try predictor(value, inputCount: 1, at: range) else { return .unknown }
    guard net.resultShape.rank == 0 else {
      throw .error(
        .derivativeOfValue, "the function gives \(net.resultShape), a derivative needs one number", at: range)
    }
    var graph = net.graph
    guard graph.count <= Self.longestDerivative else { throw tooManyTerms(at: range) }
    try gauge.charge(4 * FuelGauge.operation * graph.count, at: range)
    do {
      let output = try graph.derivative(of: net.output)
      guard graph.count <= Self.longestDerivative else { throw tooManyTerms(at: range) }
      try gauge.charge(FuelGauge.node * graph.count + graph.cost(of: output), at: range)
      let name = (net.name ?? name) + "'"
      return .net(Net(name: name, graph: graph, output: output, origin: .derivative(name: name)))
    } catch let problem as DerivativeProblem {
      throw .error(
        .derivativeOfValue, "there is no rule for the derivative of \(problem.operation)", at: range,
        hint: "write the derivative as a function of its own")
    } catch let stop as Stop {
      throw stop
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
