import Diagnostics
import Wording

/// What the parser says about expressions that other languages write differently.
extension Parser {
  /// The longest text that an edit repeats.
  static let longestCopy = 200

  // MARK: Comparisons

  /// `0 < x < 1`, read as `0 < x and x < 1`.
  mutating func readChained(_ sign: BinarySign, _ stack: inout OperatorStack) -> Bool {
    guard case .binary(let first, let place)? = stack.pending.last, let middle = stack.operands.last,
      let left = stack.operands.dropLast().last
    else {
      unexpected("expected the end of the comparison")
      return false
    }
    let text = slice(middle)
    let edit = text.map { Diagnostic.Edit(here, "and \($0) \(sign.rawValue)") }
    let next = token(at: position + 1)
    let reading = [slice(left), text, text, next.kind == .end ? nil : range(next.bytes).text]
    let action: Message =
      reading.contains(nil)
      ? "write `a < b and b < c`"
      : "write `\(reading[0] ?? "") \(first.rawValue) \(reading[1] ?? "") and \(reading[2] ?? "") \(sign.rawValue) \(reading[3] ?? "")`"
    report(
      Diagnostic(
        .chainedComparison, "a comparison has two sides", at: here,
        secondary: [.init(place, "the first comparison")], hint: .init(action, edit: edit)))
    mute()
    reduce(&stack, from: .and)
    stack.pending.append(.binary(.and, here))
    stack.operands.append(middle)
    stack.pending.append(.binary(sign, here))
    if stack.pending.count >= Self.deepest { failTooDeep("more than \(Self.deepest) operators wait here") }
    advance()
    return true
  }

  /// The text of an operand, if it is short.
  func slice(_ operand: ParsedExpression) -> String? {
    operand.bytes.count <= Self.longestCopy ? range(operand.bytes).text : nil
  }

  /// `=` behind a value.
  mutating func readEquals(_ stack: inout OperatorStack, _ purpose: Purpose) -> Bool {
    let isInTest = stack.pending.contains {
      switch $0 {
      case .test, .foreignTest: true
      case .prefix, .binary, .range, .near, .within, .yes, .no, .foreignNo: false
      }
    }
    switch purpose {
    case .condition, .inner, .source: break
    case .statement where !isInTest: return false
    case .value where !isInTest && failOpenOperator(&stack): return false
    case .value where !isInTest:
      unexpected(
        "expected the end of the statement", hint: .init("one `=` a statement; to compare, write `==`"))
      return false
    case .argument where !isInTest:
      let isDefinition = if case .call? = stack.operands.last?.expression.kind { true } else { false }
      unexpected(
        "expected `,` or `)`",
        hint: .init(
          isDefinition
            ? "define the function on a line above, and give its name alone"
            : "a named argument is `name=value`; to compare, write `==`"))
      return false
    case .statement, .value, .argument: break
    }
    report(
      Diagnostic(
        .equalsForComparison, "`=` binds a name and does not compare", at: here,
        hint: .init("write `==`", edit: .init(here, "=="))))
    mute()
    reduce(&stack, above: .comparison)
    if stack.tightness == .comparison {
      unexpected("expected the end of the comparison")
      return false
    }
    stack.pending.append(.binary(.equal, here))
    advance()
    return true
  }

  /// `y = 2^`, whose next line is another definition.
  private mutating func failOpenOperator(_ stack: inout OperatorStack) -> Bool {
    guard position > 1, tokens[position - 1].kind == .name,
      tokens[position - 2].kind.binarySign != nil || tokens[position - 2].kind == .sign(.arrow)
    else {
      return false
    }
    let (sign, name) = (range(tokens[position - 2].bytes), range(tokens[position - 1].bytes))
    guard sign.start.line < name.start.line else { return false }
    _ = stack.popOperand()
    stack.operands.append(broken())
    further.append(Statement(.broken(name: Identifier(name.text, name)), name))
    fail(
      Diagnostic(
        .unexpectedToken, "expected a value behind `\(sign.text)`, found the end of the line", at: sign,
        secondary: [.init(name, "here the next statement begins")]))
    return true
  }

  /// `a ~ b` without its bound.
  mutating func missingWithin(at place: SourceRange) {
    fail(
      Diagnostic(
        .missingWithin, "`~` compares nearly, and `within` says how nearly", at: place,
        hint: .init("write `a ~ b within 0.01`")))
  }

  // MARK: Signs

