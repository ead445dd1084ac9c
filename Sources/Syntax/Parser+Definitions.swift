import Diagnostics
import Wording

extension Parser {
  /// Reads `Definition = Expr | NAME "=" Expr | NAME "(" [ Names [ "," ] ] ")" "=" ( Expr | Body )`.
  mutating func definition() -> (Statement.Kind, height: Int) {
    if let foreign = hyphenatedDefinition() ?? foreignDefinition() { return foreign }
    if failCalledWord() || failTupleOfNames() { return (.broken(name: nil), 0) }
    dropForeignWord()
    if kind(ahead: 1) == .sign(.binds) {
      if current == .name { return binding() }
      if case .keyword(let word) = current { fail(keywordAsName(word)) }
    }
    if isFunctionHead {
      if current == .name { return function() }
      if case .keyword(let word) = current { fail(keywordAsName(word)) }
    }
    let start = position
    let value = expression(.statement)
    if current == .sign(.binds) { fail(notBindable(value, from: start)) }
    return (.show(value.expression), value.height + 1)
  }

  /// Whether a word and parentheses stand before `=`.
  var isFunctionHead: Bool {
    guard kind(ahead: 1) == .sign(.openRound) else { return false }
    return token(at: token(at: position + 1).partner + 1).kind == .sign(.binds)
  }

  private mutating func binding() -> (Statement.Kind, height: Int) {
    let name = Identifier(token.text, here)
    advance()
    let sign = here
    advance()
    if current == .sign(.binds) { fail(doubled(sign)) }
    if current == .sign(.openCurly) {
      fail(bracedList(here) ?? tableWithoutHead(name) ?? blockWithoutHead(name))
    }
    if case .keyword(let word) = current, word == .table || word == .net { failTurnedHead(name, word) }
    let value = expression(.value)
    return (.binding(name: name, value: value.expression), value.height + 1)
  }

  private func doubled(_ sign: SourceRange) -> Diagnostic {
    let both = sign.joined(with: here)
    return Diagnostic(
      .foreignSpelling, "`= =` is not a sign", at: both,
      hint: .init("`=` binds, `==` without a blank compares", edit: .init(both, "==")))
  }

