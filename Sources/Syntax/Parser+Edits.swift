import Diagnostics
import Wording

/// Positions, edits and factors as other languages write them.
extension Parser {
  /// `X[2, ]` or `X[, 2]`.
  mutating func failMissingPosition(in items: [IndexItem]) -> Bool {
    let isFirst = items.isEmpty && current == .sign(.comma)
    guard isFirst || !items.isEmpty && [.sign(.closeSquare), .sign(.comma)].contains(current) else {
      return false
    }
    fail(
      Diagnostic(
        .foreignSpelling, "a position is missing; all of them are `:`", at: here,
        hint: .init("write `:`", edit: .init(here.startPoint, ":"))))
    return true
  }

  /// `x=(-1, 1)`, an interval.
  func interval(at opening: Int, _ place: SourceRange) -> Diagnostic? {
    let inside = place.text.dropFirst().dropLast().split(separator: ",").map {
      $0.split(separator: " ").joined()
    }
    guard opening > 1, tokens[opening - 1].kind == .sign(.binds),
      ["x", "y", "t"].contains(tokens[opening - 2].text),
      tokens[opening].parent >= 0, inside.count == 2, place.bytes.count < 60
    else { return nil }
    let text = "\(inside[0])..\(inside[1])"
    return Diagnostic(
      .foreignSpelling, "an interval is written with `..`", at: place,
      hint: .init("write `\(text)`", edit: .init(place, text)))
  }

  /// What to do with an argument without a name behind one that has a name.
  func namingHint(_ value: ParsedExpression, behind last: Argument?) -> Diagnostic.Hint {
    let text = range(value.bytes).text
    if let last, let name = last.name, ["x", "y", "t"].contains(name.text),
      Double(last.value.range.text) != nil,
      Double(text) != nil
    {
      let interval = "\(last.value.range.text)..\(text)"
      return .init(
        "an interval is written with `..`: \(name.text)=\(interval)",
        edit: .init(last.value.range.joined(with: range(value.bytes)), interval))
    }
    if case .name(let name) = value.expression.kind {
      return .init("name it too, as in `\(name)=true`, or write it first")
    }
    return .init("name it too, or write it first")
  }

  /// `title=My plot`.
  func unquoted(_ left: ParsedExpression) -> Diagnostic.Hint? {
    let start = tokens[..<position].lastIndex { $0.bytes.lowerBound == left.bytes.lowerBound } ?? 0
    guard start > 1, tokens[start - 1].kind == .sign(.binds),
      ["title", "x_label", "y_label", "label", "name"].contains(tokens[start - 2].text), token.parent >= 0
    else { return nil }
    let end = (position..<lastIndex).first { index in
      index == tokens[token.parent].partner
        || tokens[index].parent == token.parent && tokens[index].kind == .sign(.comma)
    }
    let place = range(left.bytes.lowerBound..<tokens[(end ?? position + 1) - 1].bytes.upperBound)
    let text = "\"\(place.text)\""
    guard !place.text.contains("\""), place.bytes.count < Self.longestCopy else { return nil }
    return .init("a text stands in quotes: `\(text)`", edit: .init(place, text))
  }

  /// What to write where `with` has no braces behind it.
  var editsHint: Diagnostic.Hint {
    let advice: Message = "the edits stand in braces: `m with { 1.b = [0] }`"
    let close = token.kind == .sign(.openRound) ? tokens[token.partner].bytes.upperBound : nil
    let place =
      close.map { range(token.bytes.lowerBound..<$0) } ?? restOfStatement(from: token.bytes.lowerBound)
    let edits = close == nil ? place.text : String(place.text.dropFirst().dropLast())
    guard place.bytes.count <= Self.longestCopy, edits.contains("="), !edits.contains("{") else {
      return .init(advice)
    }
    return .init("the edits stand in braces: `{ \(edits) }`", edit: .init(place, "{ \(edits) }"))
  }

  /// Takes what parts the edits of a net.
  mutating func takeCommaOfEdits() -> Bool {
    if take(.comma) { return true }
    guard current == .sign(.semicolon) || current == .separator && here.text == ";" else { return false }
    report(
      Diagnostic(
        .foreignSpelling, "edits are parted by commas", at: here,
        hint: .init("write `,`", edit: .init(here, ","))))
    mute()
    advance()
    return true
  }

  /// Takes the `:` of `1.b: [0]`.
  mutating func takeColonOfEdit() -> Bool {
    guard current == .sign(.colon) else { return false }
    report(
      Diagnostic(
        .foreignSpelling, "an edit is written with `=`", at: here,
        hint: .init("write `=`", edit: .init(here, " ="))))
    mute()
    advance()
    return true
  }

  /// Whether `x` of `2x(x + 1)` stands before this bracket: a letter behind the sign that was put in.
  func isImplicitFactor(_ base: ParsedExpression) -> Bool {
    guard position > 1, tokens[position - 2].kind == .sign(.times), tokens[position - 2].bytes.isEmpty,
      case .name(let name) = base.expression.kind
    else { return false }
    return name.utf8.count == 1 && !"fgh".contains(name)
  }

  /// `v = 1, 2, 3` and `A = [1, 2], [3, 4]`.
  var listWithoutBrackets: Diagnostic.Hint? {
    let start = (tokens[..<position].lastIndex { $0.kind == .separator } ?? -1) + 1
    guard token.parent < 0, tokens[start].kind == .name, self.token(at: start + 1).kind == .sign(.binds)
    else {
      return nil
    }
    let place = restOfStatement(from: token(at: start + 2).bytes.lowerBound)
    let (text, end) = (place.text, tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex)
    let isValues = tokens[start + 2..<end].allSatisfy { token in
      switch token.kind {
      case .number, .name, .sign(.comma), .sign(.minus), .sign(.openSquare), .sign(.closeSquare): true
      case .text, .run, .keyword, .sign, .line, .separator, .bad, .end: false
      }
    }
    guard isValues, place.bytes.count <= Self.longestCopy else { return nil }
    let rows =
      text.hasPrefix("[") ? text.replacing("],", with: ";").replacing("; [", with: "; ") : "[\(text)]"
    guard rows.count(where: { $0 == "[" }) == 1 else { return nil }
    return .init(
      text.hasPrefix("[")
        ? "rows stand in one pair of brackets: `\(rows)`" : "a list stands in brackets: `\(rows)`",
      edit: .init(place, rows))
  }

  /// The rows of a matrix on lines of their own.
  func rowsOnLines() -> Diagnostic.Hint? {
    guard position > 0, token.parent >= 0, tokens[token.parent].kind == .sign(.openSquare),
      here.start.line > range(tokens[position - 1].bytes).start.line
    else { return nil }
    let close = tokens[token.parent].partner
    var text = ""
    var end = previousEnd
    let first = end
    for index in position..<max(position, close)
    where tokens[index].parent == token.parent && tokens[index - 1].endsOperand
      && tokens[index].beginsLine(self, index)
    {
      text += range(end..<tokens[index - 1].bytes.upperBound).text + ";"
      end = tokens[index - 1].bytes.upperBound
    }
    return .init(
      "rows are parted by `;`",
      edit: end - first <= 10 * Self.longestCopy ? .init(range(first..<end), text) : nil)
  }
}

extension Token {
  /// Whether the token at `index` stands below the one before it.
  fileprivate func beginsLine(_ parser: Parser, _ index: Int) -> Bool {
    parser.range(bytes).start.line > parser.range(parser.tokens[index - 1].bytes).start.line
  }
}
