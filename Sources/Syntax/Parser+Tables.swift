import Diagnostics
import Wording

extension Parser {
  /// Reads `Table = "table" NAME "(" Names "->" Names ")" ( "{" [ "on" ] Row { "," Row } [ "," ] "}" | "=" Expr )`.
  mutating func table() -> (Statement.Kind, height: Int) {
    advance()
    guard
      let name = expectName(
        "of the table", hint: "a table is `table XOR(x1, x2 -> y) { … }`; nothing else is named `table`")
    else { return (.broken(name: nil), 0) }
    guard open(.openRound) else {
      unexpected("expected `(`", hint: .init("a table's head is `table XOR(x1, x2 -> y)`"))
      return (.broken(name: name), 0)
    }
    let head = position - 1
    let inputs = names("of an input column")
    if current == .sign(.closeRound) { failWithoutOutputs(head) }
    takeForeignArrow()
    expect(.arrow, "between the inputs and the outputs")
    let outputs = names("of an output column")
    expect(.closeRound, "behind the columns")
    guard !hasFailed else { return (.broken(name: name), 0) }
    if current == .sign(.binds), kind(ahead: 1) == .sign(.openCurly), let formula = bracedFormula() {
      fail(formula)
      return (.broken(name: name), 0)
    }
    if current == .sign(.binds), kind(ahead: 1) == .sign(.openCurly) {
      let place = range(token.bytes.lowerBound..<token(at: position + 1).bytes.lowerBound)
      report(
        Diagnostic(
          .foreignSpelling, "rows stand directly behind the head", at: here,
          hint: .init("delete the `=`", edit: .init(place, ""))))
      mute()
      advance()
    }
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
      if current == .sign(.openSquare) { failSquareRows() }
      unexpected(
        "expected the rows or a formula", hint: .init("rows are `{ 00:0, 01:1 }`, a formula is `= a and b`"))
      return (.broken(name: name), 0)
    }
    let columns = [inputs, outputs].map { $0.reduce(0) { $0 + ($1.count ?? 0) } }
    if reportWrittenRows(in: bracket, inputs: columns[0], outputs: columns[1]) {
      position = tokens[bracket].partner
      advance()
      return (.broken(name: name), 0)
    }
    let isTold = reportLongRows(in: bracket, inputs: columns[0], outputs: columns[1])
    let told = diagnostics
    let hasOn = take(.on)
    let (rows, height) = rows(in: bracket, hasOn: hasOn, columns: columns[0])
    if isTold { diagnostics = told }
    return (
      .table(TableStatement(name: name, inputs: inputs, outputs: outputs, hasOn: hasOn, rows: rows)),
      height + 1
    )
  }

  /// `table T(a, b -> y) = { a and b }`.
  private func bracedFormula() -> Diagnostic? {
    let opening = token(at: position + 1)
    let place = range(
      opening.bytes.lowerBound..<max(opening.bytes.upperBound, tokens[opening.partner].bytes.upperBound))
    let formula = place.text.dropFirst().dropLast().split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    guard formula.first?.isLetter == true, !formula.hasPrefix("on "), !formula.contains(":"),
      place.bytes.count <= Self.longestCopy
    else { return nil }
    return Diagnostic(
      .foreignSpelling, "a formula stands without braces", at: range(opening.bytes),
      hint: .init("write `= \(formula)`", edit: .init(place, formula)))
  }

  /// `table T(a, b; y)` or `table T(a, b : y)`, read with its arrow.
  private mutating func takeForeignArrow() {
    let isOther =
      [.sign(.semicolon), .sign(.colon), .sign(.binds)].contains(current)
      || current == .separator && here.text == ";"
    guard isOther, kind(ahead: 1) == .name else { return }
    report(
      Diagnostic(
        .foreignSpelling, "the outputs of a table stand behind `->`", at: here,
        hint: .init("write `->`", edit: .init(here, previousEnd == token.bytes.lowerBound ? " ->" : "->"))))
    mute()
    tokens[position].kind = .sign(.arrow)
  }

  /// `table T(a, b)`.
  private mutating func failWithoutOutputs(_ head: Int) {
    // By a formula of all names the last is no output.
    let isFormula = kind(ahead: 1) == .sign(.binds)
    if kind(ahead: 1) == .sign(.arrow), kind(ahead: 2) == .name {
      var end = position + 2
      while token(at: end + 1).kind == .sign(.comma), token(at: end + 2).kind == .name { end += 2 }
      let place = range(token.bytes.lowerBound..<tokens[end].bytes.upperBound)
      let names = range(tokens[position + 2].bytes.lowerBound..<tokens[end].bytes.upperBound).text
      return fail(
        Diagnostic(
          .unexpectedToken, "expected `->` between the inputs and the outputs, found `)`", at: here,
          hint: .init(
            "the arrow stands in the parentheses: write `\(range(tokens[head].bytes.lowerBound..<token.bytes.lowerBound).text.prefix(60)) -> \(names))`",
            edit: .init(place, " -> \(names))"))
        ))
    }
    let comma = isFormula ? nil : tokens[head...position].last { $0.kind == .sign(.comma) }
    fail(
      Diagnostic(
        .unexpectedToken, "expected `->` between the inputs and the outputs, found `)`", at: here,
        hint: .init(
          isFormula
            ? "the output has a name, too: `table XOR(x1, x2 -> y) = …`"
            : "the outputs stand behind an arrow: `table XOR(x1, x2 -> y)`",
          edit: comma.map { .init(range($0.bytes), " ->") })))
  }

  /// `table T(a -> b) [0:1]`.
  private mutating func failSquareRows() {
    let place = range(token.bytes.lowerBound..<tokens[token.partner].bytes.upperBound)
    let edit =
      place.bytes.count <= 10 * Self.longestCopy
      ? Diagnostic.Edit(place, "{" + place.text.dropFirst().dropLast() + "}") : nil
    fail(
      Diagnostic(
        .foreignSpelling, "the rows of a table stand in `{ }`", at: here,
        hint: .init("write `{` and `}`", edit: edit)))
  }

  /// Reads the rows; `columns` is the number of inputs.
  private mutating func rows(
    in bracket: Int, hasOn: Bool, columns: Int
  ) -> (rows: [TableStatement.Row], height: Int) {
    let close = tokens[bracket].partner
    var saysCommas = false
    var rows: [TableStatement.Row] = []
    var height = 0
    repeat {
      let start = position
      let begin = token.bytes.lowerBound
      let (kind, rowHeight) = row(hasOn: hasOn, columns: columns)
      height = max(height, rowHeight)
      let hasNoComma = !hasFailed && position != close && current != .sign(.comma)
      if hasNoComma, beginsRow(position) {
        if !saysCommas { reportMissingCommas(in: bracket, hasOn: hasOn) }
        saysCommas = true
        rows.append(.init(kind, range(begin..<max(begin, previousEnd))))
        continue
      }
      if hasNoComma { unexpected("expected `,` or `}` behind the row") }
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

  /// Whether a row begins at the token `index`, as its colon or the end of a row before it tell.
  private func beginsRow(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .run: true
    case .sign(.openRound): token(at: tokens[index].partner + 1).kind == .sign(.colon)
    case .name, .number, .text, .keyword, .sign, .line, .separator, .bad, .end: false
    }
  }

  /// Says once for a table that its rows are parted by commas; the change puts in all that are missing.
  private mutating func reportMissingCommas(in bracket: Int, hasOn: Bool) {
    let begin = previousEnd
    var text = ""
    var end = begin
    for index in position..<tokens[bracket].partner where tokens[index].parent == bracket && beginsRow(index)
    {
      let before = tokens[index - 1]
      let isBehindColon = before.kind == .sign(.colon) || before.kind == .sign(.comma)
      guard !isBehindColon, hasOn || tokens[index].kind != .run || token(at: index + 1).kind == .sign(.colon)
      else {
        continue
      }
      text += range(end..<before.bytes.upperBound).text + ","
      end = before.bytes.upperBound
    }
    let isShort = end - begin <= 10 * Self.longestCopy
    report(
      Diagnostic(
        .badRow, "rows are parted by commas", at: here,
        hint: .init("write `,` behind each row", edit: isShort ? .init(range(begin..<end), text) : nil)))
  }

  /// What was read of a row stays if it has both sides.
  private func broken(_ kind: TableStatement.Row.Kind) -> TableStatement.Row.Kind {
    switch kind {
    case .long(let inputs, let outputs): outputs.isEmpty ? .broken : .long(inputs: inputs, outputs: outputs)
    case .short, .broken: .broken
    }
  }

  private mutating func row(hasOn: Bool, columns: Int) -> (TableStatement.Row.Kind, height: Int) {
    switch current {
    case .run: return (shortRow(hasOn: hasOn, columns: columns), 1)
    case .sign(.openRound) where !hasOn: return longRow()
    case .sign(.openRound):
      fail(badRow("behind `on` every row is short", hint: "write the row as `01`, one character a column"))
    case .bad: failBadRun()
    case .name, .number, .text, .keyword, .sign, .line, .separator, .end:
      unexpected("expected a row", hint: .init("a row is `01:1` or `(0.2, 1.5): 1`"))
    }
    return (.broken, 0)
  }

  private func badRow(_ message: Message, hint: Message) -> Diagnostic {
    Diagnostic(.badRow, message, at: here, hint: .init(hint))
  }

  private mutating func failBadRun() {
    let typed = here.text
    let free = String(typed.map { "xXdD*_φØ∅".contains($0) ? "-" : $0 })
    let isFree = free != typed && free.allSatisfy { "01-?".contains($0) }
    fail(
      Diagnostic(
        .badRow, "a short row holds `0`, `1`, `-` and `?` only, not `\(typed.prefix(40))`", at: here,
        hint: isFree
          ? .init("what does not matter is `-`: write `\(free)`", edit: .init(here, free))
          : .init("write other numbers in parentheses: `(0.2, 1.5): 1`")))
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

  private mutating func shortRow(hasOn: Bool, columns: Int) -> TableStatement.Row.Kind {
    guard var inputs = run() else { return .broken }
    if !hasOn, columns > 1, inputs.text.utf8.count == 1, let whole = scatteredInputs(inputs) {
      inputs = whole
    }
    if current == .run, !(hasOn && inputs.text.utf8.count == columns) {
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
    if current == .run, token(at: position + 1).kind != .sign(.colon) {
      fail(badRow("a short row has no blanks", hint: "write one character a column, `00:1`"))
    }
    return .short(inputs: inputs, outputs: outputs)
  }

  /// `0, 0:` or `0 0:`, read as `00:`.
  private mutating func scatteredInputs(_ first: TableStatement.Run) -> TableStatement.Run? {
    var text = first.text
    var next = position
    while true {
      let part = token(at: next).kind == .sign(.comma) ? next + 1 : next
      guard token(at: part).kind == .run, tokens[part].text.utf8.count == 1 else { break }
      text += tokens[part].text
      next = part + 1
    }
    guard next > position, token(at: next).kind == .sign(.colon) else { return nil }
    let place = first.range.joined(with: range(tokens[next - 1].bytes))
    report(
      Diagnostic(
        .badRow, "a short row has nothing between its characters", at: place,
        hint: .init("write `\(text)`", edit: .init(place, text))))
    mute()
    position = next
    return TableStatement.Run(text, place)
  }

  private mutating func longRow() -> (TableStatement.Row.Kind, height: Int) {
    guard open(.openRound) else { return (.broken, 0) }
    let inputs = expressions()
    expect(.closeRound, "behind the row's inputs")
    if current == .sign(.arrow) || current == .sign(.binds) {
      let place = range(previousEnd..<token.bytes.upperBound)
      report(
        Diagnostic(
          .foreignSpelling, "a row's outputs stand behind `:`", at: here,
          hint: .init("write `:`", edit: .init(place, ":"))))
      mute()
      advance()
    } else {
      if !take(.colon) {
        unexpected(
          "expected `:` between the row's inputs and outputs",
          hint: .init("a row is `(0.5): 1`, its inputs in parentheses, or `01:1`"))
      }
    }
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
