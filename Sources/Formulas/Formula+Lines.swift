extension Formula {
  /// The formula as MathML in pieces, between any two of which a line may end.
  ///
  /// A formula may be parted behind its first relation, then before signs between two sides and between factors in
  /// brackets. One read from TeX is one piece, since its author has set its lines.
  public var mathMLPieces: [String] {
    pieces.map { piece in
      var writer = MathMLWriter()
      writer.element("math", [("displaystyle", "true")]) { writer in
        writer.row(piece.nodes, .init(isDisplayed: true, previous: piece.previous))
      }
      return writer.text
    }
  }

  /// The formula as ``plainText``, in lines of up to 120 characters, where it may be parted.
  public var plainLines: [String] {
    let room = 120
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

  /// Some parts of a row, and what stands in front of them.
  private struct Piece {
    var nodes: [Node]
    var previous: Atom?
  }

  /// The parts of its row between which a line may end.
  private var pieces: [Piece] {
    guard tex == nil, case .row(let nodes) = node else { return [Piece(nodes: parts)] }
    let atoms = Spacing(nodes).atoms
    let start = atoms.firstIndex(of: .sign(.relation)).map { $0 + 1 } ?? 0
    var (pieces, depth) = ([Piece(nodes: [])], 0)
    for i in nodes.indices {
      let isEnd = i == start || (i > start && depth == 0 && Self.canPart(nodes, atoms, before: i))
      if i > 0, isEnd { pieces.append(Piece(nodes: [], previous: atoms[i - 1])) }
      pieces[pieces.count - 1].nodes.append(nodes[i])
      if atoms[i] == .sign(.opening) { depth += 1 }
      if atoms[i] == .sign(.closing) { depth -= 1 }
    }
    return pieces
  }

  private static func canPart(_ nodes: [Node], _ atoms: [Atom], before i: Int) -> Bool {
    switch atoms[i] {
    case .sign(.binary), .sign(.relation): true
    case .sign(.opening): atoms[i - 1] == .sign(.closing) || nodes[i - 1].isInBrackets
    case .ordinary where nodes[i].isInBrackets: atoms[i - 1] == .sign(.closing) || nodes[i - 1].isInBrackets
    case .ordinary, .function, .sign, .space: false
    }
  }
}

extension Formula.Node {
  /// Whether it is something in brackets, or a power of that.
  fileprivate var isInBrackets: Bool {
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
