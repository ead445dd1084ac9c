import Formulas
import NotebookFormat

extension PageWriter {
  /// Writes a formula on a line of its own.
  mutating func displayedMath(_ math: Math, label: String? = nil) {
    let number = label.flatMap { numbers.equations[$0] }
    let styleClass = number == nil ? "math-display" : "math-display equation"
    let id = label.flatMap { takeAnchor(of: $0) }
    element("div", ["class": styleClass, "id": id, "tabindex": "0"]) { page in
      let tex = trimmedEnd(math.tex)
      page.formula(math.formula.map { Formula($0.node, tex: tex) }, tex, isDisplayed: true)
      if let number { page.element("span", ["class": "number"], text: "(\(number))") }
    }
  }

  /// Writes a formula as MathML; what is outside the subset is shown as its source, and the run has warned.
  mutating func formula(_ formula: Formula?, _ tex: String, isDisplayed: Bool) {
    guard let formula else { return element("code", ["class": "math"], text: tex) }
    html.markup(formula.mathML(isDisplayed: isDisplayed))
  }
}
