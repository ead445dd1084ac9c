import Diagnostics
import Wording

/// Two values side by side: what stands between them elsewhere.
extension Parser {
  /// Two values side by side.
  mutating func failJuxtaposed(_ stack: inout OperatorStack) {
    guard let left = stack.operands.last else { return }
    if case .name(let word) = left.expression.kind, let meant = ForeignSpelling.words[word] {
      let (advice, edit): (Message, Diagnostic.Edit?) =
        switch meant {
        case .dropped(let advice), .refused(let advice): (advice, nil)
        case .needless(let advice): (advice, .init(restOfStatement(from: left.bytes.lowerBound), ""))
        }
      return fail(
        Diagnostic(
          .foreignSpelling, "`\(word)` has no meaning here", at: range(left.bytes),
          hint: .init(advice, edit: edit)))
    }
    if let choice = questionedChoice(&stack) { return fail(choice) }
    if case .hole = left.expression.kind, current == .sign(.hole) {
      return fail(
        Diagnostic(
          .foreignSpelling, "a blank to fill in is one `?`", at: here,
          hint: .init("delete it", edit: .init(here, ""))))
    }
    if stack.waitsForThen {
      let place = range(previousEnd..<previousEnd)
      return unexpected(
        "expected `then`", hint: .init("a choice is `if a then b else c`", edit: .init(place, " then")))
    }
    fail(
      Diagnostic(
        .missingOperator, "two values stand side by side", at: here,
        secondary: [.init(range(left.bytes), "the first")],
        hint: prefixedText(left) ?? unquoted(left) ?? rowsOnLines() ?? operatorHint(left) ?? layerHint(stack)
          ?? blankedList() ?? infixHint(
            stack)
          ?? juxtaposedHint(left)))
  }

  func restOfStatement(from start: Int) -> SourceRange {
    let end = tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex
    return range(start..<max(start, tokens[max(0, end - 1)].bytes.upperBound))
  }

  /// `x = 5 y = 6`.
  mutating func failSecondStatement() -> Bool {
    guard kind(ahead: 1) == .sign(.binds), token.parent < 0 || tokens[token.parent].isBody else {
      return false
    }
    let gap = range(min(previousEnd, token.bytes.lowerBound)..<token.bytes.lowerBound)
    further.append(Statement(.broken(name: Identifier(token.text, here)), here))
    fail(
      Diagnostic(
        .foreignSpelling, "two statements stand on one line", at: here,
        hint: .init("part them by `;`", edit: .init(gap, "; "))))
    return true
  }

  /// `90 deg`.
  mutating func failDegrees(_ stack: OperatorStack) -> Bool {
    guard ["deg", "degree", "degrees"].contains(token.text), let left = stack.operands.last,
      case .number = left.expression.kind
    else { return false }
    let text = "\(range(left.bytes).text)*pi/180"
    let place = range(left.bytes.lowerBound..<token.bytes.upperBound)
    fail(
      Diagnostic(
        .foreignSpelling, "angles are in radians", at: place,
        hint: .init("write `\(text)`", edit: .init(place, text))))
    return true
  }

  /// `d/dx f(x)` and `sum k^2 for k in 1..3`.
  private func operatorHint(_ left: ParsedExpression) -> Diagnostic.Hint? {
    let written = range(left.bytes).text
    if position > 2, tokens[position - 3].text == "d", tokens[position - 2].kind == .sign(.over),
      written.hasPrefix("d")
    {
      return .init("the derivative of f is `f'`, at a place f'(2), as a formula derivative(f)")
    }
    let rest = restOfStatement(from: token.bytes.lowerBound)
    let end = tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex
    if case .name = left.expression.kind,
      tokens[position..<end].contains(where: { $0.kind == .keyword(.for) }),
      rest.bytes.count < Self.longestCopy
    {
      let call = "\(written)([\(rest.text)])"
      return .init(
        "write `\(call)`",
        edit: .init(
          range(left.bytes.lowerBound..<left.bytes.lowerBound + written.utf8.count).joined(with: rest), call))
    }
    return nil
  }

  /// `f"x = {x}"`.
  private func prefixedText(_ left: ParsedExpression) -> Diagnostic.Hint? {
    guard token.kind == .text, case .name(let name) = left.expression.kind, name.utf8.count <= 2,
      left.bytes.upperBound == token.bytes.lowerBound
    else { return nil }
    let isFilled = here.text.contains("{")
    return .init(
      isFilled
        ? "a text holds no values: write the value alone on a line, where it is shown"
        : "a text begins with its quote: delete the `\(name)`",
      edit: isFilled ? nil : .init(range(left.bytes), ""))
  }

