/// What a command of TeX means; ``named`` is the only list of commands.
enum TeXCommand {
  /// A letter.
  case identifier(String, Formula.LetterStyle)
  /// An operator, relation or bracket.
  case sign(Formula.Sign)
  /// The name of a function.
  case function(String, takesLimits: Bool)
  /// Blank space in em.
  case space(Double)
  /// Two arguments, one above the other.
  case fraction(Formula.FractionSize)
  /// `\sqrt`, with a degree in brackets or without.
  case root
  /// A mark above the argument.
  case accent(Formula.Accent)
  /// Letters of another alphabet.
  case style(Formula.LetterStyle)
  /// `\text` and its like: words.
  case text
  /// `\operatorname`: the argument is the name of a function.
  case operatorName
  /// `\left` and `\right` around a part.
  case left, right
  /// A larger bracket; its size is left to `\left`.
  case size
  /// `\begin` and `\end` of a table.
  case begin, end
  /// Where the scripts of the sign before it stand.
  case limits(Formula.ScriptPlace)
  /// The size of the rest of the row.
  case sized(isDisplayed: Bool)

  /// The commands by name, without the backslash.
  static let named: [String: TeXCommand] = {
    var table = structure
    for (text, meaning) in words {
      for (name, sign) in pairs(text) { table[name] = meaning(sign) }
    }
    for (names, takesLimits) in [(functions, false), (limits, true)] {
      for name in names.split(separator: " ").map(String.init) {
        table[name] = .function(name, takesLimits: takesLimits)
      }
    }
    for accent in Formula.Accent.allCases { table[accent.rawValue] = .accent(accent) }
    return table
  }()

  /// The characters that may be typed as they are, letters and digits apart.
  static let characters: [Unicode.Scalar: TeXCommand] = {
    var table: [Unicode.Scalar: TeXCommand] = ["~": .space(0.333)]
    // Where two commands make one character, the later entry of `words` gives it its meaning.
    for (text, meaning) in words + typed {
      for (_, sign) in pairs(text) where sign.unicodeScalars.count == 1 {
        for scalar in sign.unicodeScalars where scalar.value > 0x7F { table[scalar] = meaning(sign) }
      }
    }
    for (text, meaning) in typed {
      for (character, sign) in pairs(text) {
        for scalar in character.unicodeScalars { table[scalar] = meaning(sign) }
      }
    }
    return table
  }()

  private typealias Words = [(text: String, meaning: @Sendable (String) -> TeXCommand)]

  /// Lists of a command and its character, by what they mean.
  private static let words: Words = [
    (
      """
      alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ \
      lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ \
      varphi φ chi χ psi ψ omega ω partial ∂ ell ℓ
      """, { .identifier($0, .italic) }
    ),
    (
      """
      Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ nabla ∇ \
      emptyset ∅ varnothing ∅ hbar ℏ Re ℜ Im ℑ aleph ℵ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ top ⊤ bot ⊥ \
      % % # # & & $ $ _ _
      """, { .identifier($0, .upright) }
    ),
    (
      """
      cdot ⋅ times × pm ± mp ∓ div ÷ cup ∪ cap ∩ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ \
      star ⋆ circ ∘ ast ∗ bullet ∙ setminus ∖
      """, { .sign(.init($0, .binary)) }
    ),
    (
      """
      le ≤ leq ≤ ge ≥ geq ≥ ll ≪ gg ≫ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ ni ∋ notin ∉ \
      subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ \
      Rightarrow ⇒ implies ⟹ Leftarrow ⇐ iff ⟺ Leftrightarrow ⇔ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓ \
      mid ∣ parallel ∥ perp ⟂ vdash ⊢ models ⊨ lt < gt >
      """, { .sign(.init($0, .relation)) }
    ),
    ("neg ¬ lnot ¬ forall ∀ exists ∃ angle ∠ triangle △ backslash \\", { .sign(.init($0, .ordinary)) }),
    ("langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ { { lbrace { lbrack [", { .sign(.init($0, .opening)) }),
    ("rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ } } rbrace } rbrack ]", { .sign(.init($0, .closing)) }),
    ("| ‖ Vert ‖ vert |", { .sign(.init($0, .stroke)) }),
    ("colon :", { .sign(.init($0, .punctuation)) }),
    ("sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁", { .sign(.init($0, .large)) }),
    ("int ∫ iint ∬ oint ∮", { .sign(.init($0, .integral)) }),
  ]

  /// Lists of a character as it is typed and the one that is shown.
  private static let typed: Words = [
    ("+ + - − − − * ∗ · ⋅", { .sign(.init($0, .binary)) }),
    ("= = < < > > : :", { .sign(.init($0, .relation)) }),
    ("/ / ∖ ∖", { .sign(.init($0, .ordinary)) }),
    ("( ( [ [", { .sign(.init($0, .opening)) }),
    (") ) ] ] ! ! ? ?", { .sign(.init($0, .closing)) }),
    ("| | ‖ ‖", { .sign(.init($0, .stroke)) }),
    (", , ; ;", { .sign(.init($0, .punctuation)) }),
    (". . ° °", { .identifier($0, .upright) }),
  ]

  private static let functions = """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg arg deg dim hom ker
    """
  private static let limits = "lim max min sup inf det Pr gcd limsup liminf"

  /// The commands that take arguments or change what follows, and the spaces.
  private static let structure: [String: TeXCommand] = [
    "frac": .fraction(.automatic), "tfrac": .fraction(.text), "dfrac": .fraction(.displayed), "sqrt": .root,
    "mathbb": .style(.doubleStruck), "mathbf": .style(.bold), "boldsymbol": .style(.boldItalic),
    "mathcal": .style(.script), "mathrm": .style(.upright), "mathit": .style(.italic),
    "text": .text, "textrm": .text, "mbox": .text, "operatorname": .operatorName,
    "left": .left, "right": .right, "begin": .begin, "end": .end,
    "big": .size, "Big": .size, "bigg": .size, "Bigg": .size, "bigl": .size, "Bigl": .size, "biggl": .size,
    "Biggl": .size, "bigr": .size, "Bigr": .size, "biggr": .size, "Biggr": .size, "bigm": .size,
    "limits": .limits(.stacked), "nolimits": .limits(.beside),
    "displaystyle": .sized(isDisplayed: true), "textstyle": .sized(isDisplayed: false),
    ",": .space(0.1667), ":": .space(0.2222), ">": .space(0.2222), ";": .space(0.2778), "!": .space(-0.1667),
    " ": .space(0.333), "\n": .space(0.333), "quad": .space(1), "qquad": .space(2), "enspace": .space(0.5),
  ]

  /// Returns the words of a list, two by two.
  private static func pairs(_ text: String) -> [(String, String)] {
    let words = text.split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }
}
