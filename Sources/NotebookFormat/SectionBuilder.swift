import Diagnostics

/// Gathers the blocks of one container and puts those between two markers into a section.
struct SectionBuilder {
  private var blocks: [Block] = []
  private var open: [(section: Block.Section, range: SourceRange, before: [Block])] = []
  /// The page's footnotes, which come last and belong to no section.
  private var footnotes: [Block] = []
  private(set) var diagnostics: [Diagnostic] = []

  mutating func append(_ block: Block) {
    if case .footnote = block.kind {
      footnotes.append(block)
    } else {
      blocks.append(block)
    }
  }

  mutating func read(_ marker: Marker, at range: SourceRange) {
    switch marker {
    case .pause: append(Block(.pause, range))
    case .open(let section):
      if section.isColumn, !beginColumn(at: range) { return }
      open.append((section, range, blocks))
      blocks = []
    case .close(let section):
      guard let match = open.lastIndex(where: { $0.section.name == section.name }) else {
        diagnostics.append(
          Diagnostic(
            .unopenedMarker, "nothing opens what `/\(section.name)` closes", at: range,
            hint: .init("write `<!-- \(section.name) -->` before it, in the same list item or quote")))
        return
      }
      while open.count > match + 1 { closeUnclosed() }
      close(range)
    }
  }

  /// Ends the column before; false where there are no columns around.
  private mutating func beginColumn(at range: SourceRange) -> Bool {
    if open.last?.section.isColumn == true { close(range.startPoint) }
    if open.last?.section == .columns { return true }
    diagnostics.append(
      Diagnostic(
        .unopenedMarker, "no columns are open to take this `column`", at: range,
        hint: .init("write `<!-- columns -->` before the first column")))
    return false
  }

  /// Ends the container: what is still open ends here, so that no solution is shown by mistake.
  mutating func finished() -> [Block] {
    while !open.isEmpty { closeUnclosed() }
    return blocks + footnotes
  }

  private mutating func closeUnclosed() {
    guard let last = open.last else { return }
    let name = last.section.name
    // A column ends where the next one begins, or the columns end.
    if !last.section.isColumn {
      diagnostics.append(
        Diagnostic(
          .unclosedMarker, "`\(name)` is not closed", at: last.range,
          hint: .init("write `<!-- /\(name) -->` where it ends, in the same list item or quote")))
    }
    close(blocks.last?.range ?? last.range)
  }

  private mutating func close(_ end: SourceRange) {
    guard let last = open.popLast() else { return }
    blocks = last.before + [Block(.section(last.section, blocks), last.range.joined(with: end))]
  }
}
