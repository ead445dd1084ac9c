/// Numbers what comes step by step on a slide: behind pauses, outputs that wait, lines of code that are pointed out.
///
/// Steps follow the order of the text. Step 0 is how the slide appears.
struct SlideSteps {
  /// The last step so far.
  private(set) var last = 0

  /// Returns blocks without their pauses, those of a later step than what holds them inside ``PageBlock/Kind/step(_:_:)``.
  mutating func numbered(_ blocks: [PageBlock], within outer: Int) -> [PageBlock] {
    var numbered: [PageBlock] = []
    for block in blocks {
      if case .pause = block.kind {
        last += 1
        continue
      }
      let step = last
      let inner = self.numbered(block)
      numbered.append(step > outer ? PageBlock(.step(step, [inner]), block.range) : inner)
    }
    return numbered
  }

  private mutating func numbered(_ block: PageBlock) -> PageBlock {
    let step = last
    let kind: PageBlock.Kind
    switch block.kind {
    case .quote(let inner): kind = .quote(numbered(inner, within: step))
    case .callout(let callout, let inner): kind = .callout(callout, numbered(inner, within: step))
    case .details(let summary, let isOpen, let inner):
      kind = .details(summary: summary, isOpen: isOpen, numbered(inner, within: step))
    case .centred(let inner): kind = .centred(numbered(inner, within: step))
    case .solution(let inner): kind = .solution(numbered(inner, within: step))
    case .answer(let exercise, let inner): kind = .answer(exercise: exercise, numbered(inner, within: step))
    case .list(let start, let items):
      kind = .list(start: start, items: items.map { numbered($0, within: step) })
    case .columns(let columns):
      kind = .columns(
        columns.map { PageColumn(percent: $0.percent, blocks: numbered($0.blocks, within: step)) })
    case .cells(let cells): kind = .cells(cells.map { numbered($0) })
    case .heading, .paragraph, .plain, .code, .table, .figure, .thematicBreak, .math, .html, .pause, .step,
      .notes:
      return block
    }
    return PageBlock(kind, block.range)
  }

  private mutating func numbered(_ item: PageBlock.Item, within outer: Int) -> PageBlock.Item {
    let step = last
    return PageBlock.Item(
      isDone: item.isDone, blocks: numbered(item.blocks, within: step), step: step > outer ? step : nil)
  }

  /// Each change of what is pointed out is a step, and so are outputs that wait.
  private mutating func numbered(_ cell: PageCell) -> PageCell {
    var cell = cell
    if cell.part != .outputs, let code = cell.code, !code.emphasis.isEmpty {
      cell.code?.firstEmphasis = last
      last += code.emphasis.count - 1
    }
    switch cell.outputLocation {
    case .fragment, .columnFragment:
      guard cell.part == .whole, !cell.outputs.isEmpty else { break }
      last += 1
      cell.outputStep = last
    case .below, .column, .slide: break
    }
    return cell
  }
}
