extension DiagnosticKind {
  /// What the lexer and the parser of NN-DSL say.
  static let syntaxKinds: [DiagnosticKind] = [
    .unclosedBracket, .strayBracket, .unclosedText, .unknownEscape, .unknownCharacter, .hiddenCharacter,
    .lookAlikeLetter, .repairedCharacter, .foreignSpelling, .numberTooLarge, .badNumber, .unexpectedToken,
    .missingOperator, .chainedComparison, .mixedProducts, .missingWithin, .spacedSign, .leadingSign,
    .keywordAsName, .notBindable, .equalsForComparison, .badRow, .badNameRange, .blockValue,
    .misplacedStatement, .argumentOrder, .tooDeep, .badFormat,
  ]

  /// A bracket that nothing closes.
  public static let unclosedBracket = DiagnosticKind(
    "unclosed-bracket",
    page: """
      Every `(`, `[` and `{` needs its closing bracket. Where one is missing, the cell is read as if it stood at \
      the end of the line, so that the lines below are still checked. Inside brackets a line may end anywhere.
      """,
    example: "x = (1 + 2", repair: "x = (1 + 2)")

  /// A closing bracket that closes nothing, or the wrong bracket.
  public static let strayBracket = DiagnosticKind(
    "stray-bracket",
    page: """
      A closing bracket closes the innermost open one of its kind. This one has no partner, or stands where \
      another kind is due. Lists stand in `[ ]`, calls in `( )`, rows and blocks in `{ }`.
      """,
    example: "x = 1 + 2)", repair: "x = 1 + 2")

  /// A text without its second quote.
  public static let unclosedText = DiagnosticKind(
    "unclosed-text",
    page: """
      A text stands between two `"` on one line. Where the second is missing, the text ends with its line. \
      A line break inside a text is written `\\n`, a quote `\\"`.
      """,
    example: "t = \"step", repair: "t = \"step\"")

