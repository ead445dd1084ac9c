import Diagnostics

// Words in formulas, and formulas in words.
extension TeXReader {
  /// Reads the words in braces behind `\text`; a row where formulas stand among them.
  mutating func words(
    of owner: TeXScanner.Token, _ style: Formula.LetterStyle
  ) throws(TeXProblem) -> Formula.Node {
    let opening = scanner.next
    guard opening.kind == .open else {
      throw TeXProblem(message: "`\(spelling(owner))` needs braces behind it", bytes: owner.bytes)
    }
    _ = scanner.take()
    let parts = try nested(opening) { (reader) throws(TeXProblem) in try reader.words(behind: opening, style)
    }
    switch parts.count {
    case 0: return .text("", style)
    case 1: return parts[0]
    case _: return .row(parts)
    }
  }

  private mutating func words(
    behind opening: TeXScanner.Token, _ style: Formula.LetterStyle
  ) throws(TeXProblem) -> [Formula.Node] {
    var parts: [Formula.Node] = []
    var words = ""
    var groups = 0
    func flushed(_ parts: [Formula.Node]) -> [Formula.Node] {
      words.isEmpty ? parts : parts + [.text(words, style)]
    }
    while true {
      let start = scanner
      guard let scalar = scanner.takeScalar() else {
        throw TeXProblem(
          message: "`{` is not closed", bytes: opening.bytes, hint: "write `}` behind the group")
      }
      switch scalar {
      case "}" where groups == 0: return flushed(parts)
      case "}": groups -= 1
      case "{": groups += 1
      case "$":
        parts = flushed(parts) + [try formulaInWords(start.next)]
        words = ""
      case "\\":
        scanner = start
        switch try escape(style) {
        case .text(let text, style): words += text
        case let node:
          parts = flushed(parts) + [node]
          words = ""
        }
      case "~": words += "\u{A0}"
      case _ where TeXScanner.isBlank(scalar): if words.last != " " { words += " " }
      case _ where isVisible(scalar): words.unicodeScalars.append(scalar)
      case _:
        note(unknown(scalar, start.next))
        words += "\u{FFFD}"
      }
    }
  }

  /// Reads a formula between dollars, of which the first was taken, or between `\(` and `\)`.
  private mutating func formulaInWords(_ opening: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    guard !isInWords else { throw stray(opening) }
    isInWords = true
    defer { isInWords = false }
    let nodes = try row()
    switch scanner.next.kind {
    case .character("$"), .command(")"): _ = scanner.take()
    case .command, .character, .open, .close, .lower, .upper, .prime, .cell, .line, .end:
      throw TeXProblem(
        message: "the formula in these words is not closed", bytes: opening.bytes, hint: "write `$` behind it"
      )
    }
    return Self.joined(nodes)
  }

  /// Reads a command among words.
  private mutating func escape(_ style: Formula.LetterStyle) throws(TeXProblem) -> Formula.Node {
    let token = scanner.take()
    guard case .command(let name) = token.kind else { return .text(" ", style) }
    if name.count == 1, "{}%#&$_ ".contains(name) { return .text(name, style) }
    if name == "(" { return try formulaInWords(token) }
    switch TeXCommand.named[name] {
    case .space(let width): return .text(width > 0.3 ? "\u{2003}" : width > 0 ? "\u{2009}" : "", style)
    case .text(let inner): return try words(of: token, inner)
    case .identifier("…", _): return .text("…", style)
    case .identifier, .sign, .spaced, .function, .style, .colour, .ignored:
      return try nested(token) { (reader) throws(TeXProblem) in try reader.command(name, token) }
    case .fraction, .binomial, .infix, .root, .accent, .switchStyle, .operatorName, .makesOperator, .makes,
      .set,
      .arrow, .left, .right, .middle, .size, .begin, .end, .substack, .limits, .sized, .box, .shadow,
      .measuredSpace,
      .not, .modulus, .tag, .line, nil:
      note(
        TeXProblem(
          message: "`\(spelling(token))` cannot stand in words", bytes: token.bytes,
          hint: "close the words before it"))
      return .unknown(spelling(token))
    }
  }
}
