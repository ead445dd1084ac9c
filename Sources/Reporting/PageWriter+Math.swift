import Formulas

extension PageWriter {
  /// Writes a formula on a line of its own.
  mutating func displayedMath(_ tex: String, label: String? = nil) {
    let number = label.flatMap { numbers.equations[$0] }
    let styleClass = number == nil ? "math-display" : "math-display equation"
    let id = label.flatMap { takeAnchor(of: $0) }
    element("div", ["class": styleClass, "id": id, "tabindex": "0"]) { page in
      page.formula(trimmedEnd(tex), isDisplayed: true)
      if let number { page.element("span", ["class": "number"], text: "(\(number))") }
    }
  }

  /// Writes a formula as MathML; what is outside the subset is shown as its source, and the run has warned.
  mutating func formula(_ tex: String, isDisplayed: Bool) {
    guard let formula = readFormula(tex: tex) else {
      return element("code", ["class": "math"], text: tex)
    }
    html.markup(formula.mathML(isDisplayed: isDisplayed))
  }

  /// Returns a formula in words, for titles and other places that hold no markup.
  static func formulaWords(_ tex: String) -> String {
    readFormula(tex: tex)?.plainText ?? tex
  }
}
