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
      failSteps(from: first)
      return first
    }
    report(
      Diagnostic(
        .foreignSpelling, "a range\(isPosition ? " of positions" : "") is written with `..`", at: here,
        hint: .init(
          isPosition
            ? "write `..`; positions start at 1 and both ends are included"
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
  mutating func failSteps(from first: ParsedExpression) {
    // The sign that stands before the first number is a part of it.
    let texts = stepTexts(behind: first)
    let numbers = texts?.numbers.compactMap { Double($0.filter { $0 != " " }) } ?? []
    let steps =
      numbers.count == 3
      ? ForeignSpelling.steps(from: numbers[0], to: numbers[2], by: numbers[1], includesLast: true) : nil
    fail(
      Diagnostic(
        .foreignSpelling, "a range has two ends and whole steps", at: here,
        hint: .init(
          steps.map { "write \($0)" } ?? "write linspace(0, 5, 51), or [0.1*k for k in 0..50]",
          edit: steps.flatMap { steps in texts.map { .init($0.place, steps) } })))
  }

  /// The three numbers of `0:0.1:5` and where they stand, with the `[ ]` that stand around nothing else.
  private func stepTexts(behind first: ParsedExpression) -> (numbers: [String], place: SourceRange)? {
    let bracket = token.parent
    var end = position
    while end < lastIndex, tokens[end].parent == bracket, tokens[end].kind != .separator { end += 1 }
    let begin = first.bytes.lowerBound
    let bytes = begin..<max(begin, tokens[end - 1].bytes.upperBound)
    guard bytes.count <= Self.longestCopy else { return nil }
    let isListed =
      bracket >= 0 && tokens[bracket].kind == .sign(.openSquare) && end == tokens[bracket].partner
      && tokens[bracket].bytes.upperBound == begin
    let place =
      isListed ? range(tokens[bracket].bytes.lowerBound..<tokens[end].bytes.upperBound) : range(bytes)
    return (range(bytes).text.split(separator: ":").map(String.init), place)
  }

  /// `A(1, :)`.
  mutating func failRoundPositions(_ base: ParsedExpression, _ opening: Int) -> Bool {
    let close = tokens[opening].partner
    let hasAll = (opening + 1..<max(opening + 1, close)).contains { index in
      tokens[index].kind == .sign(.colon) && tokens[index].parent == opening
        && [.sign(.comma), .sign(.openRound)].contains(tokens[index - 1].kind)
        && [.sign(.comma), .sign(.closeRound)].contains(tokens[index + 1].kind)
    }
    guard hasAll else { return false }
    let place = range(tokens[opening].bytes.lowerBound..<tokens[close].bytes.upperBound)
    let edit =
      place.bytes.count <= Self.longestCopy
      ? Diagnostic.Edit(place, "[\(place.text.dropFirst().dropLast())]") : nil
    fail(
      Diagnostic(
        .foreignSpelling, "positions stand in `[ ]`", at: range(tokens[opening].bytes),
        hint: .init("write `[` and `]`", edit: edit)))
    return true
  }

  /// `sum(k^2, k=1..5)`.
  mutating func failSumOver(_ base: ParsedExpression, _ opening: Int) -> Bool {
    guard case .name(let name) = base.expression.kind, ForeignSpelling.folds.contains(name) else {
      return false
    }
    let close = tokens[opening].partner
    let inside = opening + 1..<max(opening + 1, close)
    guard
      let binds = inside.first(where: { tokens[$0].kind == .sign(.binds) && tokens[$0].parent == opening }),
      tokens[binds - 1].kind == .name, tokens[binds - 1].text.utf8.count == 1,
      tokens[binds - 2].kind == .sign(.comma)
    else { return false }
    let variable = tokens[binds - 1].text
    let value = range(tokens[opening].bytes.upperBound..<tokens[binds - 2].bytes.lowerBound).text
    let steps = range(tokens[binds].bytes.upperBound..<tokens[close].bytes.lowerBound).text
    guard tokens[binds..<close].contains(where: { $0.kind == .sign(.range) || $0.kind == .sign(.colon) })
    else { return false }
    let isRange = tokens[binds..<close].contains { $0.kind == .sign(.range) }
    let place = range(tokens[opening].bytes.upperBound..<tokens[close].bytes.lowerBound)
    let list = "[\(value) for \(variable) in \(isRange ? steps : "1..5")]"
    fail(
      Diagnostic(
        .foreignSpelling, "`\(name)` takes a list", at: range(tokens[binds - 1].bytes),
        hint: .init(
          "write `\(name)(\(list))`",
          edit: isRange && place.bytes.count <= Self.longestCopy ? .init(place, list) : nil)))
    return true
  }

  /// `[k for k in [1..3]]`, read as `[k for k in 1..3]`.
  mutating func withoutBrackets(_ source: ParsedExpression) -> ParsedExpression {
    guard !hasFailed, case .list(let rows) = source.expression.kind, rows.count == 1, rows[0].count == 1,
      case .range = rows[0][0].kind
    else { return source }
    let place = range(source.bytes)
    report(
      Diagnostic(
        .foreignSpelling, "the steps of a comprehension stand without brackets", at: place,
        hint: .init(
          "write `\(rows[0][0].range.text.prefix(60))`",
          edit: place.bytes.count <= Self.longestCopy ? .init(place, rows[0][0].range.text) : nil)))
    var inner = source
    inner.expression = rows[0][0]
    return inner
  }

  /// `[k for (k in 1..3)]`.
  mutating func failBracketedSteps() {
    let place = range(token.bytes.lowerBound..<tokens[max(position, token.partner)].bytes.upperBound)
    guard kind(ahead: 1) == .name, kind(ahead: 2) == .keyword(.in) else { return }
    fail(
      Diagnostic(
        .foreignSpelling, "the steps of a comprehension stand without parentheses", at: here,
        hint: .init(
          "delete the `(` and the `)`",
          edit: place.bytes.count <= Self.longestCopy
            ? .init(place, String(place.text.dropFirst().dropLast())) : nil)))
  }

  /// `[a*b for a in u for b in v]`, which is a matrix here.
  mutating func failSecondSteps(
    _ value: ParsedExpression, _ name: Identifier, _ source: ParsedExpression, from start: Int
  ) {
    let isNext = current == .sign(.comma) && kind(ahead: 1) == .name && kind(ahead: 2) == .keyword(.in)
    guard current == .keyword(.for) || isNext else { return }
    let close = token(at: token.parent < 0 ? lastIndex : tokens[token.parent].partner)
    let steps = range(token.bytes.upperBound..<max(token.bytes.upperBound, close.bytes.lowerBound)).text
    let whole = range(start..<max(start, close.bytes.upperBound))
    let inner = "[\(range(value.bytes).text) for \(steps.drop { $0 == " " })]"
    let text = "[\(inner) for \(name.text) in \(range(source.bytes).text)]"
    fail(
      Diagnostic(
        .foreignSpelling, "a comprehension has one name; two make a matrix", at: here,
        hint: .init(
          text.utf8.count <= Self.longestCopy ? "write `\(text)`" : "put one comprehension into the other",
          edit: text.utf8.count <= Self.longestCopy ? .init(whole, text) : nil)))
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
