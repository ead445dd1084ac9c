import Diagnostics
import Wording

extension Parser {
  /// Where a statement stands.
  enum Place {
    case cell, net, function
  }

  /// Reads `Cell = [ SEP ] [ Statement { SEP Statement } [ SEP ] ]`.
  mutating func statements() -> [Statement] { statements(.cell, in: -1) }

  /// Reads statements up to the end of `bracket`.
  private mutating func statements(_ place: Place, in bracket: Int) -> [Statement] {
    let close = bracket < 0 ? lastIndex : tokens[bracket].partner
    var result: [Statement] = []
    while position < close, state != .tooDeep, !hasMistakesEnough {
      if current == .separator {
        advance()
      } else {
        result.append(statement(place, in: bracket))
        result += further
        further = []
      }
    }
    return result
  }

  private mutating func statement(_ place: Place, in bracket: Int) -> Statement {
    let start = position
    let begin = token.bytes.lowerBound
    let (kind, height) = statementKind(place)
    if !hasFailed, !endsStatement(in: bracket) { unexpectedEnd() }
    if height > Self.deepest { failTooDeep("a part lies more than \(Self.deepest) levels deep") }
    let isTooDeep = state == .tooDeep
    // A part that is too deep breaks the statement around it.
    if isTooDeep, place != .cell {
      return Statement(.broken(name: kind.boundName), range(begin..<previousEnd))
    }
    let hasFailed = hasFailed
    let told = diagnostics.count
    recover(from: start, in: bracket) { $0.kind == .separator }
    // Of a statement whose mistake comes from one that was told nothing more is to be said.
    let isExcused = hasFailed && diagnostics.count == told
    if position == start { advance() }
    if hasFailed, beginsForeignBlock(start) {
      // What the statements in it would define is defined, so that nothing is missed below.
      for index in start + 1..<max(start + 1, position)
      where tokens[index].kind == .name && self.token(at: index + 1).kind == .sign(.binds) {
        further.append(
          Statement(
            .broken(name: Identifier(tokens[index].text, range(tokens[index].bytes))),
            range(tokens[index].bytes)))
      }
      skipLinesBelow(start, in: bracket)
    }
    tallest = max(tallest, height)
    return Statement(
      isTooDeep || isExcused ? .broken(name: kind.boundName) : kind, range(begin..<max(begin, previousEnd)))
  }

  private func endsStatement(in bracket: Int) -> Bool {
    if token.kind == .separator { return true }
    return position == (bracket < 0 ? lastIndex : tokens[bracket].partner)
  }

  private mutating func statementKind(_ place: Place) -> (Statement.Kind, height: Int) {
    switch current {
    case .keyword(let word):
      if let hyphenated = hyphenatedDefinition() { return hyphenated }
      if kind(ahead: 1) == .sign(.binds) || word != .check && isFunctionHead { return definition() }
      switch word {
      case .table: return place == .cell ? table() : misplaced(word)
      case .net: return place == .cell ? net() : misplaced(word)
      case .check: return place == .cell ? check() : misplaced(word)
      case .param: return place == .net ? param() : misplaced(word)
      case .for, .in, .if, .then, .else, .and, .or, .not, .xor, .true, .false, .with, .within, .worth, .on:
        return definition()
      }
    case .sign(.minus) where beginsAfresh: return definition()
    case .sign(.plus), .sign(.minus): return leadingSign()
    case .name where isForeignCheck: return foreignCheck()
    case .name where place == .net && isBareParameter: return bareParameter()
    case .name, .number, .text, .run, .sign, .line, .separator, .bad, .end: return definition()
    }
  }

  private mutating func misplaced(_ word: Keyword) -> (Statement.Kind, height: Int) {
    let (rule, action): (Message, Message) =
      word == .param
      ? ("`param` stands only in a net's block", looseParameter)
      : ("`\(word.rawValue)` does not stand in a block", "move it out of the `{ }`")
    let name =
      kind(ahead: 1) == .name && word != .check
      ? Identifier(token(at: position + 1).text, range(token(at: position + 1).bytes)) : nil
    fail(Diagnostic(.misplacedStatement, rule, at: here, hint: .init(action)))
    return (.broken(name: name), 0)
  }

