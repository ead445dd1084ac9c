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
    case .identifier, .number, .text, .row, .fraction, .root, .grid, .sized, .accent, .delimited: .ordinary
    case .function: .function
    case .sign(let sign): .sign(sign.role)
    case .scripts(let base, _, _, _): base.atom
    case .space: .space
    }
  }
}

/// The parts of a row with the roles that their places give them.
///
/// A minus in front of a term is no operation between two, a stroke opens or closes.
struct Spacing {
  /// The roles, in the order of the row.
  let atoms: [Atom]

  /// Finds the roles of `nodes`; `previous` is what stands in front of them.
  init(_ nodes: [Formula.Node], after previous: Atom? = nil) {
    var atoms = nodes.map(\.atom)
    var last = previous
    for i in atoms.indices {
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
