import BooleanLogic
import Diagnostics
import Language
import NeuralNetworks
import Tensors
import Wording

extension Builtin {
  static let network = Builtin(
    "network", .boolean, [.booleanFunction],
    summary:
      "the net with an AND unit for each term of a formula, or row that gives 1 of a table, and an OR unit",
    formula:
      #"h_k = [w_k \cdot x \ge T_k],\ w_{ki} = \pm 1,\ T_k = \text{ones} - \tfrac12, \quad y = [\textstyle\sum_k h_k \ge \tfrac12]"#,
    example: "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\nn = network(XOR)\nunits(n)\nn(0, 1)",
    traits: [.counts],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let argument = call.arguments["f"] else { return .unknown }
      var sum: SumOfProducts?
      if let function = argument.value.function, case .expression(let value) = function.body,
        function.parameters.count <= BooleanFunction.mostInputs
      {
        sum = SumOfProducts(value, names: function.parameters.map(\.text))
      }
      if sum == nil {
        guard let f = try call.booleanFunction("f", &evaluator) else { return .unknown }
        sum = f.function.minterms
      }
      guard let sum else { return .unknown }
      guard !sum.terms.isEmpty else {
        throw call.error(
          .typeMismatch, "it is 0 everywhere, so its network would have no unit", at: "f",
          hint: "a single unit that never fires does it: perceptron(w=…, T=1) with w = 0")
      }
      try evaluator.charge(500 * sum.terms.count.saturatingProduct(sum.inputCount + 1), at: call.range)
      try evaluator.allocate(elements: sum.terms.count.saturatingProduct(sum.inputCount + 3), at: call.range)
      return .net(.threshold(sum.network, inputCount: sum.inputCount, name: "network"))
    })

  static let thresholdFunctions = Builtin(
    "threshold_functions", .boolean, [Parameter("n", .number)],
    summary: "how many Boolean functions of n inputs a single perceptron gives, of all 2^(2^n)",
    example: "threshold_functions(2)", traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let n = try call.count("n", from: 0, to: ThresholdFunctions.mostInputs) else { return .unknown }
      // (2k + 1)ⁿ choices of weights up to k, each with 2ⁿ rows and as many thresholds.
      try evaluator.charge(
        [10_000, 10_000, 100_000, 1_000_000, 50_000_000, 2_000_000_000][n], at: call.range)
      return .number(Double(ThresholdFunctions(inputCount: n).count))
    })

  static let smallestNet = Builtin(
    "smallest_net", .boolean,
    [
      .booleanFunction, Parameter("skips", .truth, .defaulted(.truth(false))),
      Parameter("output", .choice(["any", "or"]), .defaulted(.text("any"))),
    ],
    summary:
      "the smallest net of threshold units with one hidden layer; with skips=true the output sees the inputs, too",
    example:
      "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\nsmallest_net(XOR)\nsmallest_net(XOR, skips=true)",
    traits: [.counts],
    read: { (call, evaluator) throws(Stop) -> (f: NamedFunction, kind: ThresholdNetwork.Kind)? in
      guard let f = try call.booleanFunction("f", &evaluator), let kind = try call.networkKind() else {
        return nil
      }
      return (f, kind)
    },
    run: { (plan, call, evaluator) throws(Stop) in
      let (f, kind) = plan
      let sum = try call.smallestSum(of: f.function, &evaluator)
      let isSearched = f.function.inputCount <= SmallestNetwork.mostInputs
      try evaluator.charge(isSearched ? 100_000_000 : 1_000_000, at: call.range)
      // A choice of a unit looks at 64 pairs of rows at once.
      let limit = min(500_000_000, evaluator.fuelLeft / 2 / 20)
      let answer = SmallestNetwork(f.function, kind: kind, sum: sum, stepLimit: limit)
      try evaluator.charge(min(evaluator.fuelLeft, answer.steps.saturatingProduct(20)), at: call.range)
      let net = Net.threshold(answer.network, inputCount: f.function.inputCount, name: "smallest_net")
      let lines = answer.lines(kind, names: f.names, evaluator.words)
      return .structure(
        Structure(
          "a result of smallest_net",
          fields: [
            ("net", .net(net)), ("hidden", .number(Double(answer.network.hidden.count))),
            ("units", .number(Double(answer.network.unitCount))),
            ("proven", .number(Double(answer.provenHidden))), ("is_smallest", .truth(answer.isSmallest)),
          ], shown: lines.map { .summary($0) }))
    })
}