  /// Whether no line stands above in its cell or block, which this one could go on.
  private var beginsAfresh: Bool {
    let before = position > 0 && tokens[position - 1].kind == .separator ? position - 2 : position - 1
    return before < 0 || tokens[before].kind == .sign(.openCurly)
  }

  private mutating func leadingSign() -> (Statement.Kind, height: Int) {
    let sign = token.text.isEmpty ? here.text : token.text
    let value = restOfStatement(from: token.bytes.lowerBound).text
    let isShort = value.utf8.count < 60 && current == .sign(.minus)
    fail(
      Diagnostic(
        .leadingSign, "a statement does not begin with `\(sign)`", at: here,
        hint: beginsAfresh
          ? .init("delete the `\(sign)`", edit: .init(here, ""))
          : .init(
            "continue the line above by ending it with the operator"
              + (isShort ? "; a value of its own is `(\(value))`" : ""))))
    return (.broken(name: nil), 0)
  }

  // MARK: Nets, params, checks

  /// Reads `Net = "net" NAME "(" NAME "[" Exprs "]" ")" Body`.
  private mutating func net() -> (Statement.Kind, height: Int) {
    advance()
    guard
      let name = expectName(
        "of the net", hint: "a net is `net XOR_net(x[2]) { … }`; nothing else is named `net`")
    else { return (.broken(name: nil), 0) }
    guard openRound("a net's head is `net name(x[2])`") else { return (.broken(name: name), 0) }
    let input = expectName("of the net's input")
    if current == .sign(.comma), let input { failSeveralInputs(input) }
    let sizes = sizes("a net's input says its size: `x[2]`")
    expect(.closeRound, "behind the net's input")
    guard let input, !hasFailed else { return (.broken(name: name), 0) }
    if current == .sign(.binds) { fail(netByFormula(name, sizes)) }
    guard let body = body(.net) else { return (.broken(name: name), 0) }
    return (
      .net(name: name, input: input, sizes: sizes.map(\.expression), body: body.parts),
      max(body.height, sizes.height) + 1
    )
  }

  /// `net h(x1, x2)`.
  private mutating func failSeveralInputs(_ first: Identifier) {
    let bracket = token.parent
    let close = bracket < 0 ? position : tokens[bracket].partner
    let names = tokens[position..<max(position, close)].filter { $0.kind == .name }
    let base = first.text.drop { $0.isNumber }.prefix { !$0.isNumber }
    let vector = base.isEmpty ? "x" : String(base)
    let count = names.count + 1
    let place = first.range.joined(with: range(token(at: max(position, close - 1)).bytes))
    fail(
      Diagnostic(
        .unexpectedToken, "a net has one input, a vector with its size", at: place,
        hint: .init(
          "write `\(vector)[\(count)]`; its parts are `\(vector)[1]` to `\(vector)[\(count)]`",
          edit: .init(place, "\(vector)[\(count)]"))))
  }

  private func netByFormula(_ name: Identifier, _ sizes: [ParsedExpression]) -> Diagnostic {
    let end = tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex
    let value = restOfStatement(from: token.bytes.upperBound).text.split(separator: " ").joined(
      separator: " ")
    let isChain = tokens[position..<end].contains {
      $0.kind == .sign(.arrow) || ForeignSpelling.layers.contains($0.text)
    }
    if !isChain, value.utf8.count < 150 {
      return Diagnostic(
        .misplacedStatement, "a net of formulas has a block", at: here,
        hint: .init(
          "write `{ \(value) }`", edit: .init(restOfStatement(from: token.bytes.lowerBound), "{ \(value) }")))
    }
    let size = sizes.map { range($0.bytes).text }.joined(separator: ", ")
    return Diagnostic(
      .misplacedStatement, "a net of layers is a chain without `net`", at: here,
      hint: .init(
        "write `\(name.text) = input(\(size)) -> …`, the layers joined by `->`; a net of formulas has a block `{ }`"
      ))
  }

