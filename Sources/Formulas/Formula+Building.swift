/// Formulas that the program makes: small functions that put parts together.
extension Formula {
  /// A letter such as x or σ, slanted.
  public static func identifier(_ name: String, _ style: LetterStyle = .italic) -> Formula {
    Formula(.identifier(name, style))
  }

  /// A name of NN-DSL as mathematics shows it: `w1` with an index, `sigma` as σ, `total` upright.
  public static func name(_ name: String) -> Formula {
    let scalars = Array(name.unicodeScalars)
    let digits = scalars.reversed().prefix { ("0"..."9").contains($0) || $0 == "_" }.count
    var stem = ""
    for scalar in scalars.dropLast(digits) { stem.unicodeScalars.append(scalar) }
    var index = ""
    for scalar in scalars.suffix(digits) where scalar != "_" { index.unicodeScalars.append(scalar) }
    guard !stem.isEmpty else { return .identifier(name, .upright) }
    let base = word(stem)
    return index.isEmpty ? base : base.sub(.number(index))
  }

  private static func word(_ name: String) -> Formula {
    if case .identifier(let letter, let style)? = TeXCommand.named[name] { return .identifier(letter, style) }
    return .identifier(name, name.unicodeScalars.count == 1 ? .italic : .upright)
  }

  /// A number, as it is to be shown; a minus in front is set as a sign.
  public static func number(_ digits: String) -> Formula {
    guard digits.hasPrefix("-") || digits.hasPrefix("−") else { return Formula(.number(digits)) }
    return .row([.sign("-"), .number(String(digits.dropFirst()))])
  }

  /// An operator, relation or bracket, given as the character or as TeX's command without its backslash.
  ///
  /// One that is not known stands without space, as a letter does.
  public static func sign(_ name: String) -> Formula {
    if case .sign(let sign)? = TeXCommand.named[name] { return Formula(.sign(sign)) }
    if let scalar = name.unicodeScalars.first, case .sign(let sign)? = TeXCommand.characters[scalar] {
      return Formula(.sign(sign))
    }
    return Formula(.sign(Sign(name, .ordinary)))
  }

  /// Words.
  public static func text(_ words: String) -> Formula { Formula(.text(words, .upright)) }

  /// Parts side by side.
  public static func row(_ parts: [Formula]) -> Formula {
    Formula(.row(parts.flatMap(\.parts)))
  }

