import Foundation
import TestSupport
import Testing

@testable import Formulas

/// The formulas of the course, as MathML and as text.
@Suite struct CorpusTests {
  /// What the report's style must say about formulas.
  static let style = """
    math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "DejaVu Math TeX Gyre", math; }
    .math-bar { padding-left: .05em; padding-right: .05em; }
    .math-bar > :first-child { border-top: .06em solid; padding-top: .1em; }
    .math-bar > :last-child { color: transparent; font-size: 1%; }
    .math-prime { font-family: serif; }
    .math-cases mtd, .math-aligned mtd:nth-child(even) { text-align: left; }
    .math-aligned mtd:nth-child(odd) { text-align: right; }
    .math-aligned mtd { padding-left: 0; padding-right: 0; }
    .math-aligned mtd:nth-child(odd):not(:first-child) { padding-left: 2em; }
    """

  /// The page of the corpus, one formula a line.
  static func page() -> String {
    let lines = corpus.map { formula in
      let math = Formula(tex: formula.tex).mathML(isDisplayed: formula.isDisplayed)
      return "<div>" + (formula.isDisplayed ? "" : "In a line of text ") + math + "</div>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Formulas</title>
      <style>
      body { font: 18px/1.5 sans-serif; } div { margin: .7em 1em; }
      \(style)
      </style></head>
      <body>
      \(lines.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  @Test func mathMLIsAsRecorded() throws {
    try expectGolden(Self.page(), "formulas/formulas.html")
    try expectGoldenFiles(["formulas.html"], in: "formulas")
  }

  @Test(arguments: corpus) func plainTextIsReadable(formula: CorpusFormula) {
    #expect(Formula(tex: formula.tex).plainText == formula.plain)
  }
}
