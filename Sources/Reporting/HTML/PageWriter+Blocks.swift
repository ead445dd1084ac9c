import NotebookFormat
import Wording

extension PageWriter {
  /// Writes blocks, each on its own line of the HTML.
  mutating func blocks(_ blocks: [PageBlock]) {
    for block in blocks { self.block(block) }
  }

  private mutating func block(_ block: PageBlock) {
    guard !html.isFull else { return }
    switch block.kind {
    case .heading(let heading, let inlines): self.heading(heading, inlines)
    case .paragraph(let inlines): element("p") { $0.inlines(inlines) }
    case .plain(let inlines): return self.inlines(inlines)
    case .quote(let blocks): element("blockquote") { $0.blocks(blocks) }
    case .callout(let callout, let blocks): self.callout(callout, blocks)
    case .list(let start, let items): list(start: start, items)
    case .code(let language, let code): plainCode(code, language: language)
    case .cells(let cells): for cell in cells { self.cell(cell) }
    case .table(let table): self.table(table)
    case .figure(let picture, let caption, let id): figure(picture, caption, id)
    case .thematicBreak: html.open("hr")
    case .math(let equation): displayedMath(equation)
    case .html(let text): element("pre", ["class": "raw"], text: text)
    case .details(let summary, let isOpen, let blocks): details(summary, isOpen: isOpen, blocks)
    case .centred(let blocks): element("div", ["class": "centred"]) { $0.blocks(blocks) }
    case .solution(let blocks): section("solution-prose", words(.solution), blocks)
    case .answer(let exercise, let blocks): section("answer", words(.answerTo), name: exercise, blocks)
    case .columns(let columns): self.columns(columns)
    case .step(let step, let blocks):
      element("div", ["class": "step", "data-step": String(step)]) { $0.blocks(blocks) }
    case .notes(let blocks): element("aside", ["class": "notes"]) { $0.blocks(blocks) }
    // It stands between the blocks of a step.
    case .pause: break
    }
    html.line()
    noteEnd(block.range)
  }

  private mutating func heading(_ heading: Heading, _ inlines: [PageInline]) {
    note(heading.anchor)
    element("h\(heading.level)", ["id": heading.anchor]) { page in
      page.inlines(inlines)
      let label = page.words(.linkTo, heading.title)
      page.element(
        "a", ["class": "anchor", "href": "#" + heading.anchor, "aria-label": label], text: "#")
    }
  }

  private mutating func callout(_ callout: Block.Callout, _ blocks: [PageBlock]) {
    element("div", ["class": "callout \(callout.rawValue)", "role": "note"]) { page in
      page.element("p", ["class": "callout-title"]) { page in
        page.element("span", ["class": "icon", "aria-hidden": "true"], text: callout.icon)
        page.html.text(page.words(callout.word))
      }
      page.blocks(blocks)
    }
  }

  private mutating func list(start: Int?, _ items: [PageBlock.Item]) {
    let isTasks = items.contains { $0.isDone != nil }
    let first = start.flatMap { $0 == 1 ? nil : String($0) }
    element(start == nil ? "ul" : "ol", ["start": first, "class": isTasks ? "tasks" : nil]) { page in
      for item in items {
        page.html.line()
        page.element("li", ["data-step": item.step.map { String($0) }]) { $0.item(item) }
      }
    }
  }

  private mutating func item(_ item: PageBlock.Item) {
    if let isDone = item.isDone {
      element(
        "span",
        [
          "class": isDone ? "box done" : "box", "role": "img",
          "aria-label": words(isDone ? .done : .toDoItem),
        ],
        text: isDone ? "☑" : "☐")
    }
    blocks(item.blocks)
  }

  private mutating func figure(_ picture: [PageInline], _ caption: PageCaption, _ id: String?) {
    element("figure", ["id": id]) { page in
      page.inlines(picture)
      page.element("figcaption") { $0.caption(caption) }
    }
  }

  private mutating func plainCode(_ code: PageCode, language: String?) {
    element("div", ["class": "code plain"]) { page in
      if let language, !language.isEmpty { page.element("span", ["class": "language"], text: language) }
      page.element("pre") { page in
        page.element("code") { $0.lines(of: code) }
      }
    }
  }

  private mutating func details(_ summary: [PageInline], isOpen: Bool, _ blocks: [PageBlock]) {
    element("details", ["open": isOpen ? "" : nil]) { page in
      page.element("summary") { $0.inlines(summary) }
      page.blocks(blocks)
    }
  }

  private mutating func section(
    _ styleClass: String, _ title: String, name: String? = nil, _ blocks: [PageBlock]
  ) {
    element("div", ["class": styleClass]) { page in
      page.element("p", ["class": "section-title"]) { page in
        page.html.text(title)
        if let name { page.element("b", text: name) }
      }
      page.blocks(blocks)
    }
  }
}

extension Block.Callout {
  /// The word over the callout.
  fileprivate var word: Phrase {
    switch self {
    case .note: .note
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .caution: .caution
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