  /// Whether a `+` or `-` in `[ ]` stands as in `[1 -2]`.
  func isSpacedSign(_ sign: BinarySign) -> Bool {
    guard sign == .plus || sign == .minus, token.parent >= 0 else { return false }
    return tokens[token.parent].kind == .sign(.openSquare) && token.bytes.lowerBound > previousEnd
      && self.token(at: position + 1).bytes.lowerBound == token.bytes.upperBound
  }

  mutating func failSpaced(_ sign: BinarySign, _ stack: inout OperatorStack) {
    let left = stack.operands.last.flatMap { slice($0) } ?? "a"
    let right = range(token(at: position + 1).bytes).text
    fail(
      Diagnostic(
        .spacedSign, "`\(left) \(sign.rawValue)\(right)` can be read in two ways", at: here,
        hint: .init(
          "write `\(left), \(sign == .minus ? "-" : "")\(right)` for two values or `\(left) \(sign.rawValue) \(right)` for one"
        )))
  }

  mutating func failMixed(_ other: BinarySign, _ place: SourceRange, _ sign: BinarySign) -> Bool {
    fail(
      Diagnostic(
        .mixedProducts, "`\(other.rawValue)` and `\(sign.rawValue)` stand in one product", at: here,
        secondary: [.init(place, "the other sign")],
        hint: .init(
          "put parentheses: `(a \(other.rawValue) b) \(sign.rawValue) c` or `a \(other.rawValue) (b \(sign.rawValue) c)`"
        )))
    return false
  }

  // MARK: Words

  /// `a if c else b`, read as `if c then a else b`.
  mutating func readForeignIf(_ stack: inout OperatorStack) -> Bool {
    reduce(&stack, above: .conditional)
    stack.pending.append(.foreignTest)
    advance()
    return true
  }

  mutating func reportForeignIf(yes: ParsedExpression, test: ParsedExpression, no: ParsedExpression) {
    let bytes = yes.bytes.lowerBound..<max(yes.bytes.lowerBound, no.bytes.upperBound)
    var edit: Diagnostic.Edit?
    if let test = slice(test), let yes = slice(yes), let no = slice(no) {
      edit = .init(range(bytes), "if \(test) then \(yes) else \(no)")
    }
    report(
      Diagnostic(
        .foreignSpelling, "a choice begins with its condition", at: range(bytes),
        hint: .init("write `\(edit?.replacement ?? "if c then a else b")`", edit: edit)))
  }

  /// `a ? b : c`.
  mutating func questionedChoice(_ stack: inout OperatorStack) -> Diagnostic? {
    guard current == .sign(.hole) else { return nil }
    let bracket = token.parent
    var ends = (colon: -1, end: position + 1)
    while ends.end < lastIndex {
      let next = tokens[ends.end]
      if next.parent == bracket, next.kind == .separator || next.kind == .sign(.comma) { break }
      if bracket >= 0, ends.end == tokens[bracket].partner { break }
      if next.parent == bracket, next.kind == .sign(.colon) { ends.colon = ends.end }
      ends.end += 1
    }
    guard ends.colon > position + 1, ends.end > ends.colon + 1 else { return nil }
    let question = here
    reduce(&stack, above: .conditional)
    guard !hasFailed, let test = stack.operands.last else { return nil }
    let yes = range(token.bytes.upperBound..<tokens[ends.colon].bytes.lowerBound).text
    let no = range(tokens[ends.colon].bytes.upperBound..<tokens[ends.end - 1].bytes.upperBound)
    let whole = range(
      test.bytes.lowerBound..<max(test.bytes.lowerBound, tokens[ends.end - 1].bytes.upperBound))
    guard whole.bytes.count <= Self.longestCopy else { return nil }
    let parts = [range(test.bytes).text, yes, no.text].map { $0.split(separator: " ").joined(separator: " ") }
    let choice = "if \(parts[0]) then \(parts[1]) else \(parts[2])"
    return Diagnostic(
      .foreignSpelling, "a choice is written in words", at: question,
      hint: .init("write `\(choice)`", edit: .init(whole, choice)))
  }

  /// `{1, 2, 3}` in its right brackets.
  func bracedList(_ place: SourceRange) -> Diagnostic? {
    let opening = position
    let close = tokens[opening].partner
    let inside = tokens[opening + 1..<max(opening + 1, close)]
    let isList = inside.contains { $0.kind == .sign(.comma) && $0.parent == opening }
    let isBlock = inside.contains {
      $0.parent == opening && [.separator, .sign(.binds), .sign(.colon)].contains($0.kind)
    }
    guard isList, !isBlock else { return nil }
    let whole = range(tokens[opening].bytes.lowerBound..<tokens[close].bytes.upperBound)
    let edit =
      whole.bytes.count <= Self.longestCopy
      ? Diagnostic.Edit(whole, "[" + whole.text.dropFirst().dropLast() + "]") : nil
    return Diagnostic(
      .foreignSpelling, "`{ }` holds rows, blocks and edits", at: place,
      hint: .init("a list is written in `[ ]`", edit: edit))
  }

