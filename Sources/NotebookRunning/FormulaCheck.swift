import Diagnostics
import Formulas
import NotebookFormat

/// Looks for what is outside the subset of TeX, at its range, in page order.
struct FormulaCheck {
  private(set) var diagnostics: [Diagnostic] = []

  /// How many are explained; looking for what was meant is dear, and more of a kind are not shown.
  private static let mostExplained = 20

  init(_ notebook: Notebook) {
    for block in notebook.blocks.walk() {
      if case .math(let math) = block.kind { check(math, at: block.range) }
      check(block.inlines)
    }
    for cell in notebook.cells {
      check(cell.options.figureCaption?.inlines ?? [])
      check(cell.options.tableCaption?.inlines ?? [])
    }
  }

  private mutating func check(_ inlines: [Inline]) {
    for inline in inlines.walk() {
      if case .math(let math, _) = inline.kind { check(math, at: inline.range) }
    }
  }

  private mutating func check(_ math: Math, at range: SourceRange) {
    guard !math.isUnderstood else { return }
    if diagnostics.count < Self.mostExplained {
      diagnostics += readFormula(tex: math.tex, at: range, macros: math.macros).diagnostics
    } else {
      diagnostics.append(
        Diagnostic(.unsupportedTeX, "something in this formula is not known here", at: range))
    }
  }
}
