import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tensors
import Wording

extension Library {
  /// Drawings of nets and of numbers by name or by size.
  static let charts: [Builtin] = [.diagram, .histogram, .bars, .nested]
}

extension Parameter.Presence {
  /// The plane of TensorFlow Playground, unless another one is given.
  fileprivate static let playground = Parameter.Presence.defaulted(.interval(-6, 6))
}

extension Builtin {
  static let diagram = Builtin(
    "diagram", .pictures,
    [
      Parameter("net", .net), Parameter("title", .text, .optional),
      Parameter("maps", .truth, .defaulted(.truth(false))), Parameter("x", .interval, .playground),
      Parameter("y", .interval, .playground), .discretize,
    ],
    summary:
      "the units of a net and its weights as lines, width for size, colour for sign; with a map of each unit, or of its sign alone",
    example: "diagram(input(2) -> dense(3, tanh) -> dense(1), maps=true)",
    read: { (call, evaluator) throws(Stop) -> (net: Net, layers: [UnitLayer], hasMaps: Bool)? in
      guard let net = call.net("net"), let hasMaps = call.number("maps").map({ $0 != 0 }) else { return nil }
      if hasMaps { try call.requirePlane(net) }
      return (net, try call.unitLayers(of: net, &evaluator), hasMaps)
    },
    run: { (plan, call, evaluator) throws(Stop) in
      let maps = plan.hasMaps ? try call.unitMaps(of: plan.net, plan.layers, &evaluator) : []
      return .figure(
        .diagram(
          NetworkDiagram(plan.net, plan.layers, maps: maps, evaluator.words), title: call.text("title") ?? "")
      )
    })

  static let histogram = Builtin(
    "histogram", .pictures,
    [
      Parameter("values", .tensor), Parameter("bins", .number, .optional),
      Parameter("title", .text, .optional),
      Parameter("x_label", .text, .optional),
    ],
    summary: "how often numbers lie in each of a row of bins", example: "histogram(normal(size=500))",
    read: { (call, _) throws(Stop) -> (values: Tensor, bins: Int?)? in
      let bins = try call.count("bins", from: 1, to: 200)
      return call.tensor("values").map { ($0, bins) }
    },
    cost: { CallCost(fuel: 60 * $0.values.count) },
    run: { (plan, call, evaluator) throws(Stop) in
      .figure(
        .histogram(
          plan.values.elements, bins: plan.bins,
          xLabel: call.text("x_label") ?? MathText.label(call.arguments["values"]?.text, or: ""),
          title: call.text("title") ?? "", words: evaluator.words))
    })

  static let bars = Builtin(
    "bars", .pictures,
    [
      Parameter("values", .vector), Parameter("labels", .any("a list of texts"), .optional),
      Parameter("title", .text, .optional),
      Parameter("y_label", .text, .optional),
    ],
    summary: "a bar for each number", example: "bars(softmax([1, 2, 3]), labels=[\"cat\", \"dog\", \"owl\"])",
    read: { (call, _) throws(Stop) -> (values: Tensor, labels: [String])? in
      let labels = try call.labels()
      if let count = call.tensor("values")?.count, !labels.isEmpty, labels.count != count {
        throw call.error(
          .shapeMismatch, "\(counted(labels.count, "label")) for \(counted(count, "bar"))",
          at: "labels", hint: "give a label for each bar")
      }
      return call.tensor("values").map { ($0, labels) }
    },
    cost: { CallCost(fuel: $0.values.count) },
    run: { (plan, call, _) throws(Stop) in
      .figure(
        .bars(
          plan.labels, plan.values.elements, yLabel: call.text("y_label") ?? "",
          title: call.text("title") ?? ""))
    })
}

extension Builtin {
  static let nested = Builtin(
    "nested", .pictures,
    [
      Parameter("names", .any("texts, the largest set first"), .repeated),
      Parameter("title", .text, .optional),
    ],
    summary: "sets inside one another, the largest first",
    example: "nested(\"plane figures\", \"polygons\", \"squares\")",
    evaluation: .known { (call, evaluator) throws(Stop) in
      if call.repeated.contains(where: \.value.isUnknown) { return .unknown }
      let names = try call.setNames()
      try evaluator.charge(50_000 * names.count, at: call.range)
      return .figure(.nested(NestedSets(names), title: call.text("title") ?? ""))
    })
}

extension Call {
  /// The names of sets, one by one or as a list.
  fileprivate func setNames() throws(Stop) -> [String] {
    var names: [String] = []
    for argument in repeated {
      let values = if case .list(let list) = argument.value { list.values } else { [argument.value] }
      for value in values {
        guard case .text(let text) = value else {
          throw .error(
            .typeMismatch, "the name of a set is a text, this is \(value.kindText)", at: argument.range,
            hint: "such as nested(\"animals\", \"birds\")")
        }
        names.append(text)
      }
    }
    guard NestedSets.counts ~= names.count else {
      throw error(
        .tableTooLarge,
        "1 to \(NestedSets.counts.upperBound) sets can be drawn inside one another, here are \(names.count)")
    }
    return names
  }
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

