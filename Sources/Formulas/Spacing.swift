/// TeX atom class; decides spacing.
enum Atom: Equatable {
  /// A letter, number, group or anything else without space of its own.
  case ordinary
  /// The name of a function, applied to what follows.
  case function
  /// A sign.
  case sign(Formula.Role)
  /// Blank space, which changes nothing.
  case space
}

extension Formula.Node {
  /// What the part is to its neighbours; scripts and marks do not change it.
  var atom: Atom {
    switch self {
    case .identifier, .number, .text, .row, .fraction, .root, .grid, .sized, .accent, .delimited, .pile,
      .boxed,
      .tagged, .unknown:
      .ordinary
    case .function, .named: .function
    case .sign(let sign), .bracket(let sign, _): .sign(sign.role)
    case .arrow: .sign(.relation)
    case .classed(let role, _): .sign(role)
    case .scripts(let base, _, _, _), .coloured(_, let base), .shadow(_, let base): base.atom
    case .space: .space
    }
  }
}

extension Formula.Node {
  /// What stands under scripts, or the part itself.
  var core: Formula.Node { if case .scripts(let base, _, _, _) = self { base } else { self } }

  /// Whether the usual brackets are high enough for it, as TeX has it.
  var isFlat: Bool {
    switch self {
    case .identifier, .function, .number, .text, .space, .unknown, .classed: true
    case .sign(let sign): sign.role != .large && sign.role != .integral
    case .scripts(let base, let lower, let upper, .automatic):
      base.isFlat && [lower, upper].compactMap { $0 }.allSatisfy(\.isScriptFree)
    case .row(let nodes), .sized(_, let nodes): nodes.allSatisfy(\.isFlat)
    case .delimited(_, let nodes, _): nodes.allSatisfy(\.isFlat)
    case .coloured(_, let node), .named(let node, _): node.isFlat
    case .accent(let accent, let base): !accent.isWide && !accent.isBelow && base.isFlat
    case .bracket(_, let size): size == 0
    case .fraction, .root, .scripts, .grid, .pile, .arrow, .boxed, .shadow, .tagged: false
    }
  }

  /// Whether a script that it is stays low.
  private var isScriptFree: Bool {
    switch self {
    case .identifier, .number, .sign, .text, .space, .function: true
    case .row(let nodes): nodes.allSatisfy(\.isScriptFree)
    case .delimited(_, let nodes, _): nodes.allSatisfy(\.isScriptFree)
    case .fraction, .root, .scripts, .accent, .grid, .sized, .pile, .bracket, .arrow, .classed, .named,
      .boxed,
      .coloured, .shadow, .tagged, .unknown:
      false
    }
  }

  /// Whether it is words or space.
  fileprivate var isSpaceLike: Bool {
    switch self {
    case .text, .space: true
    case .identifier, .function, .number, .sign, .row, .fraction, .root, .scripts, .accent, .delimited, .grid,
      .sized,
      .pile, .bracket, .arrow, .classed, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      false
    }
  }
}

/// The parts of a row with the roles that their positions give them.
///
/// A minus in front of a term is no operation between two, a stroke opens or closes.
struct Spacing {
  /// The roles, in the order of the row.
  let atoms: [Atom]

  /// Finds the roles of `nodes`; `previous` is what stands in front of them.
  init(_ nodes: [Formula.Node], after previous: Atom? = nil) {
    var atoms = nodes.map(\.atom)
    var last = previous
    var openBars: [String: Int] = [:]
    for i in atoms.indices {
      // `\lvert` that closes: who writes it twice means a pair.
      if case .sign(let sign) = nodes[i].core, sign.role == .opening, sign.text == "|" || sign.text == "‖" {
        let isClosing = openBars[sign.text, default: 0] > 0 && Self.isOperand(last)
        openBars[sign.text, default: 0] += isClosing ? -1 : 1
        if isClosing { atoms[i] = .sign(.closing) }
      }
      switch atoms[i] {
      case .sign(.binary):
        let next = atoms[(i + 1)...].first { $0 != .space }
        if !Self.isOperand(last) || !Self.startsOperand(next) { atoms[i] = .sign(.ordinary) }
      case .sign(.stroke): atoms[i] = .sign(Self.isOperand(last) ? .closing : .opening)
      case .ordinary, .function, .sign, .space: break
      }
      if atoms[i] != .space { last = atoms[i] }
    }
    self.atoms = atoms
  }

