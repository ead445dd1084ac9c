import Diagnostics

/// Definitions as other languages write them: said once, with what is written here, and read as meant.
extension Parser {
  /// Reads a definition of another language, if one stands here.
  mutating func foreignDefinition() -> (Statement.Kind, height: Int)? {
    guard current == .name else { return nil }
    if let table = namelessTable() { return table }
    if let body = foreignBody() { return foreignFunction(bodyAt: body) }
    if let function = functionWithResult() ?? boundElsewhere() { return function }
    switch (kind(ahead: 1), kind(ahead: 2)) {
    case (.name, .sign(.binds)) where ForeignSpelling.words[token.text] == nil: return nameInTwo()
    case (.sign(.colon), .name) where kind(ahead: 3) == .sign(.arrow): return mapping()
    case (.sign(.colon), .name) where kind(ahead: 3) == .sign(.binds): return typedName()
    case (.sign(.colon), let next) where isValue(next) || next == .sign(.minus): return boundByColon()
    case (.sign(.comma), .name): return namesTogether()
    case (.sign(.binds), .name) where kind(ahead: 3) == .sign(.binds): return namesInARow()
    case (.name, _), (.number, _), (.text, _), (.run, _), (.keyword, _), (.sign, _), (.line, _),
      (.separator, _),
      (.bad, _), (.end, _):
      return nil
    }
  }

  /// `XOR(a, b -> y) { 00:0, … }` without its word.
  private mutating func namelessTable() -> (Statement.Kind, height: Int)? {
    guard kind(ahead: 1) == .sign(.openRound) else { return nil }
    let close = token(at: position + 1).partner
    let head = tokens[position + 1..<max(position + 1, close)]
    guard head.contains(where: { $0.kind == .sign(.arrow) && $0.parent == position + 1 }),
      token(at: close + 1).kind == .sign(.openCurly)
    else { return nil }
    let name = Identifier(token.text, here)
    fail(
      Diagnostic(
        .foreignSpelling, "a table begins with `table`", at: here,
        hint: .init("write `table` before it", edit: .init(here.startPoint, "table "))))
    return (.broken(name: name), 0)
  }