  /// `elif` behind the value of an `if`, read as `else if`.
  mutating func readElif(_ stack: inout OperatorStack) -> Bool {
    let place = here
    reduce(&stack, above: .conditional)
    while reduceWhole(&stack) {}
    guard case .yes(let start)? = stack.pending.last else {
      failJuxtaposed(&stack)
      return false
    }
    report(
      Diagnostic(
        .foreignSpelling, "`\(token.text)` is written in two words", at: place,
        hint: .init("write `else if`", edit: .init(place, "else if"))))
    mute()
    stack.pending.removeLast()
    stack.pending.append(.no(start: start))
    stack.pending.append(.test(start: token.bytes.lowerBound))
    if stack.pending.count >= Self.deepest { failTooDeep("more than \(Self.deepest) operators wait here") }
    advance()
    return true
  }

  /// `a == b within 0.1`, read as `a ~ b within 0.1`.
  mutating func readExactWithin(_ stack: inout OperatorStack) -> Bool {
    guard case .binary(.equal, let place)? = stack.pending.last else { return false }
    report(
      Diagnostic(
        .foreignSpelling, "`within` belongs to `~`, which compares nearly", at: place,
        hint: .init("write `~`", edit: .init(place, "~"))))
    mute()
    stack.pending.removeLast()
    stack.pending.append(.within)
    advance()
    return true
  }

  // MARK: Ends

  /// Whether `function(x)` stands before this position.
  private var isBehindNamelessHead: Bool {
    guard position > 1, tokens[position - 1].kind == .sign(.closeRound) else { return false }
    let opening = tokens[position - 1].partner
    return opening > 0 && ForeignSpelling.definers.contains(tokens[opening - 1].text)
  }

  /// `check f(2) == 4, "why"`.
  private func checkNamedBehind(_ end: Int) -> Diagnostic.Hint? {
    let start = (tokens[..<position].lastIndex { $0.kind == .separator } ?? -1) + 1
    guard tokens[start].kind == .keyword(.check), kind(ahead: 1) == .text, end == position + 2 else {
      return nil
    }
    let condition = range(token(at: start + 1).bytes.lowerBound..<previousEnd).text
    let whole = range(tokens[start].bytes.lowerBound..<token(at: position + 1).bytes.upperBound)
    let text = "check \(range(token(at: position + 1).bytes).text): \(condition)"
    return .init(
      "the name of a check stands before it: `check \"why\": …`",
      edit: text.utf8.count < Self.longestCopy ? .init(whole, text) : nil)
  }

  /// A `;` between what commas part.
  mutating func failSemicolon() -> Bool {
    guard current == .sign(.semicolon) || current == .separator && here.text == ";" else { return false }
    fail(
      Diagnostic(
        .foreignSpelling, "here a comma parts the values, not `;`", at: here,
        hint: .init("write `,`", edit: .init(here, ","))))
    return true
  }

  /// What to write for values that a comma parts outside of brackets.
  private var commaHint: Diagnostic.Hint {
    let before = position > 0 ? tokens[position - 1].kind : .end
    if kind(ahead: 1) == .separator || kind(ahead: 1) == .end {
      return .init("delete the `,`", edit: .init(here, ""))
    }
    let end = tokens[position...].firstIndex { $0.kind == .separator } ?? lastIndex
    if kind(ahead: 1) == .sign(.arrow) {
      return .init("layers are joined by `->` alone: delete the `,`", edit: .init(here, ""))
    }
    if let check = checkNamedBehind(end) { return check }
    if before == .name, tokens[position..<end].contains(where: { $0.kind == .sign(.binds) }) {
      return .init("each name has its own definition: `a = 1; b = 2`")
    }
    if let list = listWithoutBrackets { return list }
    if before == .sign(.closeSquare), kind(ahead: 1) == .sign(.openSquare) {
      return .init("rows stand in one pair of brackets: `[1, 2; 3, 4]`")
    }
    let start = (tokens[..<position].lastIndex { $0.kind == .separator } ?? -1) + 1
    let isChain = tokens[start..<end].contains {
      $0.kind == .sign(.arrow) || $0.text == "input" && $0.kind == .name
    }
    let isShown = !tokens[start..<end].contains { $0.kind == .sign(.binds) && $0.parent < 0 }
    if !isChain, isShown, token.parent < 0, isValue(kind(ahead: 1)), tokens[start].kind != .keyword(.check) {
      return .init("statements are parted by `;`", edit: .init(here, ";"))
    }
    if before == .sign(.closeRound), kind(ahead: 1) == .name {
      return .init("layers are joined by `->`; several values are a list, `[a, b]`")
    }
    return .init("several values are a list, `[a, b]`; `;` parts statements")
  }

