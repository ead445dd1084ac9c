extension Formula {
  /// Returns the formula as MathML for a page of HTML.
  ///
  /// A formula read from TeX carries it as an annotation. `altText` is for readers that know no MathML; the
  /// others read the formula itself, so it is best left out. The page needs rules of style for the classes that
  /// begin with `math-`.
  public func mathML(isDisplayed: Bool, altText: String? = nil) -> String {
    var writer = MathMLWriter()
    let attributes = [
      ("display", isDisplayed ? "block" : nil), ("class", MathMLWriter.widthClass(width)),
      ("alttext", altText),
    ]
    writer.element("math", attributes) { writer in
      let context = MathMLWriter.Context(isDisplayed: isDisplayed)
      guard let tex else { return writer.write(node, context) }
      writer.annotated(tex) { $0.write(node, context) }
    }
    return writer.text
  }
}

/// Writes the tree of a formula as MathML: names of elements are ours, every text is escaped.
struct MathMLWriter {
  /// Where a part stands.
  struct Context {
    /// Whether fractions and sums are large.
    var isDisplayed: Bool
    /// Whether it is a script, where signs stand close.
    var isScript = false
    /// What stands before the part's row.
    var previous: Atom?
    /// Whether only words stand on one side of it, which browsers do not take for operands.
    var isAmongWords = false
    /// Whether the brackets around it are of the usual height.
    var isFlat = false

    var small: Context { Context(isDisplayed: false, isScript: true) }
    var inner: Context { Context(isDisplayed: isDisplayed, isScript: isScript) }
    var inText: Context { Context(isDisplayed: false, isScript: isScript) }
  }

  typealias Attributes = [(name: String, value: String?)]

  private(set) var text = ""

  // MARK: Elements

  mutating func open(_ tag: String, _ attributes: Attributes = []) {
    text += "<\(tag)"
    for case (let name, let value?) in attributes { text += " \(name)=\"\(escaped(value))\"" }
    text += ">"
  }

  mutating func close(_ tag: String) { text += "</\(tag)>" }

  mutating func leaf(_ tag: String, _ content: String, _ attributes: Attributes = []) {
    open(tag, attributes)
    text += escaped(content)
    close(tag)
  }

