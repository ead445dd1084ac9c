import Diagnostics
import NotebookFormat

extension PageBuilder {
  /// Lays out blocks.
  mutating func blocks(_ blocks: [Block]) -> [PageBlock] {
    guard let first = blocks.first else { return [] }
    return nested([PageBlock(.plain([.text("…")]), first.range)]) { page in
      blocks.flatMap { block -> [PageBlock] in
        if let inner = page.flattened(block) { return page.blocks(inner) }
        return page.block(block).map { [PageBlock($0, block.range)] } ?? []
      }
    }
  }

  /// What a part for one medium holds, which stands on the page as if nothing were around it; nil for other blocks.
  private func flattened(_ block: Block) -> [Block]? {
    guard case .section(let section, let inner) = block.kind else { return nil }
    return switch section {
    case .slide, .report: block.isShown(to: record.face, on: record.medium) ? inner : []
    case .columns, .column: record.medium.isSlides ? nil : inner
    case .solution, .notes, .answer: nil
    }
  }

  /// Lays out a block; nil where the page shows nothing of it.
  private mutating func block(_ block: Block) -> PageBlock.Kind? {
    switch block.kind {
    case .heading(let level, let inlines): return heading(level, inlines, label: block.label)
    case .paragraph(let inlines): return paragraph(inlines, block)
    case .quote(let blocks): return .quote(self.blocks(blocks))
    case .callout(let callout, let blocks): return .callout(callout, self.blocks(blocks))
    case .list(let start, let isTight, let items):
      return .list(start: start, items: items.map { item($0, isTight: isTight) })
    case .code(let language, let text): return .code(language: language, PageCode(text, language: language))
    case .cell(let index):
      let cells = layout.cells(at: index).filter { place($0) }
      return cells.isEmpty ? nil : .cells(cells.map { cell($0) })
    case .table(let alignments, let header, let rows, let caption):
      let number = numbers.number(of: block).map { words(.table, String($0)) }
      return .table(
        PageTable(
          alignments: alignments, header: header.map { inlines($0) },
          rows: rows.map { row in row.map { inlines($0) } },
          caption: number.map { PageCaption(number: $0, text: inlines(caption), part: nil, isWhole: true) },
          id: id(of: block)))
    case .thematicBreak: return .thematicBreak
    case .math(let math):
      return .math(PageEquation(math: math, number: numbers.number(of: block), id: id(of: block)))
    case .html(let text): return .html(text)
    case .footnote: return nil
    case .pause: return record.medium.isSlides ? .pause : nil
    case .section(let section, let blocks): return self.section(section, blocks)
    case .details(let details, let blocks):
      let summary = details.summary.isEmpty ? [.text(words(.details))] : inlines(details.summary)
      return .details(summary: summary, isOpen: details.isOpen, self.blocks(blocks))
    case .centred(let blocks): return .centred(self.blocks(blocks))
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], label: String?) -> PageBlock.Kind {
    let title = plainText(inlines)
    while let open = outline.last, open >= level { outline.removeLast() }
    outline.append(level)
    let heading = Heading(
      level: min(outline.count + 1, 6), written: level, title: title,
      anchor: label.flatMap { takeAnchor(of: $0) } ?? anchors.claim(PlaceName.slug(title)))
    contents.append(.heading(heading))
    return .heading(heading, self.inlines(inlines))
  }

  /// A line that is one displayed formula, or a picture with a label, needs no paragraph around it.
  private mutating func paragraph(_ inlines: [Inline], _ block: Block) -> PageBlock.Kind {
    guard inlines.count == 1, let only = inlines.first else { return .paragraph(self.inlines(inlines)) }
    let number = numbers.number(of: block)
    if case .math(let math, isDisplayed: true) = only.kind {
      return .math(PageEquation(math: math, number: number, id: id(of: block)))
    }
    guard case .image(_, _, _, let caption) = only.kind, let number else {
      return .paragraph(self.inlines(inlines))
    }
    return .figure(
      self.inlines(inlines),
      PageCaption(
        number: words(.figure, String(number)), text: self.inlines(caption), part: nil, isWhole: true),
      id: id(of: block))
  }

  /// The id that references to a block lead to.
  private mutating func id(of block: Block) -> String? { block.label.flatMap { takeAnchor(of: $0) } }

  private mutating func item(_ item: Block.ListItem, isTight: Bool) -> PageBlock.Item {
    let beyond = item.blocks.first.map { [PageBlock(.plain([.text("…")]), $0.range)] } ?? []
    let blocks = nested(beyond) { page in
      item.blocks.compactMap { block -> PageBlock? in
        if isTight, case .paragraph(let inlines) = block.kind {
          return PageBlock(.plain(page.inlines(inlines)), block.range)
        }
        return page.block(block).map { PageBlock($0, block.range) }
      }
    }
    return PageBlock.Item(isDone: item.isDone, blocks: blocks)
  }

  private mutating func section(_ section: Block.Section, _ blocks: [Block]) -> PageBlock.Kind? {
    switch section {
    case .solution: record.face == .solution ? .solution(self.blocks(blocks)) : nil
    case .notes: record.medium == .slides(withNotes: true) ? .notes(self.blocks(blocks)) : nil
    case .answer(let exercise): .answer(exercise: exercise, self.blocks(blocks))
    case .columns: .columns(columns(blocks))
    case .column(let percent): .columns([PageColumn(percent: percent, blocks: self.blocks(blocks))])
    // They are taken apart before.
    case .slide, .report: nil
    }
  }

  /// Lays out columns; what stands before the first marker is a column too.
  private mutating func columns(_ blocks: [Block]) -> [PageColumn] {
    var columns: [PageColumn] = []
    let first = blocks.prefix { if case .section(.column, _) = $0.kind { false } else { true } }
    if !first.isEmpty { columns.append(PageColumn(percent: nil, blocks: self.blocks(Array(first)))) }
    for block in blocks.dropFirst(first.count) {
      guard case .section(.column(let percent), let inner) = block.kind else { continue }
      columns.append(PageColumn(percent: percent, blocks: self.blocks(inner)))
    }
    return columns
  }
}