  /// Parts side by side with a sign between any two: `.joined(terms, by: "+")`.
  public static func joined(_ parts: [Formula], by sign: String) -> Formula {
    .row(parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.sign(sign), $0.element] })
  }

  /// One part above another.
  public static func fraction(_ above: Formula, _ below: Formula) -> Formula {
    Formula(.fraction(above.node, below.node, .automatic))
  }

  /// A square root, or one of a degree.
  public static func root(of inside: Formula, degree: Formula? = nil) -> Formula {
    Formula(.root(inside.node, degree: degree?.node))
  }

  /// A sum over what stands below it, up to what stands above it.
  public static func sum(_ below: Formula, to above: Formula? = nil, of term: Formula) -> Formula {
    let sign = Node.sign(Sign("∑", .large))
    return .row([Formula(.scripts(sign, lower: below.node, upper: above?.node, .automatic)), term])
  }

  /// A named function, applied to `argument` in brackets: sin, exp; a single letter is slanted.
  public static func function(_ name: String, of argument: Formula) -> Formula {
    let isLetter = word(name).node != .identifier(name, .upright)
    let head = isLetter ? word(name) : Formula(.function(name, takesLimits: false))
    return .row([head, argument.bracketed])
  }

  /// A matrix in brackets, row by row.
  public static func matrix(_ rows: [[Formula]]) -> Formula {
    Formula(.grid(Grid(.bmatrix, rows: rows.map { $0.map(\.node) })))
  }

  /// A value for each condition, behind a brace.
  public static func cases(_ rows: [(value: Formula, condition: Formula)]) -> Formula {
    Formula(.grid(Grid(.cases, rows: rows.map { [$0.value.node, $0.condition.node] })))
  }

  /// The formula with an index.
  public func sub(_ index: Formula) -> Formula {
    guard case .scripts(let base, nil, let upper, let place) = node else {
      return Formula(.scripts(scriptBase, lower: index.node, upper: nil, .automatic))
    }
    return Formula(.scripts(base, lower: index.node, upper: upper, place))
  }

  /// The formula with a part above and beside it, such as an exponent; one that has such a part is put in brackets.
  public func sup(_ exponent: Formula) -> Formula {
    guard case .scripts(let base, let lower, let upper, let place) = node else {
      return Formula(.scripts(scriptBase, lower: nil, upper: exponent.node, .automatic))
    }
    guard upper == nil else {
      return Formula(.scripts(bracketed.node, lower: nil, upper: exponent.node, .automatic))
    }
    return Formula(.scripts(base, lower: lower, upper: exponent.node, place))
  }

  /// What a script stands on: a row is put in brackets, so that the script is of all of it.
  private var scriptBase: Node {
    switch node {
    case .row, .fraction, .sized, .pile, .coloured, .tagged: bracketed.node
    case .identifier, .function, .number, .sign, .text, .root, .scripts, .accent, .delimited, .grid, .space,
      .bracket,
      .arrow, .classed, .named, .boxed, .shadow, .unknown:
      node
    }
  }

  private static let primes = ["′", "″", "‴"]

  /// The formula with primes, as a derivative has them, behind those that it has.
  public func primed(_ count: Int = 1) -> Formula {
    if case .scripts(let base, let lower, .identifier(let primes, .upright)?, let place) = node,
      let earlier = Self.primes.firstIndex(of: primes)
    {
      return Formula(.scripts(base, lower: lower, upper: nil, place)).primed(earlier + 1 + count)
    }
    return sup(
      .identifier(
        Self.primes.dropFirst(count - 1).first ?? String(repeating: "′", count: count), .upright))
  }

  /// The formula with a stroke above: its negation.
  public var negated: Formula { Formula(.accent(.overline, node)) }

  /// The formula in round brackets that are as high as it is.
  public var bracketed: Formula { Formula(.delimited("(", parts, ")")) }

  /// The formula between two strokes that are as high as it is: its absolute value.
  public var betweenStrokes: Formula { Formula(.delimited("|", parts, "|")) }

  /// Whether the formula and another behind it would be read as one thing: numbers, words, or two fractions.
  public func runsInto(_ next: Formula) -> Bool {
    guard let last = parts.last, let first = next.parts.first else { return false }
    return first.beginsWithDigit || last.isWord || first.isWord || (last.isFraction && first.isFraction)
  }

  /// The parts of a row, or the formula alone.
  var parts: [Node] { if case .row(let nodes) = node { nodes } else { [node] } }

  /// Both sides with a plus between.
  public static func + (a: Formula, b: Formula) -> Formula { .joined([a, b], by: "+") }

  /// Both sides with a minus between; brackets are the caller's to set.
  public static func - (a: Formula, b: Formula) -> Formula { .joined([a, b], by: "-") }

  /// Both sides next to one another, as a product is written.
  public static func * (a: Formula, b: Formula) -> Formula { .row([a, b]) }

  /// The formula with a minus in front.
  public static prefix func - (a: Formula) -> Formula { .row([.sign("-"), a]) }

  /// Both sides with an equals sign between.
  public func equals(_ other: Formula) -> Formula { .joined([self, other], by: "=") }
}

extension Formula.Node {
  /// Whether a digit stands first: behind another number it would go on with it, `2 0.5` or `2 ½`.
  fileprivate var beginsWithDigit: Bool {
    switch self {
    case .number: true
    case .scripts(let base, _, _, _): base.beginsWithDigit
    case .fraction(let above, _, _): above.beginsWithDigit
    case .row(let nodes): nodes.first?.beginsWithDigit ?? false
    case .identifier, .function, .sign, .text, .root, .accent, .delimited, .grid, .space, .sized, .pile,
      .bracket,
      .arrow, .classed, .named, .boxed, .coloured, .shadow, .tagged, .unknown:
      false
    }
  }

  /// Whether it is a name of several letters, or one with an index or a power.
  fileprivate var isWord: Bool {
    switch core {
    case .identifier(let name, _): name.unicodeScalars.count > 1
    case _: false
    }
  }

  fileprivate var isFraction: Bool { if case .fraction = self { true } else { false } }
}
