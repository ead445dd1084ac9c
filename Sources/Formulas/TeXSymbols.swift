/// The letters and signs of TeX, amsmath and amssymb, by what they are to their neighbours.
enum TeXSymbols {
  typealias Words = [(text: String, meaning: @Sendable (String) -> TeXCommand)]

  /// Lists of a command and its character, by what they mean.
  static let commands: Words = [
    (
      """
      alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ \
      varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ \
      phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ partial ∂ ell ℓ imath ı jmath ȷ
      """, { .identifier($0, .italic) }
    ),
    (
      """
      Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ nabla ∇ \
      emptyset ∅ varnothing ∅ hbar ℏ hslash ℏ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ eth ð mho ℧ complement ∁ \
      ldots … dots … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ backprime ‵ top ⊤ bot ⊥ \
      degree ° pounds £ yen ¥ euro € copyright © S § P ¶ checkmark ✓ bigstar ★ blacksquare ■ square □ Box □ \
      Diamond ◊ lozenge ◊ blacklozenge ⧫ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ \
      % % # # & & $ $ _ _
      """, { .identifier($0, .upright) }
    ),
    (
      """
      cdot ⋅ centerdot ⋅ times × pm ± mp ∓ div ÷ cup ∪ cap ∩ Cup ⋓ Cap ⋒ wedge ∧ land ∧ vee ∨ lor ∨ barwedge ⊼ \
      veebar ⊻ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ circledast ⊛ circledcirc ⊚ circleddash ⊝ boxplus ⊞ \
      boxminus ⊟ boxtimes ⊠ boxdot ⊡ star ⋆ circ ∘ ast ∗ bullet ∙ setminus ∖ smallsetminus ∖ diamond ⋄ \
      bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ amalg ⨿ uplus ⊎ sqcap ⊓ sqcup ⊔ wr ≀ \
      dagger † ddagger ‡ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ curlywedge ⋏ curlyvee ⋎ intercal ⊺ \
      dotplus ∔ divideontimes ⋇ bigcirc ◯ doublebarwedge ⩞
      """, { .sign(.init($0, .binary)) }
    ),
    (
      """
      le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ nleq ≰ ngeq ≱ \
      nless ≮ ngtr ≯ ll ≪ gg ≫ lll ⋘ ggg ⋙ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ lessapprox ⪅ gtrapprox ⪆ \
      ne ≠ neq ≠ approx ≈ approxeq ≊ thickapprox ≈ equiv ≡ nequiv ≢ sim ∼ thicksim ∼ nsim ≁ simeq ≃ backsim ∽ cong ≅ \
      ncong ≇ propto ∝ varpropto ∝ asymp ≍ doteq ≐ doteqdot ≑ risingdotseq ≓ fallingdotseq ≒ eqcirc ≖ circeq ≗ \
      triangleq ≜ coloneqq ≔ coloneq ≔ colonequals ≔ eqqcolon ≕ Coloneqq ⩴ vcentcolon : bumpeq ≏ Bumpeq ≎ \
      in ∈ isin ∈ ni ∋ owns ∋ notin ∉ notni ∌ subset ⊂ subseteq ⊆ subsetneq ⊊ subseteqq ⫅ nsubseteq ⊈ supset ⊃ \
      supseteq ⊇ supsetneq ⊋ supseteqq ⫆ nsupseteq ⊉ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsubseteq ⊑ sqsupset ⊐ \
      sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ nprec ⊀ nsucc ⊁ precsim ≾ succsim ≿ \
      curlyeqprec ⋞ curlyeqsucc ⋟ mid ∣ nmid ∤ parallel ∥ nparallel ∦ shortmid ∣ shortparallel ∥ perp ⟂ vdash ⊢ \
      dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ smile ⌣ frown ⌢ between ≬ pitchfork ⋔ bowtie ⋈ \
      Join ⋈ therefore ∴ because ∵ vartriangle △ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ \
      trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ blacktriangleleft ◀ blacktriangleright ▶ multimap ⊸ lt < \
      gt > indep ⫫
      """, { .sign(.init($0, .relation)) }
    ),
    (
      """
      to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮ \
      Rightarrow ⇒ Longrightarrow ⟹ Leftarrow ⇐ Longleftarrow ⟸ \
      Longleftrightarrow ⟺ Leftrightarrow ⇔ nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ mapsto ↦ longmapsto ⟼ \
      longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ \
      Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ \
      rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ \
      rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ upuparrows ⇈ downdownarrows ⇊ \
      twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ rightsquigarrow ⇝ leadsto ⇝ \
      leftrightsquigarrow ↭ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺ Lsh ↰ Rsh ↱ \
      looparrowright ↬ looparrowleft ↫ dashrightarrow ⇢ dashleftarrow ⇠ Rrightarrow ⇛ Lleftarrow ⇚
      """, { .sign(.init($0, .relation)) }
    ),
    (
      """
      neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ \
      triangledown ▽ blacktriangle ▲ blacktriangledown ▼ backslash \\ surd √ diagup ╱ diagdown ╲
      """, { .sign(.init($0, .ordinary)) }
    ),
    (
      """
      langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ { { lbrace { lbrack [ lgroup ⟮ lmoustache ⎰ llbracket ⟦ ulcorner ⌜ \
      llcorner ⌞ lparen (
      """, { .sign(.init($0, .opening)) }
    ),
    (
      """
      rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ } } rbrace } rbrack ] rgroup ⟯ rmoustache ⎱ rrbracket ⟧ urcorner ⌝ \
      lrcorner ⌟ rparen )
      """, { .sign(.init($0, .closing)) }
    ),
    ("| ‖ Vert ‖ vert |", { .sign(.init($0, .stroke)) }),
    ("colon : semicolon ;", { .sign(.init($0, .punctuation)) }),
    (
      """
      sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ \
      bigsqcup ⨆
      """, { .sign(.init($0, .large)) }
    ),
    (
      "int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫ intop ∫",
      { .sign(.init($0, .integral)) }
    ),
    ("implies ⟹ impliedby ⟸ iff ⟺", { .spaced(.init($0, .relation)) }),
    ("bmod mod", { .sign(.init($0, .binary)) }),
  ]

  /// Lists of a character as it is typed and the one that is shown.
  static let typed: Words = [
    ("+ + - − − − * ∗ · ⋅", { .sign(.init($0, .binary)) }),
    ("= = < < > > : :", { .sign(.init($0, .relation)) }),
    ("/ / ∖ ∖", { .sign(.init($0, .ordinary)) }),
    ("( ( [ [", { .sign(.init($0, .opening)) }),
    (") ) ] ] ! ! ? ?", { .sign(.init($0, .closing)) }),
    ("| | ‖ ‖", { .sign(.init($0, .stroke)) }),
    (", , ; ;", { .sign(.init($0, .punctuation)) }),
    (". . ° ° \" ″ @ @", { .identifier($0, .upright) }),
  ]

  /// The signs that have a form with a stroke of their own.
  static let negated: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈",
    "⊇": "⊉",
    "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "≡": "≢", "∣": "∤", "|": "∤", "∥": "∦", "⊢": "⊬", "⊨": "⊭",
    "∃": "∄",
    "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "≺": "⊀", "≻": "⊁", "⪯": "⋠", "⪰": "⋡",
  ]

  /// Returns the words of a list, two by two.
  static func pairs(_ text: String) -> [(String, String)] {
    let words = text.split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }
}
