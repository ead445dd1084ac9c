import Diagnostics
import Wording

/// Gathers the blocks of one container and puts those between two markers, or two tags of HTML, into a part.
struct SectionBuilder {
  private var blocks: [Block] = []
  private var open: [Opening] = []
  /// The page's footnotes, which come last and belong to no section.
  private var footnotes: [Block] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// A tag that lies too deep.
  private(set) var tooDeep: SourceRange?
  /// How deep the container lies.
  private let depth: Int

  /// What is open: where it began, and what stands before it.
  private struct Opening {
    var part: Part
    let range: SourceRange
    var before: [Block]
  }

  /// A part of the page.
  private enum Part {
    case section(Block.Section)
    case details(Block.Details)
    /// The name of the tag.
    case centred(String)

    /// The word that opens and closes it.
    var name: String {
      switch self {
      case .section(let section): section.name
      case .details: "details"
      case .centred(let name): name
      }
    }

    var section: Block.Section? { if case .section(let section) = self { section } else { nil } }

    var isSection: Bool { if case .section = self { true } else { false } }
  }

  init(depth: Int) { self.depth = depth }

  mutating func append(_ block: Block) {
    if case .footnote = block.kind {
      footnotes.append(block)
    } else {
      blocks.append(block)
    }
  }

  /// Puts another table instead of the last block, if that is one and `replacement` wants it.
  mutating func replaceTable(_ replacement: (Block) -> Block?) -> Bool {
    guard let last = blocks.last, case .table = last.kind, let table = replacement(last) else { return false }
    blocks[blocks.count - 1] = table
    return true
  }

  mutating func read(_ marker: Marker, at range: SourceRange) {
    switch marker {
    case .pause: append(Block(.pause, range))
    case .open(let section):
      if section.isColumn, !beginColumn(at: range) { return }
      open(.section(section), at: range)
    case .close(let section):
      guard let match = open.lastIndex(where: { $0.part.isSection && $0.part.name == section.name }) else {
        diagnostics.append(
          Diagnostic(
            .unopenedMarker, "nothing opens what `/\(section.name)` closes", at: range,
            hint: .init("write `<!-- \(section.name) -->` before it, in the same list item or quote")))
        return
      }
      close(match, at: range)
    }
  }

  /// Ends the column before; false where there are no columns around.
  private mutating func beginColumn(at range: SourceRange) -> Bool {
    if open.last?.part.section?.isColumn == true { close(range.startPoint) }
    if open.last?.part.section == .columns { return true }
    diagnostics.append(
      Diagnostic(
        .unopenedMarker, "no columns are open to take this `column`", at: range,
        hint: .init("write `<!-- columns -->` before the first column")))
    return false
  }

  /// Reads a tag that parts blocks; false where it closes what nothing opens.
  mutating func read(_ tag: HTMLTag, _ element: HTMLElement, at range: SourceRange) -> Bool {
    switch element {
    case .rule: append(Block(.thematicBreak, range))
    case .details where !tag.isClosing:
      open(.details(Block.Details(isOpen: tag.attributes["open"] != nil)), at: range)
    case .centred where !tag.isClosing: open(.centred(tag.name), at: range)
    case .details, .centred: return close(tag.name, at: range)
    case .paragraph: if tag.isClosing { _ = close(tag.name, at: range) }
    // A second end of what is closed already.
    case .summary: break
    case .styled, .anchor, .picture, .lineBreak: break
    }
    return true
  }

  /// Takes the words of `<summary>`; false where no `<details>` has just begun.
  mutating func setSummary(_ words: [Inline]) -> Bool {
    guard blocks.isEmpty, let last = open.indices.last, case .details(let details) = open[last].part,
      details.summary.isEmpty
    else { return false }
    open[last].part = .details(Block.Details(summary: words, isOpen: details.isOpen))
    return true
  }

  /// Ends the container: what is still open ends here, so that no solution is shown by mistake.
  mutating func finished() -> [Block] {
    while !open.isEmpty { closeUnclosed() }
    return blocks + footnotes
  }

  private mutating func open(_ part: Part, at range: SourceRange) {
    guard depth + open.count < InputBounds.depth || part.isSection else {
      tooDeep = tooDeep ?? range
      return
    }
    open.append(Opening(part: part, range: range, before: blocks))
    blocks = []
  }

  /// Ends the part that a tag opened; no tag ends what a marker opened.
  private mutating func close(_ name: String, at range: SourceRange) -> Bool {
    let first = open.lastIndex { $0.part.isSection }.map { $0 + 1 } ?? 0
    guard let match = open[first...].lastIndex(where: { $0.part.name == name }) else { return tooDeep != nil }
    close(match, at: range)
    return true
  }

  private mutating func close(_ match: Int, at range: SourceRange) {
    while open.count > match + 1 { closeUnclosed() }
    close(range)
  }

  private mutating func closeUnclosed() {
    guard let last = open.last else { return }
    let name = last.part.name
    let end: Message = "where it ends, in the same list item or quote"
    // A column ends where the next one begins, or the columns end.
    if last.part.section?.isColumn != true {
      diagnostics.append(
        last.part.isSection
          ? Diagnostic(
            .unclosedMarker, "`\(name)` is not closed", at: last.range,
            hint: .init("write `<!-- /\(name) -->` \(end)"))
          : .rawHTML(
            "`<\(name)>` is not closed, so it goes on to the end", at: last.range,
            hint: "write `</\(name)>` \(end)"))
    }
    close(blocks.last?.range ?? last.range)
  }

  private mutating func close(_ end: SourceRange) {
    guard var last = open.popLast() else { return }
    let kind: Block.Kind =
      switch last.part {
      case .section(let section): .section(section, blocks)
      case .details(let details): .details(details, blocks)
      case .centred: .centred(blocks)
      }
    // Handed back, not joined to a copy: a page may have very many parts in a row.
    blocks = []
    swap(&blocks, &last.before)
    blocks.append(Block(kind, last.range.joined(with: end)))
  }
}
