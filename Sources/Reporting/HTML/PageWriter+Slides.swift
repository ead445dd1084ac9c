import NotebookFormat

extension PageWriter {
  /// Writes the slides, each in a frame as large as the slide.
  mutating func slides(_ slides: [Slide]) {
    for (index, slide) in slides.enumerated() where !html.isFull {
      element("div", ["class": "frame"]) { $0.slide(slide, number: index + 1, of: slides.count) }
      if !slide.notes.isEmpty {
        element("aside", ["class": "notes", "data-slide": String(index)]) { $0.blocks(slide.notes) }
      }
      html.line()
      noteEnd(slide.range)
    }
  }

  private mutating func slide(_ slide: Slide, number: Int, of count: Int) {
    let place = words(.slide, String(number), String(count))
    let attributes: Attributes = [
      "class": "slide \(slide.kind.styleClass)", "id": slide.anchor, "data-steps": String(slide.steps),
      "data-title": slide.title, "role": "group", "tabindex": "-1",
      "aria-label": slide.title.isEmpty ? place : "\(place): \(slide.title)",
    ]
    note(slide.anchor)
    element("div", attributes) { page in
      page.top(slide)
      page.html.line()
      if !slide.blocks.isEmpty { page.element("div", ["class": "slide-body"]) { $0.blocks(slide.blocks) } }
      page.footnotes(slide.footnotes)
      page.element("p", ["class": "slide-number", "aria-hidden": "true"], text: "\(number)/\(count)")
    }
  }

  private mutating func top(_ slide: Slide) {
    switch slide.kind {
    case .title(let subtitle, let author):
      element("h1", text: slide.title)
      if let subtitle { element("p", ["class": "subtitle"], text: subtitle) }
      if let author { element("p", ["class": "author"], text: author) }
    case .section, .plain:
      guard let heading = slide.heading else { return }
      element("h\(heading.level)", ["class": "slide-title"]) { $0.inlines(heading.inlines) }
    }
  }

  private mutating func footnotes(_ footnotes: [(number: Int, note: PageNote)]) {
    guard !footnotes.isEmpty else { return }
    element("div", ["class": "slide-notes"]) { page in
      for (number, note) in footnotes {
        page.element("div", ["class": "slide-note", "id": "note:\(number)"]) { page in
          page.element("sup", text: String(number))
          page.blocks(note.blocks)
        }
      }
    }
  }

  /// Writes columns side by side; one with a width of its own keeps it.
  mutating func columns(_ columns: [PageColumn]) {
    element("div", ["class": "columns"]) { page in
      for column in columns {
        let style = column.percent.map { "flex:0 1 \($0)%" }
        page.element("div", ["class": "column", "style": style]) { $0.blocks(column.blocks) }
      }
    }
  }
}

extension Slide.Kind {
  /// The class of the style sheet.
  fileprivate var styleClass: String {
    switch self {
    case .title: "title-slide"
    case .section: "section-slide"
    case .plain: "plain-slide"
    }
  }
}
