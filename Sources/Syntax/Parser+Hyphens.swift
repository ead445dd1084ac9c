import Diagnostics

/// Names with a `-`, as other languages allow them.
extension Parser {
  /// The name that `and-gate` means, from the token at `start`, and its last token; nil where no such name stands there.
  func hyphenated(from start: Int) -> (name: Identifier, last: Int)? {
    guard tokens[start].isWord else { return nil }
    var last = start
    var text = spelling(start)
    while token(at: last + 1).kind == .sign(.minus),
      token(at: last + 2).isWord || token(at: last + 2).isInteger,
      tokens[last].bytes.upperBound == tokens[last + 1].bytes.lowerBound,
      tokens[last + 1].bytes.upperBound == tokens[last + 2].bytes.lowerBound
    {
      last += 2
      text += "_" + spelling(last)
    }
    guard last > start, text.utf8.count <= Self.longestCopy else { return nil }
    let place = range(tokens[start].bytes.lowerBound..<tokens[last].bytes.upperBound)
    return (Identifier(text, place), last)
  }

  private func spelling(_ index: Int) -> String {
    tokens[index].kind == .name ? tokens[index].text : range(tokens[index].bytes).text
  }

  func hyphenProblem(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .foreignSpelling, "a name has no `-`, which is a minus", at: name.range,
      hint: .init("write `\(name.text)`", edit: .init(name.range, name.text)))
  }

  /// `my-var = 3` or `my-f(x) = x^2`.
  mutating func hyphenatedDefinition() -> (Statement.Kind, height: Int)? {
    guard !hasFailed, let (name, last) = hyphenated(from: position) else { return nil }
    let next = token(at: last + 1)
    let isFunction =
      next.kind == .sign(.openRound) && token(at: next.partner + 1).kind == .sign(.binds)
    guard next.kind == .sign(.binds) || isFunction else { return nil }
    report(hyphenProblem(name))
    mute()
    guard !isFunction else {
      position = last
      return function(named: name)
    }
    position = last + 2
    let value = expression(.value)
    return (.binding(name: name, value: value.expression), value.height + 1)
  }
}

extension Token {
  /// Whether it is made of letters.
  fileprivate var isWord: Bool {
    switch kind {
    case .name, .keyword: true
    case .number, .text, .run, .sign, .line, .separator, .bad, .end: false
    }
  }
}
