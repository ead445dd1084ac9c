/// What a command of TeX means; ``named`` is the only list of commands.
enum TeXCommand {
  /// A letter.
  case identifier(String, Formula.LetterStyle)
  /// An operator, relation or bracket.
  case sign(Formula.Sign)
  /// A relation with room around the room of a relation: `\iff`.
  case spaced(Formula.Sign)
  /// The name of a function.
  case function(String, takesLimits: Bool)
  /// Blank space in em.
  case space(Double)
  /// Two arguments, one above the other.
  case fraction(Formula.FractionSize)
  /// Two arguments in brackets, one above the other: `\binom`.
  case binomial(Formula.FractionSize)
  /// What stands before and behind it, one above the other, in brackets or not: `\choose`, `\over`, `\atop`.
  case infix(Infix)
  /// `\sqrt`, with a degree in brackets or without.
  case root
  /// A mark above or below the argument.
  case accent(Formula.Accent)
  /// Letters of another alphabet.
  case style(Formula.LetterStyle)
  /// Letters of another alphabet up to the end of the group: `\bf`.
  case switchStyle(Formula.LetterStyle)
  /// `\text` and its like: words, in letters of an alphabet.
  case text(Formula.LetterStyle)
  /// `\operatorname`: the argument is the name of a function.
  case operatorName
  /// `\mathop`: the argument behaves as the name of a function.
  case makesOperator
  /// `\mathrel` and its like: the argument behaves as a sign of this role.
  case makes(Formula.Role)
  /// `\overset` and its like: the first argument above or below the second.
  case set(isAbove: Bool)
  /// `\xrightarrow`: an arrow as long as its argument.
  case arrow(String)
  /// `\left` and `\right` around a part, `\middle` in it.
  case left, right, middle
  /// A larger bracket, of the size and the role: `\bigl` opens; nil leaves the role to the bracket.
  case size(Int, Formula.Role?)
  /// `\begin` and `\end` of a table.
  case begin, end
  /// `\substack`: lines below a sum.
  case substack
  /// Where the scripts of the sign before it stand.
  case limits(Formula.ScriptPlace)
  /// The size of the rest of the row.
  case sized(isDisplayed: Bool)
  /// The colour of the rest of the row, or of an argument.
  case colour(isArgument: Bool)
  /// A box around the argument.
  case box
  /// Room for the argument.
  case shadow(Formula.Shadow)
  /// `\hspace{1em}` or `\kern1em`.
  case measuredSpace
  /// `\not`: the next sign with a stroke.
  case not
  /// `\pmod` and `\mod`.
  case modulus(hasBrackets: Bool)
  /// `\tag`: the number of the line.
  case tag
  /// `\hline`.
  case line
  /// What a page does not need, with this many arguments.
  case ignored(arguments: Int)

  /// What stands around two parts above one another.
  enum Infix { case choose, over, atop }

  /// The commands by name, without the backslash.
  static let named: [String: TeXCommand] = {
    var table = structure
    for (text, meaning) in TeXSymbols.commands {
      for (name, sign) in TeXSymbols.pairs(text) { table[name] = meaning(sign) }
    }
    for (names, takesLimits) in [(functions, false), (limits, true)] {
      for name in names.split(separator: " ").map(String.init) {
        table[name] = .function(name, takesLimits: takesLimits)
      }
    }
    for accent in Formula.Accent.allCases { table[accent.rawValue] = .accent(accent) }
    for (size, name) in ["big", "Big", "bigg", "Bigg"].enumerated() {
      table[name] = .size(size + 1, nil)
      table[name + "l"] = .size(size + 1, .opening)
      table[name + "r"] = .size(size + 1, .closing)
      table[name + "m"] = .size(size + 1, .relation)
    }
    return table
  }()

  /// The characters that may be typed as they are, letters and digits apart.
  static let characters: [Unicode.Scalar: TeXCommand] = {
    var table: [Unicode.Scalar: TeXCommand] = ["~": .space(0.333)]
    // Where two commands make one character, the later entry gives it its meaning.
    for (text, meaning) in TeXSymbols.commands + TeXSymbols.typed {
      for (_, sign) in TeXSymbols.pairs(text) where sign.unicodeScalars.count == 1 {
        for scalar in sign.unicodeScalars where scalar.value > 0x7F { table[scalar] = meaning(sign) }
      }
    }
    for (text, meaning) in TeXSymbols.typed {
      for (character, sign) in TeXSymbols.pairs(text) {
        for scalar in character.unicodeScalars { table[scalar] = meaning(sign) }
      }
    }
    return table
  }()

  private static let functions = """
    sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch exp log ln lg arg \
    deg dim hom ker sgn tg ctg arctg sh ch th erf
    """
  private static let limits = "lim max min sup inf det Pr gcd limsup liminf argmax argmin injlim projlim plim"

