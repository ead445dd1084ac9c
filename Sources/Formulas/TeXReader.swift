import Diagnostics

/// Reads TeX into the tree of a formula; the first thing it does not know ends it.
struct TeXReader {
  /// How deep braces, scripts and commands may stand in one another.
  static let maximalDepth = 100

  var scanner: TeXScanner
  private var depth = 0
  /// The alphabet that a command around this place asks for.
  private var style: Formula.LetterStyle?

  init(_ tex: String) { scanner = TeXScanner(tex) }

  /// Reads all of the text.
  mutating func formula() throws(TeXProblem) -> Formula.Node {
    let nodes = try row()
    guard scanner.next.kind == .end else { throw stray(scanner.next) }
    return Self.joined(nodes)
  }

  // MARK: Rows

  /// Reads parts up to something that ends a row, which stays.
  mutating func row() throws(TeXProblem) -> [Formula.Node] {
    var nodes: [Formula.Node] = []
    while !endsRow(scanner.next.kind) {
      if case .command(let name) = scanner.next.kind, case .sized(let isDisplayed)? = TeXCommand.named[name] {
        let token = scanner.take()
        return try nested(token) { (reader) throws(TeXProblem) in
          nodes + [.sized(isDisplayed: isDisplayed, try reader.row())]
        }
      }
      nodes.append(try part())
    }
    return nodes
  }

  private func endsRow(_ kind: TeXScanner.Kind) -> Bool {
    switch kind {
    case .end, .close, .cell, .line, .command("right"), .command("end"): true
    case .command, .character, .open, .lower, .upper, .prime: false
    }
  }

  /// Reads one part with its scripts.
  private mutating func part() throws(TeXProblem) -> Formula.Node {
    switch scanner.next.kind {
    case .lower, .upper, .prime: try scripted(.row([]))
    case .command, .character, .open, .close, .cell, .line, .end: try scripted(atom())
    }
  }

  /// Returns a row as one node; a sign alone stays in its row, which makes it like a letter.
  static func joined(_ nodes: [Formula.Node]) -> Formula.Node {
    guard nodes.count == 1 else { return .row(nodes) }
    if case .sign = nodes[0] { return .row(nodes) }
    return nodes[0]
  }

  // MARK: Scripts

  private mutating func scripted(_ base: Formula.Node) throws(TeXProblem) -> Formula.Node {
    var lower: Formula.Node?
    var upper: Formula.Node?
    var primes = 0
    var place = Formula.ScriptPlace.automatic
    while true {
      let token = scanner.next
      switch token.kind {
      case .lower where lower == nil:
        _ = scanner.take()
        lower = try argument(of: token)
      case .upper where upper == nil:
        _ = scanner.take()
        upper = try argument(of: token)
      case .prime where upper == nil:
        _ = scanner.take()
        primes += 1
      case .lower, .upper, .prime:
        throw TeXProblem(
          message: "a second script stands in the same place", bytes: token.bytes,
          hint: "put braces around the part that it belongs to")
      case .command(let name):
        guard case .limits(let wanted)? = TeXCommand.named[name] else { fallthrough }
        _ = scanner.take()
        place = wanted
      case .character, .open, .close, .cell, .line, .end:
        let parts = [Self.primes(primes), upper].compactMap { $0 }
        guard lower != nil || !parts.isEmpty else { return base }
        return .scripts(base, lower: lower, upper: parts.isEmpty ? nil : Self.joined(parts), place)
      }
    }
  }

  private static func primes(_ count: Int) -> Formula.Node? {
    guard count > 0 else { return nil }
    let signs = ["′", "″", "‴"]
    return .identifier(count <= 3 ? signs[count - 1] : String(repeating: "′", count: count), .upright)
  }

  // MARK: Arguments