  mutating func element(_ tag: String, _ attributes: Attributes = [], _ content: (inout MathMLWriter) -> Void)
  {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// Writes a formula with the TeX it was read from.
  mutating func annotated(_ tex: String, _ content: (inout MathMLWriter) -> Void) {
    element("semantics") { writer in
      content(&writer)
      writer.leaf("annotation", tex, [("encoding", "application/x-tex")])
    }
  }

  /// The class of a formula that is wider than a sheet of paper, which the page's style makes smaller there.
  ///
  /// The numbers of em end the classes; what is wider than the last would be too small to be read.
  static func widthClass(_ width: Double) -> String? {
    [(43.0, nil), (54, "math-wide1"), (70, "math-wide2"), (92, "math-wide3"), (122, "math-wide4")]
      .first { width <= $0.0 }.map(\.1) ?? "math-wide5"
  }

  // MARK: Nodes

  /// Writes a part as one element.
  mutating func write(_ node: Formula.Node, _ context: Context) {
    switch node {
    case .identifier(let name, let style): identifier(name, style)
    case .function(let name, _): leaf("mi", name, normal(name))
    case .number(let digits): leaf("mn", digits)
    case .sign(let sign): self.sign(sign, Spacing([node]), 0, context)
    case .text(let words, let style): leaf("mtext", unbroken(style.styledWords(words)))
    case .row(let nodes): row(nodes, context)
    case .fraction(let above, let below, let size): fraction(above, below, size, context)
    case .root(let inside, let degree): root(inside, degree, context)
    case .scripts, .bracket, .arrow, .classed, .coloured: row([node], context)
    case .pile(let above, let below, let size): fraction(above, below, size, context, line: "0")
    case .named(let node, _): write(node, context)
    case .boxed(let node):
      element("mrow", [("class", "math-boxed")]) { writer in writer.write(node, context.inner) }
    case .shadow(let shadow, let node): self.shadow(shadow, node, context)
    case .tagged(let node, let tag):
      element("mrow") { writer in
        writer.write(node, context)
        writer.space(2)
        writer.write(tag, context.inText)
      }
    case .unknown(let text): leaf("mtext", text, [("class", "math-unknown")])
    case .accent(let accent, let base): accented(base, accent, context)
    case .delimited(let left, let inside, let right): delimited(left, inside, right, context)
    case .grid(let grid): self.grid(grid, context)
    case .space(let width): space(width)
    case .sized(let isDisplayed, let nodes): sized(nodes, isDisplayed: isDisplayed)
    }
  }

  private mutating func identifier(_ name: String, _ style: Formula.LetterStyle) {
    leaf("mi", style.styled(name), style == .upright ? normal(name) : [])
  }

  /// A single letter is slanted unless this says otherwise.
  private func normal(_ name: String) -> Attributes {
    guard name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first else { return [] }
    switch scalar {
    case "A"..."Z", "a"..."z", "Α"..."ω", "ϑ", "ϕ", "ϖ", "ϱ", "ϵ", "∂", "∇":
      return [("mathvariant", "normal")]
    default: return []
    }
  }

  private mutating func fraction(
    _ above: Formula.Node, _ below: Formula.Node, _ size: Formula.FractionSize, _ context: Context,
    line: String? = nil
  ) {
    let displaystyle: String? =
      switch size {
      case .automatic: nil
      case .text: "false"
      case .displayed: "true"
      }
    if displaystyle != nil { open("mstyle", [("displaystyle", displaystyle)]) }
    element("mfrac", [("linethickness", line)]) { writer in
      writer.write(above, context.inText)
      writer.write(below, context.inText)
    }
    if displaystyle != nil { close("mstyle") }
  }

  private mutating func root(_ inside: Formula.Node, _ degree: Formula.Node?, _ context: Context) {
    guard let degree else {
      return element("msqrt") { writer in writer.write(inside, context.inner) }
    }
    element("mroot") { writer in
      writer.write(inside, context.inner)
      writer.write(degree, context.small)
    }
  }

  private mutating func accented(_ base: Formula.Node, _ accent: Formula.Accent, _ context: Context) {
    // Few fonts have a bar that stretches, so the page's style draws it; the sign is there to be read aloud.
    let line = accent.isLine ? (accent.isBelow ? "math-underline" : "math-bar") : drawn(accent, over: base)
    // The words at a brace are no part of a mark.
    let isMark = accent.takesLimits ? nil : "true"
    element(
      accent.isBelow ? "munder" : "mover",
      [(accent.isBelow ? "accentunder" : "accent", isMark), ("class", line)]
    ) { writer in
      writer.write(base, context.inner)
      writer.leaf(
        "mo", accent.mark,
        [("stretchy", accent.isWide ? "true" : "false"), ("mathsize", accent == .vec ? "60%" : nil)])
    }
  }

  /// The class of a mark over several letters that the page's style draws, as fonts hardly stretch it.
  private func drawn(_ accent: Formula.Accent, over base: Formula.Node) -> String? {
    if case .identifier(let name, _) = base.unwrapped, name.unicodeScalars.count == 1 { return nil }
    switch accent {
    case .widehat: return "math-widehat"
    case .widetilde: return "math-widetilde"
    case .bar, .overline, .hat, .tilde, .vec, .dot, .ddot, .dddot, .acute, .grave, .check, .breve, .mathring,
      .overrightarrow, .overleftarrow, .overleftrightarrow, .overbrace, .underbrace, .underline, .underbar,
      .widecheck,
      .underrightarrow, .underleftarrow:
      return nil
    }
  }

  private mutating func shadow(_ shadow: Formula.Shadow, _ node: Formula.Node, _ context: Context) {
    let padding: Attributes =
      switch shadow {
      case .phantom: []
      case .width, .flat: [("height", "0"), ("depth", "0")]
      case .height: [("width", "0")]
      }
    if !padding.isEmpty { open("mpadded", padding) }
    if shadow != .flat { open("mphantom") }
    write(node, context.inner)
    if shadow != .flat { close("mphantom") }
    if !padding.isEmpty { close("mpadded") }
  }

  private mutating func delimited(
    _ left: String, _ inside: [Formula.Node], _ right: String, _ context: Context
  ) {
    element("mrow") { writer in
      let isFlat = inside.allSatisfy(\.isFlat)
      writer.bracket(left, "prefix", isFlat: isFlat)
      var within = context.inner
      within.isFlat = isFlat
      writer.row(inside, within)
      writer.bracket(right, "postfix", isFlat: isFlat)
    }
  }

  /// Writes a bracket as high as what stands in it; around flat parts it is the usual one, as in TeX.
  mutating func bracket(_ character: String, _ form: String, isFlat: Bool = false) {
    guard !character.isEmpty else { return }
    leaf(
      "mo", character,
      [("form", form), ("stretchy", isFlat ? "false" : "true"), ("lspace", "0"), ("rspace", "0")])
  }

  mutating func space(_ width: Double) {
    // Browsers know no space that goes back; the page's style has one of a sixth of an em.
    guard width >= 0 else {
      for _ in 0..<Int(min(60, (width / -0.1667).rounded())) {
        open("mspace", [("class", "math-back")]); close("mspace")
      }
      return
    }
    text += "<mspace width=\"\(width)em\"></mspace>"
  }

  private mutating func sized(_ nodes: [Formula.Node], isDisplayed: Bool) {
    element("mstyle", [("displaystyle", isDisplayed ? "true" : "false"), ("scriptlevel", "0")]) { writer in
      writer.row(nodes, Context(isDisplayed: isDisplayed))
    }
  }

  /// Blanks at the ends of a text are dropped by MathML unless they are hard.
  private func unbroken(_ words: String) -> String {
    let inside = words.drop { $0 == " " }
    let leading = words.count - inside.count
    let trailing = inside.reversed().prefix { $0 == " " }.count
    let hard = { String(repeating: "\u{A0}", count: $0) }
    return hard(leading) + inside.dropLast(trailing) + hard(trailing)
  }
}
