import Diagnostics
import Testing

@testable import Formulas

/// What the reader refuses, and where it points.
@Suite struct ReadFormulaTests {
  private func read(_ tex: String) -> (formula: Formula?, diagnostics: [Diagnostic]) {
    readFormula(SourceText(whole: SourceFile(path: "formula", text: tex)))
  }

  @Test(
    arguments: [
      (#"\frac{a}"#, #"\frac"#, nil), ("x^", "^", nil),
      ("x_1_2", "_", "put braces around the part that it belongs to"),
      ("{a + b", "{", "write `}` behind the group"), ("a}", "}", #"write `\}` to show a brace"#),
      (#"\left( a"#, #"\left"#, #"write `\right.` where no bracket is to be seen"#),
      (#"a \right)"#, #"\right"#, nil), (#"\left x"#, #"\left"#, nil),
      (#"\begin{cases} 1"#, #"\begin{cases}"#, #"write `\end{cases}` behind its last row"#),
      (#"\begin{array} 1 \end{array}"#, #"\begin{array}"#, #"write `\begin{array}{cc}`"#),
      (#"\begin{cases} 1 \end{matrix}"#, #"\end{matrix}"#, #"write `\end{cases}`"#),
      (#"\end{cases}"#, #"\end"#, nil),
      (#"\text{a $b"#, "$", "write `$` behind it"), (#"\text a"#, #"\text"#, nil),
      (#"\not x"#, #"\not"#, nil),
      (#"\text{a"#, "{", "write `}` behind the group"), (#"\limits_a"#, #"\limits"#, nil),
      (#"\sqrt[3"#, #"\sqrt"#, nil), (#"\hspace{x}"#, #"\hspace"#, "write 1em"),
      (#"\newcommand{x}{y}"#, #"\newcommand"#, #"write `\newcommand{\name}[1]{… #1 …}`"#),
      (#"\newcommand{\v}[1]{#1} \v"#, #"\v"#, "write each in braces behind it"),
      (#"\def\a{\b} \def\b{\a} \a"#, #"\a"#, "no command may stand for itself"),
      (#"\def\a{\a\a} \a"#, #"\a"#, "no command may stand for itself"),
    ] as [(String, String, String?)])
  func refusesWithOneWarningWhereItEnds(tex: String, place: String, hint: String?) throws {
    let (formula, diagnostics) = read(tex)
    #expect(formula == nil)
    try expect(diagnostics, place, hint)
  }

  /// What is not known stays as it was typed; the rest is typeset.
  @Test(
    arguments: [
      (
        #"a + \unheard b"#, #"\unheard"#,
        #"define it in `macros:` of the settings, or by `\newcommand{\unheard}{…}` in a formula above"#
      ), (#"x \in \R"#, #"\R"#, #"write `\mathbb{R}`"#), (#"\aplha"#, #"\aplha"#, #"did you mean `\alpha`?"#),
      (#"\begin{aling} 1 \end{aling}"#, #"\begin{aling}"#, "did you mean `align` or `align*`?"),
      ("a & b", "&", #"write `\&` to show the sign"#),
      (#"a \\ b"#, #"\\"#, #"put lines between `\begin{aligned}` and `\end{aligned}`"#),
      ("50% x", "%", #"write `\%` to show the sign"#), ("a\u{0}b", "\u{0}", nil),
      ("a\u{202E}b", "\u{202E}", nil), ("\\text{a\u{202E}b}", "\u{202E}", nil), ("a \\", "\\", nil),
      ("x₁", "₁", nil), ("😀", "😀", nil),
    ] as [(String, String, String?)])
  func keepsTheRestOfTheFormula(tex: String, place: String, hint: String?) throws {
    let (formula, diagnostics) = read(tex)
    #expect(formula?.mathML(isDisplayed: true).isEmpty == false)
    try expect(diagnostics, place, hint)
  }

  private func expect(_ diagnostics: [Diagnostic], _ place: String, _ hint: String?) throws {
    let warning = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(warning.kind == .unsupportedTeX)
    #expect(warning.severity == .warning)
    #expect(warning.primary.range.text == place)
    #expect(warning.hint?.text.english == hint)
  }

  @Test func commandsOfAPageHoldForTheFormulasBelow() throws {
    var macros = TeXMacros()
    let added = [("R", #"\mathbb{R}"#), (#"\vect"#, #"\mathbf{#1}"#), ("a b", "c"), ("", "c")].map {
      macros.add($0, $1)
    }
    #expect(added == [true, true, false, false])
    let definition = readFormula(tex: #"\newcommand{\half}{\tfrac12}"#, macros: &macros).formula
    #expect(definition?.isEmpty == true)
    let (formula, isUnderstood) = readFormula(tex: #"\half \vect x \in \R^n"#, macros: &macros)
    #expect(isUnderstood && formula?.plainText == "1/2 x ∈ ℝ^n")
  }

  /// Commands that stand for each other end, however much they stand for.
  @Test func commandsAreBounded() {
    let doubling = (0..<30).map { #"\def\a\#(letters[$0]){\a\#(letters[$0 + 1])\a\#(letters[$0 + 1])}"# }
      .joined()
    #expect(read(doubling + #"\aA"#).formula == nil)
    let wide = #"\def\w#1{\#(String(repeating: "#1", count: 400))}"#
    #expect(read(wide + #"\w{\w{\w{\w{xxxxxxxxxx}}}}"#).formula == nil)
    let many = (0..<600).map { #"\def\m\#(letters[$0 % 50])\#(letters[$0 / 50]){x}"# }.joined()
    #expect(read(many).formula == nil)
  }

  /// A page of such formulas costs no more than some of them.
  @Test func commandsOfAPageAreBounded() {
    var macros = TeXMacros()
    let wide = #"\newcommand{\w}[1]{\#(String(repeating: "#1", count: 400))}\w{\w{x}}"#
    var read = 0
    while readFormula(tex: read == 0 ? wide : #"\w{\w{x}}"#, macros: &macros).formula == nil, read < 100 {
      read += 1
    }
    #expect(read == 100 && macros.spent > TeXMacros.mostOfAPage)
    let problem = readFormula(
      tex: #"\w{x}"#, at: SourceRange(SourceFile(path: "a.md", text: "x"), 0..<1), macros: macros)
    #expect(
      problem.diagnostics.first?.message.english.hasPrefix("the commands of the page stand for") == true)
    #expect(readFormula(tex: "x", macros: &macros).formula != nil)
  }

  private let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".map(String.init)

  @Test func pointsIntoAQuoteWhoseMarksAreGone() throws {
    let text = "> $$a + >\n> b \\foo{c} \\foo$$\n"
    let file = SourceFile(path: "page.md", text: text)
    let range = SourceRange(file, 2..<text.utf8.count - 1)
    let warning = try #require(readFormula(tex: "a + >\nb \\foo{c} \\foo", at: range).diagnostics.first)
    #expect(warning.primary.range.text == "\\foo")
    #expect(warning.primary.range.start.line == 2)
    #expect(warning.primary.range.start.column == 5)
  }

  @Test func pointsAtTheWholeWhenTheTextIsNotThere() throws {
    let file = SourceFile(path: "page.md", text: "$a \\| \\foo$")
    let range = SourceRange(file, 0..<11)
    #expect(readFormula(tex: "a | \\foo", at: range).diagnostics.first?.primary.range == range)
  }

  @Test func readsNothingTooLong() {
    #expect(read(String(repeating: "x", count: 10_000)).formula != nil)
    #expect(read(String(repeating: "x", count: 10_001)).formula == nil)
    #expect(read(String(repeating: "{", count: 100_000)).formula == nil)
  }

  @Test(arguments: [
    "{", "x^{", "\\frac{", "\\left(", "\\sqrt{", "\\bar", "\\displaystyle", "\\begin{cases}", "\\mathbf{",
  ])
  func nothingIsNestedTooDeep(opening: String) {
    let (formula, diagnostics) = read(String(repeating: opening, count: 9_000 / opening.count) + "x")
    #expect(formula == nil)
    #expect(diagnostics.first?.message == "the formula is nested more than 100 deep")
  }

  @Test(arguments: ["{", "x^{", "\\sqrt{"])
  func whatIsNestedLessIsWritten(opening: String) throws {
    let depth = opening.hasPrefix("\\") ? 49 : 99
    let tex = String(repeating: opening, count: depth) + "x" + String(repeating: "}", count: depth)
    let formula = try #require(read(tex).formula)
    #expect(!formula.plainText.isEmpty)
    #expect(formula.mathML(isDisplayed: true).contains("<mi>x</mi>"))
  }

  @Test(arguments: corpus)
  func noPieceOfTheCorpusTraps(formula: CorpusFormula) {
    for count in 0..<formula.tex.count {
      for piece in [formula.tex.prefix(count), formula.tex.dropFirst(count)] {
        let (read, diagnostics) = read(String(piece))
        #expect(read != nil || !diagnostics.isEmpty)
        #expect(read.map { !$0.mathML(isDisplayed: true).isEmpty } ?? true)
      }
    }
  }

  @Test func everyCommandOfTheTableIsRead() {
    for name in TeXCommand.named.keys.sorted() {
      let tails = [
        "", "{a}", "{a}{b}", "(", "(a\\right)", "{cases}a\\end{cases}", "{1em}", "{=}", "{a}{b}{c}",
      ]
      let works = tails.contains { read("a\\\(name)\($0)").diagnostics.isEmpty }
      #expect(works == !["right", "end"].contains(name), "\\\(name)")
    }
  }
}
