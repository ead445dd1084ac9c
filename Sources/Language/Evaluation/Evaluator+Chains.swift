import Diagnostics
import NeuralNetworks
import Syntax
import Tensors
import Wording

extension Evaluator {
  /// The net of `input(n) -> dense(…) -> …`; a net may stand for the input, or for a layer.
  mutating func chain(_ stages: [Expression], at range: SourceRange) throws(Stop) -> Value {
    try refuseArrowFunction(Expression(.chain(stages: stages), range))
    var values: [Operand] = []
    for stage in stages {
      var value = try evaluate(stage)
      // A stage that takes no arguments is written without parentheses: `flatten`.
      if let builtin = value.builtin, builtin.parameters.isEmpty {
        value = try call(builtin, with: [], at: stage.range)
      }
      values.append(Operand(value, stage.range))
    }
    return try chain(values, at: range)
  }

  /// The net of a chain that a library function at `range` makes; its weights are draws of the statement.
  public mutating func chain(of stages: [Value], at range: SourceRange) throws(Stop) -> Value {
    try chain(stages.map { Operand($0, range) }, at: range)
  }

  private mutating func chain(_ values: [Operand], at range: SourceRange) throws(Stop) -> Value {
    if values.contains(where: \.value.isUnknown) { return .unknown }
    var (graph, node) = try start(of: values[0])
    var parts: [String: Net.Part] = [:]
    for (number, stage) in values.dropFirst().enumerated() {
      let part = try append(stage, behind: node, to: &graph)
      parts[String(number + 1)] = part
      node = part.node
    }
    try gauge.charge(graph.cost(of: node).saturatingSum(FuelGauge.operation * graph.count), at: range)
    noteEqualWeights(values.dropFirst().dropLast(), parts, graph)
    // What ends with a trained net is read as that net is.
    let last = values.last?.value.net
    return .net(
      Net(graph: graph, output: node, parts: parts, origin: .chain, learnedRule: last?.learnedRule))
  }

  /// Units of a hidden layer that start alike stay alike.
  private mutating func noteEqualWeights(
    _ hidden: ArraySlice<Operand>, _ parts: [String: Net.Part], _ graph: Graph
  ) {
    for (number, stage) in hidden.enumerated() {
      guard case .stage(.layer(let layer)) = stage.value, layer.startsEqual,
        let W = parts[String(number + 1)]?.parameters["W"], graph.shape(of: W).sizes.last ?? 0 > 1
      else { continue }
      remark(
        Diagnostic(
          .equalWeights, "all weights of \(layer.text) start alike, so its units stay alike", at: stage.range,
          hint: .init("draw them: leave out `init`, or init=xavier")))
    }
  }

  private mutating func start(of stage: Operand) throws(Stop) -> (Graph, Graph.Node) {
    switch stage.value {
    case .stage(.input(let shape)):
      let graph = Graph(inputShape: shape)
      return (graph, graph.input)
    case .callable(.net(let net)):
      try gauge.charge(FuelGauge.operation * net.graph.count, at: stage.range)
      return (net.graph, net.output)
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure,
      .training, .unknown:
      throw .error(
        .chainStage, "a chain begins with its input, this is \(stage.value.kindText)", at: stage.range,
        hint: stage.value.shape == nil || Double(stage.range.text) != nil
          ? "begin with input(n), such as input(2) -> dense(1, sigmoid)"
          : "a chain joins layers; implication is `not a or b`")
    }
  }

  private mutating func append(
    _ stage: Operand, behind node: Graph.Node, to graph: inout Graph
  ) throws(Stop) -> Net.Part {
    switch stage.value {
    case .stage(.layer(let layer)):
      let count = layer.parameterCount(behind: graph.shape(of: node))
      try gauge.allocate(elements: count, at: stage.range)
      try gauge.charge(count.saturatingProduct(Operation.functionCost), at: stage.range)
      switch layer.append(to: &graph, behind: node, drawing: { draws.tensor($0, $1) }) {
      case .success(let part):
        // Whoever uses the net needs as much for what the stage gives.
        try gauge.allocate(elements: graph.shape(of: part.node).count, at: stage.range)
        return Net.Part(node: part.node, parameters: part.parameters, layer: layer.text)
      case .failure(let problem):
        throw .error(.shapeMismatch, problem.message, at: stage.range, hint: problem.hint)
      }
    case .callable(.net(let net)):
      let shape = graph.shape(of: node)
      guard shape == net.inputShape else {
        throw .error(
          .shapeMismatch, "the net takes \(net.inputShape), the stage before gives \(shape)", at: stage.range)
      }
      try GraphRecorder.requireRoom(for: net.graph.count, in: graph.count, at: stage.range)
      try gauge.charge(FuelGauge.operation * net.graph.count, at: stage.range)
      return Net.Part(
        node: graph.inline(net.graph, output: net.output, input: node), layer: net.name ?? "net")
    case .stage(.input), .callable, .tensor, .text, .table, .range, .list, .figure, .initializer, .structure,
      .training, .unknown:
      throw .error(
        .chainStage, "a stage of a chain is a layer, this is \(stage.value.kindText)", at: stage.range,
        hint: stageHint(stage.value))
    }
  }

