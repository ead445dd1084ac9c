extension Formula {
  /// The formula as MathML in pieces, between any two of which a line may end.
  ///
  /// A formula may be parted behind its first relation, then before signs between two sides, between factors in
  /// brackets and behind commas. One that the program made may be parted within a part that is wider than a line,
  /// too, which is then written so that it can: a fraction with a slash, a root as a power. In one read from TeX
  /// such a part stays as its author set it, and the first piece carries all of the TeX.
  public func mathMLPieces(isDisplayed: Bool) -> [MathMLPiece] {
    pieces.enumerated().map { number, piece in
      let width = Node.width(of: piece.nodes, after: piece.previous)
      var writer = MathMLWriter()
      let attributes = [
        ("displaystyle", isDisplayed ? "true" : nil), ("class", MathMLWriter.widthClass(width)),
      ]
      writer.element("math", attributes) { writer in
        let context = MathMLWriter.Context(isDisplayed: isDisplayed, previous: piece.previous)
        guard number == 0, let tex else { return writer.row(piece.nodes, context) }
        writer.annotated(tex) { $0.row(piece.nodes, context) }
      }
      return MathMLPiece(text: writer.text, width: width)
    }
  }

  /// A piece of a formula.
  public struct MathMLPiece: Sendable {
    /// The MathML.
    public let text: String
    /// About how wide it is, in em.
    public let width: Double
  }

  /// The formula as ``plainText``, in lines of up to 120 characters, where it may be parted.
  public var plainLines: [String] {
    let room = 120
    let whole = plainText
    guard whole.count > room else { return [whole] }
    var lines: [(text: String, width: Int)] = []
    for piece in pieces {
      let text = Self.plain(piece.nodes, after: piece.previous)
      let width = text.count
      if let line = lines.last, line.width + width <= room {
        lines[lines.count - 1] = (line.text + text, line.width + width)
      } else {
        lines.append((text, width))
      }
    }
    return lines.map { Self.withSingleBlanks($0.text) }
  }

  /// The parts between which a line may end.
  private var pieces: [Piece] { Parting(opens: tex == nil).pieces(parts, after: nil, hasHead: true) }
}

/// Some parts of a row, and what stands in front of them.
private struct Piece {
  var nodes: [Formula.Node]
  var previous: Atom?
}

/// Finds where a formula may be parted.
private struct Parting {
  typealias Node = Formula.Node

  /// Whether a part that is wider than a line is written so that it can be parted.
  let opens: Bool

  /// The widest part that stays whole, in em: a line of a page has about 36, and something stands beside the part.
  private static let room = 24.0
  /// The widest part before the first relation that stays whole, in em: a line of a phone has about 20.
  private static let roomOfHead = 14.0

  /// The pieces of a row; before the first relation of a whole formula stands its head, which is one piece.
  func pieces(_ nodes: [Node], after previous: Atom?, hasHead: Bool = false) -> [Piece] {
    let spacing = Spacing(nodes, after: previous)
    let atoms = spacing.atoms
    let relation = hasHead ? atoms.firstIndex(of: .sign(.relation)) : nil
    let start = relation.map { $0 + 1 } ?? 0
    var (pieces, depth) = ([Piece(nodes: [], previous: previous)], 0)
    for i in nodes.indices {
      let inner = opened(
        nodes[i], i < start ? Self.roomOfHead : Self.room, isFactor: Self.isFactor(spacing, i))
      let isBetweenFactors =
        pieces.last?.nodes.last?.endsWithBracket == true && inner[0].nodes.first?.beginsWithBracket == true
      if i > 0,
        i == start || (i > start && depth == 0 && (isBetweenFactors || Self.canPart(spacing, before: i)))
      {
        // A comma has its blank though nothing follows it in its piece.
        if spacing.previous(i) == .sign(.punctuation) {
          pieces[pieces.count - 1].nodes.append(.space(0.1667))
        }
        pieces.append(Piece(nodes: [], previous: atoms[i - 1]))
      }
      pieces[pieces.count - 1].nodes += inner[0].nodes
      pieces += inner.dropFirst()
      if case .sign = nodes[i].core {
        if atoms[i] == .sign(.opening) { depth += 1 }
        if atoms[i] == .sign(.closing) { depth -= 1 }
      }
    }
    return pieces
  }

  private static func canPart(_ spacing: Spacing, before i: Int) -> Bool {
    switch spacing.atoms[i] {
    case .sign(.binary), .sign(.relation): true
    case .space: false
    case .ordinary, .function, .sign: spacing.previous(i) == .sign(.punctuation)
    }
  }

