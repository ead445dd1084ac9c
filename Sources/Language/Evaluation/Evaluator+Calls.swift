import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

extension Evaluator {
  /// Evaluates a call: of a function of the notebook, of the library, or of a net.
  mutating func call(
    _ base: Expression, _ arguments: [Syntax.Argument], at range: SourceRange
  ) throws(Stop) -> Value {
    let callee = try evaluate(base)
    noteUntrained(base, arguments)
    // What is called of a foreign library is told once: its arguments are written for that library.
    if callee.isUnknown, isForeign(base) { return .unknown }
    if let builtin = callee.builtin { return try call(builtin, arguments, name: base, at: range) }
    var operands: [Operand] = []
    for argument in arguments { operands.append(Operand(try evaluate(argument.value), argument.value.range)) }
    switch callee {
    case .unknown, .callable(.builtin): return .unknown
    case .callable(.function(let function)):
      try refuseNames(arguments, callee)
      guard operands.count == function.parameters.count else {
        throw .error(
          .argumentCount,
          "`\(function.name)` takes \(counted(function.parameters.count, "argument")), \(hereAre(operands.count))",
          at: range, secondary: [.init(function.definition.range, "defined here")],
          hint: range.withPoint.map { "a number has a point, not a comma: \($0)" }
            ?? "call it as \(function.signature)",
          edit: range.withPoint.map { .init(range, $0) })
      }
      return try call(function, with: operands.map(\.value), at: range)
    case .callable(.net(let net)):
      try refuseNames(arguments, callee)
      return try apply(net, operands, at: range)
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(
        Diagnostic(
          .notCallable, "\(callee.kindText) is no function", at: base.range,
          hint: notCallableHint(callee, base, arguments, at: range)))
    }
  }

  /// Whether a name of another language's module, or of its nets, stands here.
  private func isForeign(_ base: Expression) -> Bool {
    switch base.kind {
    case .name(let name):
      scope[name] == nil && (ForeignName.modules.contains(name) || ForeignName.named[name] != nil)
    case .field(let owner, _): isForeign(owner)
    case .number, .text, .truth, .hole, .list, .comprehension, .index, .call, .derivative, .with, .range,
      .chain, .broken, .binary, .prefix, .conditional, .near:
      false
    }
  }

  private func refuseNames(_ arguments: [Syntax.Argument], _ callee: Value) throws(Stop) {
    guard let name = arguments.lazy.compactMap(\.name).first else { return }
    throw .error(
      .unknownArgument, "\(callee.kindText) takes its arguments by position, not by name", at: name.range,
      hint: "leave out `\(name.text)=`")
  }

  /// Calls a function of the notebook; `range` is nil where the definition itself is checked.
  mutating func call(
    _ function: Function, with arguments: [Value], at range: SourceRange?
  ) throws(Stop) -> Value {
    // The check of a definition is no call: an error in it needs no trace.
    let frame = range.map { Diagnostic.Frame("in \(function.signature)", $0) }
    try remarks.enter(frame, at: range ?? function.definition.range)
    defer { remarks.leave() }
    var inner = Scope(function.captured)
    inner.open()
    for (name, value) in zip(function.parameters, arguments) {
      inner[name.text] = Scope.Entry(value, definition: name.range)
    }
    do {
      return try withScope(inner) { (evaluator) throws(Stop) in
        switch function.body {
        case .expression(let expression): try evaluator.evaluate(expression)
        case .body(let parts): try evaluator.evaluateBody(parts)
        }
      }
    } catch {
      throw frame.map { error.adding($0) } ?? error
    }
  }

  /// Calls a function of the library.
  private mutating func call(
    _ builtin: Builtin, _ arguments: [Syntax.Argument], name: Expression, at range: SourceRange
  ) throws(Stop) -> Value {
    // The parser refused a positional argument behind a named one: its parameter is unknown.
    if arguments.drop(while: { $0.name == nil }).contains(where: { $0.name == nil }) { return .unknown }
    var binder = ArgumentBinder(builtin: builtin, arguments, range: range, nameRange: name.range)
    for argument in arguments {
      let parameter = try binder.parameter(for: argument)
      let value: Value
      if case .initializer = parameter.kind {
        value = try initializer(argument.value).map { .initializer($0) } ?? .unknown
      } else {
        try refuseFormula(argument, for: parameter, of: builtin, arguments, at: range)
        try refuseBareText(argument, for: parameter, of: builtin)
        value = try evaluate(argument.value)
      }
      try binder.bind(argument, Operand(value, argument.value.range), to: parameter)
    }
    let call = try binder.finish(boundName: boundName)
    seekCloseCall(in: call, of: arguments)
    return try evaluate(call, name: name.range)
  }

