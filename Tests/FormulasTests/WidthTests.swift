import Testing

@testable import Formulas

/// How wide a formula is told to be, beside what a browser measured with the font of the page.
@Suite struct WidthTests {
  @Test(arguments: [
    ("x", 0.63), ("w_1 x_1 + w_2 x_2 - T", 7.86), (#"\sigma(z) = \frac{1}{1 + e^{-z}}"#, 6.89),
    (#"\sqrt{x_1^2 + x_2^2}"#, 4.61), (#"\sum_{i=1}^{n} w_i x_i \ge T"#, 5.87),
    (#"\begin{bmatrix} 1 & -2 \\ 0.5 & 100 \end{bmatrix}"#, 5.06),
    (#"f(x) = \begin{cases} 1 & \text{if } x \ge 0 \\ 0 & \text{otherwise} \end{cases}"#, 10.47),
    (#"\overline{a \vee b} = \bar a \wedge \bar b"#, 6.17), (#"\mathrm{temperature} \approx 20.125"#, 10.34),
    (#"\left(1 + \frac{x}{2}\right)^{10} \to \infty"#, 7.72),
  ])
  func aWidthIsAboutWhatABrowserMeasures(tex: String, measured: Double) {
    #expect(abs(Formula(tex: tex).width / measured - 1) < 0.25, "\(Formula(tex: tex).width)")
  }

  /// What would be cut at the edge of a sheet has a class, with which the page makes it smaller there.
  @Test(arguments: [
    (20, nil), (43, "math-wide1"), (55, "math-wide2"), (70, "math-wide3"), (95, "math-wide4"),
    (200, "math-wide5"),
  ])
  func aFormulaWiderThanASheetIsMarked(digits: Int, expected: String?) {
    let formula = Formula(tex: String(repeating: "8", count: 2 * digits + 2))
    let mathML = formula.mathML(isDisplayed: true)
    #expect(
      mathML.firstMatch(of: /^<math display="block" class="([^"]*)">/)?.output.1.description == expected)
    #expect(expected != nil || mathML.hasPrefix("<math display=\"block\"><"))
    #expect(
      formula.mathMLPieces(isDisplayed: false)[0].text.contains("class=\"math-wide") == (expected != nil))
  }
}