  /// The commands that take arguments or change what follows, and the spaces.
  private static let structure: [String: TeXCommand] = [
    "frac": .fraction(.automatic), "tfrac": .fraction(.text), "dfrac": .fraction(.displayed),
    "cfrac": .fraction(.displayed), "sqrt": .root,
    "binom": .binomial(.automatic), "tbinom": .binomial(.text), "dbinom": .binomial(.displayed),
    "choose": .infix(.choose), "over": .infix(.over), "atop": .infix(.atop),
    "mathbb": .style(.doubleStruck), "Bbb": .style(.doubleStruck), "mathbf": .style(.bold),
    "bold": .style(.bold),
    "boldsymbol": .style(.boldItalic), "bm": .style(.boldItalic), "pmb": .style(.boldItalic),
    "mathcal": .style(.script),
    "mathscr": .style(.script), "mathfrak": .style(.fraktur), "frak": .style(.fraktur),
    "mathsf": .style(.sansSerif),
    "mathtt": .style(.monospace), "mathrm": .style(.upright), "mathnormal": .style(.italic),
    "mathit": .style(.italic),
    "rm": .switchStyle(.upright), "bf": .switchStyle(.bold), "it": .switchStyle(.italic),
    "cal": .switchStyle(.script),
    "sf": .switchStyle(.sansSerif), "tt": .switchStyle(.monospace), "bfseries": .switchStyle(.bold),
    "text": .text(.upright), "textrm": .text(.upright), "textnormal": .text(.upright),
    "textup": .text(.upright),
    "mbox": .text(.upright), "hbox": .text(.upright), "textbf": .text(.bold), "textit": .text(.italic),
    "textsl": .text(.italic), "emph": .text(.italic), "texttt": .text(.monospace),
    "textsf": .text(.sansSerif),
    "operatorname": .operatorName, "operatornamewithlimits": .operatorName, "mathop": .makesOperator,
    "mathrel": .makes(.relation), "mathbin": .makes(.binary), "mathord": .makes(.ordinary),
    "mathopen": .makes(.opening),
    "mathclose": .makes(.closing), "mathpunct": .makes(.punctuation), "mathinner": .makes(.ordinary),
    "overset": .set(isAbove: true), "underset": .set(isAbove: false), "stackrel": .set(isAbove: true),
    "xrightarrow": .arrow("→"), "xleftarrow": .arrow("←"), "xleftrightarrow": .arrow("↔"),
    "xRightarrow": .arrow("⇒"),
    "xLeftarrow": .arrow("⇐"), "xmapsto": .arrow("↦"), "xlongequal": .arrow("="),
    "xhookrightarrow": .arrow("↪"),
    "left": .left, "right": .right, "middle": .middle, "begin": .begin, "end": .end, "substack": .substack,
    "limits": .limits(.stacked), "nolimits": .limits(.beside), "displaylimits": .limits(.automatic),
    "displaystyle": .sized(isDisplayed: true), "textstyle": .sized(isDisplayed: false),
    "scriptstyle": .sized(isDisplayed: false), "scriptscriptstyle": .sized(isDisplayed: false),
    "color": .colour(isArgument: false), "textcolor": .colour(isArgument: true), "boxed": .box, "fbox": .box,
    "phantom": .shadow(.phantom), "hphantom": .shadow(.width), "vphantom": .shadow(.height),
    "smash": .shadow(.flat),
    "hspace": .measuredSpace, "kern": .measuredSpace, "mkern": .measuredSpace, "mskip": .measuredSpace,
    "hskip": .measuredSpace, "not": .not, "pmod": .modulus(hasBrackets: true),
    "mod": .modulus(hasBrackets: false),
    "tag": .tag, "hline": .line, "hdashline": .line,
    "nonumber": .ignored(arguments: 0), "notag": .ignored(arguments: 0), "label": .ignored(arguments: 1),
    "strut": .ignored(arguments: 0), "relax": .ignored(arguments: 0), "allowbreak": .ignored(arguments: 0),
    "nobreak": .ignored(arguments: 0), "null": .ignored(arguments: 0), "normalsize": .ignored(arguments: 0),
    "large": .ignored(arguments: 0), "Large": .ignored(arguments: 0), "small": .ignored(arguments: 0),
    "footnotesize": .ignored(arguments: 0), "scriptsize": .ignored(arguments: 0),
    "tiny": .ignored(arguments: 0),
    "centering": .ignored(arguments: 0), "mathstrut": .ignored(arguments: 0), "cline": .ignored(arguments: 1),
    "vspace": .ignored(arguments: 1), "mathchoice": .ignored(arguments: 3),
    ",": .space(0.1667), ":": .space(0.2222), ">": .space(0.2222), ";": .space(0.2778), "!": .space(-0.1667),
    " ": .space(0.333), "\n": .space(0.333), "quad": .space(1), "qquad": .space(2), "enspace": .space(0.5),
    "enskip": .space(0.5), "thinspace": .space(0.1667), "medspace": .space(0.2222),
    "thickspace": .space(0.2778),
    "negthinspace": .space(-0.1667), "negmedspace": .space(-0.2222), "negthickspace": .space(-0.2778),
    "nobreakspace": .space(0.333), "space": .space(0.333), "hfill": .space(1), "/": .space(0),
  ]
}
