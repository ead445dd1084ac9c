import Diagnostics

/// Functions that other languages make without a name and bind to one, and their other signs for binding.
extension Parser {
  /// `f = lambda x: x^2`, `f <- function(x) x^2`, `f = @(x) x^2` or `x <- 3`.
  mutating func boundElsewhere() -> (Statement.Kind, height: Int)? {
    let isArrow = isBindingArrow
    guard isArrow || kind(ahead: 1) == .sign(.binds) else { return nil }
    let value = position + (isArrow ? 3 : 2)
    if let (parameters, body) = namelessHead(at: value) { return namelessFunction(parameters, body) }
    guard isArrow else { return nil }
    let name = Identifier(token.text, here)
    let sign = range(tokens[position + 1].bytes.lowerBound..<tokens[position + 2].bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "a name is bound with `=`", at: sign,
        hint: .init("write `=`", edit: .init(sign, "="))))
    mute(position + 1)
    position = value
    let bound = expression(.value)
    return (.binding(name: name, value: bound.expression), bound.height + 1)
  }

  /// Whether the arrow of R stands behind the name: `x <- 3`, and not `x < -3`.
  private var isBindingArrow: Bool {
    guard kind(ahead: 1) == .sign(.less), kind(ahead: 2) == .sign(.minus) else { return false }
    let (less, minus) = (token(at: position + 1).bytes, token(at: position + 2).bytes)
    return less.upperBound == minus.lowerBound && token(at: position + 3).bytes.lowerBound > minus.upperBound
  }

  /// The names in the head of a function without a name at the token `index`, and where its body begins.
  private func namelessHead(at index: Int) -> (parameters: [Identifier], body: Int)? {
    var names: Range<Int>
    var body: Int
    switch tokens[min(index, lastIndex)].kind {
    case .name where token(at: index).text == "lambda":
      guard let colon = tokens[index...].firstIndex(where: { $0.kind != .name && $0.kind != .sign(.comma) }),
        tokens[colon].kind == .sign(.colon)
      else { return nil }
      (names, body) = (index + 1..<colon, colon + 1)
    case .name where ForeignSpelling.definers.contains(token(at: index).text), .sign(.at):
      guard token(at: index + 1).kind == .sign(.openRound) else { return nil }
      let close = tokens[index + 1].partner
      (names, body) = (index + 2..<max(index + 2, close), close + 1)
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return nil
    }
    guard !names.isEmpty, tokens[names].allSatisfy({ $0.kind == .name || $0.kind == .sign(.comma) }) else {
      return nil
    }
    if token(at: body).text == "return" { body += 1 }
    guard isValue(token(at: body).kind) || token(at: body).kind == .sign(.minus) else { return nil }
    return (
      names.filter { tokens[$0].kind == .name }.map { Identifier(tokens[$0].text, range(tokens[$0].bytes)) },
      body
    )
  }

  private mutating func namelessFunction(_ parameters: [Identifier], _ body: Int) -> (
    Statement.Kind, height: Int
  ) {
    let name = Identifier(token.text, here)
    let head = "\(name.text)(\(parameters.map(\.text).joined(separator: ", "))) ="
    let whole = range(token.bytes.lowerBound..<tokens[body].bytes.lowerBound)
    let sign = token(at: position + 1).kind == .sign(.less) ? position + 3 : position + 2
    report(
      Diagnostic(
        .foreignSpelling, "a function has its parameters behind its name", at: range(tokens[sign].bytes),
        hint: .init(
          "write `\(head) …`", edit: head.utf8.count <= Self.longestCopy ? .init(whole, head + " ") : nil)))
    mute()
    position = body
    let value = expression(.value)
    return (
      .function(name: name, parameters: parameters.map { .name($0) }, value: .expression(value.expression)),
      value.height + 1
    )
  }

  /// `function y = f(x)`, its lines and its `end`.
  mutating func functionWithResult() -> (Statement.Kind, height: Int)? {
    guard ForeignSpelling.definers.contains(token.text), kind(ahead: 1) == .name,
      kind(ahead: 2) == .sign(.binds),
      kind(ahead: 3) == .name, kind(ahead: 4) == .sign(.openRound)
    else { return nil }
    let start = position
    let name = Identifier(token(at: position + 3).text, range(token(at: position + 3).bytes))
    let result = token(at: position + 1).text
    let close = tokens[position + 4].partner
    let head = range(tokens[position + 3].bytes.lowerBound..<tokens[close].bytes.upperBound)
    report(
      Diagnostic(
        .foreignSpelling, "a function is written with `=` behind its head", at: here,
        hint: .init("write `\(head.text.prefix(60)) = { …; \(result) }`, the value last")))
    mute()
    position = close + 1
    skipLinesToEnd(start)
    return (.broken(name: name), 0)
  }

  /// Passes over the lines up to `end`, or over those that stand further in.
  private mutating func skipLinesToEnd(_ start: Int) {
    let bracket = tokens[start].parent
    let ends = tokens[position...].indices.first {
      tokens[$0].text == "end" && tokens[$0].kind == .name && tokens[$0 - 1].kind == .separator
        && [.separator, .end].contains(token(at: $0 + 1).kind)
    }
    if let ends {
      position = ends + 1
    } else {
      skipLinesBelow(start, in: bracket)
      further = []
    }
  }
}
