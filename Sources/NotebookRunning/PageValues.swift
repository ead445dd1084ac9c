import NotebookFormat

/// Which inline values a page shows.
struct PageValues {
  /// Their positions in ``Notebook/values``.
  private(set) var indices: Set<Int> = []
  private let face: Face

  init(_ page: Page) {
    face = page.face
    guard !page.notebook.values.isEmpty else { return }
    collect(page.notebook.blocks)
    for index in page.order {
      let options = page.options(of: page.notebook.cells[index])
      collect(options.figureCaption?.inlines ?? [])
      collect(options.tableCaption?.inlines ?? [])
    }
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): collect(inlines)
      case .table(_, let header, let rows): for cell in ([header] + rows).joined() { collect(cell) }
      case .quote(let inner), .callout(_, let inner), .footnote(_, let inner): collect(inner)
      case .section(.notes, _): break
      case .section(.solution, let inner): if face == .solution { collect(inner) }
      case .section(.answer, let inner): collect(inner)
      case .list(_, _, let items): for item in items { collect(item.blocks) }
      case .code, .cell, .thematicBreak, .math, .html: break
      }
    }
  }

  private mutating func collect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .value(let index): indices.insert(index)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        collect(inner)
      case .text, .softBreak, .lineBreak, .code, .reference, .math, .footnoteReference, .html: break
      }
    }
  }
}
