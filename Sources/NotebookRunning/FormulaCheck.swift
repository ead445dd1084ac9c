import Diagnostics
import Formulas
import NotebookFormat

/// Looks for what is outside the subset of TeX, at its place, in page order.
struct FormulaCheck {
  private(set) var diagnostics: [Diagnostic] = []

  /// How many are explained; looking for what was meant is dear, and more of a kind are not shown.
  private static let mostExplained = 20

  init(_ notebook: Notebook) {
    check(notebook.blocks)
    for cell in notebook.cells {
      check(cell.options.figureCaption?.inlines ?? [])
      check(cell.options.tableCaption?.inlines ?? [])
    }
  }

  private mutating func check(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .math(let tex): check(tex, at: block.range)
      case .heading(_, let inlines), .paragraph(let inlines): check(inlines)
      case .quote(let inner), .callout(_, let inner), .footnote(_, let inner), .section(_, let inner):
        check(inner)
      case .list(_, _, let items): for item in items { check(item.blocks) }
      case .table(_, let header, let rows): for cell in ([header] + rows).joined() { check(cell) }
      case .code, .cell, .thematicBreak, .html: break
      }
    }
  }

  private mutating func check(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .math(let tex, _): check(tex, at: inline.range)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        check(inner)
      case .text, .softBreak, .lineBreak, .code, .value, .reference, .footnoteReference, .html: break
      }
    }
  }

  private mutating func check(_ tex: String, at range: SourceRange) {
    if diagnostics.count < Self.mostExplained {
      diagnostics += readFormula(tex: tex, at: range).diagnostics
    } else if readFormula(tex: tex) == nil {
      diagnostics.append(
        Diagnostic(.unsupportedTeX, "this formula is outside of what is known here", at: range))
    }
  }
}
