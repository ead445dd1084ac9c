import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

extension Builtin {
  static let truthTable = Builtin(
    "truth_table", .perceptrons, [Parameter("net", .any("a net, a function of numbers or a table"))],
    summary: "the results for all inputs of 0 and 1",
    example: "truth_table(perceptron(w=[1, 1], T=0.5))",
    traits: [.exact, .tabulates, .counts],
    read: { (call, evaluator) throws(Stop) in try TruthTable(call, &evaluator) },
    run: { (table, _, evaluator) throws(Stop) in
      .structure(Structure("a truth table", shown: [.table(try table.shown(&evaluator))]))
    })
}

/// What `truth_table` shows: a net or a function on all inputs of 0 and 1, or every row of a table.
private struct TruthTable {
  private enum Subject {
    case net(Net, inputs: [String])
    case table(Table)
  }

  /// The most inputs: more rows are not readable.
  private static let inputLimit = 10

  private let call: Call
  private let subject: Subject

  /// Takes the argument of the call; nil where it is not known before the run.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let argument = call.arguments["net"] else { return nil }
    self.call = call
    let inputs: [String]
    switch argument.value {
    case .table(let table):
      guard !table.isCounted else {
        throw Self.tooLarge(table.inputs.count, call, "show the table by its name")
      }
      try Self.requireAllRows(of: table, call)
      subject = .table(table)
      return
    case .callable(.net(let net)): inputs = (0..<net.inputCount).map { "x\($0 + 1)" }
    case .callable(.function(let function)): inputs = function.parameters.map(\.text)
    case .unknown: return nil
    case .callable, .tensor, .text, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw call.error(
        .typeMismatch,
        "a truth table is made of a net, a function or a table, this is \(argument.value.kindText)",
        at: "net",
        hint: argument.text.firstIndex(of: "(").map { "give the net itself: \(argument.text[..<$0])" })
    }
    guard inputs.count <= Self.inputLimit else {
      throw Self.tooLarge(inputs.count, call, "show at most \(Self.inputLimit) inputs")
    }
    let net = try evaluator.predictor(argument.value, inputCount: inputs.count, at: argument.range)
    guard let net else { return nil }
    subject = .net(net, inputs: inputs)
  }

  private static func tooLarge(_ inputCount: Int, _ call: Call, _ hint: Message) -> Stop {
    call.error(.tableTooLarge, "\(inputCount) inputs make 2^\(inputCount) rows", at: "net", hint: hint)
  }

  private static func requireAllRows(of table: Table, _ call: Call) throws(Stop) {
    guard table.hasBooleanInputs else {
      throw call.error(
        .typeMismatch, "the inputs of a truth table are 0 and 1, those of `\(table.name)` are not", at: "net",
        hint: "show the table by its name")
    }
    guard let missing = table.missingRows(limit: 1).first else { return }
    throw call.error(
      .rowsMissing,
      "a truth table has a row for every input, the one for \(Tensor(missing).text()) is missing",
      at: "net", hint: "add the row, or show the table by its name")
  }

  /// The table ready to print.
  func shown(_ evaluator: inout Evaluator) throws(Stop) -> TableOutput {
    switch subject {
    case .net(let net, let inputs):
      try charge(rows: 1 << inputs.count, columns: inputs.count + net.outputCount + 1, &evaluator)
      return try results(of: net, inputs, &evaluator)
    case .table(let table):
      try charge(rows: table.rowCount, columns: table.inputs.count + table.outputs.count, &evaluator)
      return rows(of: table)
    }
  }

  /// Takes fuel and memory for the words of every cell.
  private func charge(rows: Int, columns: Int, _ evaluator: inout Evaluator) throws(Stop) {
    let cells = rows.saturatingProduct(columns)
    try evaluator.charge(cells.saturatingProduct(500), at: call.range)
    try evaluator.allocate(bytes: cells.saturatingProduct(MemoryLayout<String>.size), at: call.range)
  }

  private func results(
    of net: Net, _ inputs: [String], _ evaluator: inout Evaluator
  ) throws(Stop) -> TableOutput {
    let x = Table.countingRows(inputs.count)
    let count = x.shape.sizes[0]
    let y = Tensor([count, net.outputCount], try evaluator.evaluate(net, rows: x, at: call.range).elements)
    let sum = net.part("z").flatMap { $0.outputCount == 1 ? $0 : nil }
    let z = try sum.map { (sum) throws(Stop) in try evaluator.evaluate(sum, rows: x, at: call.range) }
    let rows = (0..<count).map { row in
      Self.texts(x, row) + (z.map { [$0.elements[row].text()] } ?? []) + Self.texts(y, row)
    }
    let outputs = net.outputCount == 1 ? ["y"] : (0..<net.outputCount).map { "y\($0 + 1)" }
    return TableOutput(
      title: call.arguments["net"]?.text, header: inputs + (z == nil ? [] : ["z"]) + outputs,
      inputCount: inputs.count, rows: rows)
  }

  private func rows(of table: Table) -> TableOutput {
    let rows = (0..<table.rowCount).map { row in
      Self.texts(table.X, row) + Self.texts(table.Y, row).map { $0 == "nan" ? "-" : $0 }
    }
    return TableOutput(
      title: call.arguments["net"]?.text, header: table.inputs + table.outputs,
      inputCount: table.inputs.count, rows: rows)
  }

  private static func texts(_ matrix: Tensor, _ row: Int) -> [String] {
    matrix.row(row).elements.map { $0.text() }
  }
}
