import Testing

@testable import Formulas

/// Where a long formula goes on in a further line.
@Suite struct LinesTests {
  private func built(_ tex: String) -> Formula { Formula(Formula(tex: tex).node) }

  /// The text that each piece shows.
  private func pieces(_ tex: String) -> [String] {
    built(tex).mathMLPieces.map { $0.replacing(/<[^>]*>/, with: "") }
  }

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
    let pieces = built("f=-a-b").mathMLPieces
    #expect(pieces.allSatisfy { $0.hasPrefix("<math displaystyle=\"true\"><mrow>") })
    #expect(pieces[1].contains("<mo form=\"prefix\">−</mo>"))
    #expect(pieces[2].contains("<mo form=\"infix\">−</mo>"))
  }

  @Test func anAuthorSetsTheLinesOfTeX() {
    #expect(Formula(tex: "f=(a)(b)+c").mathMLPieces.count == 1)
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
