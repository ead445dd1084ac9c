import CCMarkGFM
import Diagnostics

/// Turns the parser's tree into blocks and cells with their positions in the file.
struct PageReader {
  let lines: SourceLines
  /// The line of the file that the parser calls 1, counted from 0.
  let firstLine: Int
  var cells: [Cell] = []
  var diagnostics: [Diagnostic] = []
  var findings = InlineFindings()
  /// The captions of cells that are still to be read as running text.
  var captions: [(cell: Int, key: String, range: SourceRange)] = []
  private var isTooDeep = false
  private var footnotes = 0
  /// How many pieces between tags of HTML were read.
  var htmlTexts = 0
  /// The names of the tags between blank lines that are told to be shown as text.
  var shownTags: Set<String> = []

  /// Where in the tree the reader is.
  struct Place {
    var depth = 0
    var isFootnote = false

    var inside: Place { Place(depth: depth + 1, isFootnote: isFootnote) }
  }

  init(lines: SourceLines, firstLine: Int, findings: InlineFindings = InlineFindings()) {
    self.lines = lines
    self.firstLine = firstLine
    self.findings = findings
  }

  /// Reads the children of `parent`.
  mutating func blocks(of parent: MarkdownNode, in place: Place) -> [Block] {
    var builder = SectionBuilder(depth: place.depth)
    var previousCell: (index: Int, lastLine: Int)?
    var tableRows: (header: [[Inline]], rows: [[[Inline]]])?
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      let kind = ccmark_node_kind(node)
      if kind == CCMARK_CODE_BLOCK, let fence = FencedBlock(node, in: lines, firstLine: firstLine) {
        reportUnclosed(fence)
        if fence.language == "output", let cell = previousCell, isOnlyBlank(cell.lastLine, fence) {
          attach(fence, to: cell.index)
          previousCell = nil
          continue
        }
        let block = block(fence, in: place)
        builder.append(block)
        previousCell = nil
        tableRows = nil
        if case .cell(let index) = block.kind { previousCell = (index, fence.lastLine) }
      } else {
        previousCell = nil
        if kind == CCMARK_HTML_BLOCK {
          readHTML(node, into: &builder)
        } else if let block = block(node, kind, in: place) {
          if case .paragraph(let words) = block.kind, words.mayBeCaption {
            if builder.replaceTable({ captioned($0, by: words) }) { continue }
            reportStrayLabel(words, of: .formula)
          }
          let block = captioned(block)
          for part in place.isFootnote ? [block] : definingTable(block, after: tableRows) {
            builder.append(part)
          }
          tableRows = if case .table(_, let header, let rows, _) = block.kind { (header, rows) } else { nil }
          continue
        }
      }
    }
    let blocks = builder.finished()
    diagnostics += builder.diagnostics
    if let range = builder.tooDeep { reportDepth(range) }
    return blocks
  }

  private mutating func block(_ node: MarkdownNode, _ kind: ccmark_kind, in place: Place) -> Block? {
    let start = start(of: node)
    guard place.depth < InputBounds.depth else { return raw(node) }
    switch kind {
    case CCMARK_PARAGRAPH, CCMARK_HEADING:
      return textBlock(node, isHeading: kind == CCMARK_HEADING, in: place)
    case CCMARK_THEMATIC_BREAK: return Block(.thematicBreak, lines.range(start..<lineEnd(of: node)))
    case CCMARK_CODE_BLOCK: return indentedCode(node)
    case CCMARK_TABLE: return table(node)
    case CCMARK_LIST: return list(node, in: place.inside)
    case CCMARK_QUOTE:
      let children = blocks(of: node, in: place.inside)
      return Block(callout(children) ?? .quote(children), span(from: start, children))
    case CCMARK_FOOTNOTE_DEFINITION:
      // The parser leaves those that are referred to, in that order, and numbers the references.
      footnotes += 1
      let label = findings.notePrefix + String(footnotes)
      var place = place.inside
      place.isFootnote = true
      let children = blocks(of: node, in: place)
      return Block(.footnote(label: label, children), span(from: start, children))
    default: return nil  // No other kind of block exists.
    }
  }

  // MARK: Positions

  /// The line on which a node begins, counted from 0.
  func line(of node: MarkdownNode) -> Int {
    min(max(0, Int(cmark_node_get_start_line(node)) - 1 + firstLine), max(0, lines.ranges.count - 1))
  }

  /// The line on which the parser says that a node ends, counted from 0.
  func lastLine(of node: MarkdownNode) -> Int {
    min(max(0, Int(cmark_node_get_end_line(node)) - 1 + firstLine), max(0, lines.ranges.count - 1))
  }

  /// The offset at which a block begins.
  func start(of node: MarkdownNode) -> Int {
    let line = lines.ranges[line(of: node)]
    return min(line.lowerBound + max(0, Int(cmark_node_get_start_column(node)) - 1), line.upperBound)
  }

  private func lineEnd(of node: MarkdownNode) -> Int {
    max(start(of: node), lines.trimmed(line(of: node)).upperBound)
  }

  private func span(from start: Int, _ children: [Block]) -> SourceRange {
    lines.range(start..<max(start, children.last?.range.upperBound ?? start))
  }

  // MARK: Depth

  /// Too deep: the lines as they stand.
  private mutating func raw(_ node: MarkdownNode) -> Block {
    let start = start(of: node)
    let range = lines.range(start..<max(start, lines.trimmed(lastLine(of: node)).upperBound))
    reportDepth(range)
    return Block(.paragraph([Inline(.text(range.text), range)]), range)
  }

  mutating func reportDepth(_ range: SourceRange) {
    guard !isTooDeep else { return }
    isTooDeep = true
    diagnostics.append(
      Diagnostic(
        .nestedTooDeep, "more than \(InputBounds.depth) blocks or marks, one inside another",
        at: range.startPoint, hint: .init("nest less deeply")))
  }

  // MARK: Lists and callouts

  private mutating func list(_ node: MarkdownNode, in place: Place) -> Block {
    let start = start(of: node)
    var end = start
    var items: [Block.ListItem] = []
    var child = cmark_node_first_child(node)
    while let item = child {
      child = cmark_node_next(item)
      let isTask = ccmark_node_kind(item) == CCMARK_TASK
      let isDone = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil
      let blocks = blocks(of: item, in: place.inside)
      end = max(end, blocks.last?.range.upperBound ?? lines.trimmed(line(of: item)).upperBound)
      items.append(Block.ListItem(isDone: isDone, blocks: blocks))
    }
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return Block(
      .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0, items: items), lines.range(start..<end))
  }

  /// Reads `[!NOTE]` on a quote's first line.
  private mutating func callout(_ children: [Block]) -> Block.Kind? {
    reportUnknownCallout(children)
    guard let first = children.first, case .paragraph(var inlines) = first.kind,
      case .text(let mark)? = inlines.first?.kind, mark.hasPrefix("[!"), mark.hasSuffix("]"),
      let callout = Block.Callout(rawValue: mark.dropFirst(2).dropLast().lowercased())
    else { return nil }
    inlines.removeFirst()
    if let second = inlines.first {
      guard second.kind == .softBreak || second.kind == .lineBreak else { return nil }
      inlines.removeFirst()
    }
    guard let start = inlines.first, let end = inlines.last else {
      return .callout(callout, Array(children.dropFirst()))
    }
    let rest = Block(.paragraph(inlines), start.range.joined(with: end.range))
    return .callout(callout, [rest] + children.dropFirst())
  }
}
