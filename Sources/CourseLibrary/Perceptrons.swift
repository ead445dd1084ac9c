import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// The single unit, and what is asked of it.
  static let perceptrons: [Builtin] = [.perceptron, .truthTable, .accuracy]
}

extension Builtin {
  static let perceptron = Builtin(
    "perceptron", .perceptrons,
    [
      Parameter("w", .vector), Parameter("T", .number, .optional), Parameter("b", .number, .optional),
      Parameter("activation", .activation, .defaulted("step")),
      Parameter("fires", .choice(Net.Firing.allCases.map(\.rawValue)), .defaulted("\">=\"")),
    ],
    summary: "a unit with weights w and threshold T (or bias b = -T)",
    formula: #"y = f(z), \quad z = \sum_i w_i x_i - T"#,
    example: "and_gate = perceptron(w=[1, 1], T=1.5)\nand_gate(1, 1)",
    evaluation: .known(perceptronNet))

  static let truthTable = Builtin(
    "truth_table", .perceptrons, [Parameter("net", .any)],
    summary: "the results for all inputs of 0 and 1",
    example: "truth_table(perceptron(w=[1, 1], T=0.5))",
    rule: { (call, evaluator) throws(Stop) in
      _ = try truthTableNet(call, &evaluator)
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let net = try truthTableNet(call, &evaluator) else { return .unknown }
      return .record(Record("a truth table", shown: [.table(try truthTable(of: net, call, &evaluator))]))
    })

  static let accuracy = Builtin(
    "accuracy", .perceptrons, [Parameter("net", .predictor), Parameter("data", .table)],
    summary: "the share of the rows that the net gets right",
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\naccuracy(perceptron(w=[1, 1], T=0.5), OR)",
    rule: { (call, evaluator) throws(Stop) in
      guard let table = call.table("data") else { return .symbol(Symbol(shape: .scalar)) }
      let net = try call.predictor("net", inputCount: table.inputs.count, &evaluator)
      if let net, net.outputCount != table.outputs.count, table.outputs.count > 1 {
        throw call.error(
          .shapeMismatch,
          "the net has \(counted(net.outputCount, "output")), the table \(table.outputs.count)", at: "data")
      }
      return .symbol(Symbol(shape: .scalar))
    },
    run: { (call, evaluator) throws(Stop) in
      guard let table = call.table("data"),
        let net = try call.predictor("net", inputCount: table.inputs.count, &evaluator)
      else { return .unknown }
      try evaluator.charge(net.cost * table.rowCount, at: call.range)
      let right = table.rowsPredictedRight(net.evaluate(rows: table.X))
      return .number(Double(right) / Double(table.rowCount))
    })

  /// Builds the unit: z = w·x − T, then the activation.
  @Sendable private static func perceptronNet(
    _ call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> Value {
    if call.has("T"), call.has("b") {
      throw call.error(
        .twoThresholds, "T and b are both given, and b is -T", at: "b", hint: "leave out one of the two")
    }
    guard call.has("T") || call.has("b") else {
      throw call.error(
        .missingArgument, "`perceptron` needs its threshold T or its bias b", hint: "add T=…, such as T=1.5")
    }
    if call.hasUnknown { return .unknown }
    guard let weights = call.tensor("w"), let threshold = call.number("T") ?? call.number("b").map({ -$0 }) else {
      throw call.error(
        .typeMismatch, "the weights of a perceptron are known numbers, these depend on a net's input",
        hint: "define the perceptron outside the net")
    }
    guard !weights.elements.isEmpty else {
      throw call.error(.shapeMismatch, "a perceptron has at least one weight", at: "w", hint: "one for each input")
    }
    let firing = call.text("fires").flatMap(Net.Firing.init(rawValue:)) ?? .atZero
    let activation = call.activation("activation") ?? .step
    return .net(.perceptron(weights: weights, threshold: threshold, firing: firing, activation: activation))
  }

  // MARK: Truth tables

  private static func truthTableNet(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Net? {
    guard let argument = call.arguments["net"] else { return nil }
    let inputCount: Int
    switch argument.value {
    case .table(let table):
      inputCount = table.inputs.count
      if let missing = table.missingRows(limit: 1).first {
        throw call.error(
          .rowsMissing, "a truth table has a row for every input, the one for \(Tensor(missing).text()) is missing",
          at: "net", hint: "add the row, or show the table by its name")
      }
      return nil
    case .net(let net): inputCount = net.inputCount
    case .function(let function): inputCount = function.parameters.count
    case .unknown: return nil
    case .builtin, .tensor, .text, .range, .list, .figure, .stage, .initializer, .record, .symbol:
      throw call.error(
        .typeMismatch, "a truth table is made of a net, a function or a table, this is \(argument.value.kindText)",
        at: "net")
    }
    guard inputCount <= 10 else {
      throw call.error(
        .tableTooLarge, "\(inputCount) inputs make 2^\(inputCount) rows", at: "net",
        hint: "show at most 10 inputs")
    }
    return try evaluator.predictor(argument.value, inputCount: inputCount, at: argument.range)
  }

  private static func truthTable(
    of net: Net, _ call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> TableOutput {
    let x = Table.countingRows(net.inputCount)
    let count = x.shape.sizes[0]
    try evaluator.charge(net.cost * count, at: call.range)
    let y = Tensor([count, net.outputCount], net.evaluate(rows: x).elements)
    let z = net.part("z").map { $0.evaluate(rows: x) }
    let rows = (0..<count).map { row in
      x.row(row).elements.map { $0.text() } + (z.map { [$0.elements[row].text()] } ?? [])
        + y.row(row).elements.map { $0.text() }
    }
    let names = (1...net.inputCount).map { "x\($0)" }
    let outputs = net.outputCount == 1 ? ["y"] : (1...net.outputCount).map { "y\($0)" }
    return TableOutput(
      title: call.arguments["net"]?.text, header: names + (z == nil ? [] : ["z"]) + outputs,
      inputCount: names.count, rows: rows)
  }
}

extension Call {
  /// The net that the argument `name` describes as a formula of `count` numbers; nil where it is not known.
  func predictor(
    _ name: String, inputCount count: Int, _ evaluator: inout Evaluator
  ) throws(Stop) -> Net? {
    guard let argument = arguments[name] else { return nil }
    return try evaluator.predictor(argument.value, inputCount: count, at: argument.range)
  }
}