  /// The parts before and behind which there are only words and space, which browsers do not count as operands.
  static func amongWords(_ nodes: [Formula.Node]) -> Set<Int> {
    guard let first = nodes.firstIndex(where: { !$0.isSpaceLike }),
      let last = nodes.lastIndex(where: { !$0.isSpaceLike })
    else { return [] }
    return Set([first].filter { $0 > 0 } + [last].filter { $0 < nodes.count - 1 })
  }

  /// Whether all but one sign of a row are words and space.
  static func hasOneSignAmongWords(_ nodes: [Formula.Node]) -> Bool {
    guard nodes.count > 1, let first = nodes.firstIndex(where: { !$0.isSpaceLike }),
      case .sign = nodes[first],
      nodes.contains(where: { if case .text = $0 { true } else { false } })
    else { return false }
    return nodes[(first + 1)...].allSatisfy(\.isSpaceLike)
  }

  /// Whether a letter, a function or something in brackets begins at number `i`.
  func isOperand(_ i: Int) -> Bool {
    switch atoms[i] {
    case .ordinary, .function, .sign(.opening): true
    case .sign, .space: false
    }
  }

  /// The part behind number `i` that is no space.
  func next(_ i: Int) -> Atom? { atoms[(i + 1)...].first { $0 != .space } }

  /// The part in front of number `i` that is no space.
  func previous(_ i: Int) -> Atom? { atoms[..<i].last { $0 != .space } }

  /// Whether an operation or relation may follow.
  private static func isOperand(_ atom: Atom?) -> Bool {
    switch atom {
    case .ordinary?, .sign(.ordinary)?, .sign(.closing)?: true
    case nil, .function?, .sign?, .space?: false
    }
  }

  /// Whether what follows an operation may be its right operand.
  private static func startsOperand(_ atom: Atom?) -> Bool {
    switch atom {
    case nil, .sign(.relation)?, .sign(.closing)?, .sign(.punctuation)?, .space?: false
    case .ordinary?, .function?, .sign?: true
    }
  }

  /// The blank in em that TeX leaves before and behind the sign at `i`; none in scripts save before large signs.
  func blanks(_ i: Int, isScript: Bool) -> (before: Double, behind: Double) {
    guard case .sign(let role) = atoms[i] else { return (0, 0) }
    let previous = previous(i)
    let next = next(i)
    switch role {
    case .ordinary, .opening, .closing, .stroke: return (0, 0)
    case .binary: return isScript ? (0, 0) : (0.2222, 0.2222)
    case .relation:
      if isScript { return (0, 0) }
      return (previous == .sign(.relation) ? 0 : 0.2778, next == .sign(.relation) ? 0 : 0.2778)
    case .punctuation: return (0, isScript || next == nil ? 0 : 0.1667)
    case .large, .integral:
      return (Self.isOperand(previous) ? 0.1667 : 0, next == nil || next == .sign(.opening) ? 0 : 0.1667)
    }
  }

  /// Whether a thin blank stands between the function at `i` and what is before it.
  func isFunctionApart(_ i: Int) -> Bool {
    previous(i) == .function || Self.isOperand(previous(i))
  }

  /// What the function at `i` is applied to, if anything follows that it can be applied to.
  func argument(_ i: Int) -> FunctionArgument {
    switch next(i) {
    case nil, .sign(.relation)?, .sign(.closing)?, .sign(.punctuation)?, .sign(.binary)?, .space?: .none
    case .sign(.opening)?: .inBrackets
    case .ordinary?, .function?, .sign?: .bare
    }
  }

  /// What stands behind the name of a function.
  enum FunctionArgument {
    case none, inBrackets, bare
  }
}