  /// Refuses to draw maps of a net whose inputs are no plane.
  fileprivate func requirePlane(_ net: Net) throws(Stop) {
    guard net.inputCount != 2 else { return }
    throw error(
      .inputCount, "maps show a plane of two inputs, this net has \(counted(net.inputCount, "input"))",
      at: "net",
      hint: "draw it without them: diagram(\(arguments["net"]?.text ?? "net"))")
  }

  /// How many points of the plane a map shows in each direction.
  private static let mapSide = 32
  /// The most units with a map each.
  private static let mostMaps = 100
  /// The fuel of a point of a map, beside that of the net.
  private static let placePrice = 200

  /// The output of each unit over the plane, by layer, the inputs first.
  fileprivate func unitMaps(
    of net: Net, _ layers: [UnitLayer], _ evaluator: inout Evaluator
  ) throws(Stop) -> [[HeatMap]] {
    try requirePlane(net)
    let count = layers.reduce(2) { $0 + $1.units.count }
    guard count <= Self.mostMaps else {
      throw error(
        .tableTooLarge, "a diagram shows maps of at most \(Self.mostMaps) units, this net has \(count)",
        at: "net", hint: "draw it without them: diagram(\(arguments["net"]?.text ?? "net"))")
    }
    guard let x = axis("x"), let y = axis("y") else { return [] }
    let scale = ColourScale.diverging(around: 0, reach: 1)
    let isDiscrete = try isTrue("discretize")
    var maps = [
      HeatMap.sampling(
        x: x, y: y, columns: Self.mapSide, rows: Self.mapSide, outputs: 2,
        scale: .diverging(
          around: 0, reach: max(abs(x.lower), abs(x.upper), abs(y.lower), abs(y.upper)))
      ) { points in points.flatMap { [$0.x, $0.y] } }
    ]
    for layer in layers {
      let part = Net(graph: net.graph, output: layer.output, origin: .chain)
      let border = layer.output == net.output && part.outputCount == 1 ? net.learnedRule?.border : nil
      let isShare = layer.function.map {
        $0 == Activation.sigmoid.operation || $0 == Activation.step.operation
      }
      let middle = border ?? (isShare == true ? 0.5 : 0)
      maps.append(
        try HeatMap.sampling(
          x: x, y: y, columns: Self.mapSide, rows: Self.mapSide, outputs: part.outputCount,
          scale: middle == 0 ? scale : .diverging(around: middle, reach: middle)
        ) { (points: [PlanePoint]) throws(Stop) -> [Double] in
          try evaluator.charge(Self.placePrice * points.count * part.outputCount, at: range)
          let rows = Tensor([points.count, 2], points.flatMap { [$0.x, $0.y] })
          let values = try evaluator.evaluate(part, rows: rows, at: range).elements
          return isDiscrete ? values.discretized(around: middle) : values
        })
    }
    return maps
  }

  /// The names of bars: texts in brackets, or none.
  fileprivate func labels() throws(Stop) -> [String] {
    guard let argument = arguments["labels"] else { return [] }
    switch argument.value {
    case .unknown, .tensor(.symbol): return []
    case .tensor(.known(let tensor)): return tensor.elements.map { $0.text() }
    case .list(let list):
      return list.values.map { value in if case .text(let text) = value { text } else { "" } }
    case .text, .table, .callable, .range, .figure, .stage, .initializer, .structure, .training:
      throw error(
        .typeMismatch, "labels are a list of texts, this is \(argument.value.kindText)", at: "labels",
        hint: "such as labels=[\"cat\", \"dog\"]")
    }
  }
}

extension NetworkDiagram {
  /// Draws the layers of a net, with its thresholds or biases below the units.
  fileprivate init(_ net: Net, _ layers: [UnitLayer], maps: [[HeatMap]], _ words: Words) {
    let inputs = DiagramLayer(
      words(.inputLayer), units: (1...max(net.inputCount, 1)).map { "x\($0)" })
    let columns = layers.enumerated().map { number, layer in
      let isLast = number == layers.count - 1
      let names = layer.units.indices.map { unit in
        // Of several hidden layers each has its number above, in brackets.
        MathText.unit(isLast ? "y" : "h", unit + 1, layer: isLast || layers.count == 2 ? nil : number + 1)
      }
      let usesThreshold = layer.function == Activation.step.operation
      let notes = layer.units.map { unit in
        usesThreshold
          ? "T = \(MathText.number(unit.threshold))"
          : "b = \(MathText.number(unit.threshold == 0 ? 0 : -unit.threshold))"
      }
      return DiagramLayer(
        layer.function?.name ?? words(.linear), units: isLast && names.count == 1 ? ["y"] : names,
        notes: notes)
    }
    let weights = layers.map { layer in
      let inputs = layer.units.first?.weights.count ?? 0
      return (0..<inputs).map { input in layer.units.map { $0.weights[input] } }
    }
    self.init(layers: [inputs] + columns, weights: weights, maps: maps)
  }
}