  private mutating func openRound(_ rule: Message) -> Bool {
    if open(.openRound) { return true }
    unexpected("expected `(`", hint: .init(rule))
    return false
  }

  /// `[2, 4]`.
  private mutating func sizes(_ rule: Message) -> [ParsedExpression] {
    guard open(.openSquare) else {
      unexpected("expected `[`", hint: .init(rule))
      return []
    }
    let sizes = expressions()
    expect(.closeSquare, "behind the sizes")
    return sizes
  }

  /// Reads `Param = "param" NAME [ "[" Exprs "]" ] ( "~" | "=" ) Expr`.
  private mutating func param() -> (Statement.Kind, height: Int) {
    advance()
    return parameter()
  }

  /// Whether `w ~ xavier` or `W[2, 3] ~ xavier` stands here, without its word.
  private var isBareParameter: Bool {
    let next = token(at: position + 1)
    let behind = next.kind == .sign(.openSquare) ? token(at: next.partner + 1) : next
    return behind.kind == .sign(.tilde)
  }

  private mutating func bareParameter() -> (Statement.Kind, height: Int) {
    report(
      Diagnostic(
        .foreignSpelling, "a parameter of a net begins with `param`", at: here,
        hint: .init("write `param` before it", edit: .init(here.startPoint, "param "))))
    mute()
    return parameter()
  }

  private mutating func parameter() -> (Statement.Kind, height: Int) {
    guard let name = expectName("of the param") else { return (.broken(name: nil), 0) }
    let sizes = current == .sign(.openSquare) ? sizes("") : []
    let sign: Statement.ParamSign
    if take(.tilde) {
      sign = .drawn
    } else if take(.binds) {
      sign = .given
    } else if current == .sign(.openRound) {
      let place = range(token.bytes.lowerBound..<tokens[token.partner].bytes.upperBound)
      fail(
        Diagnostic(
          .foreignSpelling, "the sizes of a parameter stand in `[ ]`", at: here,
          hint: .init(
            "write `[` and `]`",
            edit: place.bytes.count <= Self.longestCopy
              ? .init(place, "[\(place.text.dropFirst().dropLast())]") : nil)))
      return (.broken(name: name), 0)
    } else {
      unexpected(
        "expected `~` or `=`", hint: .init("draw it, `param W[2, 4] ~ xavier`, or give it, `param c = 0`"))
      return (.broken(name: name), 0)
    }
    let value = expression()
    return (
      .param(name: name, sizes: sizes.map(\.expression), sign: sign, value: value.expression),
      max(sizes.height, value.height) + 1
    )
  }

  /// Reads `Check = "check" [ STRING [ "worth" NUMBER ] ":" ] Expr`.
  mutating func check() -> (Statement.Kind, height: Int) {
    advance()
    var text: TextLiteral?
    var worth: NumberLiteral?
    if failCalledCheck() { return (.broken(name: nil), 0) }
    if current == .text, isValue(kind(ahead: 1)) {
      text = textLiteral()
      report(
        Diagnostic(
          .foreignSpelling, "a `:` stands behind the name of a check", at: here.startPoint,
          hint: .init("write `:`", edit: .init(range(previousEnd..<previousEnd), ":"))))
      mute()
    } else if current == .text, kind(ahead: 1) == .sign(.comma) {
      text = textLiteral()
      report(
        Diagnostic(
          .foreignSpelling, "a `:` stands behind the name of a check", at: here,
          hint: .init("write `:`", edit: .init(here, ":"))))
      mute()
      advance()
    } else if current == .text, kind(ahead: 1) == .sign(.colon) || kind(ahead: 1) == .keyword(.worth) {
      text = textLiteral()
      if take(.worth) {
        if current == .number { worth = numberLiteral() } else { unexpected("expected the points") }
        dropUnit()
      }
      expect(.colon, "before what is checked")
      if worth == nil, current == .keyword(.worth) {
        unexpected(
          "expected what is checked",
          hint: .init("the points stand before the `:`: `check \"name\" worth 2: …`"))
      }
    }
    if text == nil, current == .sign(.colon), isValue(kind(ahead: 1)) || kind(ahead: 1) == .keyword(.if) {
      report(
        Diagnostic(
          .foreignSpelling, "what must hold follows `check`; a `:` stands behind the name of a check",
          at: here,
          hint: .init("delete the `:`", edit: .init(here, ""))))
      mute()
      advance()
    }
    let value = expression(.condition)
    return (.check(text: text, worth: worth, value: value.expression), value.height + 1)
  }

