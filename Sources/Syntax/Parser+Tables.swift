import Diagnostics

extension Parser {
  /// Reads `Table = "table" NAME "(" Names "->" Names ")" ( "{" [ "on" ] Row { "," Row } [ "," ] "}" | "=" Expr )`.
  mutating func table() -> (Statement.Kind, height: Int) {
    advance()
    guard let name = expectName("of the table") else { return (.broken(name: nil), 0) }
    guard open(.openRound) else {
      unexpected("expected `(`", hint: .init("a table's head is `table XOR(x1, x2 -> y)`"))
      return (.broken(name: name), 0)
    }
    let inputs = names("of an input column")
    expect(.arrow, "between the inputs and the outputs")
    let outputs = names("of an output column")
    expect(.closeRound, "behind the columns")
    guard !hasFailed else { return (.broken(name: name), 0) }
    if take(.binds) {
      let value = expression(.value)
      return (
        .tableFormula(name: name, inputs: inputs, outputs: outputs, value: value.expression),
        value.height + 1
      )
    }
    if current == .separator, kind(ahead: 1) == .sign(.openCurly) { joinLines() }
    let bracket = position
    guard open(.openCurly) else {
      unexpected(
        "expected the rows or a formula", hint: .init("rows are `{ 00:0, 01:1 }`, a formula is `= a and b`"))
      return (.broken(name: name), 0)
    }
    let hasOn = take(.on)
    let (rows, height) = rows(in: bracket, hasOn: hasOn)
    return (
      .table(TableStatement(name: name, inputs: inputs, outputs: outputs, hasOn: hasOn, rows: rows)),
      height + 1
    )
  }

  private mutating func rows(in bracket: Int, hasOn: Bool) -> (rows: [TableStatement.Row], height: Int) {
    let close = tokens[bracket].partner
    var rows: [TableStatement.Row] = []
    var height = 0
    repeat {
      let start = position
      let begin = token.bytes.lowerBound
      let (kind, rowHeight) = row(hasOn: hasOn)
      height = max(height, rowHeight)
      if !hasFailed, position != close, current != .sign(.comma) {
        unexpected("expected `,` or `}` behind the row")
      }
      guard state != .tooDeep else { return (rows, height) }
      let isBroken = hasFailed
      recover(from: start, in: bracket) { $0.kind == .sign(.comma) }
      rows.append(.init(isBroken ? broken(kind) : kind, range(begin..<max(begin, previousEnd))))
      if position != close { advance() }
    } while position != close && !hasMistakesEnough
    position = close
    advance()
    return (rows, height)
  }

  /// What was read of a row stays if it has both sides.
  private func broken(_ kind: TableStatement.Row.Kind) -> TableStatement.Row.Kind {
    switch kind {
    case .long(let inputs, let outputs): outputs.isEmpty ? .broken : .long(inputs: inputs, outputs: outputs)
    case .short, .broken: .broken
    }
  }

  private mutating func row(hasOn: Bool) -> (TableStatement.Row.Kind, height: Int) {
    switch current {
    case .run: return (shortRow(hasOn: hasOn), 1)
    case .sign(.openRound) where !hasOn: return longRow()
    case .sign(.openRound):
      fail(badRow("behind `on` every row is short", hint: "write the row as `01`, one character a column"))
    case .bad: failBadRun()
    case .name, .number, .text, .keyword, .sign, .line, .separator, .end:
      unexpected("expected a row", hint: .init("a row is `01:1` or `(0.2, 1.5): 1`"))
    }
    return (.broken, 0)
  }

  private func badRow(_ message: String, hint: String) -> Diagnostic {
    Diagnostic(.badRow, message, at: here, hint: .init(hint))
  }

  private mutating func failBadRun() {
    fail(
      badRow(
        "a short row holds `0`, `1`, `-` and `?` only, not `\(here.text.prefix(40))`",
        hint: "write other numbers in parentheses: `(0.2, 1.5): 1`"))
  }

  private mutating func run() -> TableStatement.Run? {
    switch current {
    case .run:
      let run = TableStatement.Run(token.text, here)
      advance()
      return run
    case .bad:
      failBadRun()
    case .name, .number, .text, .keyword, .sign, .line, .separator, .end:
      unexpected("expected the row's outputs", hint: .init("a row is `01:1`, one character a column"))
    }
    return nil
  }

  private mutating func shortRow(hasOn: Bool) -> TableStatement.Row.Kind {
    guard let inputs = run() else { return .broken }
    if current == .run {
      fail(badRow("a short row has no blanks", hint: "write one character a column, `00:1`"))
      return .broken
    }
    guard take(.colon) else {
      if !hasOn, !hasFailed {
        fail(
          Diagnostic(
            .badRow, "this row has no outputs", at: inputs.range,
            hint: .init("write `\(inputs.text):1`; rows that are all 1 stand behind `on`")))
      }
      return .short(inputs: inputs, outputs: nil)
    }
    guard let outputs = run() else { return .broken }
    if current == .run {
      fail(badRow("a short row has no blanks", hint: "write one character a column, `00:1`"))
    }
    return .short(inputs: inputs, outputs: outputs)
  }

  private mutating func longRow() -> (TableStatement.Row.Kind, height: Int) {
    guard open(.openRound) else { return (.broken, 0) }
    let inputs = expressions()
    expect(.closeRound, "behind the row's inputs")
    expect(.colon, "between the row's inputs and outputs")
    guard !hasFailed else { return (.broken, 0) }
    let outputs: [ParsedExpression]
    if current == .sign(.openRound) {
      guard open(.openRound) else { return (.broken, 0) }
      outputs = expressions()
      expect(.closeRound, "behind the row's outputs")
    } else {
      outputs = [expression()]
    }
    return (
      .long(inputs: inputs.map(\.expression), outputs: outputs.map(\.expression)),
      max(inputs.height, outputs.height) + 1
    )
  }
}
