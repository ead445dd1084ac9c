import Diagnostics

/// Reads TeX into the tree of a formula.
///
/// A command that it does not know stays in the formula as it was typed, and is told; a bracket that is not closed
/// ends the reading.
struct TeXReader {
  /// How deep braces, scripts and commands may stand in one another.
  static let maximalDepth = 100
  /// The most things that are told of a formula.
  private static let mostProblems = 5

  var scanner: TeXScanner
  /// What was not understood.
  private(set) var problems: [TeXProblem] = []
  /// The number that `\\tag` gives the line that is being read.
  var tag: Formula.Node?
  /// Whether a formula in words is being read, which ends with its dollar.
  var isInWords = false
  private var depth = 0
  /// The alphabet that a command around this position asks for.
  private var style: Formula.LetterStyle?

  init(_ tex: PlacedTeX) { scanner = TeXScanner(tex) }

  /// Reads all of the text.
  mutating func formula() throws(TeXProblem) -> Formula.Node {
    let nodes = try row()
    var node = Self.joined(nodes)
    switch scanner.next.kind {
    case .end: break
    case .line, .cell:
      note(stray(scanner.next))
      node = try lines(after: node)
    case .command, .character, .open, .close, .lower, .upper, .prime: throw stray(scanner.next)
    }
    return tag.map { .tagged(node, tag: $0) } ?? node
  }

  /// Remembers what is not understood, each thing once.
  mutating func note(_ problem: TeXProblem) {
    guard problems.count < Self.mostProblems, !problems.contains(where: { $0.message == problem.message })
    else {
      return
    }
    problems.append(problem)
  }

  /// Reads the lines of a formula that has `\\\\` and no environment.
  private mutating func lines(after first: Formula.Node) throws(TeXProblem) -> Formula.Node {
    var rows = [[first]]
    while true {
      let separator = scanner.take()
      switch separator.kind {
      case .cell: break
      case .line: rows.append([])
      case .end:
        if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
        return .grid(Formula.Grid(rows.allSatisfy { $0.count == 1 } ? .gathered : .aligned, rows: rows))
      case .command, .character, .open, .close, .lower, .upper, .prime: throw stray(separator)
      }
      rows[rows.count - 1].append(Self.joined(try row()))
    }
  }

  // MARK: Rows

  /// Reads parts up to something that ends a row, which stays.
  mutating func row() throws(TeXProblem) -> [Formula.Node] {
    var nodes: [Formula.Node] = []
    while !endsRow(scanner.next.kind) {
      if case .command(let name) = scanner.next.kind, let meaning = TeXCommand.named[name],
        let whole = try rest(of: nodes, meaning)
      {
        return whole
      }
      nodes.append(try part())
    }
    return nodes
  }

  /// Reads the rest of a row whose `nodes` stand before a command that changes all of it; nil for other commands.
  private mutating func rest(
    of nodes: [Formula.Node], _ meaning: TeXCommand
  ) throws(TeXProblem) -> [Formula.Node]? {
    switch meaning {
    case .sized(let isDisplayed):
      return nodes + [.sized(isDisplayed: isDisplayed, try restOfRow())]
    case .colour(isArgument: false):
      let token = scanner.take()
      let colour = try self.colour(of: token)
      // `\color{red}{x}` is of the one group, as browsers' readers of TeX have it.
      if scanner.next.kind == .open {
        let part = try argument(of: token)
        return nodes + [colour.map { .coloured($0, part.unwrapped) } ?? part] + (try row())
      }
      let rest = Self.joined(try restOfRow(token))
      return nodes + [colour.map { .coloured($0, rest) } ?? rest]
    case .switchStyle(let wanted):
      let outer = style
      style = wanted
      defer { style = outer }
      return nodes + (try restOfRow())
    case .infix(let infix):
      let above = Self.joined(nodes)
      let below = Self.joined(try restOfRow())
      switch infix {
      case .over: return [.fraction(above, below, .automatic)]
      case .atop: return [.pile(above, below, .automatic)]
      case .choose: return [.delimited("(", [.pile(above, below, .automatic)], ")")]
      }
    case .identifier, .sign, .spaced, .function, .space, .fraction, .binomial, .root, .accent, .style, .text,
      .operatorName,
      .makesOperator, .makes, .set, .arrow, .left, .right, .middle, .size, .begin, .end, .substack, .limits,
      .colour, .box, .shadow, .measuredSpace, .not, .modulus, .tag, .line, .ignored:
      return nil
    }
  }

  /// Reads what follows the command that comes next, or `token`, up to the end of the row.
  private mutating func restOfRow(_ token: TeXScanner.Token? = nil) throws(TeXProblem) -> [Formula.Node] {
    let token = token ?? scanner.take()
    return try nested(token) { (reader) throws(TeXProblem) in try reader.row() }
  }

  private func endsRow(_ kind: TeXScanner.Kind) -> Bool {
    switch kind {
    case .end, .close, .cell, .line, .command("right"), .command("end"): true
    case .character("$"), .command(")"): isInWords
    case .command, .character, .open, .lower, .upper, .prime: false
    }
  }

  /// Reads one part with its scripts.
  mutating func part() throws(TeXProblem) -> Formula.Node {
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
  mutating func atom() throws(TeXProblem) -> Formula.Node {
    scanner.skipBlanks()
    if scanner.isAtNumber { return number(scanner.takeDigits()) }
    let token = scanner.take()
    return try nested(token) { (reader) throws(TeXProblem) in
      switch token.kind {
      case .open: try reader.group(after: token)
      case .command(let name): try reader.command(name, token)
      case .character(let scalar): reader.character(scalar, token)
      case .close, .lower, .upper, .prime, .cell, .line, .end: throw reader.stray(token)
      }
    }
  }

  /// Runs `read` one level deeper.
  mutating func nested<Result>(
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
    case nil, .upright, .italic, .script, .fraktur: .number(digits)
    case .bold?: .identifier(digits, .bold)
    case .boldItalic?: .identifier(digits, .boldItalic)
    case .doubleStruck?: .identifier(digits, .doubleStruck)
    case .sansSerif?: .identifier(digits, .sansSerif)
    case .monospace?: .identifier(digits, .monospace)
    }
  }

  func letter(_ text: String, _ usual: Formula.LetterStyle) -> Formula.Node {
    .identifier(text, style ?? usual)
  }

  private mutating func character(_ scalar: Unicode.Scalar, _ token: TeXScanner.Token) -> Formula.Node {
    switch TeXCommand.characters[scalar] {
    case .sign(let sign)?: return .sign(sign)
    case .space(let width)?: return .space(width)
    case .identifier(let text, let usual)?: return letter(text, usual)
    case nil where Self.isLetter(scalar): return letter(String(scalar), .italic)
    default:
      note(unknown(scalar, token))
      return .unknown(isVisible(scalar) ? String(scalar) : "\u{FFFD}")
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