  /// Reads what a command or script takes: a group in braces, or the next thing alone.
  mutating func argument(of owner: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let token = scanner.next
    switch token.kind {
    case .character("0"..."9"):
      // Of `x_10` only the 1 is the index, as in TeX.
      _ = scanner.take()
      if case .character(let digit) = token.kind { return number(String(digit)) }
      return .row([])
    case .command, .character, .open:
      if endsRow(token.kind) { throw missing(owner) }
      return try atom()
    case .close, .lower, .upper, .prime, .cell, .line, .end: throw missing(owner)
    }
  }

  private func missing(_ owner: TeXScanner.Token) -> TeXProblem {
    TeXProblem(message: "`\(spelling(owner))` has nothing behind it to work on", bytes: owner.bytes)
  }

  // MARK: Atoms

  /// Reads a letter, number, sign, group, or command with its arguments.
  private mutating func atom() throws(TeXProblem) -> Formula.Node {
    scanner.skipBlanks()
    if scanner.isAtNumber { return number(scanner.takeDigits()) }
    let token = scanner.take()
    return try nested(token) { (reader) throws(TeXProblem) in
      switch token.kind {
      case .open: try reader.group(after: token)
      case .command(let name): try reader.command(name, token)
      case .character(let scalar): try reader.character(scalar, token)
      case .close, .lower, .upper, .prime, .cell, .line, .end: throw reader.stray(token)
      }
    }
  }

  /// Runs `read` one level deeper.
  private mutating func nested<Result>(
    _ token: TeXScanner.Token, _ read: (inout TeXReader) throws(TeXProblem) -> Result
  ) throws(TeXProblem) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximalDepth else {
      throw TeXProblem(
        message: "the formula is nested more than \(Self.maximalDepth) deep", bytes: token.bytes)
    }
    return try read(&self)
  }

  private mutating func group(after opening: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let nodes = try row()
    guard scanner.next.kind == .close else {
      throw TeXProblem(message: "`{` is not closed", bytes: opening.bytes, hint: "write `}` behind the group")
    }
    _ = scanner.take()
    return Self.joined(nodes)
  }

  private func number(_ digits: String) -> Formula.Node {
    switch style {
    case nil, .upright, .italic, .script: .number(digits)
    case .bold?: .identifier(digits, .bold)
    case .boldItalic?: .identifier(digits, .boldItalic)
    case .doubleStruck?: .identifier(digits, .doubleStruck)
    }
  }

  func letter(_ text: String, _ usual: Formula.LetterStyle) -> Formula.Node {
    .identifier(text, style ?? usual)
  }

  private func character(_ scalar: Unicode.Scalar, _ token: TeXScanner.Token) throws(TeXProblem)
    -> Formula.Node
  {
    switch TeXCommand.characters[scalar] {
    case .sign(let sign)?: return .sign(sign)
    case .space(let width)?: return .space(width)
    case .identifier(let text, let usual)?: return letter(text, usual)
    case nil where Self.isLetter(scalar): return letter(String(scalar), .italic)
    default: throw unknown(scalar, token)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Only letters that run from left to right, and those of mathematics.
    case .uppercaseLetter, .lowercaseLetter:
      scalar.value < 0x530 || (0x1E00...0x1FFF).contains(scalar.value)
        || (0x2100...0x214F).contains(scalar.value)
        || (0x1D400...0x1D7FF).contains(scalar.value)
    default: false
    }
  }

  /// Reads the argument of a command that chooses an alphabet.
  mutating func styled(_ wanted: Formula.LetterStyle, _ token: TeXScanner.Token) throws(TeXProblem)
    -> Formula.Node
  {
    let outer = style
    style = wanted
    defer { style = outer }
    let node = try argument(of: token)
    guard wanted == .upright || wanted == .bold, case .row(let nodes) = node, !nodes.isEmpty else {
      return node
    }
    var name = ""
    for part in nodes {
      guard case .identifier(let text, wanted) = part else { return node }
      name += text
    }
    return .identifier(name, wanted)
  }
}
