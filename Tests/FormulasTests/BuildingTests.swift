import Testing

@testable import Formulas

/// Formulas that the program makes are those that TeX would give.
@Suite struct BuildingTests {
  private static let x = Formula.identifier("x")
  private static let z = Formula.name("z")

  @Test(arguments: [
    (Formula.name("w1"), "w_1"), (Formula.name("sigma"), #"\sigma"#),
    (Formula.name("total"), #"\mathrm{total}"#),
    (Formula.name("w_12"), "w_{12}"), (x.sup(.number("2")), "x^2"),
    ((x + z).sup(.number("2")), #"\left(x+z\right)^2"#),
    (Formula.fraction(.number("1"), .number("1") + Formula.name("e").sup(-z)), #"\frac{1}{1+e^{-z}}"#),
    (Formula.function("tanh", of: z), #"\tanh\left(z\right)"#),
    (Formula.function("sigma", of: z), #"\sigma\left(z\right)"#),
    (Formula.number("-3"), "-3"), (x * z - x, "xz-x"), (x.equals(.root(of: z)), #"x=\sqrt{z}"#),
    (Formula.sum(.name("i"), of: Formula.name("w").sub(.name("i"))), #"\sum_i w_i"#),
    (Formula.name("f").primed(2), "f''"),
    (Formula.matrix([[.number("1"), x]]), #"\begin{bmatrix} 1 & x \end{bmatrix}"#),
    (
      Formula.cases([(.number("1"), .joined([z, .number("0")], by: "ge"))]),
      #"\begin{cases} 1 & z \ge 0 \end{cases}"#
    ),
    (x.negated, #"\overline{x}"#),
    (x.sup(.number("2")).sup(.number("3")), #"\left(x^2\right)^3"#), (x.primed().primed(), "x''"),
  ])
  func builtIsAsRead(built: Formula, tex: String) {
    #expect(built.node == Formula(tex: tex).node)
    #expect(built.tex == nil)
  }

  @Test("a root and its power are told apart on one line")
  func rootsOnOneLine() {
    #expect(Formula.root(of: Self.x.sup(.number("2"))).plainText == "√(x^2)")
    #expect(Formula.root(of: Self.x).sup(.number("2")).plainText == "(√x)^2")
  }
}
