import Diagnostics
import Syntax
import Tables
import Tensors

extension Evaluator {
  /// The most inputs of a table given by a formula: it has 2ⁿ rows.
  private static let formulaInputLimit = 16

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
    try gauge.charge(table.X.count + table.Y.count, at: range)
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
    guard inputs.count <= Self.formulaInputLimit else {
      throw .error(
        .tableTooLarge, "\(inputs.count) inputs make 2^\(inputs.count) rows", at: name.range,
        hint: "use at most \(Self.formulaInputLimit) inputs")
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
    let x = Table.countingRows(inputs.count)
    let y = Tensor([x.shape.sizes[0], outputs.count], try evaluate(net, rows: x, at: value.range).elements)
    if let odd = y.elements.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      let row = x.row(odd / outputs.count)
      let example = zip(inputs, row.elements).map { "\($0.text)=\($1.text())" }.joined(separator: ", ")
      throw .error(
        .notBoolean, "a truth table's formula gives 0 or 1, for \(example) it is \(y.elements[odd].text())",
        at: value.range, hint: "compare it, such as \(value.canonicalText) > 0")
    }
    return .table(
      Table(name: name.text, inputs: inputs.map(\.text), outputs: outputs.map(\.text), X: x, Y: y))
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
