import Diagnostics
import Wording

extension Parser {
  /// Postfix: a number, a text, a truth value, or a value with its suffixes.
  mutating func operand() -> ParsedExpression {
    let bytes = token.bytes
    switch current {
    case .number: return leaf(.number(numberLiteral()), bytes)
    case .text: return leaf(.text(textLiteral()), bytes)
    case .keyword(.true):
      advance()
      return leaf(.truth(true), bytes)
    case .keyword(.false):
      advance()
      return leaf(.truth(false), bytes)
    case .name:
      let name = token.text
      advance()
      return suffixes(leaf(.name(name), bytes))
    case .sign(.hole):
      advance()
      return suffixes(leaf(.hole, bytes))
    case .sign(.openRound): return suffixes(parentheses())
    case .sign(.openSquare): return suffixes(list())
    case .run, .keyword, .sign, .line, .separator, .bad, .end:
      expectedValue()
      return broken()
    }
  }

  private func leaf(_ kind: Expression.Kind, _ bytes: Range<Int>) -> ParsedExpression {
    ParsedExpression(expression: Expression(kind, range(bytes)), height: 0, bytes: bytes)
  }

  /// The operators that other languages write as functions.
  private static let namesOfSigns: Set<Keyword> = [.and, .or, .xor]

  private mutating func expectedValue() {
    switch current {
    case .keyword(let word) where kind(ahead: 1) == .sign(.binds): fail(keywordAsName(word))
    case .keyword(let word) where Self.namesOfSigns.contains(word):
      unexpected(
        "expected a value",
        hint: .init(
          [.sign(.comma), .sign(.closeRound), .separator, .end].contains(kind(ahead: 1))
            ? "`\(word.rawValue)` is an operator; a table or a net of yours has capitals: `\(word.rawValue.uppercased())`"
            : "`\(word.rawValue)` stands between its values: `a \(word.rawValue) b`"))
    case .keyword(.for) where token.parent >= 0 && tokens[token.parent].kind == .sign(.openSquare):
      unexpected(
        "expected a value", hint: .init("a comprehension begins with its value: `[f(k) for k in 1..5]`"))
    case .keyword(.for):
      unexpected(
        "expected a value",
        hint: .init("there is no loop: write `[f(k) for k in 1..5]`, or `iterate(f, from=x0, steps=n)`"))
    case .sign(.openCurly):
      if let list = bracedList(here) { return fail(list) }
      unexpected(
        "expected a value", hint: .init("a list stands in `[ ]`; `{ }` holds rows, blocks and edits"))
    case .sign(.plus): unexpected("expected a value", hint: .init("a number has no `+` before it"))
    case .sign(.greater) where position > 0 && tokens[position - 1].kind == .sign(.minus):
      let place = range(tokens[position - 1].bytes.lowerBound..<token.bytes.upperBound)
      fail(
        Diagnostic(
          .foreignSpelling, "an arrow has no blank inside", at: place,
          hint: .init("write `->`", edit: .init(place, "->"))))
    case .sign(.at) where kind(ahead: 1) == .sign(.openRound):
      unexpected(
        "expected a value", hint: .init("a function has its parameters behind its name: `g(x) = x^2`"))
    case .sign(.tilde):
      let end = token(at: position + 1).bytes.lowerBound
      fail(
        Diagnostic(
          .foreignSpelling, "negation is a word", at: here,
          hint: .init(
            "write `not`",
            edit: .init(range(token.bytes.lowerBound..<max(token.bytes.upperBound, end)), "not "))))
    case .sign(.less): unexpected("expected a value", hint: .init("the product of two vectors is `v @ w`"))
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end:
      unexpected("expected a value")
    }
  }

  /// Takes the NUMBER that stands here.
  mutating func numberLiteral() -> NumberLiteral {
    let literal = NumberLiteral(value: Double(token.text) ?? 0, spelling: token.text, range: here)
    advance()
    return literal
  }

