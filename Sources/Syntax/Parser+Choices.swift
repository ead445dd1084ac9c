import Diagnostics

/// A choice as spreadsheets and functions write it.
extension Parser {
  /// `IF(z >= 0; 1; 0)`, the call of `base` whose bracket stands at `opening`.
  mutating func failCalledChoice(_ base: ParsedExpression, _ opening: Int) -> Bool {
    guard case .name(let name) = base.expression.kind, ForeignSpelling.choices.contains(name),
      let choice = choice(from: base.bytes.lowerBound, opening)
    else { return false }
    fail(choice)
    return true
  }

  /// `if(z >= 0, 1, 0)`, whose bracket stands at `opening`.
  mutating func failBracketedChoice(_ opening: Int) -> Bool {
    guard opening > 0, tokens[opening - 1].kind == .keyword(.if),
      let choice = choice(from: tokens[opening - 1].bytes.lowerBound, opening)
    else { return false }
    fail(choice)
    return true
  }

  /// The choice between the second and the third of what stands in a bracket; nil where there are not three.
  private func choice(from start: Int, _ opening: Int) -> Diagnostic? {
    let close = tokens[opening].partner
    guard close > opening else { return nil }
    let signs = (opening + 1..<close).filter { index in
      tokens[index].parent == opening
        && (tokens[index].kind == .sign(.comma) || tokens[index].kind == .sign(.semicolon)
          || tokens[index].kind == .separator)
    }
    let whole = range(start..<tokens[close].bytes.upperBound)
    guard signs.count == 2, whole.bytes.count <= Self.longestCopy else { return nil }
    let bounds = [opening] + signs + [close]
    let parts = zip(bounds, bounds.dropFirst()).map { first, last in
      range(tokens[first].bytes.upperBound..<tokens[last].bytes.lowerBound).text
        .split(separator: " ").joined(separator: " ")
    }
    let choice = "if \(parts[0]) then \(parts[1]) else \(parts[2])"
    let isAlone =
      switch token(at: close + 1).kind {
      case .separator, .end, .sign(.comma), .sign(.closeRound), .sign(.closeSquare), .sign(.closeCurly): true
      case .name, .number, .text, .run, .keyword, .sign, .line, .bad: false
      }
    return Diagnostic(
      .foreignSpelling, "a choice is written in words", at: whole,
      hint: .init(
        "write `\(choice)`", edit: .init(whole, isAlone ? choice : "(\(choice))")))
  }
}
