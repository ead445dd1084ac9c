import Diagnostics
import NeuralNetworks
import Syntax
import Tables
import Tensors
import Wording

extension Evaluator {
  /// The table of `table NAME(inputs -> outputs) { rows }`.
  mutating func tableValue(_ statement: TableStatement, at range: SourceRange) throws(Stop) -> Value {
    var patterns: [TablePattern] = []
    // A range of names that is none was reported by the parser.
    var isKnown = (statement.inputs + statement.outputs).allSatisfy { !$0.names.isEmpty }
    for row in statement.rows {
      switch row.kind {
      case .broken: isKnown = false
      case .short(let inputs, let outputs):
        patterns.append(
          TablePattern(
            inputs: inputs.text.map(PatternValue.init(character:)),
            outputs: outputs?.text.map(PatternValue.init(character:)), range: row.range))
      case .long(let inputs, let outputs):
        let (inputs, outputs) = (try numbers(inputs), try numbers(outputs))
        guard let inputs, let outputs else {
          isKnown = false
          continue
        }
        patterns.append(TablePattern(inputs: inputs, outputs: outputs, range: row.range))
      }
    }
    guard isKnown else { return .unknown }
    let built = Table.build(
      name: statement.name.text, inputs: statement.inputs.columns, outputs: statement.outputs.columns,
      patterns: patterns, rest: statement.hasOn ? .zero : .absent, range: range)
    for diagnostic in built.diagnostics {
      if diagnostic.severity == .error && mode == .run { throw .error(diagnostic) }
      remark(diagnostic)
    }
    guard let table = built.table else { return .unknown }
    try gauge.charge(table.valueCount, at: range)
    try gauge.allocate(bytes: Value.table(table).logicalBytes, at: range)
    return .table(table)
  }

  /// The numbers of a row, or nil where one is not known; the check looks at all of them either way.
  private mutating func numbers(_ expressions: [Expression]) throws(Stop) -> [PatternValue]? {
    var numbers: [Double] = []
    for expression in expressions {
      if let number = try number(expression, "a table's entry") { numbers.append(number) }
    }
    return numbers.count == expressions.count ? numbers.map(PatternValue.number) : nil
  }

  /// The table of `table NAME(a, b -> y) = formula`: all rows of {0,1}ⁿ.
  mutating func formulaTable(
    _ name: Identifier, _ inputItems: [NameItem], _ outputItems: [NameItem], _ value: Expression
  ) throws(Stop) -> Value {
    let inputs = inputItems.identifiers
    let outputs = outputItems.identifiers
    guard inputs.count <= Table.mostTruthInputs else {
      throw .error(
        .tableTooLarge, "\(inputs.count) inputs make 2^\(inputs.count) rows", at: name.range,
        hint: "use at most \(Table.mostTruthInputs) inputs")
    }
    let net = try formula(name.text, inputCount: inputs.count, origin: nil, at: value.range) {
      (evaluator, symbols) throws(Stop) in
      for (input, symbol) in zip(inputs, symbols) {
        evaluator.scope[input.text] = Scope.Entry(symbol, definition: input.range)
      }
      return try evaluator.evaluate(value)
    }
    guard let net else { return .unknown }
    guard net.outputCount == outputs.count else {
      throw .error(
        .shapeMismatch,
        "the formula gives \(counted(net.outputCount, "number")), the table has \(counted(outputs.count, "output"))",
        at: value.range,
        hint: outputs.count > 1 ? "write one formula for each in brackets: [a and b, a or b]" : nil)
    }
    return .table(
      Table(
        name: name.text, inputs: inputs.map(\.text), outputs: outputs.map(\.text),
        values: try truthValues(of: net, inputs, value)))
  }

