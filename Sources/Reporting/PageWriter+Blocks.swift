import NotebookFormat

extension PageWriter {
  /// Writes blocks, each on its own line of the HTML.
  mutating func blocks(_ blocks: [Block]) {
    nested { $0.blocks(blocks, in: blocks.indices, DetailsPairs(blocks)) }
  }

  /// Writes a block.
  mutating func block(_ block: Block) {
    guard !html.isFull else { return }
    switch block.kind {
    case .heading(let level, let inlines): heading(level, inlines, label: block.label)
    case .paragraph(let inlines): paragraph(inlines, label: block.label)
    case .quote(let blocks): element("blockquote") { $0.blocks(blocks) }
    case .callout(let callout, let blocks): self.callout(callout, blocks)
    case .list(let start, let isTight, let items): list(start: start, isTight: isTight, items)
    case .code(let language, let text): plainCode(text, language: language)
    case .cell(let index):
      for index in layout.cells(at: index) where show(index) { cell(index) }
    case .table(let alignments, let header, let rows): table(alignments, header, rows)
    case .thematicBreak: html.open("hr")
    case .math(let math): displayedMath(math)
    case .html(let text): element("pre", ["class": "raw"], text: text)
    case .footnote: break
    case .section(let section, let blocks): self.section(section, blocks)
    }
    html.line()
    noteEnd(block.range)
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], label: String?) {
    let title = plainText(inlines)
    let heading = Heading(
      level: min(max(level, 1) + headingShift, 6), title: title,
      anchor: label.flatMap { takeAnchor(of: $0) } ?? anchors.claim(Anchors.slug(title)))
    contents.append(heading)
    element("h\(heading.level)", ["id": heading.anchor]) { page in
      page.inlines(inlines)
      page.element(
        "a", ["class": "anchor", "href": "#" + heading.anchor, "aria-label": "Link to “\(title)”"], text: "#")
    }
  }

  /// A line that is one displayed formula needs no paragraph around it.
  private mutating func paragraph(_ inlines: [Inline], label: String?) {
    if inlines.count == 1, let only = inlines.first, case .math(let math, isDisplayed: true) = only.kind {
      return displayedMath(math, label: label)
    }
    element("p") { $0.inlines(inlines) }
  }

  private mutating func callout(_ callout: Block.Callout, _ blocks: [Block]) {
    element("div", ["class": "callout \(callout.rawValue)", "role": "note"]) { page in
      page.element("p", ["class": "callout-title"]) { page in
        page.element("span", ["class": "icon", "aria-hidden": "true"], text: callout.icon)
        page.html.text(callout.word)
      }
      page.blocks(blocks)
    }
  }

  private mutating func list(start: Int?, isTight: Bool, _ items: [Block.ListItem]) {
    let isTasks = items.contains { $0.isDone != nil }
    let first = start.flatMap { $0 == 1 ? nil : String($0) }
    element(start == nil ? "ul" : "ol", ["start": first, "class": isTasks ? "tasks" : nil]) { page in
      for item in items {
        page.html.line()
        page.element("li") { $0.item(item, isTight: isTight) }
      }
    }
  }

  private mutating func item(_ item: Block.ListItem, isTight: Bool) {
    if let isDone = item.isDone {
      html.open(
        "span",
        ["class": isDone ? "box done" : "box", "role": "img", "aria-label": isDone ? "Done:" : "To do:"])
      html.text(isDone ? "☑" : "☐")
      html.close("span")
    }
    nested { page in
      for block in item.blocks {
        if isTight, case .paragraph(let inlines) = block.kind {
          page.inlines(inlines)
        } else {
          page.block(block)
        }
      }
    }
  }

  private mutating func plainCode(_ text: String, language: String?) {
    element("div", ["class": "code plain"]) { page in
      if let language, !language.isEmpty { page.element("span", ["class": "language"], text: language) }
      page.element("pre") { $0.element("code", text: trimmedEnd(text)) }
    }
  }

  private mutating func section(_ section: Block.Section, _ blocks: [Block]) {
    switch section {
    case .solution:
      guard record.face == .solution else { return }
      element("div", ["class": "solution-prose"]) { page in
        page.element("p", ["class": "section-title"], text: "Solution")
        page.blocks(blocks)
      }
    case .notes: break
    case .answer(let exercise):
      element("div", ["class": "answer"]) { page in
        page.element("p", ["class": "section-title"]) { page in
          page.html.text("Answer to ")
          page.element("b", text: exercise)
        }
        page.blocks(blocks)
      }
    }
  }
}

/// Returns `text` without the line ends at its end.
func trimmedEnd(_ text: String) -> String {
  var text = text[...]
  while text.last?.isNewline == true { text.removeLast() }
  return String(text)
}

extension Block.Callout {
  /// The word over the callout.
  fileprivate var word: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }

  /// The sign before the word.
  fileprivate var icon: String {
    switch self {
    case .note: "i"
    case .tip: "✓"
    case .important: "!"
    case .warning: "!"
    case .caution: "×"
    }
  }
}