  // MARK: Blocks

  /// Reads `Body = "{" [ SEP ] ( Param | Definition ) { SEP ( Param | Definition ) } [ SEP ] "}"`.
  mutating func body(_ place: Place) -> (parts: [Statement], height: Int)? {
    let start = token
    if current == .separator, kind(ahead: 1) == .sign(.openCurly) { joinLines() }
    let bracket = position
    guard open(.openCurly) else {
      let isColon = current == .sign(.colon)
      unexpected(
        "expected `{`",
        hint: .init(isColon ? "write `{` here, and `}` behind the last line" : "a block stands in `{ }`"))
      return nil
    }
    let outer = tallest
    tallest = 0
    let parts = statements(place, in: bracket)
    let height = tallest + 1
    tallest = outer
    guard state != .tooDeep else { return nil }
    position = tokens[bracket].partner
    checkValue(of: parts, at: start)
    advance()
    return (parts, height)
  }

  /// The `{` of a head stands on the head's line.
  mutating func joinLines() {
    let place = range(previousEnd..<token(at: position + 1).bytes.lowerBound)
    report(
      Diagnostic(
        .foreignSpelling, "`{` stands on the line of its head", at: range(token(at: position + 1).bytes),
        hint: .init("join the lines", edit: .init(place, " "))))
    advance()
  }

  /// `y = f(x)` as the last part of a block.
  private func valueWithName(
    _ statement: SourceRange, _ name: Identifier, _ value: Expression
  ) -> Diagnostic {
    let head = SourceRange(
      statement.file, statement.lowerBound..<max(statement.lowerBound, value.range.lowerBound))
    return Diagnostic(
      .blockValue, "the last part of a block is its value, and this one is none", at: statement,
      hint: .init("the value stands without a name: delete `\(name.text) =`", edit: .init(head, "")))
  }

  private mutating func checkValue(of parts: [Statement], at opening: Token) {
    guard let last = parts.last else {
      return fail(
        Diagnostic(
          .blockValue, "this block is empty", at: here,
          hint: .init("its value is its last expression: `f(x) = { a = 2*x; a }`")))
    }
    switch last.kind {
    case .show, .broken: break
    case .binding(let name, let value):
      return report(valueWithName(last.range, name, value))
    case .function, .param, .table, .tableFormula, .net, .check:
      return report(
        Diagnostic(
          .blockValue, "the last part of a block is its value, and this one is none", at: last.range,
          hint: .init("end the block with an expression: `f(x) = { a = 2*x; a }`")))
    }
    for part in parts.dropLast() {
      guard case .show(let value) = part.kind, value.kind != .broken else { continue }
      return report(
        Diagnostic(
          .blockValue, "this value is not used", at: part.range,
          hint: .init("give it a name, or make it the last part of the block")))
    }
  }
}

extension Statement.Kind {
  /// The name that the statement binds, if it binds one.
  var boundName: Identifier? {
    switch self {
    case .table(let table): table.name
    case .tableFormula(let name, _, _, _), .net(let name, _, _, _), .param(let name, _, _, _),
      .binding(let name, _), .function(let name, _, _):
      name
    case .broken(let name): name
    case .check, .show: nil
    }
  }
}