  /// `7 mod 3`: a function stands before its values.
  func infixHint(_ stack: OperatorStack) -> Diagnostic.Hint? {
    guard let left = stack.operands.last else { return nil }
    if token.kind == .name, token.text == "is", kind(ahead: 1) == .keyword(.not) {
      let place = here.joined(with: range(token(at: position + 1).bytes))
      return .init("write `!=`", edit: .init(place, "!="))
    }
    guard let form = infix else { return nil }
    let right = token(at: position + 1)
    let parts = form.split(separator: "%", omittingEmptySubsequences: false)
    func filled(_ a: String, _ b: String) -> String { "\(parts[0])\(a)\(parts[1])\(b)\(parts[2])" }
    // With one value on either side the repair is known.
    let isAlone =
      switch kind(ahead: 2) {
      case .separator, .end, .sign(.closeRound), .sign(.closeSquare), .sign(.closeCurly), .sign(.comma): true
      case .name, .number, .text, .run, .keyword, .sign, .line, .bad: false
      }
    let isPlain = isAlone && stack.pending.isEmpty && left.bytes.count < 60 && right.partner < 0
    let call = isPlain ? filled(range(left.bytes).text, range(right.bytes).text) : filled("a", "b")
    let isProduct = token.text == "x" || token.text == "times"
    return .init(
      isProduct ? "write `\(call)`, of matrices `A @ B`" : "write `\(call)`",
      edit: isPlain && token.text != "x"
        ? .init(range(left.bytes.lowerBound..<right.bytes.upperBound), call) : nil)
  }

  /// What is meant by a function that stands here between two values.
  var infix: String? {
    let next = token(at: position + 1)
    guard token.kind == .name, isValue(next.kind), next.bytes.lowerBound > token.bytes.upperBound else {
      return nil
    }
    return ForeignSpelling.infixes[token.text]
  }

  /// Whether a name stands behind a number or a bracket, as in `3 sin(x)`.
  func needsTimes(_ stack: OperatorStack) -> Bool {
    if token.parent > 0, ["max", "min"].contains(tokens[token.parent - 1].text) { return false }
    guard let left = stack.operands.last, !isInList, infix == nil, ForeignSpelling.words[token.text] == nil
    else { return false }
    let next = token(at: position + 1)
    if isValue(next.kind), next.bytes.lowerBound > token.bytes.upperBound { return false }
    switch left.expression.kind {
    case .number: return true
    // `e^x sin(x)`
    case .name(let name):
      return name.utf8.count == 1 && next.kind == .sign(.openRound)
        && next.bytes.lowerBound == token.bytes.upperBound
    // `sin(x)cos(x)`
    case .call(let base, _):
      guard case .name(let name) = base.kind, stack.stages.isEmpty, name != "input" else {
        return left.isParenthesised
      }
      return left.isParenthesised
        || left.bytes.upperBound == token.bytes.lowerBound && next.kind == .sign(.openRound)
    case .text, .truth, .hole, .list, .comprehension, .index, .field, .derivative, .with, .prefix,
      .binary, .near, .range, .conditional, .chain, .broken:
      return left.isParenthesised
    }
  }

  /// Whether commas part values here, so that one may be missing.
  var isInList: Bool {
    token.parent >= 0 && tokens[token.parent].kind != .sign(.openRound) && !tokens[token.parent].isBody
  }

  /// `input(2) dense(1)`.
  func layerHint(_ stack: OperatorStack) -> Diagnostic.Hint? {
    guard token.kind == .name, kind(ahead: 1) == .sign(.openRound), let left = stack.operands.last,
      case .call(let base, _) = left.expression.kind, case .name(let name) = base.kind,
      !stack.stages.isEmpty || name == "input"
    else { return nil }
    let gap = range(previousEnd..<token.bytes.lowerBound)
    return .init("layers are joined by `->`", edit: .init(gap, " -> "))
  }

  /// Whether the three digits of `1 000` stand here.
  var isGroup: Bool {
    guard position > 0, token.kind == .number, here.text.utf8.count == 3, !isInList else { return false }
    let before = tokens[position - 1]
    return before.kind == .number && (1...3).contains(before.bytes.count)
      && !range(before.bytes).text.contains(".") && token.parent < 0
  }

