import Testing

@testable import Formulas

/// Where a long formula goes on in a further line.
@Suite struct LinesTests {
  private func built(_ tex: String) -> Formula { Formula(Formula(tex: tex).node) }

  /// The text that each piece shows.
  private func pieces(_ tex: String) -> [String] {
    texts(built(tex))
  }

  private func texts(_ formula: Formula) -> [String] {
    formula.mathMLPieces(isDisplayed: true).map {
      $0.text.replacing(/<annotation.*<\/annotation>|<[^>]*>/, with: "")
    }
  }

  /// A sum that is wider than a line.
  private let sum = (1...20).map { "x_{\($0)}" }.joined(separator: "+")
  private var terms: [String] { (1...20).map { $0 == 1 ? "x1" : "+x\($0)" } }

  @Test(arguments: [
    ("x", ["x"]), ("f(x)=a+b-c", ["f(x)=", "a", "+b", "−c"]),
    ("f(x)=(a+b)(c+d)(e)", ["f(x)=", "(a+b)", "(c+d)", "(e)"]),
    (#"f(x)=\left(a+b\right)\left(c+d\right)^2(e)"#, ["f(x)=", "(a+b)", "(c+d)2", "(e)"]),
    ("f=((a+b)(c+d)+e)", ["f=", "((a+b)(c+d)+e)"]), ("f=a(b)(c)d(e)", ["f=", "a(b)", "(c)d(e)"]),
    (#"f=-a\cdot b=c"#, ["f=", "−a", "⋅b", "=c"]), ("(a)(b)", ["(a)", "(b)"]),
  ])
  func aLineEndsBeforeATermOrAFactor(tex: String, expected: [String]) {
    #expect(pieces(tex) == expected)
  }

  /// A sign keeps its blanks: a minus behind a term is no sign of a number.
  @Test func signsAtTheBeginningOfALine() {
    let pieces = built("f=-a-b").mathMLPieces(isDisplayed: true).map(\.text)
    #expect(pieces.allSatisfy { $0.hasPrefix("<math displaystyle=\"true\"><mrow>") })
    #expect(pieces[1].contains("<mo form=\"prefix\">−</mo>"))
    #expect(pieces[2].contains("<mo form=\"infix\">−</mo>"))
  }

  @Test(arguments: [
    ("f(a, b)=c", ["f(a,b)=", "c"]), ("(a)b, c", ["(a)b,", "c"]), (#"a, \quad b"#, ["a,", "b"]),
    ("f(temperature,pressure,time)=c", ["f(temperature,", "pressure,", "time)=", "c"]),
  ])
  func aLineEndsBehindACommaAndInALongHead(tex: String, expected: [String]) {
    #expect(
      pieces(tex.replacing("f(", with: #"f\left("#).replacing(")=", with: #"\right)="#)) == expected)
  }

  /// What is wider than a line is written so that it can be parted, with the brackets that this needs.
  @Test(arguments: [
    (#"f=\frac{A}{2}"#, "f=(A)/2"), (#"f=\frac{1}{A}"#, "f=1/(A)"), (#"f=\frac{1}{A}y"#, "f=(1/(A))y"),
    (#"f=a+\frac{1}{A}-b"#, "f=a+1/(A)−b"), (#"f=\sqrt{A}"#, "f=(A)12"), (#"f=\sqrt[3]{A}"#, "f=(A)13"),
    (#"f=\overline{A}"#, "f=¬(A)"), (#"f=\sqrt{A}^3"#, "f=((A)12)3"),
    (#"f=\left(A\ge 3\right)\wedge b"#, "f=(A≥3)∧b"), (#"f=\left(A\right)^{2}y"#, "f=(A)2y"),
    (#"f=\frac{\frac{1}{A}}{\sqrt{A}}"#, "f=(1/(A))/(A)12"),
    (#"f=\sin\left(\sqrt{A}\right)"#, "f=sin\u{2061}((A)12)"),
  ])
  func aWidePartIsOpened(tex: String, expected: String) {
    let pieces = pieces(tex.replacing("A", with: sum))
    #expect(pieces.joined() == expected.replacing("A", with: terms.joined()))
    #expect(pieces.count >= 20)
  }

  @Test(arguments: [#"\frac{a+b}{2}"#, #"\sqrt{a+b}"#, #"\overline{a+b}"#, "(a+b)^2", #"\left(a+b\right)"#])
  func aNarrowPartStays(tex: String) {
    #expect(built("f=" + tex).mathMLPieces(isDisplayed: true).count == 2)
  }

  /// A long result of the rules of calculus has no piece that is wider than a line.
  @Test func noPieceIsWiderThanALine() {
    let deep = (1...9).reduce(sum) { inner, _ in #"\frac{\sqrt{\left(\#(inner)\right)^{2}}x}{1+x}"# }
    let pieces = built("f(x)=" + deep).mathMLPieces(isDisplayed: true)
    #expect(pieces.count > 20 && pieces.allSatisfy { $0.width < 36 })
    let text = pieces.map(\.text).joined().replacing(/<[^>]*>/, with: "")
    #expect(text.count { $0 == "(" } == text.count { $0 == ")" })
  }

  /// Brackets on different lines are of one height, around a fraction higher than around letters.
  @Test func openedBracketsHaveOneHeight() {
    let flat = built(#"f=\left(\#(sum)\right)"#).mathMLPieces(isDisplayed: true).map(\.text).joined()
    #expect(!flat.contains("stretchy=\"true\"") && !flat.contains("math-big"))
    let high = built(#"f=\left(\#(sum)+\frac{1}{2}\right)"#).mathMLPieces(isDisplayed: true).map(\.text)
      .joined()
    #expect(high.ranges(of: "math-big2").count == 2)
  }

  /// Of TeX the author has set the parts: it is parted between them alone, and can be copied whole.
  @Test func anAuthorSetsThePartsOfTeX() {
    let tex = #"f=\frac{\#(sum)}{2}+(a)(b)"#
    let pieces = Formula(tex: tex).mathMLPieces(isDisplayed: false)
    #expect(texts(Formula(tex: tex)).dropFirst(2) == ["+(a)", "(b)"])
    #expect(pieces.count == 4 && pieces[1].text.contains("<mfrac>"))
    #expect(
      pieces.count { $0.text.contains("<annotation") } == 1 && pieces[0].text.contains(">\(tex)</annotation>")
    )
    #expect(!pieces[1].text.contains("displaystyle"))
  }

  @Test func linesOfTextAreFilled() {
    let factors = (1...10).map { "(a_{\($0)}+b+c)" }
    let lines = built("f(a)=" + factors.joined()).plainLines
    #expect(lines.count == 2 && lines.allSatisfy { $0.count <= 120 })
    #expect(lines[0].hasPrefix("f(a) = (a_1 + b + c)(a_2 + b + c)") && lines[1].hasPrefix("(a_"))
    #expect(built("f(a)=b+c").plainLines == ["f(a) = b + c"])
    #expect(Formula.name("x").plainLines == ["x"])
  }
}
