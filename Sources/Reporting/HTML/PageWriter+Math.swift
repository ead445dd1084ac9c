import Formulas
import NotebookFormat

extension PageWriter {
  /// Writes a formula on a line of its own; one that is wider than the page in pieces, with which it fills its lines.
  mutating func displayedMath(_ equation: PageEquation) {
    // One that only defines commands shows nothing.
    if equation.math.formula?.isEmpty == true, equation.number == nil { return }
    let tex = trimmedEnd(equation.math.tex)
    displayed(number: equation.number, id: equation.id) { page in
      guard let formula = equation.math.formula.map({ Formula($0.node, tex: tex) }) else {
        return page.source(tex)
      }
      // A column of a slide is narrow.
      page.lines(of: formula, room: page.isSlides ? Self.roomOfPhone : Self.roomOfPage)
    }
  }

  /// Writes a formula that a cell shows; a long one in pieces, with which the page fills its lines.
  mutating func displayedFormula(_ formula: Formula) {
    displayed(number: nil, id: nil) { $0.lines(of: formula, room: Self.roomOfPhone) }
  }

  /// A box that scrolls by itself where the formula is wider than the page; the keyboard reaches it.
  private mutating func displayed(number: Int?, id: String?, _ content: (inout PageWriter) -> Void) {
    let styleClass = number == nil ? "math-display" : "math-display equation"
    element("div", ["class": styleClass, "id": id]) { page in
      page.element("div", ["class": "math-box", "tabindex": "0"], content)
      if let number { page.element("span", ["class": "number"], text: "(\(number))") }
    }
  }

  private mutating func lines(of formula: Formula, room: Double) {
    let pieces = formula.width > room ? formula.mathMLPieces(isDisplayed: true) : []
    guard pieces.count > 1 else { return mathML(formula.mathML(isDisplayed: true)) }
    element("div", ["class": "math-lines"]) { page in
      for piece in pieces { page.mathML(piece.text) }
    }
  }

  /// The width in em of a formula that surely fits into a line of a phone.
  private static let roomOfPhone = 16.0
  /// The width in em of a formula that surely fits into a line of a page.
  private static let roomOfPage = 35.0

  /// Writes a formula of the running text, with the signs of the text that are held to it.
  ///
  /// A long one is parted as the text is; a piece that cannot be can scroll by itself on a phone.
  mutating func inlineMath(_ math: Math, before: Substring = "", behind: Substring = "") {
    guard let formula = math.formula else {
      return held(before, behind) { $0.source(math.tex) }
    }
    guard formula.width > Self.roomOfPhone else {
      return held(before, behind) { $0.mathML(formula.mathML(isDisplayed: false)) }
    }
    let pieces = formula.mathMLPieces(isDisplayed: false)
    for (number, piece) in pieces.enumerated() {
      held(number == 0 ? before : "", number == pieces.count - 1 ? behind : "") { page in
        guard piece.width > Self.roomOfPhone else { return page.mathML(piece.text) }
        page.element("span", ["class": "math-long", "tabindex": "0"]) { $0.mathML(piece.text) }
      }
    }
  }

  /// Holds signs of the text to a formula: a browser would part a line between them.
  private mutating func held(_ before: Substring, _ behind: Substring, _ content: (inout PageWriter) -> Void)
  {
    guard !before.isEmpty || !behind.isEmpty else { return content(&self) }
    element("span", ["class": "n"]) { page in
      page.html.text(String(before))
      content(&page)
      page.html.text(String(behind))
    }
  }

  /// Shows what is outside the subset as its source; the run has warned.
  private mutating func source(_ tex: String) {
    element("code", ["class": "math"], text: tex)
  }
}