  /// Takes the STRING that stands here.
  mutating func textLiteral() -> TextLiteral {
    let typed = here.text
    let isPlain = typed.hasPrefix("\"") && !token.isRepaired
    let literal = TextLiteral(
      value: token.text, spelling: isPlain ? typed : Lexer.quoted(token.text), range: here)
    advance()
    return literal
  }

  /// `( Expr )`.
  private mutating func parentheses() -> ParsedExpression {
    let opening = position
    guard open(.openRound) else { return broken() }
    if failBracketedChoice(opening) { return broken() }
    var inner = expression()
    // The `)` that a bracket without an end was given takes no room.
    if !token(at: tokens[opening].partner).bytes.isEmpty { inner = colonRange(inner) }
    if current == .sign(.comma) { inner = tuple(first: inner, opening) }
    expect(.closeRound, "here")
    inner.bytes = tokens[opening].bytes.lowerBound..<max(tokens[opening].bytes.lowerBound, previousEnd)
    inner.isParenthesised = true
    return inner
  }

  /// `(1, 2)`, read as the list `[1, 2]`.
  private mutating func tuple(first: ParsedExpression, _ opening: Int) -> ParsedExpression {
    let place = range(tokens[opening].bytes.lowerBound..<token(at: tokens[opening].partner).bytes.upperBound)
    if token(at: tokens[opening].partner + 1).kind == .sign(.arrow) {
      fail(
        Diagnostic(
          .foreignSpelling, "`->` joins layers and makes no function", at: place,
          hint: .init("write `f\(place.text.prefix(40)) = …`")))
      return broken()
    }
    if kind(ahead: 1) == .sign(.closeRound) { return single(first, place) }
    if let interval = interval(at: opening, place) {
      report(interval)
      mute()
      advance()
      let last = expression()
      return node(
        .range(first: first.expression, last: last.expression), height: max(first.height, last.height) + 1,
        tokens[opening].bytes.lowerBound..<token(at: tokens[opening].partner).bytes.upperBound)
    }
    let edit =
      place.bytes.count <= Self.longestCopy
      ? Diagnostic.Edit(place, "[" + place.text.dropFirst().dropLast() + "]") : nil
    report(
      Diagnostic(
        .foreignSpelling, "parentheses hold one value", at: range(tokens[opening].bytes),
        hint: .init("a list is written in `[ ]`", edit: edit)))
    mute()
    var items = [first]
    while take(.comma), current != .sign(.closeRound) { items.append(expression()) }
    return node(
      .list(rows: [items.map(\.expression)]), height: items.height + 1,
      tokens[opening].bytes.lowerBound..<token(at: tokens[opening].partner).bytes.upperBound)
  }

  /// `(2,)`, read as `2`.
  private mutating func single(_ value: ParsedExpression, _ place: SourceRange) -> ParsedExpression {
    report(
      Diagnostic(
        .foreignSpelling, "one value needs no parentheses and no comma", at: place,
        hint: .init(
          "write the value alone",
          edit: value.bytes.count <= Self.longestCopy ? .init(place, range(value.bytes).text) : nil)))
    mute()
    advance()
    return value
  }

  // MARK: Lists

  /// List, or a comprehension.
  private mutating func list() -> ParsedExpression {
    let start = token.bytes.lowerBound
    guard open(.openSquare) else { return broken() }
    if take(.closeSquare) { return node(.list(rows: []), height: 0, start..<previousEnd) }
    let first = colonRange(expression())
    if take(.for) { return comprehension(first, from: start) }
    var rows: [[Expression]] = [[first.expression]]
    var height = first.height
    while !hasFailed {
      if take(.semicolon) {
        rows.append([])
      } else if !take(.comma) || current == .sign(.closeSquare) {
        break
      }
      if current == .sign(.closeSquare), rows.last?.isEmpty == true {
        reportLastSemicolon()
        rows.removeLast()
        break
      }
      let item = expression()
      height = max(height, item.height)
      rows[rows.count - 1].append(item.expression)
    }
    if hasFailed, rows.last?.isEmpty == true { rows.removeLast() }
    closeList("or `,` in the list")
    return node(.list(rows: rows), height: height + 1, start..<max(start, previousEnd))
  }