  /// What a formula gives for all rows of {0,1}ⁿ.
  private mutating func truthValues(
    of net: Net, _ inputs: [Identifier], _ formula: Expression
  ) throws(Stop) -> [TruthValue] {
    let (rows, width) = (1 << inputs.count, net.outputCount)
    guard rows <= Table.maximalRows || rows * width <= Table.maximalValues else {
      throw .error(
        .tableTooLarge,
        "\(readable(rows)) rows of \(width) outputs are more than \(readable(Table.maximalValues)) values",
        at: formula.range, hint: "make a table of fewer outputs")
    }
    try gauge.allocate(bytes: rows * width, at: formula.range)
    let before = gauge.liveBytes
    var values: [TruthValue] = []
    values.reserveCapacity(rows * width)
    for codes in Table.blocks(ofRows: rows) {
      let x = Table.countingRows(inputs.count, codes: codes)
      let y = try evaluate(net, rows: x, at: formula.range).elements
      if let odd = y.firstIndex(where: { $0 != 0 && $0 != 1 }) {
        let row = x.row(odd / width).elements
        let example = zip(inputs, row).map { "\($0.text)=\($1.text())" }.joined(separator: ", ")
        throw .error(
          .notBoolean, "a truth table's formula gives 0 or 1, for \(example) it is \(y[odd].text())",
          at: formula.range, hint: booleanHint(formula), edit: booleanEdit(formula))
      }
      values += y.map { $0 == 1 ? .one : .zero }
      gauge.keep(bytes: 0, since: before)
    }
    return values
  }

  // MARK: Large tables

  /// Applies a net to every row of a table, block by block where its inputs are counted; result [m] or [m, k].
  public mutating func evaluate(_ net: Net, on table: Table, at range: SourceRange) throws(Stop) -> Tensor {
    guard table.isCounted else {
      return try evaluate(
        net, rows: table.X.reshaped(net.inputShape.prefixed(by: table.rowCount)), at: range)
    }
    let blocks = Table.blocks(ofRows: table.rowCount)
    let before = gauge.liveBytes
    // The work of all blocks is refused before the first of them is done.
    try gauge.charge(net.graph.cost(of: [net.output]).saturatingProduct(table.rowCount), at: range)
    try gauge.charge(net.graph.count.saturatingProduct(FuelGauge.operation * blocks.count), at: range)
    let results = net.outputCount.saturatingProduct(table.rowCount).saturatingProduct(8)
    try gauge.allocate(bytes: results, at: range)
    let block = net.graph.evaluationMemory(of: [net.output], rows: Table.maximalRows)
    try gauge.allocate(bytes: block.saturatingSum(8 * table.inputs.count * Table.maximalRows), at: range)
    var elements: [Double] = []
    elements.reserveCapacity(net.outputCount * table.rowCount)
    for rows in blocks {
      let x = table.inputs(of: rows)
      try seekCloseCall(in: net, rows: x, at: range)
      elements += net.evaluate(rows: x, precision: precision).elements
    }
    gauge.keep(bytes: results, since: before)
    return Tensor(net.resultShape.prefixed(by: table.rowCount), elements)
  }

  /// The call with the inputs of its large truth tables, unless the function counts them itself.
  mutating func withListedTables(_ call: Call) throws(Stop) -> Call {
    let tables = call.countedTables
    guard !tables.isEmpty, !call.builtin.traits.contains(.counts) else { return call }
    for table in tables {
      try gauge.charge(table.valueCount, at: call.range)
      try gauge.allocate(bytes: table.valueCount * 8 + table.heldCount, at: call.range)
    }
    return call.withListedTables
  }
}

/// A sum of Boolean algebra, whose signs are words here.
extension Evaluator {
  private func booleanHint(_ value: Expression) -> Message {
    let comparison: Message = "compare it, such as \(value.canonicalText) > 0"
    return booleanEdit(value).map { "the or of logic is `or`: \($0.replacement)" } ?? comparison
  }

  private func booleanEdit(_ value: Expression) -> Diagnostic.Edit? {
    let text = value.range.text
    guard text.utf8.count <= 100, text.contains("+"),
      text.utf8.allSatisfy({
        $0 >= 0x80 || "+*() _abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8.contains($0)
      }),
      text.split(whereSeparator: { "+*() ".contains($0) }).allSatisfy({ Double($0) == nil })
    else { return nil }
    let words = text.replacing("+", with: " or ").replacing("*", with: " and ").split(separator: " ")
    return .init(value.range, words.joined(separator: " "))
  }
}

extension [NameItem] {
  /// The columns of a table's head.
  fileprivate var columns: [TableColumn] { identifiers.map { TableColumn($0.text, $0.range) } }
}

extension PatternValue {
  /// The value a character of a short row stands for; the lexer lets only `0 1 - ?` into one.
  init(character: Character) {
    switch character {
    case "0": self = .zero
    case "1": self = .one
    case "-": self = .any
    case _: self = .hole
    }
  }
}
