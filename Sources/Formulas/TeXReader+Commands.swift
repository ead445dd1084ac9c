import Diagnostics

extension TeXReader {
  /// Reads the arguments of the command `name`, which was taken.
  mutating func command(_ name: String, _ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    guard let meaning = TeXCommand.named[name] else { throw unknown(name, token) }
    switch meaning {
    case .identifier(let text, let usual): return letter(text, usual)
    case .sign(let sign): return .sign(sign)
    case .function(let name, let takesLimits): return .function(Self.shown(name), takesLimits: takesLimits)
    case .space(let width): return .space(width)
    case .fraction(let size): return .fraction(try argument(of: token), try argument(of: token), size)
    case .root: return try root(token)
    case .accent(let accent): return .accent(accent, try argument(of: token))
    case .style(let style): return try styled(style, token)
    case .text: return .text(try words(of: token))
    case .operatorName:
      let takesLimits = scanner.takeExactly("*")
      return .function(try words(of: token), takesLimits: takesLimits)
    case .left: return try delimited(token)
    case .size: return .sign(try bracket(of: token))
    case .begin: return try environment(token)
    case .right, .end, .limits, .sized: throw stray(token)
    }
  }

  /// Returns the name of a function as it is shown: two words where it has two.
  private static func shown(_ name: String) -> String {
    switch name {
    case "limsup": "lim sup"
    case "liminf": "lim inf"
    default: name
    }
  }

  private mutating func root(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    guard scanner.next.kind == .character("[") else { return .root(try argument(of: token), degree: nil) }
    _ = scanner.take()
    var degree: [Formula.Node] = []
    while scanner.next.kind != .character("]") {
      guard scanner.next.kind != .end else {
        throw TeXProblem(message: "`[` of the root's degree is not closed", bytes: token.bytes)
      }
      degree.append(try argument(of: token))
    }
    _ = scanner.take()
    return .root(try argument(of: token), degree: Self.joined(degree))
  }

  // MARK: Brackets

  private mutating func delimited(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let left = try bracket(of: token).text
    let inside = try row()
    let closing = scanner.next
    guard closing.kind == .command("right") else {
      throw TeXProblem(
        message: "`\\left` has no `\\right`", bytes: token.bytes,
        hint: "write `\\right.` where no bracket is to be seen")
    }
    _ = scanner.take()
    return .delimited(left, inside, try bracket(of: closing).text)
  }

  /// Reads the bracket behind `\left` and its like; a point is none.
  private mutating func bracket(of owner: TeXScanner.Token) throws(TeXProblem) -> Formula.Sign {
    let token = scanner.next
    let sign: Formula.Sign? =
      switch token.kind {
      case .character("."): Formula.Sign("", .ordinary)
      case .character("<"): Formula.Sign("⟨", .opening)
      case .character(">"): Formula.Sign("⟩", .closing)
      case .character("/"): Formula.Sign("/", .ordinary)
      case .character(let scalar): bracket(TeXCommand.characters[scalar])
      case .command(let name): bracket(TeXCommand.named[name])
      case .open, .close, .lower, .upper, .prime, .cell, .line, .end: nil
      }
    guard let sign else {
      throw TeXProblem(message: "`\(spelling(owner))` needs a bracket behind it", bytes: owner.bytes)
    }
    _ = scanner.take()
    return sign
  }

  private func bracket(_ meaning: TeXCommand?) -> Formula.Sign? {
    guard case .sign(let sign)? = meaning else { return nil }
    switch sign.role {
    case .opening, .closing, .stroke: return sign
    case .ordinary, .binary, .relation, .punctuation, .large, .integral: return nil
    }
  }

  // MARK: Words

  /// Reads the words in braces behind `\text`.
  private mutating func words(of owner: TeXScanner.Token) throws(TeXProblem) -> String {
    let opening = scanner.next
    guard opening.kind == .open else {
      throw TeXProblem(message: "`\(spelling(owner))` needs braces behind it", bytes: owner.bytes)
    }
    _ = scanner.take()
    var words = ""
    while true {
      let start = scanner
      guard let scalar = scanner.takeScalar() else {
        throw TeXProblem(
          message: "`{` is not closed", bytes: opening.bytes, hint: "write `}` behind the group")
      }
      switch scalar {
      case "}": return words
      case "\\", "$", "{":
        scanner = start
        words += try escape()
      case _ where TeXScanner.isBlank(scalar):
        if words.last != " " { words += " " }
      case _ where isVisible(scalar): words.unicodeScalars.append(scalar)
      default: throw unknown(scalar, start.next)
      }
    }
  }

  private mutating func escape() throws(TeXProblem) -> String {
    let token = scanner.take()
    switch token.kind {
    case .command(let name) where "{}%#&$_ ".contains(name) && name.count == 1: return name
    case .command(","): return "\u{2009}"
    case .command, .character, .open, .close, .lower, .upper, .prime, .cell, .line, .end:
      throw TeXProblem(
        message: "`\(spelling(token))` cannot stand in words", bytes: token.bytes,
        hint: "close the words before it")
    }
  }

  // MARK: Tables

  private mutating func environment(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let (name, bytes) = try environmentName(token)
    guard let kind = Formula.Grid.Kind(rawValue: name) else { throw unknownEnvironment(name, bytes) }
    var rows: [[Formula.Node]] = [[]]
    while true {
      rows[rows.count - 1].append(Self.joined(try row()))
      let separator = scanner.take()
      switch separator.kind {
      case .cell: continue
      case .line:
        try skipLineSpace()
        rows.append([])
      case .command("end"):
        guard try environmentName(separator).name == name else { fallthrough }
        if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
        return .grid(Formula.Grid(kind, rows: rows))
      case .command, .character, .open, .close, .lower, .upper, .prime, .end:
        throw TeXProblem(message: "`\\begin{\(name)}` has no `\\end{\(name)}`", bytes: bytes)
      }
    }
  }

  /// Leaves out the space of `\\[2pt]`.
  private mutating func skipLineSpace() throws(TeXProblem) {
    guard scanner.takeExactly("[") else { return }
    _ = scanner.takeText(upTo: ["]", "\\", "&", "{", "}"])
    _ = scanner.takeExactly("]")
  }

  private mutating func environmentName(
    _ token: TeXScanner.Token
  ) throws(TeXProblem) -> (name: String, bytes: Range<Int>) {
    guard scanner.next.kind == .open else {
      throw TeXProblem(message: "`\(spelling(token))` needs a name in braces", bytes: token.bytes)
    }
    _ = scanner.take()
    guard let name = scanner.takeText(upTo: ["}", "{", "\\", "\n"]), scanner.takeExactly("}") else {
      throw TeXProblem(message: "`\(spelling(token))` needs a name in braces", bytes: token.bytes)
    }
    return (name, token.bytes.lowerBound..<scanner.offset)
  }
}