  private var isBehindNumber: Bool { position > 0 && tokens[position - 1].kind == .number }

  /// A statement that goes on where it cannot.
  mutating func unexpectedEnd() {
    switch current {
    case .sign(.openCurly) where isBehindNamelessHead:
      unexpected(
        "expected the end of the statement",
        hint: .init("a function has its parameters behind its name: `g(x) = x^2`"))
    case .sign(.openCurly) where previousEnd == token.bytes.lowerBound && isValue(kind(ahead: 1)):
      let place = range(
        token.bytes.lowerBound..<max(token.bytes.upperBound, tokens[token.partner].bytes.upperBound))
      let opening = position
      if position > 0, tokens[position - 1].kind == .name, place.bytes.count <= Self.longestCopy,
        tokens[opening..<max(opening, token.partner)].contains(where: {
          $0.kind == .sign(.comma) && $0.parent == opening
        })
      {
        let arguments = "(\(place.text.dropFirst().dropLast()))"
        return fail(
          Diagnostic(
            .foreignSpelling, "arguments stand in parentheses", at: here,
            hint: .init("write `\(tokens[position - 1].text)\(arguments)`", edit: .init(place, arguments))))
      }
      let edit =
        place.bytes.count <= Self.longestCopy
        ? Diagnostic.Edit(place, "[\(place.text.dropFirst().dropLast())]") : nil
      fail(
        Diagnostic(
          .foreignSpelling, "a position stands in `[ ]`", at: here,
          hint: .init("write `[` and `]`", edit: edit)))
    case .sign(.openCurly):
      let isEdit = kind(ahead: 2) == .sign(.point) || kind(ahead: 2) == .sign(.binds)
      let behind = range(previousEnd..<token.bytes.lowerBound)
      fail(
        Diagnostic(
          .misplacedStatement, "`{` does not stand behind a value", at: here,
          hint: isEdit
            ? .init("an edited copy has `with` before its edits", edit: .init(behind, " with "))
            : .init("a block follows `f(x) =` or a net's head, rows follow a table's, edits follow `with`"))
      )
    case .sign(.semicolon): unexpected("expected a value or a closing bracket")
    case .sign(.colon) where isBehindNumber && hasSecondColon:
      let number = tokens[position - 1].bytes
      let isNegative = position > 1 && tokens[position - 2].kind == .sign(.minus)
      let start = isNegative ? tokens[position - 2].bytes.lowerBound : number.lowerBound
      failSteps(
        from: ParsedExpression(
          expression: Expression(.broken, range(number)), height: 0, bytes: start..<number.upperBound))
    case .sign(.colon)
    where position > 0 && tokens[position - 1].kind == .number && kind(ahead: 1) == .number:
      fail(
        Diagnostic(
          .foreignSpelling, "a range is written with `..`", at: here,
          hint: .init("write `..`; both ends are included", edit: .init(here, ".."))))
    case .sign(.colon): unexpected("expected the end of the statement", hint: .init("delete the `:`"))
    case .sign(.comma) where token.parent < 0 && kind(ahead: 1) == .name && kind(ahead: 2) == .sign(.binds):
      let name = token(at: position + 1)
      further.append(Statement(.broken(name: Identifier(name.text, range(name.bytes))), range(name.bytes)))
      unexpected(
        "expected the end of the statement",
        hint: .init("statements are parted by `;`", edit: .init(here, ";")))
    case .sign(.comma) where token.parent >= 0 && tokens[token.parent].isBody:
      further.append(Statement(.show(broken().expression), here))
      fail(
        Diagnostic(
          .foreignSpelling, "the parts of a block are parted by `;`", at: here,
          hint: .init("write `;`", edit: .init(here, ";"))))
    case .sign(.comma):
      unexpected("expected the end of the statement", hint: commaHint)
    case .sign(.point):
      unexpected(
        "expected the end of the statement",
        hint: .init("a number and a text have no fields; an exponent is a whole number"))
    case .keyword(.in):
      unexpected(
        "expected the end of the statement", hint: .init("whether x is one of v is `sum(v == x) > 0`"))
    case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end:
      unexpected("expected the end of the statement")
    }
  }
}
