import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Formulas

/// The formulas of the course, as MathML and as text.
@Suite struct CorpusTests {
  /// What the report's style says about formulas.
  static let style: String = {
    let lines = (try? Repository.text("Templates/report.css"))?.components(separatedBy: "\n") ?? []
    return lines.filter {
      ($0.contains("math") || $0.hasPrefix("mt") || $0.hasPrefix("mover")) && !$0.contains("display")
        && !$0.contains("var(") && !$0.contains("code")
    }
    .joined(separator: "\n")
  }()

  /// A page of some formulas, one a line.
  private static func page(_ formulas: [CorpusFormula]) -> String {
    let lines = formulas.map { formula in
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
    try expectGolden(Self.page(corpus), "formulas/formulas.html")
    try expectGolden(Self.teachingPage(), "formulas/teaching.html")
    try expectGolden(Self.teachingTexts(), "formulas/teaching.txt")
    try expectGoldenFiles(["formulas.html", "teaching.html", "teaching.txt"], in: "formulas")
  }

  // MARK: Formulas as they are taught

  private static var macros: TeXMacros {
    var macros = TeXMacros()
    for (name, body) in teachingMacros { _ = macros.add(name, body) }
    return macros
  }

  private static func read(_ tex: String) -> (formula: Formula?, diagnostics: [Diagnostic]) {
    readFormula(SourceText(whole: SourceFile(path: "formula", text: tex)), macros: macros)
  }

  /// Each formula with its TeX beside it.
  private static func teachingPage() -> String {
    let sections = teachingCorpus.map { topic, formulas in
      let rows = formulas.map { tex in
        let math = read(tex).formula?.mathML(isDisplayed: true) ?? "none"
        return "<tr><td>\(math)</td><td><code>\(escaped(tex))</code></td></tr>"
      }
      return "<h2>\(topic)</h2>\n<table>\n\(rows.joined(separator: "\n"))\n</table>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Formulas as they are taught</title>
      <style>
      body { font: 18px/1.5 sans-serif; } td { padding: .3em 1em; } code { font-size: 12px; }
      \(style)
      </style></head>
      <body>
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func teachingTexts() -> String {
    teachingCorpus.flatMap { topic, formulas in
      ["# \(topic)"] + formulas.map { "\($0)\n    \(read($0).formula?.plainText ?? "none")" }
    }.joined(separator: "\n") + "\n"
  }

  @Test func everyTaughtFormulaIsKnown() {
    let formulas = teachingCorpus.flatMap(\.formulas)
    #expect(formulas.count >= 150)
    for tex in formulas {
      let (formula, diagnostics) = Self.read(tex)
      #expect(formula != nil && diagnostics.isEmpty, "\(tex): \(diagnostics.map(\.message))")
    }
  }

  @Test(arguments: corpus) func plainTextIsReadable(formula: CorpusFormula) {
    #expect(Formula(tex: formula.tex).plainText == formula.plain)
  }
}