  private mutating func closeList(_ purpose: Message) {
    if current == .keyword(.for) || current == .keyword(.in) {
      unexpected("expected `]`", hint: .init("a comprehension is `[f(k) for k in 1..5]`"))
    }
    expect(.closeSquare, purpose)
  }

  private mutating func comprehension(_ value: ParsedExpression, from start: Int) -> ParsedExpression {
    if current == .sign(.openRound) { failBracketedSteps() }
    let name = expectName("behind `for`") ?? Identifier("", range(previousEnd..<previousEnd))
    if !take(.in) { readForeignIn() }
    let source = withoutBrackets(colonRange(expression(.source)))
    if current == .keyword(.if) { failFilter(value, name, source) }
    failSecondSteps(value, name, source, from: start)
    closeList("behind the comprehension")
    return node(
      .comprehension(value: value.expression, name: name, source: source.expression),
      height: max(value.height, source.height) + 1, start..<max(start, previousEnd))
  }

  // MARK: Suffixes

  private mutating func suffixes(_ base: ParsedExpression) -> ParsedExpression {
    var base = base
    while !hasFailed {
      let before = position
      switch current {
      case .sign(.openRound) where isImplicitFactor(base): return base
      case .sign(.openRound): base = call(base)
      case .sign(.openSquare): base = index(base)
      case .sign(.point): base = field(base)
      case .sign(.transposed):
        let name = Identifier("T", here)
        advance()
        base = suffix(.field(base: base.expression, name: name), base, 0)
      case .sign(.quote):
        advance()
        base = suffix(.derivative(base: base.expression), base, 0)
      case .keyword(.with): base = with(base)
      case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return base
      }
      if position == before { return base }
    }
    return base
  }

  private mutating func suffix(_ kind: Expression.Kind, _ base: ParsedExpression, _ height: Int)
    -> ParsedExpression
  {
    let lower = base.bytes.lowerBound
    return node(kind, height: max(base.height, height) + 1, lower..<max(lower, previousEnd))
  }

  private mutating func field(_ base: ParsedExpression) -> ParsedExpression {
    let place = here
    if token.bytes.lowerBound != previousEnd
      || token(at: position + 1).bytes.lowerBound != token.bytes.upperBound
    {
      unexpected(
        "expected an operator",
        hint: .init(
          "a product is `v * w`, of vectors and matrices `v @ w`; a field's `.` touches both its sides"))
    }
    advance()
    guard let name = word() else {
      if current == .sign(.openRound) {
        fail(
          Diagnostic(
            .foreignSpelling, "a function takes a whole vector without a point", at: place,
            hint: .init("delete the `.`", edit: .init(place, ""))))
      }
      unexpected("expected a field", hint: .init("a field is a name or a number: `run.net`, `m.1`"))
      return suffix(.field(base: base.expression, name: Identifier("", place)), base, 0)
    }
    return suffix(.field(base: base.expression, name: name), base, 0)
  }

  /// Takes a WORD or an INT.
  private mutating func word() -> Identifier? {
    switch current {
    case .name, .keyword: break
    case .number where token.isInteger: break
    case .number, .text, .run, .sign, .line, .separator, .bad, .end: return nil
    }
    let identifier = Identifier(token.text, here)
    advance()
    return identifier
  }

  /// `( [ Arg { "," Arg } [ "," ] ] )`.
  private mutating func call(_ base: ParsedExpression) -> ParsedExpression {
    let opening = position
    guard open(.openRound) else { return base }
    if failRoundPositions(base, opening) || failSumOver(base, opening) || failCalledChoice(base, opening) {
      return base
    }
    var arguments: [Argument] = []
    var height = 0
    while !hasFailed, current != .sign(.closeRound) {
      let start = token.bytes.lowerBound
      let argument = argument(behind: arguments.last)
      if current == .keyword(.for) { failBareComprehension(from: start, in: opening) }
      arguments.append(argument.argument)
      height = max(height, argument.height + 1)
      guard take(.comma) else { break }
    }
    if !failSemicolon() { expect(.closeRound, "or `,` behind the argument") }
    return suffix(.call(base: base.expression, arguments: arguments), base, height)
  }

