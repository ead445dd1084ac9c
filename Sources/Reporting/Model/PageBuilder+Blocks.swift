import Diagnostics
import NotebookFormat

extension PageBuilder {
  /// Lays out blocks, each pair of `<details>` and its end as one.
  mutating func blocks(_ blocks: [Block]) -> [PageBlock] {
    guard let first = blocks.first else { return [] }
    return nested([PageBlock(.plain([.text("…")]), first.range)]) {
      $0.blocks(blocks, in: blocks.indices, DetailsPairs(blocks))
    }
  }

  private mutating func blocks(_ blocks: [Block], in range: Range<Int>, _ pairs: DetailsPairs) -> [PageBlock]
  {
    var laid: [PageBlock] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let end = pairs.closing[index], case .html(let source) = blocks[index].kind,
        case .open(let summary)? = DetailsTag(source)
      else {
        if let inner = flattened(blocks[index]) {
          laid += self.blocks(inner)
        } else if let kind = block(blocks[index]) {
          laid.append(PageBlock(kind, blocks[index].range))
        }
        index += 1
        continue
      }
      let place = blocks[index].range
      let (inner, beyond) = ((index + 1)..<end, [PageBlock(.plain([.text("…")]), place)])
      let content = nested(beyond) { $0.blocks(blocks, in: inner, pairs) }
      laid.append(PageBlock(.details(summary: summary.isEmpty ? words(.details) : summary, content), place))
      index = end + 1
    }
    return laid
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
    case .paragraph(let inlines): return paragraph(inlines, label: block.label)
    case .quote(let blocks): return .quote(self.blocks(blocks))
    case .callout(let callout, let blocks): return .callout(callout, self.blocks(blocks))
    case .list(let start, let isTight, let items):
      return .list(start: start, items: items.map { item($0, isTight: isTight) })
    case .code(let language, let text): return .code(language: language, text: trimmedEnd(text))
    case .cell(let index):
      let cells = layout.cells(at: index).filter { place($0) }
      return cells.isEmpty ? nil : .cells(cells.map { cell($0) })
    case .table(let alignments, let header, let rows): return table(alignments, header, rows)
    case .thematicBreak: return .thematicBreak
    case .math(let math): return .math(PageEquation(math: math, number: nil, id: nil))
    case .html(let text): return .html(text)
    case .footnote: return nil
    case .pause: return record.medium.isSlides ? .pause : nil
    case .section(let section, let blocks): return self.section(section, blocks)
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], label: String?) -> PageBlock.Kind {
    let title = plainText(inlines)
    let heading = Heading(
      level: min(max(level, 1) + headingShift, 6), title: title,
      anchor: label.flatMap { takeAnchor(of: $0) } ?? anchors.claim(Anchors.slug(title)))
    contents.append(.heading(heading))
    return .heading(heading, self.inlines(inlines))
  }

  /// A line that is one displayed formula needs no paragraph around it.
  private mutating func paragraph(_ inlines: [Inline], label: String?) -> PageBlock.Kind {
    guard inlines.count == 1, let only = inlines.first, case .math(let math, isDisplayed: true) = only.kind
    else { return .paragraph(self.inlines(inlines)) }
    let number = label.flatMap { numbers.equations[$0] }
    return .math(PageEquation(math: math, number: number, id: label.flatMap { takeAnchor(of: $0) }))
  }

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

  private mutating func table(
    _ alignments: [Block.Alignment], _ header: [[Inline]], _ rows: [[[Inline]]]
  ) -> PageBlock.Kind {
    let header = header.map { inlines($0) }
    return .table(
      PageTable(
        alignments: alignments, header: header, rows: rows.map { row in row.map { inlines($0) } }))
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