  /// `[1 2 3]` with its commas.
  func blankedList() -> Diagnostic.Hint? {
    if isGroup, position > 0 {
      let place = range(tokens[position - 1].bytes.lowerBound..<token.bytes.upperBound)
      let number = place.text.filter { $0 != " " }
      return .init("a number has no blanks: `\(number)`", edit: .init(place, number))
    }
    let isNumbers = token.kind == .number && position > 0 && tokens[position - 1].kind == .number
    let isNamed = token.kind == .name && kind(ahead: 1) == .sign(.binds)
    let isOneOfSeveral =
      token.kind == .name && token.parent > 0 && ForeignSpelling.folds.contains(tokens[token.parent - 1].text)
    if isNumbers || isNamed || isOneOfSeveral, token.parent > 0,
      tokens[token.parent].kind == .sign(.openRound),
      tokens[token.parent - 1].kind == .name
    {
      let gap = range(previousEnd..<token.bytes.lowerBound)
      return .init("arguments are parted by commas", edit: .init(gap, ", "))
    }
    guard token.kind == .number, token.parent >= 0, tokens[token.parent].kind == .sign(.openSquare) else {
      return nil
    }
    let place = range(
      tokens[token.parent].bytes.lowerBound..<tokens[tokens[token.parent].partner].bytes.upperBound)
    guard place.bytes.count <= Self.longestCopy else { return nil }
    var text = "["
    for index in token.parent + 1..<tokens[token.parent].partner {
      switch (tokens[index - 1].kind, tokens[index].kind) {
      case (.number, .number): text += ", " + tokens[index].text
      case (.sign(.comma), .number), (.sign(.semicolon), .number): text += " " + tokens[index].text
      case (_, .number), (_, .sign(.comma)), (_, .sign(.semicolon)), (_, .sign(.minus)):
        text += range(tokens[index].bytes).text
      case (_, _): return nil
      }
    }
    return .init("numbers are parted by commas: `\(text)]`", edit: .init(place, text + "]"))
  }

  func juxtaposedHint(_ left: ParsedExpression) -> Diagnostic.Hint {
    guard case .name(let function) = left.expression.kind, token.kind == .name || token.kind == .number else {
      return .init("write the sign between them, or a comma, or part statements by `;`")
    }
    let argument = here.text
    let isAlone =
      switch kind(ahead: 1) {
      case .separator, .end, .sign(.closeRound), .sign(.closeSquare), .sign(.closeCurly), .sign(.comma): true
      case .name, .number, .text, .run, .keyword, .sign, .line, .bad: false
      }
    let place = range(left.bytes.upperBound..<token.bytes.upperBound)
    return .init(
      "a call has parentheses, `\(function)(\(argument)\(isAlone ? "" : " …"))`, a product its sign, `\(function)*\(argument)`",
      edit: isAlone ? .init(place, "(\(argument))") : nil)
  }

  /// `sin^2(x)`.
  mutating func failPowerOfFunction(_ stack: OperatorStack) -> Bool {
    guard case .binary(.power, _)? = stack.pending.last, let exponent = stack.operands.last,
      case .number = exponent.expression.kind, let base = stack.operands.dropLast().last,
      case .name(let name) = base.expression.kind, name.utf8.count > 1 || "fgh".contains(name)
    else { return false }
    let end = token(at: token.partner).bytes.upperBound
    let argument = range(token.bytes.lowerBound..<max(token.bytes.upperBound, end)).text
    let call = "\(name)\(argument)^\(range(exponent.bytes).text)"
    let place = range(base.bytes.lowerBound..<max(token.bytes.upperBound, end))
    fail(.powerOfFunction(place, call.utf8.count < 100 ? call : nil))
    return true
  }

  /// `2(x + 1)` or `3 sin(x)`.
  func missingTimes() -> Diagnostic {
    let gap = range(min(previousEnd, token.bytes.lowerBound)..<token.bytes.lowerBound)
    return Diagnostic(
      .foreignSpelling, "a product needs its sign", at: here,
      hint: .init("write `*` before `\(here.text.prefix(20))`", edit: .init(gap, "*")))
  }

  /// Goes on behind a product whose sign is missing.
  mutating func readTimes(_ stack: inout OperatorStack) -> Bool {
    mute()
    reduce(&stack, from: .product)
    stack.pending.append(.binary(.times, here.startPoint))
    return !hasFailed
  }
}
