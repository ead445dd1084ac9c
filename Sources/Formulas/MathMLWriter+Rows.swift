extension MathMLWriter {
  /// Writes parts side by side; a single one needs no row around it.
  mutating func row(_ nodes: [Formula.Node], _ context: Context) {
    let spacing = Spacing(nodes, after: context.previous)
    if nodes.count != 1 { open("mrow") }
    // With words alone around it a sign counts as all of the row, which then has no room around it: a letter of no
    // width makes it one part of several.
    if Spacing.hasOneSignAmongWords(nodes) { leaf("mi", "") }
    let amongWords = Spacing.amongWords(nodes)
    for i in nodes.indices {
      var inner = context.inner
      inner.isAmongWords = amongWords.contains(i)
      inner.isFlat = context.isFlat
      part(nodes[i], spacing, i, inner)
    }
    if nodes.count != 1 { close("mrow") }
  }

  /// Writes a part; a function stands apart from what is before it and is applied to what follows.
  private mutating func part(_ node: Formula.Node, _ spacing: Spacing, _ i: Int, _ context: Context) {
    guard node.atom == .function else { return atom(node, spacing, i, context) }
    if spacing.isFunctionApart(i) { space(0.1667) }
    atom(node, spacing, i, context)
    switch spacing.argument(i) {
    case .none: break
    case .inBrackets: leaf("mo", "\u{2061}")
    case .bare: leaf("mo", "\u{2061}", [("lspace", "0"), ("rspace", "0.1667em")])
    }
  }

  private mutating func atom(_ node: Formula.Node, _ spacing: Spacing, _ i: Int, _ context: Context) {
    switch node {
    case .scripts(let base, let lower, let upper, let place):
      let isStacked = isStacked(base, place, context)
      let (primes, upper) = Self.parts(ofUpper: upper)
      let tag = scriptTag(lower, upper, isStacked: isStacked)
      if let tag { open(tag) }
      if primes != nil { open("mrow") }
      atom(base, spacing, i, context)
      if let primes {
        leaf("mo", primes, [("class", "math-prime"), ("lspace", "0"), ("rspace", "0")])
        close("mrow")
      }
      if let lower { write(lower, context.small) }
      if let upper { write(upper, context.small) }
      if let tag { close(tag) }
    case .sign(let sign): self.sign(sign, spacing, i, context)
    case .bracket(let sign, let size): bracket(sign, size: size, spacing, i, context)
    case .coloured(let colour, let base):
      element("mstyle", [("mathcolor", colour)]) { writer in writer.atom(base, spacing, i, context) }
    case .arrow(let text, let above, let below):
      apart(spacing, i, context) { writer in writer.arrow(text, above, below, context) }
    case .classed(_, let base): apart(spacing, i, context) { writer in writer.write(base, context) }
    case .shadow(let shadow, .sign(let sign)) where shadow == .flat: self.sign(sign, spacing, i, context)
    case .identifier, .function, .number, .text, .row, .fraction, .root, .accent, .delimited, .grid, .space,
      .sized, .pile, .named, .boxed, .shadow, .tagged, .unknown:
      write(node, context)
    }
  }

  /// Writes a part that is no sign with the blanks of one.
  private mutating func apart(
    _ spacing: Spacing, _ i: Int, _ context: Context, _ content: (inout MathMLWriter) -> Void
  ) {
    let blanks = spacing.blanks(i, isScript: context.isScript)
    if blanks.before > 0 { space(blanks.before) }
    content(&self)
    if blanks.behind > 0 { space(blanks.behind) }
  }

  /// Writes an arrow as long as the longer of what stands above and below it.
  private mutating func arrow(
    _ text: String, _ above: Formula.Node?, _ below: Formula.Node?, _ context: Context
  ) {
    let tag = above == nil ? "munder" : below == nil ? "mover" : "munderover"
    element(tag) { writer in
      writer.leaf("mo", text, [("stretchy", "true"), ("lspace", "0"), ("rspace", "0"), ("minsize", "1.6em")])
      for node in [below, above].compactMap({ $0 }) {
        writer.element("mrow") { writer in
          writer.space(0.4)
          writer.write(node, context.small)
          writer.space(0.4)
        }
      }
    }
  }

  /// Writes a bracket of a height of its own, for which the font has a feature, or one as high as those around it.
  private mutating func bracket(
    _ sign: Formula.Sign, size: Int, _ spacing: Spacing, _ i: Int, _ context: Context
  ) {
    guard !sign.text.isEmpty, case .sign(let role) = spacing.atoms[i] else { return }
    let blank = role == .relation && !context.isScript ? "0.2778em" : "0"
    let form = role == .opening ? "prefix" : role == .closing ? "postfix" : "infix"
    let isStretched = size == 0 && !context.isFlat
    leaf(
      "mo", sign.text,
      [
        ("class", size == 0 ? nil : "math-big\(size)"), ("form", form),
        ("stretchy", isStretched ? "true" : "false"), ("symmetric", isStretched ? "true" : nil),
        ("lspace", blank), ("rspace", blank),
      ])
  }

  // MARK: Scripts

  /// Takes apart an upper script: primes, which are high by themselves, and what follows them.
  private static func parts(ofUpper upper: Formula.Node?) -> (primes: String?, rest: Formula.Node?) {
    switch upper {
    case .identifier(let name, .upright)? where isPrimes(name): return (name, nil)
    case .row(let nodes)?:
      guard case .identifier(let name, .upright)? = nodes.first, isPrimes(name) else { return (nil, upper) }
      return (name, .row(Array(nodes.dropFirst())))
    case nil, .identifier?, .function?, .number?, .sign?, .text?, .fraction?, .root?, .scripts?, .accent?,
      .delimited?, .grid?, .space?, .sized?, .pile?, .bracket?, .arrow?, .classed?, .named?, .boxed?,
      .coloured?,
      .shadow?, .tagged?, .unknown?:
      return (nil, upper)
    }
  }

  private static func isPrimes(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { "′″‴".unicodeScalars.contains($0) }
  }

  /// Whether scripts stand below and above: those of sums and limits in displayed formulas.
  private func isStacked(_ base: Formula.Node, _ place: Formula.ScriptPlace, _ context: Context) -> Bool {
    switch place {
    case .beside: return false
    case .stacked: return true
    case .automatic:
      if case .accent(let accent, _) = base, accent.takesLimits { return true }
      guard context.isDisplayed else { return false }
      if case .function(_, takesLimits: true) = base { return true }
      if case .named(_, takesLimits: true) = base { return true }
      return base.atom == .sign(.large)
    }
  }

  private func scriptTag(_ lower: Formula.Node?, _ upper: Formula.Node?, isStacked: Bool) -> String? {
    switch (lower, upper) {
    case (nil, nil): nil
    case (nil, .some): isStacked ? "mover" : "msup"
    case (.some, nil): isStacked ? "munder" : "msub"
    case (.some, .some): isStacked ? "munderover" : "msubsup"
    }
  }

  // MARK: Signs

  /// Writes the sign at `i` of a row with the blanks that TeX leaves around it.
  mutating func sign(_ sign: Formula.Sign, _ spacing: Spacing, _ i: Int, _ context: Context) {
    guard case .sign(let role) = spacing.atoms[i] else { return }
    let blanks = spacing.blanks(i, isScript: context.isScript)
    let usual = usualBlanks(sign.text, role)
    var attributes: Attributes = []
    switch role {
    case .opening, .closing, .stroke:
      // A stroke is read as what stands between two sides unless this says otherwise.
      if sign.role == .stroke || "|‖".contains(sign.text) {
        attributes.append(("form", role == .opening ? "prefix" : "postfix"))
      }
      if "()[]{}|‖⟨⟩⌊⌋⌈⌉⟦⟧⟮⟯".contains(sign.text) { attributes.append(("stretchy", "false")) }
    case .ordinary:
      if sign.role == .binary, spacing.next(i) != nil { attributes.append(("form", "prefix")) }
    case .large, .integral:
      if !context.isDisplayed { attributes.append(("movablelimits", "false")) }
    // At the start of a row browsers would take it for a prefix.
    case .binary: if i == 0 || context.isAmongWords { attributes.append(("form", "infix")) }
    case .relation:
      if context.isAmongWords { attributes.append(("form", "infix")) }
      if "↑↓↕⇑⇓⇕".contains(sign.text) { attributes.append(("stretchy", "false")) }
    case .punctuation: break
    }
    if blanks.before != usual?.before { attributes.append(("lspace", length(blanks.before))) }
    if blanks.behind != usual?.behind { attributes.append(("rspace", length(blanks.behind))) }
    leaf("mo", sign.text, attributes)
  }

  /// The blanks that browsers leave around a sign unless told otherwise, where they are sure to agree.
  private func usualBlanks(_ sign: String, _ role: Formula.Role) -> (before: Double, behind: Double)? {
    switch role {
    case .binary: "+−±∓".contains(sign) ? (0.2222, 0.2222) : nil
    case .ordinary: "+−±∓¬".contains(sign) ? (0, 0) : nil
    case .relation: "=<>≤≥≠≈≡→⇒←⇐∈".contains(sign) ? (0.2778, 0.2778) : nil
    case .opening, .closing: "()[]{}|‖⟨⟩⌊⌋⌈⌉".contains(sign) ? (0, 0) : nil
    case .punctuation: sign == "," ? (0, 0.1667) : nil
    case .large, .integral: (0.1667, 0.1667)
    case .stroke: nil
    }
  }

  private func length(_ blank: Double) -> String { blank == 0 ? "0" : "\(blank)em" }
}
