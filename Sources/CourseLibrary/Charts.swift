import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Drawings of nets and of numbers by name or by size.
  static let charts: [Builtin] = [.diagram, .histogram, .bars]
}

extension Builtin {
  static let diagram = Builtin(
    "diagram", .pictures, [Parameter("net", .net), Parameter("title", .text, .optional)],
    summary: "the units of a net and its weights as lines: width for size, colour for sign",
    example: "diagram(perceptron(w=[1, -1], T=0.5))",
    rule: { (call, evaluator) throws(Stop) in
      if let net = call.net("net") { _ = try call.unitLayers(of: net, &evaluator) }
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let net = call.net("net") else { return .unknown }
      let diagram = NetworkDiagram(net, try call.unitLayers(of: net, &evaluator))
      // Few units need little height.
      let tallest = diagram.layers.map(\.units.count).max() ?? 1
      return .figure(
        Figure(
          title: call.text("title") ?? "", content: .diagram(diagram), height: min(420, 140 + 60 * tallest)))
    })

  static let histogram = Builtin(
    "histogram", .pictures,
    [
      Parameter("values", .tensor), Parameter("bins", .number, .optional),
      Parameter("title", .text, .optional),
      Parameter("x_label", .text, .optional),
    ],
    summary: "how often numbers lie in each of a row of bins", example: "histogram(normal(size=500))",
    rule: { (call, _) throws(Stop) in
      _ = try call.count("bins", from: 1, to: 200)
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let values = call.tensor("values") else { return .unknown }
      try evaluator.charge(60 * values.count, at: call.range)
      return .figure(
        .histogram(
          values.elements, bins: try call.count("bins", from: 1, to: 200),
          xLabel: call.text("x_label") ?? call.arguments["values"]?.text ?? "",
          title: call.text("title") ?? ""))
    })

  static let bars = Builtin(
    "bars", .pictures,
    [
      Parameter("values", .vector), Parameter("labels", .any("a list of texts"), .optional),
      Parameter("title", .text, .optional),
      Parameter("y_label", .text, .optional),
    ],
    summary: "a bar for each number", example: "bars(softmax([1, 2, 3]), labels=[\"cat\", \"dog\", \"owl\"])",
    rule: { (call, _) throws(Stop) in
      _ = try call.labels()
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let values = call.tensor("values") else { return .unknown }
      try evaluator.charge(values.count, at: call.range)
      return .figure(
        .bars(
          try call.labels(), values.elements, yLabel: call.text("y_label") ?? "",
          title: call.text("title") ?? ""))
    })
}

extension Call {
  /// The most weights of a net that is drawn.
  private static let drawnWeights = 1_000_000

  /// The layers of a net that is built of layers.
  fileprivate func unitLayers(of net: Net, _ evaluator: inout Evaluator) throws(Stop) -> [UnitLayer] {
    guard net.parameterCount <= Self.drawnWeights else {
      throw error(
        .tableTooLarge, "a diagram of \(readable(net.parameterCount)) weights shows none of them", at: "net",
        hint: "draw a net of at most \(readable(Self.drawnWeights)), or use summary")
    }
    // A layer's weights are copied a few times; one that is no dense layer is computed once for each input.
    try evaluator.charge(operations: net.graph.count, at: range)
    try evaluator.charge(net.cost.saturatingProduct(net.widestLayer + 20), at: range)
    if let layers = net.graph.layers(to: net.output) { return layers }
    throw error(
      .typeMismatch, "a diagram shows a net of layers, each a sum of the one before with an activation",
      at: "net",
      hint: "this net is built differently; show its parts, or its formula by its name")
  }

  /// The names of bars: texts in brackets, or none.
  fileprivate func labels() throws(Stop) -> [String] {
    guard let argument = arguments["labels"] else { return [] }
    switch argument.value {
    case .unknown, .symbol: return []
    case .tensor(let tensor): return tensor.elements.map { $0.text() }
    case .list(let list):
      return list.values.map { value in if case .text(let text) = value { text } else { "" } }
    case .text, .table, .net, .function, .builtin, .range, .figure, .stage, .initializer, .record, .training:
      throw error(
        .typeMismatch, "labels are a list of texts, this is \(argument.value.kindText)", at: "labels",
        hint: "such as labels=[\"cat\", \"dog\"]")
    }
  }
}

extension NetworkDiagram {
  /// Draws the layers of a net, with its thresholds or biases below the units.
  fileprivate init(_ net: Net, _ layers: [UnitLayer]) {
    let inputs = DiagramLayer("input", units: (1...max(net.inputCount, 1)).map { "x\($0)" })
    let columns = layers.enumerated().map { number, layer in
      let isLast = number == layers.count - 1
      let stem = isLast ? "y" : layers.count == 2 ? "h" : "h\(number + 1),"
      let names = layer.units.count == 1 && isLast ? ["y"] : layer.units.indices.map { "\(stem)\($0 + 1)" }
      let usesThreshold = layer.function == Activation.step.operation
      let notes = layer.units.map { unit in
        // Four digits, as many as the weights have at most.
        usesThreshold
          ? "T = \(unit.threshold.text(significantDigits: 4))"
          : "b = \((unit.threshold == 0 ? 0 : -unit.threshold).text(significantDigits: 4))"
      }
      return DiagramLayer(layer.function?.name ?? "", units: names, notes: notes)
    }
    let weights = layers.map { layer in
      let inputs = layer.units.first?.weights.count ?? 0
      return (0..<inputs).map { input in layer.units.map { $0.weights[input] } }
    }
    self.init(layers: [inputs] + columns, weights: weights)
  }
}