extension Call {
  /// Which networks are looked through; nil where that is not known before the run.
  fileprivate func networkKind() throws(Stop) -> ThresholdNetwork.Kind? {
    if hasUnknown { return nil }
    let skips = number("skips") == 1
    guard text("output") == "or" else { return skips ? .skips : .free }
    if skips {
      throw error(
        .typeMismatch, "an OR of the hidden units does not see the inputs", at: "skips",
        hint: "leave out one of skips and output")
    }
    return .orOfUnits
  }
}

extension SmallestNetwork {
  /// What was found and what was searched, and the units.
  fileprivate func lines(_ kind: ThresholdNetwork.Kind, names: [String], _ words: Words) -> [String] {
    let hidden = network.hidden.count
    let kindWords: Phrase =
      switch kind {
      case .free: .freeOutput
      case .skips: .seeingOutput
      case .orOfUnits: .orOutput
      }
    let found =
      hidden == 0
      ? words(.singleUnit) : words.fill(.hiddenUnits, isOne: hidden == 1, ["\(hidden)", words(kindWords)])
    let proof =
      hidden == 0 ? [] : [isSmallest ? words(.noSmaller) : words(.notKnown, "\(provenHidden)")]
    let inner = (1...max(1, hidden)).map { "h\($0)" }
    let units = zip(inner, network.hidden).map { "\($0) = \($1.words(names))" }
    let seen = hidden == 0 ? names : inner + (network.output.weights.count > hidden ? names : [])
    return [([found] + proof).joined(separator: " ")] + units + ["y = \(network.output.words(seen))"]
  }
}

extension ThresholdFunctions.Unit {
  /// When it fires, such as `[x1 - x2 >= 0.5]`.
  fileprivate func words(_ names: [String]) -> String {
    "[\(linearText(weights.map(Double.init), names)) >= \(threshold.text())]"
  }
}

extension Net {
  /// A network of threshold units as a net; `h` are its hidden units.
  static func threshold(_ network: ThresholdNetwork, inputCount: Int, name: String) -> Net {
    var graph = Graph(inputShape: [inputCount])
    let hidden = network.hidden
    guard !hidden.isEmpty else {
      return .perceptron(
        weights: Tensor(network.output.weights.map(Double.init)), threshold: network.output.threshold,
        firing: .atZero, activation: .step)
    }
    let weights = (0..<inputCount).flatMap { input in hidden.map { Double($0.weights[input]) } }
    let W = graph.parameter(Tensor([inputCount, hidden.count], weights))
    let T = graph.parameter(Tensor(hidden.map(\.threshold)))
    let h = graph.appending(Activation.step.operation, [graph.weightedSum(W, T)])
    let own = network.output.weights.prefix(hidden.count),
      skips = network.output.weights.dropFirst(hidden.count)
    let v = graph.parameter(Tensor(own.map(Double.init)))
    let t = graph.parameter(Tensor(network.output.threshold))
    var sum = graph.appending(.matrixProduct, [h, v])
    if !skips.isEmpty {
      let u = graph.parameter(Tensor(skips.map(Double.init)))
      sum = graph.appending(.add, [sum, graph.appending(.matrixProduct, [graph.input, u])])
    }
    let output = graph.appending(Activation.step.operation, [graph.appending(.subtract, [sum, t])])
    return Net(
      graph: graph, output: output, parts: ["h": Part(node: h, parameters: ["W": W, "T": T])],
      parameters: ["v": v, "T": t], origin: .library(name))
  }
}