  /// A backslash in a text before a character that it does not change.
  public static let unknownEscape = DiagnosticKind(
    "unknown-escape",
    page: """
      In a text a backslash changes the character behind it. There are three such pairs: `\\"` is a quote, `\\\\` a \
      backslash, `\\n` a line break. For a backslash itself write two.
      """,
    example: #"t = "\sigma""#, repair: #"t = "\\sigma""#)

  /// A character that no token has.
  public static let unknownCharacter = DiagnosticKind(
    "unknown-character",
    page: """
      A cell is made of names, numbers, texts and a few signs. This character belongs to none of them. Names \
      begin with a Latin or Greek letter; letters, digits, `_` and subscript digits may follow.
      """,
    example: "y = 3 € 2", repair: "y = 3*2")

  /// A character that cannot be seen.
  public static let hiddenCharacter = DiagnosticKind(
    "hidden-character",
    page: """
      Some characters cannot be seen, and some of them turn the direction of the text around them, so that a \
      reader sees another program than the one that runs. They come from copying and are refused everywhere, \
      in comments and texts too. Delete them.
      """,
    example: "x = 1\u{200B}", repair: "x = 1")

  /// A letter of another alphabet that looks Latin.
  public static let lookAlikeLetter = DiagnosticKind(
    "look-alike-letter",
    page: """
      Some letters of other alphabets look exactly like Latin ones: a Cyrillic `а` makes another name than a \
      Latin `a`. Such letters are refused, so that two names that look equal are equal.
      """,
    example: "Τ = 1.5", repair: "T = 1.5")

  /// A character that was read as a plainer one.
  public static let repairedCharacter = DiagnosticKind(
    "repaired-character", severity: .note,
    page: """
      Text copied from slides and web pages brings curly quotes, long dashes and special blanks. They are read \
      as the plain ones; nothing has to be done. `nnb fmt` writes the plain ones.
      """,
    example: "t = “step”", repair: "t = \"step\"")

  /// A spelling of another language.
  public static let foreignSpelling = DiagnosticKind(
    "foreign-spelling",
    page: """
      This is how another language writes it. Here there is one spelling for each thing, and the hint shows \
      it. Where the meaning is certain, the rest of the cell is read as if it had been written right.
      """,
    example: "x = 3\ny = x**2", repair: "x = 3\ny = x^2")

  /// A number beyond the largest float64.
  public static let numberTooLarge = DiagnosticKind(
    "number-too-large",
    page: """
      Numbers are float64, whose largest is about 1.8e308. This one is beyond it and would be infinite.
      """,
    example: "x = 1e999", repair: "x = 1e300")

  /// A number that something else touches.
  public static let badNumber = DiagnosticKind(
    "bad-number",
    page: """
      A number is digits, then perhaps a point with digits, then perhaps `e` with digits: `3`, `0.5`, `1e-3`. No \
      letter, subscript or `_` may touch its end.
      """,
    example: "x = 2₁", repair: "x = 2")

  /// Something that cannot stand here.
  public static let unexpectedToken = DiagnosticKind(
    "unexpected-token",
    page: """
      The cell can be read up to here, and what stands here cannot follow. The message says what was found and \
      what may stand in its place. Often a sign is missing just before.
      """,
    example: "x = 1 + * 2", repair: "x = 1 * 2")

  /// Two values side by side.
  public static let missingOperator = DiagnosticKind(
    "missing-operator",
    page: """
      Two values stand side by side with nothing between them. A product is `2*x`, a call `sin(x)`; blanks \
      alone mean nothing. Two statements stand on two lines, or are parted by `;`.
      """,
    example: "y = exp 2", repair: "y = exp(2)")

  /// `0 < x < 1`.
  public static let chainedComparison = DiagnosticKind(
    "chained-comparison",
    page: """
      A comparison has two sides. In `0 < x < 1` the first comparison would give 0 or 1, and that would be \
      compared with 1. Say both and join them: `0 < x and x < 1`.
      """,
    example: "b(x) = 0 < x < 1", repair: "b(x) = 0 < x and x < 1")

  /// `a * b @ c`.
  public static let mixedProducts = DiagnosticKind(
    "mixed-products",
    page: """
      `*` and `/` work element by element, `@` is the matrix product, `·` is either. In a row of several the result \
      depends on which comes first, so parentheses must say it.
      """,
    example: "f(a, b, c) = a * b @ c", repair: "f(a, b, c) = a * (b @ c)")

  /// `a ~ b` without its bound.
  public static let missingWithin = DiagnosticKind(
    "missing-within",
    page: """
      `a ~ b within t` holds if |a - b| is at most t, for each element. How near is near is for you to say: there \
      is no default.
      """,
    example: "check 0.1 + 0.2 ~ 0.3", repair: "check 0.1 + 0.2 ~ 0.3 within 1e-9")

  /// `[1 -2]`.
  public static let spacedSign = DiagnosticKind(
    "spaced-sign",
    page: """
      In a list, `1 -2` could be two numbers or one difference. Blanks never part numbers here, so it would be a \
      difference; elsewhere it is two numbers. Write a comma for two, or the same blanks on both sides for one.
      """,
    example: "v = [1 -2]", repair: "v = [1, -2]")

  /// A statement that begins with a sign.
  public static let leadingSign = DiagnosticKind(
    "leading-sign",
    page: """
      A statement does not begin with `+`, nor with `-` below another one: such a line is nearly always the second \
      half of the line above, and would silently be a value of its own. End the line above with the sign instead.
      """,
    example: "x = 1\n+ 2", repair: "x = 1 +\n2")

  /// A keyword where a name is due.
  public static let keywordAsName = DiagnosticKind(
    "keyword-as-name",
    page: """
      Nineteen words have a meaning of their own and cannot be bound: table net param check for in if then else \
      and or not xor true false with within worth on. Choose another name.
      """,
    example: "on = 1", repair: "on1 = 1")

  /// Something before `=` that is not a name or a function's head.
  public static let notBindable = DiagnosticKind(
    "not-bindable",
    page: """
      Before `=` stands a name, or a function's head: `x = 1`, `f(x) = x^2`. Values never change, so there is \
      nothing to assign to in `x[1] = 2`: bind a new name. To compare, write `==`.
      """,
    example: "x = [1, 2]\nx[1] = 5", repair: "x = [5, 2]")

  /// `if a = 1`.
  public static let equalsForComparison = DiagnosticKind(
    "equals-for-comparison",
    page: """
      `=` binds a name, `==` compares two values. In a condition, a check or parentheses there is nothing to \
      bind, so this is read as `==`.
      """,
    example: "check 1 + 1 = 2", repair: "check 1 + 1 == 2")

  /// A table's row that cannot be read.
  public static let badRow = DiagnosticKind(
    "bad-row",
    page: """
      A short row is one character a column, made of `0`, `1`, `-` (either value) and `?` (to be filled in): `01:1`. \
      Every other number stands in a long row: `(0.2, 1.5): 1`. Behind `on` stand the short rows that are 1; \
      their outputs may be left out, everywhere else they may not.
      """,
    example: "table A(x -> y) { 0:0, 2:1 }", repair: "table A(x -> y) { (0): 0, (2): 1 }")

  /// `x5..x1`.
  public static let badNameRange = DiagnosticKind(
    "bad-name-range",
    page: """
      `x1..x5` stands for x1, x2, x3, x4, x5: two names that differ in their last number, the smaller first, without \
      leading zeros. One range stands for at most 10,000 names.
      """,
    example: "table A(x2..x1 -> y) = 1", repair: "table A(x1..x2 -> y) = 1")

  /// A block whose last part is no value.
  public static let blockValue = DiagnosticKind(
    "block-value",
    page: """
      The value of a block is its last part, an expression. The parts before it give names to values; an \
      expression among them would be lost.
      """,
    example: "f(x) = { a = 2*x }", repair: "f(x) = { a = 2*x; a }")

  /// A statement that cannot stand here.
  public static let misplacedStatement = DiagnosticKind(
    "misplaced-statement",
    page: """
      `table`, `net` and `check` are statements of a cell and do not stand in blocks. `param` stands in a net's \
      block only. `{ }` is the block of a net or of a function's head.
      """,
    example: "param w = 1", repair: "w = 1")

  /// A positional argument behind a named one.
  public static let argumentOrder = DiagnosticKind(
    "argument-order",
    page: """
      In a call the arguments without a name come first. Behind the first named one all are named.
      """,
    example: "perceptron(w=[1, 1], 1.5)", repair: "perceptron(w=[1, 1], T=1.5)")

  /// Too many brackets or too deep a tree.
  public static let tooDeep = DiagnosticKind(
    "too-deep",
    page: """
      At most 200 brackets may be open at once, and no part of a statement may lie more than 1,000 levels deep. \
      Give a part a name of its own, or write a list with `sum` where a sum has thousands of terms.
      """,
    example: "x = \(String(repeating: "(", count: 201))1\(String(repeating: ")", count: 201))",
    repair: "x = (1)")

  /// A format of an inline value that is none.
  public static let badFormat = DiagnosticKind(
    "bad-format",
    page: """
      Behind an inline value's last `:` stands its format: `:3` for three significant digits, `:.2` for two \
      decimals, `:.1%` for per cent. Without a format the value is shown as under a cell.
      """,
    language: .notebook,
    example: "The value `{nn} 1/3 :x` is shown.\n", repair: "The value `{nn} 1/3 :.2` is shown.\n")
}