  /// Calls a function, of the notebook or of the library, or a net.
  public mutating func apply(
    _ callee: Value, to arguments: [Value], at range: SourceRange
  ) throws(Stop) -> Value {
    switch callee {
    case .callable(.function(let function)):
      guard function.parameters.count == arguments.count else {
        throw .error(
          .argumentCount,
          "`\(function.signature)` takes \(counted(function.parameters.count, "argument")), here it gets \(arguments.count)",
          at: range,
          hint: arguments.count == 1 && function.parameters.count == 2
            ? "fix one of them in a function of its own: g(x) = \(function.name)(x, 1)" : nil)
      }
      return try call(function, with: arguments, at: range)
    case .callable(.builtin(let builtin)): return try call(builtin, with: arguments, at: range)
    case .callable(.net(let net)): return try apply(net, arguments.map { Operand($0, range) }, at: range)
    case .unknown: return .unknown
    case .tensor, .text, .table, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw .error(.notCallable, "\(callee.kindText) is no function", at: range)
    }
  }

  /// Calls a function of the library with values in the order of its parameters.
  public mutating func call(
    _ builtin: Builtin, with values: [Value], at range: SourceRange
  ) throws(Stop) -> Value {
    // No node of the tree stands for this call, and it takes as long as one.
    try gauge.charge(FuelGauge.node, at: range)
    var binder = ArgumentBinder(builtin: builtin, range: range, nameRange: range)
    for value in values { try binder.bind(Operand(value, range)) }
    return try evaluate(try binder.finish(boundName: boundName), name: range)
  }

  private mutating func evaluate(_ call: Call, name range: SourceRange) throws(Stop) -> Value {
    let builtin = call.builtin
    let call = try withListedTables(call)
    switch builtin.evaluation {
    case .operation(let operation):
      let ordered = builtin.parameters.compactMap { call.arguments[$0.name] }
      return try apply(operation, ordered.map { Operand($0.value, $0.range) }, at: range)
    case .known(let body):
      let value = try body(call, &self)
      // Where an argument is not known before the run, the run tells whether its body records the call.
      if !value.isTracedOrTensor, !call.hasUnknownArgument { try refuseTraced(call, at: range) }
      return value
    case .planned(let body):
      try refuseTraced(call, at: range)
      return try body(call, &self)
    }
  }

  /// What is no operation works on known numbers, so it cannot be part of a net.
  private func refuseTraced(_ call: Call, at range: SourceRange) throws(Stop) {
    guard recorder.isRecording else { return }
    let traced = (Array(call.arguments.values) + call.repeated).first { argument in
      argument.value.symbol?.node != nil
    }
    guard let traced else { return }
    throw .error(
      .notAvailable, "`\(call.builtin.name)` works on known numbers, this depends on the input",
      at: range,
      secondary: [.init(traced.range, "depends on the input")], hint: "compute it outside the net or function"
    )
  }

  /// Applies an operation to values; the caret stands at the call.
  public mutating func apply(_ operation: Operation, _ values: [Value], of call: Call) throws(Stop) -> Value {
    try apply(operation, values.map { Operand($0, call.range) }, at: call.range)
  }

  /// Applies an operation to arguments of a call, by their names.
  public mutating func apply(
    _ operation: Operation, to names: [String], of call: Call
  ) throws(Stop) -> Value {
    let operands = names.compactMap { call.arguments[$0] }.map { Operand($0.value, $0.range) }
    return try apply(operation, operands, at: call.range)
  }

  // MARK: Nets

  /// Applies a net to every row, [m, n] or [m] + its input's shape, once fuel and memory for it were taken.
  public mutating func evaluate(_ net: Net, rows: Tensor, at range: SourceRange) throws(Stop) -> Tensor {
    let count = rows.shape.sizes.first ?? 0
    try charge(operations: net.graph.count, at: range)
    let before = gauge.liveBytes
    try chargeEvaluation(of: [net.output], in: net.graph, rows: count, at: range)
    let results = net.outputCount.saturatingProduct(count).saturatingProduct(8)
    defer { gauge.keep(bytes: results, since: before) }
    try seekCloseCall(in: net, rows: rows, at: range)
    return net.evaluate(rows: rows, precision: precision)
  }

