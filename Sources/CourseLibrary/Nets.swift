import Diagnostics
import Language
import NeuralNetworks
import Tensors
import Wording

extension Library {
  /// The stages of a chain, and what can be asked of a net.
  static let nets: [Builtin] = [
    .input, .dense, .conv, .pool, .flatten, .dropout, .embed, .summary,
    .size("params", "the number of weights and biases of a net") { $0.parameterCount },
    .size("units", "the number of units of a net, hidden and output") { $0.graph.unitCount(of: $0.output) },
    .size("depth", "the number of layers of a net after its input") { $0.graph.depth(of: $0.output) },
  ]
}

extension Builtin {
  static let input = Builtin(
    "input", .nets,
    [Parameter("n", .number), Parameter("w", .number, .optional), Parameter("c", .number, .optional)],
    summary: "the beginning of a chain: n numbers an example, or a picture of n rows, w columns, c channels",
    example: "m = input(2) -> dense(1, sigmoid)\nm(0, 1)",
    evaluation: .known { (call, _) throws(Stop) in
      if call.hasUnknown { return .unknown }
      var sizes: [Int] = []
      for name in ["n", "w", "c"] where call.has(name) {
        guard let size = try call.count(name, from: 1, to: 1_000_000) else { return .unknown }
        sizes.append(size)
      }
      guard Shape(sizes).count <= 1_000_000 else {
        throw call.error(.shapeMismatch, "an example has at most 1,000,000 numbers, this has more")
      }
      return .stage(.input(Shape(sizes)))
    })

  static let dense = Builtin(
    "dense", .nets,
    [
      Parameter("units", .number), Parameter("activation", .activation, .defaulted(.activation(.identity))),
      Parameter("init", .initializer, .defaulted(.initializer(.xavier))),
      Parameter("bias", .initializer, .defaulted(.initializer(.zeros))),
    ],
    summary: "a layer of units that all see every input, W is [inputs, units]",
    formula: #"a = f(x W + b)"#, example: "m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)\nparams(m)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let units = try call.count("units", from: 1, to: 1_000_000),
        let activation = call.activation("activation"), let weights = call.initializer("init"),
        let bias = call.initializer("bias")
      else { return .unknown }
      return .stage(.layer(.dense(units: units, activation: activation, weights: weights, bias: bias)))
    })

  static let summary = Builtin(
    "summary", .nets, [Parameter("net", .net)],
    summary: "the layers of a net with their shapes and parameters",
    example: "summary(input(2) -> dense(4, tanh) -> dense(1, sigmoid))",
    traits: [.exact],
    read: { (call, _) throws(Stop) in call.net("net") },
    run: { (net, call, evaluator) throws(Stop) in
      try evaluator.charge(operations: net.graph.count, at: call.range)
      return .structure(Structure("a summary", shown: [.table(summary(of: net, evaluator.words))]))
    })

  private static func summary(of net: Net, _ words: Words) -> TableOutput {
    func row(_ name: String, _ shape: Shape, _ parameters: [String: Graph.Node]) -> [String] {
      let shapes = parameters.sorted { $0.key < $1.key }.map {
        "\($0.key) \(words(net.graph.shape(of: $0.value).phrase))"
      }
      let count = parameters.values.reduce(0) { $0 + net.graph.shape(of: $1).count }
      return [name, words(shape.phrase), shapes.joined(separator: ", "), String(count)]
    }
    var rows = [row(words(.inputLayer), net.inputShape, [:])]
    rows += net.layers.map {
      row("\($0.number): \($0.part.layer ?? "")", net.graph.shape(of: $0.part.node), $0.part.parameters)
    }
    if net.layers.isEmpty { rows.append(row(words(.outputLayer), net.resultShape, net.parameters)) }
    return TableOutput(
      header: [words(.layer), words(.gives), words(.parameters), words(.count)], inputCount: 1, rows: rows,
      note: words.counted(.parametersInAll, net.parameterCount))
  }

  /// A number that describes a net.
  fileprivate static func size(
    _ name: String, _ summary: Message, _ measure: @escaping @Sendable (Net) -> Int
  ) -> Builtin {
    Builtin(
      name, .nets, [Parameter("net", .net)], summary: summary,
      example: "\(name)(input(2) -> dense(4, tanh) -> dense(1, sigmoid))",
      traits: [.exact],
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let net = call.net("net") else { return .symbol(Symbol(shape: .scalar)) }
        try evaluator.charge(operations: net.graph.count, at: call.range)
        return .number(Double(measure(net)))
      })
  }
}

extension Call {
  /// How first values are drawn, given for `name`.
  func initializer(_ name: String) -> Initializer? {
    if case .initializer(let initializer)? = arguments[name]?.value { initializer } else { nil }
  }
}
