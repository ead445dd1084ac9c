extension PageWriter {
  /// Writes the notes that the page spoke of, each with the way back.
  mutating func notes(_ notes: [PageNote]) {
    guard !notes.isEmpty else { return }
    element("section", ["class": "footnotes", "aria-labelledby": "footnotes"]) { page in
      page.element("h2", ["id": "footnotes"], text: page.words(.notes))
      page.element("ol") { page in
        for (index, note) in notes.enumerated() { page.note(note, number: index + 1) }
      }
    }
  }

  private mutating func note(_ note: PageNote, number: Int) {
    element("li", ["id": "note:\(number)"]) { page in
      page.blocks(note.blocks)
      for reference in note.references {
        page.element(
          "a", ["class": "back", "href": "#" + reference, "aria-label": page.words(.backToText)], text: "↩")
      }
    }
    html.line()
  }
}