  /// Takes fuel and memory for the values of a net on so many rows.
  public mutating func chargeEvaluation(
    of nodes: [Graph.Node], in graph: Graph, rows count: Int, at range: SourceRange
  ) throws(Stop) {
    try gauge.charge(graph.cost(of: nodes).saturatingProduct(count), at: range)
    try gauge.allocate(bytes: graph.evaluationMemory(of: nodes, rows: count), at: range)
  }

  /// Applies a net to one example or, for a matrix or a table, to every row.
  mutating func apply(_ net: Net, _ operands: [Operand], at range: SourceRange) throws(Stop) -> Value {
    if operands.contains(where: \.value.isUnknown) { return .unknown }
    // A net that was read from a stranger's bytes may say that it is a derivative, and take more than a number.
    if case .derivative = net.origin, net.inputCount == 1, net.outputCount == 1, operands.count == 1,
      operands[0].value.shape?.rank ?? 0 > 0
    {
      return try applyToElements(net, operands[0], at: range)
    }
    guard operands.count == 1, let only = operands.first else {
      guard operands.count == net.inputCount else { throw inputCount(net, operands.count, at: range) }
      if let odd = operands.first(where: { $0.value.shape?.rank != 0 }) {
        throw .error(
          Diagnostic(
            .typeMismatch, "each input is a number, this is \(odd.value.kindText)", at: odd.range,
            hint: examplesHint(operands)))
      }
      guard net.inputShape.rank == 1 else { throw inputCount(net, operands.count, at: range) }
      return try example(net, try apply(.stack(operands.count), operands, at: range), at: range)
    }
    switch only.value {
    case .table(let table):
      guard table.inputs.count == net.inputCount else {
        throw inputCount(net, table.inputs.count, at: only.range)
      }
      guard knowsParameters(of: net) else {
        return try rows(
          net, .symbol(Symbol(shape: net.inputShape.prefixed(by: table.rowCount))), at: range)
      }
      return .tensor(try evaluate(net, on: table, at: range))
    case .tensor:
      let shape = only.value.shape ?? .scalar
      if shape == net.inputShape { return try example(net, only.value, at: range) }
      if net.inputShape.rank > 1 { return try arrays(net, only, shape, at: range) }
      if shape.rank == 2, shape.sizes[1] == net.inputCount { return try rows(net, only.value, at: range) }
      if net.inputCount == 1, shape.rank == 0 {
        return try example(net, try apply(.stack(1), operands, at: range), at: range)
      }
      if net.inputCount == 1, shape.rank == 1 {
        let column = try apply(.reshape(to: [shape.count, 1]), operands, at: range)
        return try rows(net, column, at: range)
      }
      throw .error(
        Diagnostic(
          .shapeMismatch,
          "the net takes \(counted(net.inputCount, "input")), this is \(only.value.kindText)", at: only.range,
          hint: exampleHint(net, only, at: range)))
    case .text, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training, .unknown:
      throw .error(
        Diagnostic(
          .typeMismatch, "a net takes numbers or a table, this is \(only.value.kindText)", at: only.range,
          hint: only.value.dataHint(at: only.range)
            ?? exampleHint(net, only, at: range)))
    }
  }

  /// A net of matrices or pictures on several of them, or on rows that hold all numbers of one.
  private mutating func arrays(
    _ net: Net, _ operand: Operand, _ shape: Shape, at range: SourceRange
  ) throws(Stop) -> Value {
    if shape.rank > 0, shape.droppingFirst() == net.inputShape {
      return try rows(net, operand.value, at: range)
    }
    if shape.rank == 2, shape.sizes[1] == net.inputCount {
      let whole = net.inputShape.prefixed(by: shape.sizes[0])
      guard let tensor = operand.value.tensor else {
        return try rows(net, .symbol(Symbol(shape: whole)), at: range)
      }
      return try rows(net, .tensor(tensor.reshaped(whole)), at: range)
    }
    throw .error(
      .shapeMismatch, "the net takes \(net.inputShape), this is \(operand.value.kindText)", at: operand.range,
      hint: "give \(net.inputShape) for one example, several behind one another for more")
  }

  private func inputCount(_ net: Net, _ count: Int, at range: SourceRange) -> Stop {
    if case .derivative(let name) = net.origin {
      return .error(
        .inputCount, "`\(name)` takes \(counted(1, "argument")), \(hereAre(count))", at: range)
    }
    return .error(
      .inputCount, "the net takes \(counted(net.inputCount, "input")), \(hereAre(count))", at: range,
      hint: "give one number for each input")
  }

