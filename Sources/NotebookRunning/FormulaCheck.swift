import Diagnostics
import Formulas
import NotebookFormat

/// Returns what is outside the subset of TeX, at its place, in page order.
func formulaDiagnostics(_ notebook: Notebook) -> [Diagnostic] {
  let captions = notebook.cells.flatMap { cell in
    [cell.options.figureCaption, cell.options.tableCaption].flatMap { $0?.inlines ?? [] }
  }
  return notebook.blocks.flatMap(diagnostics) + captions.flatMap(diagnostics)
}

private func diagnostics(_ block: Block) -> [Diagnostic] {
  switch block.kind {
  case .math(let tex): readFormula(tex: tex, at: block.range).diagnostics
  case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(diagnostics)
  case .quote(let blocks), .callout(_, let blocks), .footnote(_, let blocks), .section(_, let blocks):
    blocks.flatMap(diagnostics)
  case .list(_, _, let items): items.flatMap { $0.blocks.flatMap(diagnostics) }
  case .table(_, let header, let rows): (header + rows.flatMap { $0 }).flatMap { $0.flatMap(diagnostics) }
  case .code, .cell, .thematicBreak, .html: []
  }
}

private func diagnostics(_ inline: Inline) -> [Diagnostic] {
  switch inline.kind {
  case .math(let tex, _): readFormula(tex: tex, at: inline.range).diagnostics
  case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines),
    .image(_, _, let inlines):
    inlines.flatMap(diagnostics)
  case .text, .softBreak, .lineBreak, .code, .value, .reference, .footnoteReference, .html: []
  }
}
