import NotebookFormat

/// Which inline values a page shows.
struct PageValues {
  /// Their positions in ``Notebook/values``.
  private(set) var indices: Set<Int> = []

  init(_ page: Page) {
    guard !page.notebook.values.isEmpty else { return }
    let shown = page.notebook.blocks.walk(entering: { $0.isShown(to: page.face, on: page.medium) })
    for block in shown { collect(block.inlines) }
    for index in page.order {
      let options = page.options(of: page.notebook.cells[index])
      collect(options.figureCaption?.inlines ?? [])
      collect(options.tableCaption?.inlines ?? [])
    }
  }

  private mutating func collect(_ inlines: [Inline]) {
    for inline in inlines.walk() {
      if case .value(let index) = inline.kind { indices.insert(index) }
    }
  }
}
