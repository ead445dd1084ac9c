import Diagnostics

/// Ranges, steps and comprehensions as other languages write them.
extension Parser {
  /// `[1; 2;]`.
  mutating func reportLastSemicolon() {
    let place = range(previousEnd - 1..<previousEnd)
    report(
      Diagnostic(
        .foreignSpelling, "a `;` parts rows, and behind it stands none", at: place,
        hint: .init("delete the `;`", edit: .init(place, ""))))
    mute()
  }

  /// `v[:2]` or `v[2:]`.
  mutating func failOpenSlice(
    _ place: SourceRange, from first: String = "", to base: ParsedExpression? = nil
  ) {
    let last = base.map { $0.bytes.count < 40 ? "count(\(range($0.bytes).text))" : "count(v)" } ?? ""
    fail(
      Diagnostic(
        .foreignSpelling, "a range of positions has both its ends", at: place,
        hint: .init(
          base == nil ? "write `1..2`" : "write `2..\(last)`", edit: .init(place, "\(first)..\(last)"))))
  }

  /// A position; `1:3` is read as `1..3`.
  mutating func slice() -> ParsedExpression { colonRange(expression(), isPosition: true) }

  /// `-5:5` behind its first end, read as `-5..5`.
  mutating func colonRange(_ first: ParsedExpression, isPosition: Bool = false) -> ParsedExpression {
    guard current == .sign(.colon), !hasFailed, isValue(kind(ahead: 1)) || kind(ahead: 1) == .sign(.minus)
    else { return first }
    if hasSecondColon {
      failSteps()
      return first
    }
    report(
      Diagnostic(
        .foreignSpelling, "a range\(isPosition ? " of positions" : "") is written with `..`", at: here,
        hint: .init(
          isPosition
            ? "write `1..3`; positions start at 1 and both ends are included"
            : "write `..`; both ends are included, and the steps are whole",
          edit: .init(here, ".."))))
    mute()
    advance()
    let last = expression()
    let bytes = first.bytes.lowerBound..<max(first.bytes.lowerBound, last.bytes.upperBound)
    return node(
      .range(first: first.expression, last: last.expression), height: max(first.height, last.height) + 1,
      bytes)
  }

  /// Whether `0:0.1:5` stands here.
  var hasSecondColon: Bool {
    var index = position + 1
    let bracket = token.parent
    while index < lastIndex, tokens[index].parent == bracket {
      switch tokens[index].kind {
      case .sign(.colon): return true
      case .sign(.comma), .separator: return false
      case .name, .number, .text, .run, .keyword, .sign, .line, .bad, .end: index += 1
      }
    }
    return false
  }

  /// `0:0.1:5`.
  mutating func failSteps() {
    fail(
      Diagnostic(
        .foreignSpelling, "a range has two ends and whole steps", at: here,
        hint: .init("write linspace(0, 5, 51), or [0.1*k for k in 0..50]")))
  }

  /// `[k for k = 1..3]`, read as `[k for k in 1..3]`.
  mutating func readForeignIn() {
    guard current == .sign(.binds) else {
      return unexpected("expected `in`", hint: .init("a comprehension is `[f(k) for k in 1..5]`"))
    }
    report(
      Diagnostic(
        .foreignSpelling, "a comprehension goes through its steps with `in`", at: here,
        hint: .init("write `in`", edit: .init(here, "in"))))
    mute()
    advance()
  }

  /// `[k for k in v if k > 1]`.
  mutating func failFilter(_ value: ParsedExpression, _ name: Identifier, _ source: ParsedExpression) {
    let close = token(at: token.parent < 0 ? lastIndex : tokens[token.parent].partner)
    let test = range(token.bytes.upperBound..<max(token.bytes.upperBound, close.bytes.lowerBound)).text
    let whole =
      "[if\(test) then \(range(value.bytes).text) else 0 for \(name.text) in \(range(source.bytes).text)]"
    fail(
      Diagnostic(
        .foreignSpelling, "a comprehension leaves nothing out", at: here,
        hint: .init(
          whole.utf8.count <= Self.longestCopy
            ? "choose a value for each: `\(whole)`" : "choose a value for each")))
  }

  /// `sum(k for k in 1..3)`, with `[ ]` around it.
  mutating func failBareComprehension(from start: Int, in bracket: Int) {
    let close = tokens[bracket].partner
    let place = range(start..<max(start, token(at: close - 1).bytes.upperBound))
    let edit = place.bytes.count <= Self.longestCopy ? Diagnostic.Edit(place, "[\(place.text)]") : nil
    fail(
      Diagnostic(
        .foreignSpelling, "a comprehension stands in `[ ]`", at: here,
        hint: .init(edit.map { "write `\($0.replacement)`" } ?? "put `[ ]` around it", edit: edit)))
  }
}