  private func blockWithoutHead(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .misplacedStatement, "a block stands only behind a function's head", at: here,
      hint: .init(
        "write `\(name.text)() = { … }`, or name the parts on lines of their own",
        edit: .init(name.range.endPoint, "()")))
  }

  /// Reads a function whose body begins at the token `body`, or behind the `=` of its head.
  mutating func function(bodyAt start: Int? = nil, named: Identifier? = nil) -> (Statement.Kind, height: Int)
  {
    let name = named ?? Identifier(token.text, here)
    advance()
    guard open(.openRound) else { return (.broken(name: name), 0) }
    var parameters: [NameItem] = []
    var hasValues = false
    if current != .sign(.closeRound) {
      parameters = names("of a parameter")
      while current == .sign(.binds) {
        dropDefault()
        hasValues = true
        if take(.comma) { parameters += names("of a parameter") }
      }
      _ = take(.comma)
    }
    if current == .sign(.colon) {
      unexpected(
        "expected `)` behind the parameters",
        hint: .init("a parameter has no type: `f(x) = x^2`; a net's input has a size, `net h(x[2])`"))
    }
    expect(.closeRound, "behind the parameters")
    guard !hasFailed else { return (.broken(name: name), 0) }
    position = start ?? position + 1
    if current == .sign(.openCurly) {
      guard let body = body(.function) else { return (.broken(name: name), 0) }
      return (.function(name: name, parameters: parameters, value: .body(body.parts)), body.height + 1)
    }
    let value = expression(.value)
    // Calls may leave out what had a value.
    if hasValues { return (.broken(name: name), value.height + 1) }
    return (
      .function(name: name, parameters: parameters, value: .expression(value.expression)), value.height + 1
    )
  }

  private func notBindable(_ value: ParsedExpression, from start: Int) -> Diagnostic {
    let whole = range(value.bytes)
    let (message, action): (Message, Message) =
      switch value.expression.kind {
      case .index(let base, let items):
        ("values never change: no part of one can be set", wholeAnew(base, items))
      case .field:
        (
          "values never change: no field of one can be set",
          copyWithEdit(whole.text).map { "write `\($0)`" } ?? "bind a new name to a new value"
        )
      case .number where kind(ahead: 1) == .name && [.separator, .end].contains(kind(ahead: 2)):
        ("a name stands before `=`", "write `\(range(token(at: position + 1).bytes).text) = \(whole.text)`")
      case .name where value.isParenthesised:
        ("a name stands without parentheses before `=`", "write `\(value.expression.range.text) = …`")
      case .derivative:
        ("a derivative is not defined: it is computed", "a name has no `'`: write `y1 = …`")
      case .call(let base, _) where base.isDerivative:
        ("a derivative is not defined: it is computed", "leave the line out: f' is the derivative of f")
      default: ("only a name or `name(parameters)` can stand before `=`", "to compare, write `==`")
      }
    let statement = restOfStatement(from: value.bytes.lowerBound)
    let copy = if case .field = value.expression.kind { copyWithEdit(whole.text) } else { String?.none }
    return Diagnostic(
      .notBindable, message, at: whole, hint: .init(action, edit: copy.map { .init(statement, $0) }))
  }

  /// `w = [5, w[2], …]` for `w[1] = 5`.
  private func wholeAnew(_ base: Expression, _ items: [IndexItem]) -> Message {
    let value = restOfStatement(from: token.bytes.upperBound).text.split(separator: " ").joined(
      separator: " ")
    guard case .name(let name) = base.kind, items.count == 1, case .at(let item) = items[0],
      case .number(let place) = item.kind, (1...3).contains(place.value), value.utf8.count < 60
    else { return "bind a new name to a new value" }
    let parts = (1...max(2, Int(place.value))).map { Double($0) == place.value ? value : "\(name)[\($0)]" }
    return "bind the name to all of its parts anew: `\(name) = [\(parts.joined(separator: ", ")), …]`"
  }

  /// `m = m with { 1.b = [0] }` for the field `m.1.b`, which stands before the `=` that is read.
  private func copyWithEdit(_ field: String) -> String? {
    let parts = field.split(separator: ".")
    let value = restOfStatement(from: token.bytes.upperBound).text.split(separator: " ").joined(
      separator: " ")
    let layer = parts.indices.dropFirst().first { parts[$0].allSatisfy(\.isNumber) }
    guard let first = layer ?? parts.indices.last, first > 0, value.utf8.count < 100,
      layer != nil || ["w", "T", "b", "W"].contains(parts[first])
    else { return nil }
    let net = parts[..<first].joined(separator: ".")
    return "\(parts[0]) = \(net) with { \(parts[first...].joined(separator: ".")) = \(value) }"
  }

  // MARK: Names

  /// Reads `Names = NAME [ ".." NAME ] { "," NAME [ ".." NAME ] }`.
  mutating func names(_ purpose: Message) -> [NameItem] {
    var items: [NameItem] = []
    var count = 0
    repeat {
      // A trailing comma stands before `)`.
      if !items.isEmpty { _ = take(.comma) }
      guard let first = expectName(purpose) else { break }
      guard take(.range) else {
        items.append(.name(first))
        if current == .name { reportMissingComma() }
        continue
      }
      guard let last = expectName("at the end of the range") else { break }
      let item = NameItem.range(first: first, last: last)
      count += item.count ?? 0
      if item.count == nil || count > NameItem.mostNames { report(badRange(first, last)) }
      items.append(item)
      if current == .name { reportMissingComma() }
    } while current == .sign(.comma) && kind(ahead: 1) != .sign(.closeRound) || current == .name && !hasFailed
    return items
  }

  private mutating func reportMissingComma() {
    let place = range(previousEnd..<previousEnd)
    report(
      Diagnostic(
        .foreignSpelling, "names are parted by commas", at: here,
        hint: .init("write `,`", edit: .init(place, ","))))
    mute()
  }

  private func badRange(_ first: Identifier, _ last: Identifier) -> Diagnostic {
    Diagnostic(
      .badNameRange, "`\(first.text)..\(last.text)` is no range of names",
      at: first.range.joined(with: last.range),
      hint: .init("the names differ in their last number, the smaller first: `x1..x5`; at most 10,000"))
  }

  // MARK: Words of other languages

  /// `while (x < 10) { … }`, which is no call.
  private mutating func failCalledWord() -> Bool {
    guard current == .name, kind(ahead: 1) == .sign(.openRound),
      case .refused(let advice)? = ForeignSpelling.words[token.text]
    else { return false }
    let behind = token(at: token(at: position + 1).partner + 1).kind
    guard isValue(behind) || [.sign(.openCurly), .sign(.colon)].contains(behind) else { return false }
    fail(
      Diagnostic(.foreignSpelling, "`\(token.text)` has no meaning here", at: here, hint: .init(advice)))
    return true
  }

  /// `(a, b) = (1, 2)`.
  private mutating func failTupleOfNames() -> Bool {
    guard current == .sign(.openRound), token(at: token.partner + 1).kind == .sign(.binds) else {
      return false
    }
    let inside = tokens[position + 1..<max(position + 1, token.partner)]
    let names = inside.filter { $0.kind == .name }
    guard names.count > 1, inside.allSatisfy({ $0.kind == .name || $0.kind == .sign(.comma) }) else {
      return false
    }
    further += names.map { Statement(.broken(name: Identifier($0.text, range($0.bytes))), range($0.bytes)) }
    fail(
      Diagnostic(
        .foreignSpelling, "a statement defines one name", at: here,
        hint: .init("each name has its own definition: `a = 1; b = 2`")))
    return true
  }

  /// `let x = 1` is read without its first word.
  private mutating func dropForeignWord() {
    guard current == .name, case .dropped(let advice)? = ForeignSpelling.words[token.text] else { return }
    switch kind(ahead: 1) {
    case .name, .number, .text, .sign(.hole):
      let place = range(token.bytes.lowerBound..<token(at: position + 1).bytes.lowerBound)
      report(
        Diagnostic(
          .foreignSpelling, "`\(token.text)` has no meaning here", at: here,
          hint: .init(advice, edit: .init(place, ""))))
      mute()
      advance()
    case .run, .keyword, .sign, .line, .separator, .bad, .end: break
    }
  }
}

extension Expression {
  /// Whether it is `f'`.
  fileprivate var isDerivative: Bool { if case .derivative = kind { true } else { false } }
}