  private mutating func argument(behind last: Argument?) -> (argument: Argument, height: Int) {
    if kind(ahead: 1) == .sign(.binds), let name = word() {
      advance()
      let value = colonRange(expression(.argument))
      return (Argument(name: name, value: value.expression), value.height)
    }
    if case .name = current, kind(ahead: 1) == .sign(.colon),
      token(at: position + 1).bytes.lowerBound == token.bytes.upperBound,
      last?.name != nil
        || token(at: position + 2).bytes.lowerBound > token(at: position + 1).bytes.upperBound,
      let name = word()
    {
      report(
        Diagnostic(
          .foreignSpelling, "a named argument is written with `=`", at: here,
          hint: .init(
            "write `\(name.text)=…`",
            edit: .init(range(token.bytes.lowerBound..<self.token(at: position + 1).bytes.lowerBound), "="))))
      mute()
      advance()
      let value = expression(.argument)
      return (Argument(name: name, value: value.expression), value.height)
    }
    let value = colonRange(expression(.argument))
    if let name = last?.name {
      report(
        Diagnostic(
          .argumentOrder, "this argument has no name and stands behind `\(name.text)=`",
          at: range(value.bytes), hint: namingHint(value, behind: last)))
    }
    return (Argument(name: nil, value: value.expression), value.height)
  }

  /// `[ ( ":" | Expr ) { "," ( ":" | Expr ) } ]`.
  private mutating func index(_ base: ParsedExpression) -> ParsedExpression {
    guard open(.openSquare) else { return base }
    var items: [IndexItem] = []
    var height = 0
    repeat {
      let place = here
      if failMissingPosition(in: items) { break }
      if take(.colon) {
        items.append(.all(place))
        if isValue(current) { failOpenSlice(place, from: "1") }
      } else {
        let item = slice()
        if current == .sign(.colon) { failOpenSlice(here, to: base) }
        items.append(.at(item.expression))
        height = max(height, item.height)
      }
    } while take(.comma)
    if !failSemicolon() { expect(.closeSquare, "or `,` behind the index") }
    return suffix(.index(base: base.expression, items: items), base, height)
  }

  /// `with { Edit { "," Edit } [ "," ] }`.
  private mutating func with(_ base: ParsedExpression) -> ParsedExpression {
    advance()
    guard open(.openCurly) else {
      unexpected("expected `{` behind `with`", hint: editsHint)
      return base
    }
    var edits: [Edit] = []
    var height = 0
    repeat {
      guard let edit = edit() else { break }
      edits.append(edit.edit)
      height = max(height, edit.height + 1)
    } while takeCommaOfEdits() && current != .sign(.closeCurly)
    expect(.closeCurly, "or `,` behind the edit")
    return suffix(.with(base: base.expression, edits: edits), base, height)
  }

  /// Reads `Edit = ( NAME | INT ) { "." ( WORD | INT ) } "=" Expr`.
  private mutating func edit() -> (edit: Edit, height: Int)? {
    if case .keyword(let word) = current { fail(keywordAsName(word)) }
    guard let first = word() else {
      unexpected("expected a field", hint: .init("an edit is `1.b = [0]`"))
      return nil
    }
    var path = [first]
    while current == .sign(.point) {
      advance()
      guard let next = word() else {
        unexpected("expected a field behind the point")
        return nil
      }
      path.append(next)
    }
    if !takeColonOfEdit() { expect(.binds, "behind the edited field") }
    let value = expression(.value)
    return (Edit(path: path, value: value.expression), value.height)
  }
}
