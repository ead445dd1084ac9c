import Formulas
import NotebookFormat

extension PageWriter {
  /// Writes a formula on a line of its own.
  mutating func displayedMath(_ equation: PageEquation) {
    let styleClass = equation.number == nil ? "math-display" : "math-display equation"
    element("div", ["class": styleClass, "id": equation.id, "tabindex": "0"]) { page in
      let tex = trimmedEnd(equation.math.tex)
      page.formula(equation.math.formula.map { Formula($0.node, tex: tex) }, tex, isDisplayed: true)
      if let number = equation.number { page.element("span", ["class": "number"], text: "(\(number))") }
    }
  }

  /// Writes a formula as MathML; what is outside the subset is shown as its source, and the run has warned.
  mutating func formula(_ formula: Formula?, _ tex: String, isDisplayed: Bool) {
    guard let formula else { return element("code", ["class": "math"], text: tex) }
    html.markup(formula.mathML(isDisplayed: isDisplayed))
  }
}