  /// Whether a value may begin with it, and nothing else.
  func isValue(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .name, .number, .text, .keyword(.not), .keyword(.true), .keyword(.false), .sign(.openRound),
      .sign(.openSquare), .sign(.hole):
      true
    case .run, .keyword, .sign, .line, .separator, .bad, .end: false
    }
  }

  // MARK: Functions

  /// Where the body begins of `def f(x): …`, `f(x): …` or `f(x) { … }`.
  private func foreignBody() -> Int? {
    let isDefined = ForeignSpelling.definers.contains(token.text) && kind(ahead: 1) == .name
    let name = isDefined ? position + 1 : position
    guard token(at: name + 1).kind == .sign(.openRound) else { return nil }
    var body = token(at: name + 1).partner + 1
    switch token(at: body).kind {
    case .sign(.colon): body += 1
    case .sign(.openCurly): if !token(at: body).isBody { return nil }
    // The type of what it gives: `def f(x) -> float:`.
    case .sign(.arrow)
    where isDefined && token(at: body + 1).kind == .name && token(at: body + 2).kind == .sign(.colon):
      body += 3
    case .sign(.arrow):
      guard !isDefined, usesParameters(of: name, behind: body) else { return nil }
      body += 1
    case .sign(.binds): if isDefined { body += 1 } else { return nil }
    // A head alone, and its lines below.
    case .separator where isDefined && stands(body + 1, furtherInThan: position): body += 1
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return nil
    }
    if token(at: body).text == "return", token(at: body + 1).kind != .sign(.binds) { body += 1 }
    return body
  }

  /// Whether `f(x, y) -> x + y` stands here: all in the parentheses are names, and the arrow leads to one of them.
  private func usesParameters(of name: Int, behind arrow: Int) -> Bool {
    let inside = tokens[name + 2..<max(name + 2, tokens[name + 1].partner)]
    guard inside.allSatisfy({ $0.kind == .name || $0.kind == .sign(.comma) }) else { return false }
    let next = token(at: arrow + 1)
    return next.kind == .name && inside.contains { $0.kind == .name && $0.text == next.text }
  }

  private mutating func foreignFunction(bodyAt body: Int) -> (Statement.Kind, height: Int) {
    let start = position
    if token(at: position + 1).kind == .name { advance() }
    let close = token(at: position + 1).partner
    let parameters = position + 2..<max(position + 2, close)
    let isTyped = parameters.contains { [.sign(.binds), .sign(.colon)].contains(tokens[$0].kind) }
    let names = parameters.filter {
      tokens[$0].kind == .name && [.sign(.openRound), .sign(.comma)].contains(tokens[$0 - 1].kind)
    }
    let list = names.map { tokens[$0].text }.joined(separator: ", ")
    // Types and values of parameters are left out.
    let head =
      isTyped
      ? "\(token.text)(\(list)) ="
      : range(token.bytes.lowerBound..<tokens[close].bytes.upperBound).text + " ="
    let first = start == position ? tokens[close + 1] : tokens[start]
    let isLong = hasLinesBelow(start, bodyAt: body)
    let whole = range(tokens[start].bytes.lowerBound..<token(at: body).bytes.lowerBound)
    report(
      Diagnostic(
        .foreignSpelling, "a function is written with `=`", at: range(first.bytes),
        hint: .init(
          isLong
            ? "write `\(head) { … }`: the parts on lines of their own, the value last" : "write `\(head) …`",
          edit: isLong || head.utf8.count > Self.longestCopy ? nil : .init(whole, head + " "))))
    mute(start)
    guard isLong || isTyped else {
      let read = function(bodyAt: body)
      if current == .separator { skipLinesBelow(start, in: tokens[start].parent) }
      return read
    }
    let name = Identifier(token.text, here)
    position = body
    while position < lastIndex, tokens[position].kind != .separator { position += 1 }
    skipLinesBelow(start, in: tokens[start].parent)
    return (.broken(name: name), 0)
  }

  /// Whether the body goes on in lines that stand further in than its head.
  private func hasLinesBelow(_ start: Int, bodyAt body: Int) -> Bool {
    guard token(at: body).kind != .sign(.openCurly) else { return false }
    if token(at: body).kind == .name, token(at: body + 1).kind == .sign(.binds) { return true }
    var end = body
    while end < lastIndex, tokens[end].kind != .separator { end += 1 }
    return end < lastIndex && stands(end + 1, furtherInThan: start)
  }

  /// `y=2` of `f(x, y=2) = …`, which is left out.
  mutating func dropDefault() {
    let begin = previousEnd
    let bracket = token.parent
    let sign = here
    while position < lastIndex, !(token.parent == bracket && token.kind == .sign(.comma)),
      position != tokens[bracket].partner
    {
      advance()
    }
    let place = range(begin..<previousEnd)
    report(
      Diagnostic(
        .foreignSpelling, "a parameter has no value of its own: every call gives one", at: sign,
        hint: .init("delete `\(place.text.prefix(40))`", edit: .init(place, ""))))
    mute()
  }

  // MARK: Names

  /// `a, b = 1, 2`: a statement for each name.
  private mutating func namesTogether() -> (Statement.Kind, height: Int)? {
    var names = [Identifier(token.text, here)]
    var next = position + 1
    while token(at: next).kind == .sign(.comma), token(at: next + 1).kind == .name {
      names.append(Identifier(tokens[next + 1].text, range(tokens[next + 1].bytes)))
      next += 2
    }
    guard token(at: next).kind == .sign(.binds) else { return nil }
    let start = token.bytes.lowerBound
    let sign = range(tokens[position + 1].bytes)
    position = next
    advance()
    var values = [expression(.value)]
    while take(.comma) { values.append(expression(.value)) }
    let isEven = values.count == names.count && !hasFailed
    let whole = range(start..<max(start, previousEnd))
    let texts = zip(names, values).map { "\($0.text) = \(range($1.bytes).text)" }
    let isShort = whole.bytes.count <= Self.longestCopy
    report(
      Diagnostic(
        .foreignSpelling, "a statement defines one name", at: sign,
        hint: isEven
          ? .init(
            "each name has its own definition: `a = 1; b = 2`",
            edit: isShort ? .init(whole, texts.joined(separator: "; ")) : nil)
          : .init("give the value one name; its parts are positions `r[1]`, or fields `r.train`")))
    mute(next)
    // Of several parts of one value nothing is known.
    let kinds = names.indices.map { i in
      isEven
        ? Statement.Kind.binding(name: names[i], value: values[i].expression) : .broken(name: names[i])
    }
    further += kinds.dropFirst().map { Statement($0, whole) }
    return (kinds[0], values.height + 1)
  }

  /// `a = b = 2`: a statement for each name, the last one first.
  private mutating func namesInARow() -> (Statement.Kind, height: Int) {
    let start = token.bytes.lowerBound
    let second = range(tokens[position + 3].bytes)
    var names: [Identifier] = []
    while current == .name, kind(ahead: 1) == .sign(.binds) {
      names.append(Identifier(token.text, here))
      advance()
      advance()
    }
    let value = expression(.value)
    let whole = range(start..<max(start, previousEnd))
    let last = names.removeLast()
    let text = "\(last.text) = \(range(value.bytes).text)"
    let copies = names.map { "; \($0.text) = \(last.text)" }.joined()
    report(
      Diagnostic(
        .foreignSpelling, "a statement defines one name", at: second,
        hint: .init(
          "each name has its own definition; to compare, write `==`",
          edit: whole.bytes.count <= Self.longestCopy && !hasFailed ? .init(whole, text + copies) : nil)))
    further += names.map { name in
      Statement(.binding(name: name, value: Expression(.name(last.text), last.range)), whole)
    }
    return (.binding(name: last, value: value.expression), value.height + 1)
  }

  /// `f x = x^2` is a function, `my var = 3` a name in two words.
  private mutating func nameInTwo() -> (Statement.Kind, height: Int) {
    let first = token
    let second = token(at: position + 1)
    let equals = position + 2
    let end = tokens[equals...].firstIndex { $0.kind == .separator } ?? lastIndex
    if isWordBefore(second.text, first.text, from: end) { return droppedWord() }
    let isFunction = tokens[equals..<end].contains { $0.kind == .name && $0.text == second.text }
    let place = range(first.bytes.lowerBound..<second.bytes.upperBound)
    let text = isFunction ? "\(first.text)(\(second.text))" : "\(first.text)_\(second.text)"
    report(
      Diagnostic(
        .foreignSpelling, isFunction ? "a parameter stands in parentheses" : "a name has no blank", at: place,
        hint: .init("write `\(text)`", edit: .init(place, text))))
    mute()
    position = equals + 1
    let value = expression(.value)
    guard isFunction else {
      return (.binding(name: Identifier(text, place), value: value.expression), value.height + 1)
    }
    let parameter = NameItem.name(Identifier(second.text, range(second.bytes)))
    return (
      .function(
        name: Identifier(first.text, range(first.bytes)), parameters: [parameter],
        value: .expression(value.expression)),
      value.height + 1
    )
  }

  /// Whether `double x = 5` stands here: below, `x` is spoken of and `double` is not.
  private func isWordBefore(_ name: String, _ word: String, from end: Int) -> Bool {
    let below = tokens[end...].prefix(500).filter { $0.kind == .name }.map(\.text)
    return below.contains(name) && !below.contains(word) && !below.contains("\(word)_\(name)")
      && (word.utf8.count > 1 || ForeignSpelling.words[word.lowercased()] != nil)
  }

  private mutating func droppedWord() -> (Statement.Kind, height: Int) {
    let place = range(token.bytes.lowerBound..<self.token(at: position + 1).bytes.lowerBound)
    report(
      Diagnostic(
        .foreignSpelling, "`\(token.text)` has no meaning here", at: here,
        hint: .init("a name is bound with `=` alone: delete `\(token.text)`", edit: .init(place, ""))))
    mute()
    advance()
    let name = Identifier(token.text, here)
    advance()
    advance()
    let value = expression(.value)
    return (.binding(name: name, value: value.expression), value.height + 1)
  }

  /// `T = table(a -> b) { … }`: the word stands before the name.
  mutating func failTurnedHead(_ name: Identifier, _ word: Keyword) {
    let rule = word == .table ? "`table XOR(x1, x2 -> y) { … }`" : "`net XOR_net(x[2]) { … }`"
    let edit =
      kind(ahead: 1) == .sign(.openRound)
      ? Diagnostic.Edit(name.range.joined(with: here), "\(word.rawValue) \(name.range.text)") : nil
    fail(
      Diagnostic(
        .misplacedStatement, "`\(word.rawValue)` stands before its name", at: here,
        hint: .init(edit.map { "write `\($0.replacement)(…) { … }`" } ?? "write \(rule)", edit: edit)))
  }

  // MARK: Checks

  /// Whether `assert x > 0` stands here.
  var isForeignCheck: Bool {
    guard ForeignSpelling.checks.contains(token.text) else { return false }
    let next = kind(ahead: 1)
    return isValue(next) && next != .sign(.openRound) && next != .sign(.openSquare)
  }

  /// `assert x > 0`, read as a check.
  mutating func foreignCheck() -> (Statement.Kind, height: Int) {
    let end = tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex
    let bracket = token.parent
    let hasReason = tokens[position..<end].contains { $0.kind == .sign(.comma) && $0.parent == bracket }
    report(
      Diagnostic(
        .foreignSpelling, "what must hold is a check", at: here,
        hint: .init(
          hasReason ? "write `check \"why\": …`, the reason first" : "write `check`",
          edit: hasReason ? nil : .init(here, "check"))))
    mute()
    return check()
  }

  // MARK: Blocks by indentation

  /// Whether a loop or the like of another language begins at the token `start`.
  func beginsForeignBlock(_ start: Int) -> Bool {
    switch tokens[start].kind {
    case .keyword(.for), .keyword(.if): true
    case .name: ForeignSpelling.words[tokens[start].text] != nil
    case .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: false
    }
  }

  private func stands(_ index: Int, furtherInThan start: Int) -> Bool {
    range(tokens[index].bytes).start.column > range(tokens[start].bytes).start.column
  }

  /// Passes over the lines that stand further in than the token `start`: they belong to what was refused.
  mutating func skipLinesBelow(_ start: Int, in bracket: Int) {
    let close = bracket < 0 ? lastIndex : tokens[bracket].partner
    while position < close, tokens[position].kind == .separator, range(tokens[position].bytes).text != ";",
      position + 1 < close, stands(position + 1, furtherInThan: start)
    {
      advance()
      if token.kind == .name, token(at: position + 1).kind == .sign(.binds) {
        further.append(Statement(.broken(name: Identifier(token.text, here)), here))
      }
      while position < close, !(tokens[position].kind == .separator && tokens[position].parent == bracket) {
        advance()
      }
    }
    // The `end` of a block that has no brackets.
    let next = token(at: position + 1)
    if position < close, tokens[position].kind == .separator, next.kind == .name, next.text == "end",
      [.separator, .end].contains(token(at: position + 2).kind)
    {
      position += 2
    }
  }
}
