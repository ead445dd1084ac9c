import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

extension Training.Examples {
  /// The rows of a table as examples of a net, those left out whose outputs are free; nil where there is nothing
  /// to learn.
  init?(_ table: Table, for net: Net, of call: Call, at argument: String) throws(Stop) {
    guard table.inputs.count == net.inputCount else {
      throw call.error(
        .inputCount,
        "the net takes \(counted(net.inputCount, "input")), the data has \(table.inputs.count)", at: argument,
        hint: "begin the net with input(\(table.inputs.count))")
    }
    guard !table.outputs.isEmpty else {
      throw call.error(.shapeMismatch, "the data has no targets to learn", at: argument)
    }
    let rows = table.askedRows
    guard !table.areHalfAsked(rows) else {
      throw call.error(
        .notAvailable, "a row leaves some of its outputs free; a loss needs all of them or none",
        at: argument,
        hint: "train a net for each output")
    }
    guard !rows.isEmpty else {
      throw call.error(.shapeMismatch, "the data has no rows to learn from", at: argument)
    }
    self.init(table, rows: rows, for: net)
    try call.expectFinite(inputs.elements, table.inputs, rows, at: argument)
    try call.expectFinite(targets.elements, table.outputs, rows, at: argument)
    try call.expectIndices(of: net, inputs, table, rows, at: argument)
  }
}

extension Call {
  /// Finds an infinite number, or none, in the columns of these rows.
  func expectFinite(
    _ elements: [Double], _ columns: [String], _ rows: [Int], at argument: String
  ) throws(Stop) {
    guard let index = elements.firstIndex(where: { !$0.isFinite }) else { return }
    let (row, column) = (rows[index / columns.count] + 1, columns[index % columns.count])
    throw error(
      .notFinite, "row \(row) of the data has \(elements[index].text()) for `\(column)`", at: argument,
      hint: "leave the row out, or look for a division by 0")
  }

  /// Finds an index that an embedding of the net has no row for.
  fileprivate func expectIndices(
    of net: Net, _ inputs: Tensor, _ table: Table, _ rows: [Int], at argument: String
  ) throws(Stop) {
    for (indices, count) in net.graph.embeddings(of: net.output) {
      let width = net.graph.shape(of: indices).count
      let values = net.graph.evaluate(indices, rows: inputs).elements
      let odd = values.firstIndex { $0 != $0.rounded() || $0 < 0 || $0 >= Double(count) }
      guard let odd else { continue }
      let isColumn = net.graph.isInput(indices)
      let column: Message = isColumn ? " for `\(table.inputs[odd % width])`" : ""
      throw error(
        .indexRange,
        "row \(rows[odd / width] + 1) of the data has the index \(values[odd].text())\(column), the embedding has rows for 0 to \(count - 1)",
        at: argument,
        hint: values[odd] == values[odd].rounded()
          ? "make it larger: embed(\(Int(max(values.max() ?? 0, 0)) + 1), …), or count the indices from 0"
          : "an index is a whole number")
    }
  }

  /// Finds parameters of the net that no gradient reaches.
  func requireGradient(of net: Net) throws(Stop) {
    let stuck = net.graph.parametersWithoutGradient(of: net.output)
    guard let first = stuck.first else { return }
    let isAll = stuck.count == net.graph.parameters(of: net.output).count
    throw error(
      .zeroGradient,
      isAll
        ? "the derivative of a step is 0 everywhere, so nothing learns"
        : "the derivative of a step is 0 everywhere, so \(net.parameterName(first)) never learns",
      at: "net",
      hint: "use sigmoid or tanh instead of step, or `perceptron_rule` for a single unit")
  }

  /// The optimizer given for `name`.
  func optimizer(_ name: String) throws(Stop) -> Optimizer? {
    guard let argument = arguments[name], !argument.value.isUnknown else { return nil }
    if case .structure(let structure) = argument.value, case .optimizer(let optimizer) = structure.content {
      return optimizer
    }
    if case .text(let text) = argument.value,
      let kind = Optimizer.Kind.all.first(where: { $0.name == text.lowercased() })
    {
      throw error(
        .typeMismatch, "`\(name)` is an optimizer, this is \(argument.value.kindText)", at: name,
        hint: "write it with its rate: \(kind.name)(0.1)", edit: .init(range(of: name), "\(kind.name)(0.1)"))
    }
    if let builtin = argument.value.builtin,
      Optimizer.Kind.all.contains(where: { $0.name == builtin.name })
    {
      let rate = builtin.name.hasPrefix("adam") ? "0.01" : "0.1"
      throw error(
        .typeMismatch, "`\(name)` is an optimizer with its rate, this is `\(builtin.name)` alone", at: name,
        hint: "write it with its rate: \(builtin.name)(\(rate))",
        edit: .init(range(of: name), "\(builtin.name)(\(rate))"))
    }
    throw error(
      .typeMismatch, "`\(name)` is an optimizer, this is \(argument.value.kindText)", at: name,
      hint: "such as sgd(0.5): one of \(Optimizer.Kind.all.map(\.name).joined(separator: ", "))")
  }

