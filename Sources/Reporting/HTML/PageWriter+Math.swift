import Formulas
import NotebookFormat

extension PageWriter {
  /// Writes a formula on a line of its own.
  mutating func displayedMath(_ equation: PageEquation) {
    // One that only defines commands shows nothing.
    if equation.math.formula?.isEmpty == true, equation.number == nil { return }
    let tex = trimmedEnd(equation.math.tex)
    let formula = equation.math.formula.map { Formula($0.node, tex: tex) }
    displayed(number: equation.number, id: equation.id) { $0.formula(formula, tex, isDisplayed: true) }
  }

  /// Writes a formula that a cell shows; a long one in pieces that the page fills its lines with.
  mutating func displayedFormula(_ formula: Formula) {
    let pieces = formula.plainText.count > Self.shortFormula ? formula.mathMLPieces : []
    displayed(number: nil, id: nil) { page in
      guard pieces.count > 1 else { return page.mathML(formula.mathML(isDisplayed: true)) }
      page.element("div", ["class": "math-lines"]) { page in
        for piece in pieces { page.mathML(piece) }
      }
    }
  }

  /// A box that scrolls by itself where the formula is wider than the page; the keyboard reaches it.
  private mutating func displayed(number: Int?, id: String?, _ content: (inout PageWriter) -> Void) {
    let styleClass = number == nil ? "math-display" : "math-display equation"
    element("div", ["class": styleClass, "id": id]) { page in
      page.element("div", ["class": "math-box", "tabindex": "0"], content)
      if let number { page.element("span", ["class": "number"], text: "(\(number))") }
    }
  }

  /// How many characters of a formula surely fit into a line of a phone.
  private static let shortFormula = 32

  /// Writes a formula of the running text; a long one can scroll by itself on a phone.
  mutating func inlineMath(_ math: Math) {
    guard let formula = math.formula, formula.plainText.count > Self.shortFormula else {
      return self.formula(math.formula, math.tex, isDisplayed: false)
    }
    element("span", ["class": "math-long", "tabindex": "0"]) {
      $0.formula(formula, math.tex, isDisplayed: false)
    }
  }

  /// Writes a formula as MathML; what is outside the subset is shown as its source, and the run has warned.
  private mutating func formula(_ formula: Formula?, _ tex: String, isDisplayed: Bool) {
    guard let formula else { return element("code", ["class": "math"], text: tex) }
    mathML(formula.mathML(isDisplayed: isDisplayed))
  }
}