  /// Whether the part is multiplied with a neighbour, for which a fraction with a slash needs brackets.
  private static func isFactor(_ spacing: Spacing, _ i: Int) -> Bool {
    [spacing.previous(i), spacing.next(i)].contains { atom in
      switch atom {
      case .ordinary?, .function?, .sign(.ordinary)?, .sign(.opening)?, .sign(.closing)?, .sign(.large)?,
        .sign(.integral)?:
        true
      case nil, .space?, .sign(.binary)?, .sign(.relation)?, .sign(.stroke)?, .sign(.punctuation)?: false
      }
    }
  }

  // MARK: Parts that are opened

  /// The part in pieces, at least one; more than one only where it is wider than `room`.
  private func opened(_ node: Node, _ room: Double, isFactor: Bool) -> [Piece] {
    guard opens, node.width > room else { return [Piece(nodes: [node])] }
    switch node {
    case .row(let nodes): return pieces(nodes, after: nil)
    case .delimited(let left, let inside, let right):
      return bracketed(left, inside: pieces(inside, after: .sign(.opening)), right)
    case .scripts(.delimited(let left, let inside, let right), let lower, let upper, _):
      return bracketed(left, inside: pieces(inside, after: .sign(.opening)), right) {
        .scripts($0, lower: lower, upper: upper, .beside)
      }
    case .scripts(.root(let inside, let degree), let lower, let upper, _):
      let root = Node.delimited("(", [.root(inside, degree: degree)], ")")
      return opened(.scripts(root, lower: lower, upper: upper, .beside), room, isFactor: isFactor)
    case .fraction(let above, let below, _):
      let pieces = slashed(above, below)
      return isFactor ? bracketed("(", inside: pieces, ")") : pieces
    case .root(let inside, let degree):
      let exponent = Node.fraction(.number("1"), degree ?? .number("2"), .automatic)
      return opened(
        .scripts(Self.inBrackets(inside), lower: nil, upper: exponent, .beside), 0, isFactor: isFactor)
    case .accent(.overline, let inside):
      return pieces([.sign(Formula.Sign("¬", .ordinary)), Self.inBrackets(inside)], after: nil)
    case .identifier, .function, .number, .sign, .text, .scripts, .accent, .grid, .space, .sized, .pile,
      .bracket, .arrow, .classed, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      return [Piece(nodes: [node])]
    }
  }

  /// A fraction with a slash, behind which a line may end unless little stands before it.
  private func slashed(_ above: Node, _ below: Node) -> [Piece] {
    let upper = [Self.whole(above), .sign(Formula.Sign("/", .ordinary))]
    guard above.width > 4 else { return pieces(upper + [Self.whole(below)], after: nil) }
    return pieces(upper, after: nil) + pieces([Self.whole(below)], after: .sign(.ordinary))
  }

  /// Pieces between two brackets of one height, which may stand on different lines.
  private func bracketed(
    _ left: String, inside: [Piece], _ right: String, closing: (Node) -> Node = { $0 }
  ) -> [Piece] {
    var pieces = inside
    let isFlat = pieces.allSatisfy { $0.nodes.allSatisfy(\.isFlat) }
    func bracket(_ text: String, _ role: Formula.Role) -> Node {
      let sign = Formula.Sign(text, role)
      return isFlat ? .sign(sign) : .bracket(sign, size: 2)
    }
    pieces[0].nodes.insert(bracket(left, .opening), at: 0)
    pieces[pieces.count - 1].nodes.append(closing(bracket(right, .closing)))
    return pieces
  }

  private static func inBrackets(_ node: Node) -> Node { .delimited("(", Formula(node).parts, ")") }

  /// The side of a slash: a row and another fraction need brackets.
  private static func whole(_ node: Node) -> Node {
    switch node {
    case .row, .fraction, .pile, .sized: inBrackets(node)
    case .identifier, .function, .number, .sign, .text, .root, .scripts, .accent, .delimited, .grid, .space,
      .bracket, .arrow, .classed, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      node
    }
  }
}

extension Formula.Node {
  /// Whether it is something in brackets, a power of that, or an opening bracket.
  fileprivate var beginsWithBracket: Bool { isInBrackets || atom == .sign(.opening) }

  /// Whether it is something in brackets, a power of that, or a closing bracket.
  fileprivate var endsWithBracket: Bool { isInBrackets || atom == .sign(.closing) }

  private var isInBrackets: Bool {
    switch self {
    case .delimited: true
    case .scripts(let base, _, _, _), .coloured(_, let base): base.isInBrackets
    case .identifier, .function, .number, .sign, .text, .row, .fraction, .root, .accent, .grid, .space,
      .sized,
      .pile, .bracket, .arrow, .classed, .named, .boxed, .shadow, .tagged, .unknown:
      false
    }
  }
}