  /// A function of one number on every element of a tensor.
  private mutating func applyToElements(
    _ net: Net, _ operand: Operand, at range: SourceRange
  ) throws(Stop) -> Value {
    guard let shape = operand.value.shape else { return .unknown }
    if let tensor = operand.value.tensor, knowsParameters(of: net) {
      let column = tensor.reshaped([tensor.count, 1])
      return .tensor(Tensor(shape, try evaluate(net, rows: column, at: range).elements))
    }
    try gauge.charge(net.cost(rows: shape.count), at: range)
    guard recorder.isRecording else { return .symbol(Symbol(shape: shape)) }
    var elements: [Operand] = []
    for element in try parts(of: operand, at: range) {
      elements.append(Operand(try apply(net, [Operand(element, range)], at: range), range))
    }
    return try stacked(elements, at: range)
  }

  /// Whether the numbers of a net can be computed: before the run its first values are not drawn yet.
  private func knowsParameters(of net: Net) -> Bool {
    mode == .run || net.parameterCount == 0 || net.isGiven
  }

  /// One example: computed, or made part of the net being traced.
  private mutating func example(_ net: Net, _ input: Value, at range: SourceRange) throws(Stop) -> Value {
    switch input {
    case .tensor(.known(let tensor)):
      if !knowsParameters(of: net) { return .symbol(Symbol(shape: net.resultShape)) }
      let result = try evaluate(net, rows: tensor.reshaped(net.inputShape.prefixed(by: 1)), at: range)
      return .tensor(Tensor(net.resultShape, result.elements))
    case .tensor(.symbol(let symbol)):
      try gauge.charge(net.cost, at: range)
      try recorder.enlarge(by: net.graph.count + 1, from: &gauge, at: range)
      let node = symbol.node.flatMap { recorder.example(net, of: $0) }
      return .symbol(Symbol(shape: net.resultShape, node: node))
    case .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      return .unknown
    }
  }

  /// Many examples: a row for each.
  private mutating func rows(_ net: Net, _ input: Value, at range: SourceRange) throws(Stop) -> Value {
    guard let shape = input.shape else { return .unknown }
    let count = shape.sizes[0]
    let result = Shape([count] + net.resultShape.sizes)
    if let tensor = input.tensor, knowsParameters(of: net) {
      return .tensor(try evaluate(net, rows: tensor, at: range))
    }
    try gauge.charge(net.cost(rows: count), at: range)
    try gauge.allocate(elements: result.count, at: range)
    guard let symbol = input.symbol, let node = symbol.node, recorder.isRecording else {
      return .symbol(Symbol(shape: result))
    }
    let batch = net.graph.batched(rows: count)
    guard batch.isPerRow(net.output) else {
      // What does not depend on the input is the same for all rows, whatever they are.
      return .tensor(try evaluate(net, rows: Tensor(repeating: 0, shape), at: range))
    }
    try recorder.enlarge(by: batch.graph.count + 1, from: &gauge, at: range)
    let output = recorder.rows(batch.graph, batch[net.output], of: node, shape: result)
    return .symbol(Symbol(shape: result, node: output))
  }

  /// Applies a net to a state, again and again, and returns all states, the first one included.
  ///
  /// Shapes: `state` ``Net/inputShape``, which is that of the result; result [steps + 1, …].
  public mutating func iterate(
    _ net: Net, from state: Tensor, steps: Int, at range: SourceRange
  ) throws(Stop) -> Tensor {
    let shape = state.shape.prefixed(by: steps + 1)
    try gauge.charge(
      net.cost(rows: steps).saturatingSum(FuelGauge.operation.saturatingProduct(steps)), at: range)
    try gauge.allocate(elements: shape.count, at: range)
    try gauge.allocate(bytes: net.graph.evaluationMemory(of: [net.output], rows: 1), at: range)
    return Tensor(shape, net.states(from: state, steps: steps, precision: precision))
  }
}

extension Value {
  /// Whether it is a tensor, or part of the net being traced.
  fileprivate var isTracedOrTensor: Bool { tensor != nil || symbol?.node != nil }
}

extension Function {
  /// The head as written, `f(x, k)`.
  public var signature: String { "\(name)(\(parameters.map(\.text).joined(separator: ", ")))" }
}
