import Diagnostics
import NotebookFormat
import NotebookRunning

/// The slides of a page as a value: which blocks stand on which slide, and from which step on.
struct SlideDeck: Sendable {
  /// The title slide, then the others in order.
  let slides: [Slide]

  /// Parts a page into slides: at its headings of the first two levels, and at thematic breaks.
  /// - Complexity: linear in the page.
  init(_ page: PageModel, _ settings: FrontMatter) {
    var splitter = SlideSplitter(page)
    splitter.read(page.blocks)
    let title = Slide(
      kind: .title(subtitle: settings.subtitle, author: settings.authorAndDate),
      anchor: "title", heading: nil, title: page.title, blocks: [], range: SourceRange(page.file, 0..<0))
    slides = [title] + splitter.finished()
  }
}

/// One slide.
struct Slide: Sendable {
  /// What kind of slide it is.
  enum Kind: Sendable {
    /// The first one.
    case title(subtitle: String?, author: String?)
    /// One that opens a section.
    case section
    case plain
  }

  let kind: Kind
  /// The id of the slide.
  let anchor: String
  /// What stands over it; a slide behind a thematic break has nothing there.
  let heading: (level: Int, inlines: [PageInline])?
  /// Its name, for the overview and for who listens; empty where it has none.
  let title: String
  /// What it shows.
  var blocks: [PageBlock]
  /// What the lecturer says.
  var notes: [PageBlock] = []
  /// The footnotes that it speaks of.
  var footnotes: [(number: Int, note: PageNote)] = []
  /// How many steps follow its first state.
  var steps = 0
  /// Where it begins.
  let range: SourceRange
}

/// Goes through the blocks of a page and begins a slide where one begins.
private struct SlideSplitter {
  private let page: PageModel
  private var slides: [Slide] = []
  private var current: Slide?
  /// The outputs that come on slides of their own behind the current one.
  private var outputs: [PageCell] = []
  private var anchors: Anchors

  init(_ page: PageModel) {
    self.page = page
    anchors = Anchors(reserved: ["title"] + page.ids)
  }

  mutating func read(_ blocks: [PageBlock]) {
    for block in blocks {
      switch block.kind {
      case .heading(let heading, let inlines) where heading.written <= 2:
        let isSection = heading.written == 1
        begin(
          Slide(
            kind: isSection ? .section : .plain, anchor: heading.anchor, heading: (heading.level, inlines),
            title: heading.title, blocks: [], range: block.range))
      case .thematicBreak: begin(untitled(at: block.range))
      case .notes(let notes): open(at: block.range) { $0.notes += notes }
      case .cells(let cells): read(cells, at: block.range)
      case .heading, .paragraph, .plain, .quote, .callout, .list, .code, .table, .figure, .math, .html,
        .details,
        .centred, .solution, .answer, .columns, .pause, .step:
        open(at: block.range) { $0.blocks.append(block) }
      }
    }
  }

  private mutating func read(_ cells: [PageCell], at range: SourceRange) {
    for cell in cells {
      guard cell.outputLocation == .slide, !cell.outputs.isEmpty else {
        open(at: range) { $0.blocks.append(PageBlock(.cells([cell]), range)) }
        continue
      }
      var (code, output) = (cell, cell)
      (code.part, output.part) = (.code, .outputs)
      open(at: range) { $0.blocks.append(PageBlock(.cells([code]), range)) }
      outputs.append(output)
    }
  }

  mutating func finished() -> [Slide] {
    end()
    return slides.map { slide in
      var (slide, steps) = (slide, SlideSteps())
      slide.footnotes = page.footnotes(in: slide.blocks)
      slide.blocks = steps.numbered(slide.blocks, within: 0)
      slide.steps = steps.last
      return slide
    }
  }

  private mutating func untitled(at range: SourceRange) -> Slide {
    Slide(
      kind: .plain, anchor: anchors.claim("slide"), heading: nil, title: "", blocks: [], range: range)
  }

  /// Adds to the slide under way; what stands before the first heading has a slide without a title.
  private mutating func open(at range: SourceRange, _ add: (inout Slide) -> Void) {
    var slide = current ?? untitled(at: range)
    add(&slide)
    current = slide
  }

  private mutating func begin(_ slide: Slide) {
    end()
    current = slide
  }

  private mutating func end() {
    guard let slide = current else { return }
    current = nil
    // A break before a heading begins no slide of its own, nor does a cell of which nothing is shown.
    if slide.heading != nil || slide.blocks.contains(where: \.isShown) || !slide.notes.isEmpty {
      slides.append(slide)
    }
    for cell in outputs {
      slides.append(
        Slide(
          kind: .plain, anchor: anchors.claim("slide"), heading: slide.heading, title: slide.title,
          blocks: [PageBlock(.cells([cell]), cell.range)], range: cell.range))
    }
    outputs = []
  }
}

extension PageModel {
  /// The ids that its headings and cells have.
  fileprivate var ids: [String] {
    contents.map(\.anchor) + cells.flatMap { [$0.anchor, $0.label].compactMap { $0 } }
  }

  /// Returns the footnotes that blocks speak of, in order.
  fileprivate func footnotes(in blocks: [PageBlock]) -> [(number: Int, note: PageNote)] {
    let numbers = blocks.walk().flatMap(\.inlines).flatMap(\.noteNumbers)
    return Set(numbers).sorted().filter { notes.indices.contains($0 - 1) }.map { ($0, notes[$0 - 1]) }
  }
}

extension PageBlock {
  /// The running text that it holds itself.
  fileprivate var inlines: [PageInline] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines), .plain(let inlines): inlines
    case .table(let table): Array(([table.header] + table.rows).joined().joined())
    case .cells(let cells): cells.flatMap { $0.outputs.flatMap { $0.caption?.text ?? [] } }
    case .details(let summary, _, _): summary
    case .figure(let inlines, let caption, _): inlines + caption.text
    case .quote, .callout, .list, .code, .thematicBreak, .math, .html, .centred, .solution, .answer, .columns,
      .pause, .step, .notes:
      []
    }
  }
}

extension PageInline {
  /// The numbers of the footnotes that it speaks of.
  fileprivate var noteNumbers: [Int] {
    switch self {
    case .note(let number, _): [number]
    case .styled(_, let inner), .link(_, _, let inner): inner.flatMap(\.noteNumbers)
    case .text, .softBreak, .lineBreak, .code, .value, .reference, .anchor, .picture, .pictureWords, .math,
      .html:
      []
    }
  }
}

extension PageBlock {
  /// Whether anything is to be seen of it.
  fileprivate var isShown: Bool {
    guard case .cells(let cells) = kind else { return true }
    return cells.contains { $0.code != nil || $0.hasError || !$0.allOutputs.isEmpty }
  }
}