  /// How what stands in a chain becomes a layer.
  private func stageHint(_ value: Value) -> Message {
    switch value {
    case .callable(.builtin(let builtin)) where builtin.activation != nil:
      "an activation belongs to its layer: dense(4, \(builtin.name))"
    case .callable(.builtin(let builtin)): ForeignName.stages[builtin.name] ?? "such as dense(4, tanh)"
    case .tensor(.known(let units)) where units.rank == 0:
      "a layer of \(units.elements[0].text()) units is dense(\(units.elements[0].text()), tanh)"
    case .tensor, .text, .table, .callable, .range, .list, .figure, .initializer, .structure, .training,
      .unknown, .stage:
      "such as dense(4, tanh)"
    }
  }

  // MARK: Edited copies

  /// The value of `net with { 1.W = [...] }`: a copy with other parameters.
  mutating func edited(_ base: Expression, _ edits: [Edit], at range: SourceRange) throws(Stop) -> Value {
    let value = try evaluate(base)
    var operands: [(edit: Edit, value: Value)] = []
    for edit in edits { operands.append((edit, try evaluate(edit.value))) }
    if value.isUnknown || operands.contains(where: \.value.isUnknown) { return .unknown }
    guard var net = value.net else {
      throw .error(
        .typeMismatch, "`with` makes an edited copy of a net, this is \(value.kindText)", at: base.range)
    }
    try gauge.charge(FuelGauge.operation * net.graph.count.saturatingProduct(edits.count), at: range)
    for (edit, value) in operands { net = try replacing(edit, value, in: net) }
    net.name = nil
    return .net(net)
  }

  private func replacing(_ edit: Edit, _ value: Value, in net: Net) throws(Stop) -> Net {
    let path = edit.path.map(\.text)
    let pathRange = edit.path[0].range.joined(with: edit.path[edit.path.count - 1].range)
    var tensor = value.tensor
    var name = path[path.count - 1]
    if case .perceptron = net.origin, path == ["b"] {
      name = "T"
      tensor = tensor.map { Tensor($0.shape, $0.elements.map { $0 == 0 ? 0 : -$0 }) }
    }
    let owner =
      path.count == 1 ? net.parameters : path.count == 2 ? net.parts[path[0]]?.parameters ?? [:] : [:]
    guard let node = owner[name] else {
      let known = net.parameters.keys.sorted() + net.layerParameterNames
      throw .error(
        .unknownField, "the net has no parameter `\(path.joined(separator: "."))`", at: pathRange,
        hint: known.isEmpty
          ? "its numbers are constants; only a `param` can be edited"
          : "it has \(known.prefix(8).map { "`\($0)`" }.joined(separator: ", "))")
    }
    if let symbol = value.symbol, symbol.node != nil {
      throw .error(
        .notAvailable, "a parameter is set to known numbers, this depends on the input",
        at: edit.value.range, hint: "write the layer as a formula, such as sigmoid(X @ W + b)")
    }
    guard let given = value.shape else {
      throw .error(.typeMismatch, "a parameter is numbers, this is \(value.kindText)", at: edit.value.range)
    }
    let shape = net.graph.shape(of: node)
    guard given == shape else {
      let isTurned = given.rank == 2 && Array(given.sizes.reversed()) == shape.sizes
      let isNumber =
        given.rank == 0 && shape.rank == 1 && shape.count <= 8 && edit.value.range.bytes.count < 20
      let list =
        isNumber
        ? "[\((0..<shape.count).map { _ in edit.value.range.text }.joined(separator: ", "))]" : nil
      throw .error(
        .shapeMismatch,
        "`\(path.joined(separator: "."))` has the shape \(shape), this is \(given.phrase)",
        at: edit.value.range,
        hint: isTurned
          ? "its transpose has this shape: write `.T` behind it"
          : list.map { "write \($0)" } ?? "give a tensor of the shape \(shape)",
        edit: isTurned
          ? .init(edit.value.range.endPoint, ".T") : list.map { .init(edit.value.range, $0) })
    }
    // Before the run a number may be unknown still; the copy then keeps the old one.
    guard let tensor else { return net }
    var copy = net
    copy.graph = net.graph.replacing(node, by: tensor)
    return copy
  }
}
