import BooleanLogic
import Diagnostics
import Language
import Tables
import Tensors

/// A Boolean function that a call is given, and the names of its inputs.
struct NamedFunction {
  let function: BooleanFunction
  let names: [String]
}

extension Parameter {
  /// A truth table, or a function or net that gives 0 or 1 for inputs of 0 and 1.
  static let booleanFunction = Parameter("f", .any("a truth table, a function or a net"))
}

extension Call {
  /// The Boolean function given for `name`, with a value for each row; nil where it is not known before the run.
  func booleanFunction(_ name: String, _ evaluator: inout Evaluator) throws(Stop) -> NamedFunction? {
    guard let argument = arguments[name] else { return nil }
    switch argument.value {
    case .table(let table): return try booleanFunction(of: table, name, &evaluator)
    case .callable(.function(let function)):
      return try booleanFunction(of: argument, names: function.parameters.map(\.text), name, &evaluator)
    case .callable(.net(let net)):
      return try booleanFunction(
        of: argument, names: (0..<net.inputCount).map { "x\($0 + 1)" }, name, &evaluator)
    case .unknown: return nil
    case .tensor, .text, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw error(
        .typeMismatch,
        "a Boolean function is a truth table, a function or a net, this is \(argument.value.kindText)",
        at: name)
    }
  }

  private func booleanFunction(
    of table: Table, _ name: String, _ evaluator: inout Evaluator
  ) throws(Stop) -> NamedFunction {
    guard table.hasBooleanInputs, table.isBooleanOutput else {
      throw error(
        .typeMismatch, "the values of a truth table are 0 and 1, those of `\(table.name)` are not", at: name)
    }
    guard table.outputs.count == 1 else {
      throw error(
        .typeMismatch, "one Boolean function has one output, `\(table.name)` has \(table.outputs.count)",
        at: name, hint: "make a table of one of them")
    }
    if let missing = table.missingRows(limit: 1).first {
      throw error(
        .rowsMissing, "the row \(Tensor(missing).text()) is missing", at: name,
        hint: "write all rows, with - as output where either will do")
    }
    try evaluator.charge(table.rowCount.saturatingProduct(50), at: range)
    var ones = RowSet(rowCount: 1 << table.inputs.count)
    var zeros = ones, free = ones
    for row in 0..<table.rowCount {
      let code = table.code(ofRow: row)
      if table.isFree(row: row, column: 0) {
        free.insert(code)
      } else if table.output(ofRow: row, column: 0) == 1 {
        ones.insert(code)
      } else {
        zeros.insert(code)
      }
    }
    // A computed table can hold a row twice.
    if let both = ones.intersection(zeros).first {
      throw error(
        .typeMismatch,
        "the row \(BooleanFunction(inputCount: table.inputs.count, ones: ones).text(of: both)) gives 0 and 1",
        at: name, hint: "keep one of them")
    }
    return NamedFunction(
      function: BooleanFunction(
        inputCount: table.inputs.count, ones: ones, free: free.subtracting(ones).subtracting(zeros)),
      names: table.inputs)
  }

  private func booleanFunction(
    of argument: Argument, names: [String], _ name: String, _ evaluator: inout Evaluator
  ) throws(Stop) -> NamedFunction? {
    let count = names.count
    guard count <= BooleanFunction.mostInputs else {
      throw error(
        .tableTooLarge, "\(count) inputs make 2^\(count) rows", at: name,
        hint: "at most \(BooleanFunction.mostInputs) inputs are looked through")
    }
    guard let net = try evaluator.predictor(argument.value, inputCount: count, at: argument.range)
    else {
      return nil
    }
    guard net.outputCount == 1 else {
      throw error(
        .typeMismatch, "one Boolean function has one output, this has \(net.outputCount)", at: name)
    }
    var ones = RowSet(rowCount: 1 << count)
    for codes in Table.blocks(ofRows: ones.rowCount) {
      let values = try evaluator.evaluate(net, rows: Table.countingRows(count, codes: codes), at: range)
        .elements
      for (code, value) in zip(codes, values) {
        guard value == 0 || value == 1 else {
          throw error(
            .notBoolean,
            "for \(BooleanFunction(inputCount: count, ones: ones).text(of: code)) it gives \(value.text()), and not 0 or 1",
            at: name, hint: "let it decide, as with step")
        }
        if value == 1 { ones.insert(code) }
      }
    }
    return NamedFunction(function: BooleanFunction(inputCount: count, ones: ones), names: names)
  }
}

extension Table {
  /// Whether every output that is asked is 0 or 1.
  fileprivate var isBooleanOutput: Bool {
    isCounted || zip(Y.elements, dontCare).allSatisfy { value, isFree in isFree || value == 0 || value == 1 }
  }
}
