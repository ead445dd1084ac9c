import Diagnostics

extension TeXReader {
  /// Reads the arguments of the command `name`, which was taken.
  mutating func command(_ name: String, _ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    guard let meaning = TeXCommand.named[name] else {
      note(unknown(name, token))
      return .unknown("\\" + name)
    }
    switch meaning {
    case .identifier(let text, let usual): return letter(text, usual)
    case .sign(let sign): return .sign(sign)
    case .function(let name, let takesLimits): return .function(Self.shown(name), takesLimits: takesLimits)
    case .space(let width): return .space(width)
    case .fraction(let size):
      // `\cfrac[l]` says where the numerator stands.
      if name == "cfrac" { _ = try optional(token) }
      return .fraction(try argument(of: token), try argument(of: token), size)
    case .binomial(let size):
      return .delimited("(", [.pile(try argument(of: token), try argument(of: token), size)], ")")
    case .root: return try root(token)
    case .accent(let accent): return .accent(accent, try argument(of: token))
    case .style(let style): return try styled(style, token)
    case .spaced(let sign): return .classed(sign.role, .sign(sign))
    case .text(let style): return try words(of: token, style)
    case .operatorName: return try operatorName(token, takesLimits: name != "operatorname")
    case .makesOperator: return try makeOperator(token)
    case .makes(let role): return .classed(role, try argument(of: token))
    case .set(let isAbove): return try set(token, isAbove: isAbove)
    case .arrow(let text):
      let below = try optional(token)
      return .arrow(text, above: try argument(of: token), below: below)
    case .left: return try delimited(token)
    case .middle: return .bracket(Formula.Sign(try bracket(of: token).text, .ordinary), size: 0)
    case .size(let size, let role):
      let sign = try bracket(of: token)
      return .bracket(Formula.Sign(sign.text, role ?? sign.role), size: size)
    case .begin: return try environment(token)
    case .substack: return try substack(token)
    case .box, .colour, .shadow, .measuredSpace, .not, .modulus, .tag, .ignored, .line:
      return try arrangement(meaning, name, token)
    case .right, .end, .limits, .sized, .switchStyle, .infix: throw stray(token)
    }
  }

  /// Reads the arguments of a command that arranges: colours, boxes, room, numbers of lines.
  private mutating func arrangement(
    _ meaning: TeXCommand, _ name: String, _ token: TeXScanner.Token
  ) throws(TeXProblem) -> Formula.Node {
    switch meaning {
    case .box: return .boxed(try argument(of: token))
    case .colour:
      let colour = try colour(of: token)
      let part = try argument(of: token)
      return colour.map { .coloured($0, part) } ?? part
    case .shadow(let shadow):
      if shadow == .flat { _ = try optional(token) }
      return .shadow(shadow, try argument(of: token))
    case .measuredSpace:
      _ = scanner.takeExactly("*")
      guard let length = scanner.takeLength() else {
        throw TeXProblem(
          message: "`\\\(name)` needs a length behind it", bytes: token.bytes, hint: "write 1em")
      }
      return .space(length)
    case .not:
      guard case .sign(let sign) = try argument(of: token).unwrapped else {
        throw TeXProblem(message: "`\\not` needs a sign behind it", bytes: token.bytes)
      }
      return .sign(Formula.Sign(TeXSymbols.negated[sign.text] ?? sign.text + "\u{338}", .relation))
    case .modulus(let hasBrackets):
      let parts: [Formula.Node] = [.identifier("mod", .upright), .space(0.333), try argument(of: token)]
      return .row([.space(hasBrackets ? 0.6 : 1)] + (hasBrackets ? [.delimited("(", parts, ")")] : parts))
    case .tag:
      let isPlain = scanner.takeExactly("*")
      let text = try words(of: token, .upright)
      tag = isPlain ? text : .row([.text("(", .upright), text, .text(")", .upright)])
      return .row([])
    case .ignored(let arguments):
      for _ in 0..<arguments { _ = scanner.takeGroup() }
      return .row([])
    case _: return .row([])
    }
  }

  /// Returns the name of a function as it is shown: two words where it has two.
  private static func shown(_ name: String) -> String {
    switch name {
    case "limsup": "lim sup"
    case "liminf": "lim inf"
    case "argmax": "arg max"
    case "argmin": "arg min"
    case "injlim": "inj lim"
    case "projlim": "proj lim"
    default: name
    }
  }

  private mutating func root(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let degree = try optional(token)
    return .root(try argument(of: token), degree: degree)
  }

  /// Reads what stands in `[ ]` behind a command, if something does.
  private mutating func optional(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node? {
    guard scanner.next.kind == .character("[") else { return nil }
    _ = scanner.take()
    var nodes: [Formula.Node] = []
    while scanner.next.kind != .character("]") {
      guard scanner.next.kind != .end else {
        throw TeXProblem(message: "`[` behind `\(spelling(token))` is not closed", bytes: token.bytes)
      }
      nodes.append(try part())
    }
    _ = scanner.take()
    return Self.joined(nodes)
  }

  /// `\overset{above}{base}`.
  private mutating func set(_ token: TeXScanner.Token, isAbove: Bool) throws(TeXProblem) -> Formula.Node {
    let mark = try argument(of: token)
    let base = try argument(of: token).unwrapped
    return .scripts(base, lower: isAbove ? nil : mark, upper: isAbove ? mark : nil, .stacked)
  }

  /// The colour in braces behind a command; nil where it is none that pages know.
  mutating func colour(of token: TeXScanner.Token) throws(TeXProblem) -> String? {
    guard let name = scanner.takeGroup() else {
      throw TeXProblem(message: "`\(spelling(token))` needs a colour in braces", bytes: token.bytes)
    }
    let isWord =
      !name.isEmpty && name.count <= 24 && name.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let digits = name.dropFirst()
    let isCode =
      name.hasPrefix("#") && [3, 6].contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
    return isWord || isCode ? name.lowercased() : nil
  }

  // MARK: Functions

  private mutating func operatorName(
    _ token: TeXScanner.Token, takesLimits: Bool
  ) throws(TeXProblem) -> Formula.Node {
    let isStarred = scanner.takeExactly("*")
    switch try words(of: token, .upright) {
    case .text(let name, _): return .function(name, takesLimits: takesLimits || isStarred)
    case let node: return .named(node, takesLimits: takesLimits || isStarred)
    }
  }

  private mutating func makeOperator(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    switch try argument(of: token).unwrapped {
    case .text(let name, _): .function(name, takesLimits: true)
    case .identifier(let name, .upright) where name.count > 1: .function(name, takesLimits: true)
    case .sign(let sign): .sign(Formula.Sign(sign.text, .large))
    case let node: .named(node, takesLimits: true)
    }
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
    if "↑↓↕⇑⇓⇕\\∣∥".contains(sign.text) { return Formula.Sign(sign.text, .stroke) }
    switch sign.role {
    case .opening, .closing, .stroke: return sign
    case .ordinary, .binary, .relation, .punctuation, .large, .integral: return nil
    }
  }
}

extension Formula.Node {
  /// The part of a row that has only one.
  var unwrapped: Formula.Node { if case .row(let nodes) = self, nodes.count == 1 { nodes[0] } else { self } }
}