  /// When to stop early, given for `name`.
  func earlyStop(_ name: String) throws(Stop) -> Training.EarlyStop? {
    guard let argument = arguments[name] else { return nil }
    if case .structure(let structure) = argument.value, case .earlyStop(let stop) = structure.content {
      return stop
    }
    throw error(
      .typeMismatch, "`\(name)` says when to end early, this is \(argument.value.kindText)", at: name,
      hint: "such as below(0.001) or patience(20)")
  }

  /// Whether `name` is true; other numbers than 0 and 1 are refused.
  func isTrue(_ name: String) throws(Stop) -> Bool {
    let number = number(name) ?? 0
    guard number == 0 || number == 1 else {
      throw error(
        .typeMismatch, "`\(name)` is true or false, this is \(number.text())", at: name,
        hint: "write \(name)=true")
    }
    return number == 1
  }

  /// The rate at which weights decay, 0 where it is left out; a negative one is noted.
  func decayRate(_ name: String, _ evaluator: inout Evaluator) throws(Stop) -> Double {
    let rate = number(name) ?? 0
    guard rate.isFinite else {
      throw error(
        .typeMismatch, "`\(name)` is finite, this is \(rate.text())", at: name,
        hint: "a usual value is 0.001; 0 leaves it out")
    }
    if rate < 0 {
      evaluator.remark(
        Diagnostic(
          .negativeDecay, "`\(name)` is not negative as a rule, this is \(rate.text()): the weights grow",
          at: range(of: name), hint: .init("write \(name)=\((-rate).text())")))
    }
    return rate
  }

  /// The rows of one step; nil for all.
  func batch(of count: Int) throws(Stop) -> Int? {
    guard let argument = arguments["batch"] else { return nil }
    if case .text("all") = argument.value { return nil }
    guard argument.value.shape?.rank == 0 else {
      throw error(
        .typeMismatch, "`batch` is a number of rows or \"all\", this is \(argument.value.kindText)",
        at: "batch")
    }
    guard let size = try self.count("batch", from: 1, to: 100_000_000) else { return nil }
    return size < count ? size : nil
  }

  /// The rows to watch: a share or a number of the last rows, or a table with its examples.
  func validation(
    of all: Training.Examples, for net: Net
  ) throws(Stop) -> (choice: TrainingPlan.Validation, examples: Training.Examples?)? {
    guard let argument = arguments["val"] else { return (.last(0), nil) }
    if case .table(let table) = argument.value {
      return try Training.Examples(table, for: net, of: self, at: "val").map { (.table(table), $0) }
    }
    guard argument.value.shape?.rank == 0 else {
      throw error(
        .typeMismatch, "`val` is a share, a number of rows or a table, this is \(argument.value.kindText)",
        at: "val")
    }
    guard let number = number("val") else { return nil }
    let rows = number < 1 ? (number * Double(all.count)).rounded() : number
    guard rows >= 0, rows == rows.rounded(), number >= 0 else {
      throw error(
        .typeMismatch, "`val` takes some of the \(all.count) rows away, this is \(number.text())", at: "val",
        hint: "a share below 1, or a whole number of rows")
    }
    let share: Message = "\(number.text()) of \(counted(all.count, "row"))"
    guard rows > 0 || number == 0 else {
      throw error(
        .typeMismatch, "\(share) is less than half a row, so that none would be left to validate with",
        at: "val", hint: "give a number of rows such as 1, or a larger share")
    }
    guard rows < Double(all.count) else {
      throw error(
        .typeMismatch,
        "`val` takes some of the \(all.count) rows away, and \(share) leave none to learn from", at: "val",
        hint: "a smaller share, fewer rows, or a table to validate with")
    }
    return (.last(Int(rows)), nil)
  }
}
