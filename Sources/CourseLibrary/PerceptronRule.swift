import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// Learning without gradients, and the way forward through a net.
  static let training: [Builtin] = [.perceptronRule, .forward]
}

extension Builtin {
  static let perceptronRule = Builtin(
    "perceptron_rule", .perceptrons,
    [
      Parameter("table", .table), Parameter("lr", .number, .defaulted(.number(1))),
      Parameter(
        "order", .choice(PerceptronRule.Order.allCases.map(\.rawValue)),
        .defaulted(.text(PerceptronRule.Order.rows.rawValue))),
      Parameter(
        "fires", .choice(Net.Firing.allCases.map(\.rawValue)), .defaulted(.text(Net.Firing.atZero.rawValue))),
      Parameter("max_epochs", .number, .defaulted(.number(100))),
    ],
    summary:
      "learns w and b from mistakes, in exact decimals; fields net trace cycle epochs updates why_stopped",
    formula: #"w \leftarrow w + \eta\,(y - \hat{y})\,x, \quad b \leftarrow b + \eta\,(y - \hat{y})"#,
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\nperceptron_rule(OR)",
    traits: [.exact],
    read: { (call, _) throws(Stop) in try Lesson(call) },
    cost: { CallCost(fuel: 500 * $0.table.X.count) },
    run: { (lesson, call, evaluator) throws(Stop) in
      try call.requireFinite(lesson.table)
      let order = lesson.order
      guard
        var rule = PerceptronRule(
          lesson.table, rate: lesson.rate, order: order, firing: lesson.firing, precision: evaluator.precision
        )
      else { return .unknown }
      let bytes = rule.epochBytes
      try rule.run(lesson.epochs) { (count, fuel) throws(Stop) in
        try evaluator.charge(fuel, at: call.range)
        try evaluator.allocate(bytes: bytes, at: call.range)
        return order == .rows ? Array(0..<count) : evaluator.nextStream().permutation(count)
      }
      if let weight = rule.infiniteWeight {
        throw call.error(
          .typeMismatch, "the weight \(weight) grows beyond the largest number there is, 1.8e308",
          at: "table",
          hint: "bring the inputs to a common size: standardize(table), or take a smaller lr")
      }
      return .structure(rule.structure(evaluator.words))
    })

  static let forward = Builtin(
    "forward", .perceptrons, [Parameter("net", .net), Parameter("data", .table)],
    summary: "a row per example with everything the net computes on the way",
    example: "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }\nforward(perceptron(w=[1, 1], T=1.5), AND)",
    read: { (call, _) throws(Stop) -> (net: Net, table: Table)? in
      guard let net = call.net("net"), let table = call.table("data") else { return nil }
      guard net.inputCount == table.inputs.count else {
        throw call.error(
          .inputCount,
          "the net takes \(counted(net.inputCount, "input")), the table has \(table.inputs.count)",
          at: "data")
      }
      return (net, table)
    },
    cost: { (net, table) in
      let numbers = net.parts.values.reduce(table.inputs.count + net.outputCount) {
        $0.saturatingSum(net.graph.shape(of: $1.node).count)
      }
      return CallCost(fuel: numbers.saturatingProduct(table.rowCount).saturatingProduct(100))
    },
    run: { (plan, call, evaluator) throws(Stop) in
      .table(try plan.net.forwardTable(plan.table, &evaluator, at: call.range))
    })
}

/// What `perceptron_rule` is told.
private struct Lesson {
  let table: Table
  let rate: Double
  let order: PerceptronRule.Order
  let firing: Net.Firing
  let epochs: Int

  /// Takes the arguments of the call; nil where one is not known before the run.
  init?(_ call: Call) throws(Stop) {
    if let table = call.table("table"), table.outputs.count != 1 {
      throw call.error(
        .shapeMismatch,
        "the rule teaches one unit, the table has \(counted(table.outputs.count, "output"))", at: "table")
    }
    let epochs = try call.count("max_epochs", from: 1, to: 1_000_000)
    try call.requireRate()
    guard let table = call.table("table"), let rate = call.number("lr"), let epochs,
      let order = call.text("order").flatMap(PerceptronRule.Order.init),
      let firing = call.text("fires").flatMap(Net.Firing.init)
    else { return nil }
    (self.table, self.rate, self.order, self.firing, self.epochs) = (table, rate, order, firing, epochs)
  }
}

extension Call {
  /// Finds a rate that would lead away from the answer, or one that no sum can be made of.
  fileprivate func requireRate() throws(Stop) {
    guard let rate = number("lr"), !(rate >= 0 && rate.isFinite) else { return }
    throw error(
      .typeMismatch, "`lr` is a finite number not below 0, this is \(rate.text())", at: "lr",
      hint: "a rate below 0 unlearns: leave it out, or take 0.1")
  }

  /// Finds an input that no sum can be made of.
  fileprivate func requireFinite(_ table: Table) throws(Stop) {
    try expectFinite(table.X.elements, table.inputs, Array(0..<table.rowCount), at: "table")
  }
}

extension Net {
  /// Every inner value and the output for each row, as columns.
  fileprivate func forwardTable(
    _ data: Table, _ evaluator: inout Evaluator, at range: SourceRange
  ) throws(Stop) -> Table {
    let inner = innerNames.compactMap { name in parts[name].map { (name, $0.node) } }
    let nodes = inner.map(\.1) + [output]
    try evaluator.chargeEvaluation(of: nodes, in: graph, rows: data.rowCount, at: range)
    let rows = data.X.reshaped(inputShape.prefixed(by: data.rowCount))
    let values = graph.evaluate(nodes, rows: rows, precision: evaluator.precision)
    let names = zip(inner.map(\.0) + ["y"], values).flatMap {
      columnNames($0, count: $1.count / max(data.rowCount, 1))
    }
    let elements = (0..<data.rowCount).flatMap { row in values.flatMap { $0.row(row).elements } }
    return Table(
      name: name ?? "", inputs: data.inputs, outputs: names, X: data.X,
      Y: Tensor([data.rowCount, names.count], elements))
  }

  /// The parts in the order they are computed; the last layer of a chain is the output itself.
  private var innerNames: [String] {
    parts.filter { $0.value.node != output }.sorted { $0.value.node.index < $1.value.node.index }.map(\.key)
  }

  private func columnNames(_ name: String, count: Int) -> [String] {
    let hidden = layers.count <= 2
    let stem = Int(name) == nil ? name : hidden ? "h" : "h\(name)_"
    if count == 1 { return [Int(name) == nil ? name : stem + "1"] }
    return (1...max(count, 1)).map { "\(stem)\($0)" }
  }
}
