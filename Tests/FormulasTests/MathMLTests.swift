import Testing

@testable import Formulas

/// The elements that stand for what TeX means.
@Suite struct MathMLTests {
  private func written(_ tex: String, isDisplayed: Bool = false) -> String {
    Formula(Formula(tex: tex).node).mathML(isDisplayed: isDisplayed)
  }

  @Test(arguments: [
    ("x", "<mi>x</mi>"), ("3.14", "<mn>3.14</mn>"), ("1{,}000", "<mn>1,000</mn>"),
    ("x_10", "<mrow><msub><mi>x</mi><mn>1</mn></msub><mn>0</mn></mrow>"),
    ("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
    ("-b", "<mrow><mo form=\"prefix\">−</mo><mi>b</mi></mrow>"),
    ("=-b", "<mrow><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi></mrow>"),
    ("x^*", "<msup><mi>x</mi><mo lspace=\"0\" rspace=\"0\">∗</mo></msup>"),
    (
      "x_{i+1}",
      "<msub><mi>x</mi><mrow><mi>i</mi><mo lspace=\"0\" rspace=\"0\">+</mo><mn>1</mn></mrow></msub>"
    ),
    (#"\sin x"#, "<mrow><mi>sin</mi><mo lspace=\"0\" rspace=\"0.1667em\">\u{2061}</mo><mi>x</mi></mrow>"),
    ("f'", "<mrow><mi>f</mi><mo class=\"math-prime\" lspace=\"0\" rspace=\"0\">′</mo></mrow>"),
    (#"\mathbb{R}"#, "<mi>ℝ</mi>"), (#"\mathbf{w}"#, "<mi>𝐰</mi>"), (#"\mathcal{L}"#, "<mi>ℒ</mi>"),
    (#"\boldsymbol\theta"#, "<mi>𝜽</mi>"), (#"\mathrm{d}"#, "<mi mathvariant=\"normal\">d</mi>"),
    (#"\Gamma"#, "<mi mathvariant=\"normal\">Γ</mi>"), (#"\mathrm{total}"#, "<mi>total</mi>"),
    (
      #"\bar{x}"#, "<mover accent=\"true\" class=\"math-bar\"><mi>x</mi><mo stretchy=\"false\">¯</mo></mover>"
    ),
    (#"\text{ if }"#, "<mtext>\u{A0}if\u{A0}</mtext>"),
    (#"\text{<script>&"'}"#, "<mtext>&lt;script&gt;&amp;&quot;&#39;</mtext>"),
    ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
  ])
  func writes(tex: String, expected: String) {
    #expect(written(tex) == "<math>\(expected)</math>")
  }

  @Test(arguments: [
    (#"\sum_i"#, "msub", "munder"), (#"\prod_i^n"#, "msubsup", "munderover"), (#"\max_j"#, "msub", "munder"),
    (#"\int_0^1"#, "msubsup", "msubsup"), (#"\sum\limits_i"#, "munder", "munder"),
    (#"\sum\nolimits_i"#, "msub", "msub"), (#"\frac{\sum_i}{n}"#, "msub", "msub"), (#"x_i"#, "msub", "msub"),
  ])
  func limitsStandWhereTheyBelong(tex: String, inLine: String, displayed: String) {
    #expect(written(tex).contains("<\(inLine)>"))
    #expect(written(tex, isDisplayed: true).contains("<\(displayed)>"))
  }

  @Test func theSourceCanBeCopied() {
    let text = Formula(tex: "a < b").mathML(isDisplayed: true, altText: "a \"below\" b")
    #expect(text.hasPrefix("<math display=\"block\" alttext=\"a &quot;below&quot; b\"><semantics>"))
    #expect(
      text.hasSuffix("<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>"))
  }
}
