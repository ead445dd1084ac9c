extension Formula {
  /// About how wide the formula is when it is displayed, in em: the font is not asked.
  public var width: Double { node.width }
}

extension Formula.Node {
  /// About how wide the part is in em; what is small in a script counts as such.
  var width: Double {
    switch self {
    case .identifier(let name, _), .function(let name, _): 0.57 * Double(name.unicodeScalars.count)
    case .number(let digits): 0.5 * Double(digits.unicodeScalars.count)
    case .sign, .bracket, .classed: Self.width(of: [self])
    case .text(let words, _): 0.5 * Double(words.unicodeScalars.count)
    case .row(let nodes), .sized(_, let nodes): Self.width(of: nodes)
    case .fraction(let above, let below, let size):
      max(above.width, below.width) * (size == .text ? Self.scriptSize : 1) + 0.2
    case .root(let inside, let degree): inside.width + 0.9 + (degree?.width ?? 0) * Self.scriptSize
    case .scripts(let base, let lower, let upper, _):
      base.width + max(lower?.width ?? 0, upper?.width ?? 0) * Self.scriptSize + 0.06
    case .accent(_, let base): base.width
    case .delimited(let left, let inside, let right):
      Self.width(of: inside) + 0.5 * Double([left, right].count { !$0.isEmpty })
    case .grid(let grid): grid.width
    case .space(let width): width
    case .pile(let above, let below, _): max(above.width, below.width)
    case .arrow(_, let above, let below):
      max(1.6, max(above?.width ?? 0, below?.width ?? 0) * Self.scriptSize + 0.8) + 0.6
    case .named(let node, _), .coloured(_, let node): node.width
    case .boxed(let node): node.width + 0.6
    case .shadow(let shadow, let node): shadow == .height ? 0 : node.width
    case .tagged(let node, let tag): node.width + 2 + tag.width
    case .unknown(let text): 0.55 * Double(text.unicodeScalars.count)
    }
  }

  private static let scriptSize = 0.7

  /// About how wide a row of parts is, with the blanks around its signs.
  static func width(of nodes: [Formula.Node], after previous: Atom? = nil) -> Double {
    let spacing = Spacing(nodes, after: previous)
    return nodes.indices.reduce(0) { width, i in
      let blanks = spacing.blanks(i, isScript: false)
      return width + blanks.before + blanks.behind + ink(of: nodes[i])
    }
  }

  /// The width of a part without the blanks of a sign.
  private static func ink(of node: Formula.Node) -> Double {
    switch node {
    case .sign(let sign):
      switch sign.role {
      case .binary, .relation: 0.78
      case .opening, .closing, .stroke, .punctuation: 0.35
      case .large: 1.4
      case .ordinary, .integral: 0.6
      }
    case .bracket: 0.5
    case .classed(_, let node): node.width
    case .scripts(.sign(let sign), let lower, let upper, .automatic) where sign.role == .large:
      max(1.4, max(lower?.width ?? 0, upper?.width ?? 0) * scriptSize)
    case .identifier, .function, .number, .text, .row, .fraction, .root, .scripts, .accent, .delimited, .grid,
      .space, .sized, .pile, .arrow, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      node.width
    }
  }
}

extension Formula.Grid {
  /// The widest cell of each column, the blanks between columns, brackets and numbers.
  fileprivate var width: Double {
    var widths: [Double] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    let (left, right) = kind.brackets
    let tag = tags.values.map { $0.width + 2 }.max() ?? 0
    return widths.reduce(0, +) + Double(max(widths.count - 1, 0)) + 0.6
      * Double([left, right].count { !$0.isEmpty })
      + tag
  }
}
