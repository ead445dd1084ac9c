extension Formula {
  /// The formula on one line, for terminals and titles: `z = Σ_i w_i x_i - T`.
  ///
  /// The text is not escaped.
  public var plainText: String { Self.withSingleBlanks(Self.plain(node)) }

  static func withSingleBlanks(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\u{2009}" }.joined(separator: " ")
  }

  private static func plain(_ node: Node) -> String {
    switch node {
    case .identifier("…", _), .identifier("⋯", _): "..."
    case .identifier(let name, let style): style == .doubleStruck ? style.styled(name) : plainPrimes(name)
    case .function(let name, _): name
    case .number(let digits): digits
    case .sign(let sign): plain(sign)
    case .text(let words, _): words
    case .row(let nodes): plain(nodes)
    case .fraction(let above, let below, _): enclosed(above) + "/" + enclosed(below)
    case .root(.scripts(let base, let lower, let upper?, let place), nil):
      "√(" + plain(.scripts(base, lower: lower, upper: upper, place)) + ")"
    case .root(let inside, nil): "√" + enclosed(inside)
    case .root(let inside, let degree?): "root(\(plain(degree)), \(plain(inside)))"
    case .scripts(.root(let inside, let degree), let lower, let upper, _):
      "(" + plain(.root(inside, degree: degree)) + ")" + script("_", lower) + script("^", upper)
    case .scripts(let base, let lower, let upper, _):
      plain(base) + script("_", lower) + script("^", upper)
    case .accent(let accent, let base): accented(base, accent)
    case .delimited(let left, let inside, let right): left + plain(inside) + right
    case .grid(let grid): plain(grid)
    case .space(let width): width > 0 ? " " : ""
    case .sized(_, let nodes): plain(nodes)
    case .pile(let above, let below, _): enclosed(above) + " over " + enclosed(below)
    case .bracket(let sign, _): plain(sign)
    case .arrow(let text, let above, let below):
      text + script("_", below) + script("^", above)
    case .classed(_, let node), .named(let node, _), .boxed(let node), .coloured(_, let node),
      .shadow(.flat, let node):
      plain(node)
    case .shadow: ""
    case .tagged(let node, let tag): plain(node) + "  " + plain(tag)
    case .unknown(let text): text
    }
  }

  private static func plain(_ sign: Sign) -> String {
    switch sign.text {
    case "−": "-"
    case "∗": "*"
    case "⋅": "·"
    case "∑": "Σ"
    case "∏": "Π"
    case "∣": "|"
    default: sign.text
    }
  }

  private static func plainPrimes(_ name: String) -> String {
    switch name {
    case "′": "'"
    case "″": "''"
    case "‴": "'''"
    default: name
    }
  }

  // MARK: Rows

  static func plain(_ nodes: [Node], after previous: Atom? = nil) -> String {
    let spacing = Spacing(nodes, after: previous)
    var text = ""
    for i in nodes.indices {
      let word = plain(nodes[i])
      if i > 0, spacing.isOperand(i), isInDenominator(nodes[i], behind: nodes[i - 1]) {
        text += " · " + word
        continue
      }
      switch spacing.atoms[i] {
      case .sign(.binary), .sign(.relation): text += " \(word) "
      case .sign(.punctuation): text += "\(word) "
      case .sign(.large), .sign(.integral): text += (text.isEmpty || text.last == " " ? "" : " ") + "\(word) "
      case .function:
        text += (spacing.isFunctionApart(i) ? " " : "") + word + (spacing.argument(i) == .bare ? " " : "")
      case .ordinary:
        text += (i > 0 && areApart(nodes[i - 1], nodes[i]) ? " " : "") + word
      case .sign(.ordinary), .sign(.opening), .sign(.closing), .sign(.stroke), .space: text += word
      }
    }
    return text
  }

  /// Whether behind a slash the next factor would be read as one of the denominator; `1/2 x` is not.
  private static func isInDenominator(_ node: Node, behind last: Node) -> Bool {
    guard case .fraction(_, let below, _) = last else { return false }
    if case .number = below.unwrapped, case .delimited = node { return true }
    if case .number = below.unwrapped { return false }
    return true
  }

  /// Whether a part next to another would be read as one with it.
  private static func isLong(_ node: Node) -> Bool {
    switch node {
    case .identifier(let name, _):
      name.unicodeScalars.count > 1 && !name.unicodeScalars.allSatisfy { $0 == "′" }
    case .scripts, .fraction, .root, .accent, .pile, .unknown: true
    case .coloured(_, let node), .boxed(let node): isLong(node)
    case .number, .sign, .function, .text, .row, .delimited, .grid, .space, .sized, .bracket, .arrow,
      .classed,
      .named, .shadow, .tagged:
      false
    }
  }

  /// Whether two neighbours need a blank between them to be told apart.
  private static func areApart(_ left: Node, _ right: Node) -> Bool {
    if case .delimited = right { return false }
    switch left.atom {
    case .ordinary: return left != .identifier("∂", .italic) && (isLong(left) || isLong(right))
    case .sign(.closing): return isLong(left)
    case .function, .sign, .space: return false
    }
  }

  // MARK: Parts

  private static func script(_ mark: String, _ node: Node?) -> String {
    guard let node else { return "" }
    if case .identifier(let name, .upright) = node,
      name.unicodeScalars.allSatisfy({ "′″‴".unicodeScalars.contains($0) })
    {
      return plainPrimes(name)
    }
    if mark == "_", case .row(let nodes) = node, nodes.allSatisfy(isWordPart) { return mark + plain(nodes) }
    if case .row(let nodes) = node, nodes.count == 1 { return mark + plain(nodes) }
    return mark + enclosed(node)
  }

  private static func isWordPart(_ node: Node) -> Bool {
    switch node {
    case .identifier, .number: true
    case .sign, .function, .text, .row, .fraction, .root, .scripts, .accent, .delimited, .grid, .space,
      .sized, .pile, .bracket, .arrow, .classed, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      false
    }
  }

  /// Puts a part in brackets unless it is one thing.
  private static func enclosed(_ node: Node) -> String {
    switch node {
    case .identifier, .number, .function, .text, .delimited, .accent, .bracket, .named, .boxed, .unknown,
      .shadow:
      plain(node)
    case .coloured(_, let node): enclosed(node)
    case .scripts(.identifier, _, _, _): plain(node)
    case .row(let nodes) where nodes.count == 1 && isWordPart(nodes[0]): plain(nodes)
    case .sign, .row, .fraction, .root, .scripts, .grid, .space, .sized, .pile, .arrow, .classed, .tagged:
      "(\(plain(node)))"
    }
  }

  private static func accented(_ base: Node, _ accent: Accent) -> String {
    let text = plain(base)
    if accent.takesLimits { return "(\(text))" }
    guard text.count == 1, let mark = accent.combining else { return "\(accent.rawValue)(\(text))" }
    return text + String(Character(mark))
  }

  private static func plain(_ grid: Grid) -> String {
    let (left, right) = grid.kind.brackets
    let rows = grid.rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, cell in aligned(cell, grid.kind.continues(column)) }
      let tag = grid.tags[number].map { "  " + plain($0) } ?? ""
      return cells.joined(separator: isList(grid.kind) ? ", " : " ") + tag
    }
    let closing = grid.kind == .cases || grid.kind == .dcases ? "}" : right
    return (left.isEmpty && grid.kind == .rcases ? "{" : left) + rows.joined(separator: "; ") + closing
  }

  /// Whether the cells of a row are parted by commas, and not read on from one to the next.
  private static func isList(_ kind: Grid.Kind) -> Bool {
    switch kind {
    case .aligned, .alignedat, .eqnarray, .gathered, .substack: false
    case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix, .smallmatrix, .cases, .dcases, .rcases,
      .array:
      true
    }
  }

  /// Behind an `&` a sign has a left operand: the cell before it.
  private static func aligned(_ cell: Node, _ continues: Bool) -> String {
    guard case .row(let nodes) = cell else { return plain(cell) }
    return plain(nodes, after: continues ? .ordinary : nil)
  }
}
