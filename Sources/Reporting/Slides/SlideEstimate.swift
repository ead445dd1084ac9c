import Figures
import Language
import NotebookFormat

/// How high the contents of a slide are, from the widths of letters alone: for where no browser can lay them out.
///
/// Lengths are in the unit of the style sheet, a thirtieth of a slide's height. The estimate is on the careful side: its
/// letters are those of DejaVu Sans, which are wider than those of a page.
struct SlideEstimate {
  /// The width that a slide has for its contents.
  let room: Double
  /// The height that a slide has for its contents.
  private static let height = 30 - 1.5 - 1.6
  /// What stands between two blocks.
  private static let gap = 0.8
  /// A line of running text.
  private static let line = 1.1 * 1.45
  /// A line of code.
  private static let codeLine = 0.86 * 1.55
  /// The least height of a figure; it takes what is left, and no less.
  private static let figure = 7.0
  /// How wide letters of a page are beside those of DejaVu Sans.
  private static let letter = 0.88

  init(_ aspect: SlideAspect) { room = aspect.units - 2 * 2.25 }

  /// By how much a slide is too high, 0 where it is not.
  func excess(of slide: Slide) -> Double {
    guard case .plain = slide.kind else { return 0 }
    let title = slide.heading == nil ? 0 : Double(lines(slide.title, size: 1.75, in: room)) * 1.75 * 1.2 + 0.9
    let notes =
      slide.footnotes.isEmpty
      ? 0 : 0.5 + slide.footnotes.reduce(0) { $0 + stack($1.note.blocks, room) * 0.78 }
    return max(0, title + stack(slide.blocks, room) + notes - Self.height)
  }

  private func stack(_ blocks: [PageBlock], _ width: Double) -> Double {
    let heights = blocks.map { height(of: $0, width) }.filter { $0 > 0 }
    return heights.reduce(0, +) + Double(max(0, heights.count - 1)) * Self.gap
  }

  private func lines(_ text: String, size: Double, in width: Double) -> Int {
    let long = Double(TextWidths.width(of: text, size: 64)) / 64 * size * Self.letter
    return max(1, Int((long / max(width, 1)).rounded(.up)))
  }

  private func text(_ inlines: [PageInline], _ width: Double) -> Double {
    Double(lines(inlines.words, size: 1.1, in: width)) * Self.line
  }

  private func height(of block: PageBlock, _ width: Double) -> Double {
    switch block.kind {
    case .heading: return Self.line
    case .paragraph(let inlines), .plain(let inlines): return text(inlines, width)
    case .quote(let inner), .callout(_, let inner), .solution(let inner), .answer(_, let inner):
      return stack(inner, width - 1.5) + 1.2
    case .centred(let inner), .step(_, let inner): return stack(inner, width)
    case .details(_, let isOpen, let inner): return Self.line + (isOpen ? stack(inner, width) : 0)
    case .list(_, let items):
      return items.reduce(0) { $0 + stack($1.blocks, width - 1.5) } + Double(items.count - 1) * 0.38
    case .code(_, let code): return height(of: code, width)
    case .cells(let cells): return cells.reduce(0) { $0 + height(of: $1, width) }
    case .table(let table): return Double(table.rows.count + 1) * 1.75 + (table.caption == nil ? 0 : 1.5)
    case .figure(_, let caption, _): return Self.figure + captionHeight(caption, width)
    case .math(let equation): return equation.math.tex.contains("\\begin") ? 4.5 : 2.6
    case .html: return Self.line
    case .columns(let columns):
      let shared = width - Double(columns.count - 1) * 2
      return columns.map {
        stack($0.blocks, shared * Double($0.percent ?? 100 / max(1, columns.count)) / 100)
      }.max() ?? 0
    case .thematicBreak, .pause, .notes: return 0
    }
  }

  private func captionHeight(_ caption: PageCaption, _ width: Double) -> Double {
    let words = lines(caption.number + caption.text.words, size: 0.95, in: min(width, 46))
    return 0.35 + Double(words + (caption.isWhole && caption.part != nil ? 1 : 0)) * 1.4
  }

  private func height(of code: PageCode, _ width: Double) -> Double {
    let letters = max(10, Int((width - 2) / (0.86 * 0.6)))
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.reduce(0) { $0 + Double(max(1, ($1.count + letters - 1) / letters)) } * Self.codeLine + 1.2
  }

  private func height(of cell: PageCell, _ width: Double) -> Double {
    let isBeside: Bool
    switch cell.outputLocation {
    case .column, .columnFragment: isBeside = cell.code != nil && !cell.outputs.isEmpty
    case .below, .fragment, .slide: isBeside = false
    }
    let own = isBeside ? (width - 1.5) / 2 : width
    let code = cell.part == .outputs ? 0 : cell.code.map { height(of: $0, own) } ?? 0
    let knobs = cell.sweep == nil ? 0 : Self.line + 0.6
    let rows = cell.part == .code ? [] : OutputRows(cell.outputs, onSlide: true).rows
    let shown = rows.map { height(of: $0, own, isBeside: isBeside) }
    let outputs = shown.reduce(knobs, +) + Double(max(0, shown.count - 1)) * 0.6
    return isBeside ? max(code, outputs) : code + (code > 0 && outputs > 0 ? 0.6 : 0) + outputs
  }

  /// The height of outputs that stand side by side; beside its code a cell has them below one another.
  private func height(of row: [PageOutput], _ width: Double, isBeside: Bool) -> Double {
    guard let last = row.last, row.count > 1 else { return row.reduce(0) { $0 + height(of: $1, width) } }
    let columns = isBeside ? OutputRows.columnsOfHalf(row.count) : OutputRows.columns(row.count)
    let lines = (row.count - 1) / columns + 1
    let letters = last.caption?.part == nil ? 0 : Double(lines) * 1.75
    return Double(lines) * Self.figure + letters + (last.caption.map { captionHeight($0, width) } ?? 0)
  }

  private func height(of output: PageOutput, _ width: Double) -> Double {
    switch output.kind {
    case .text(let text), .summary(let text):
      return Double(text.split(separator: "\n", omittingEmptySubsequences: false).count) * Self.codeLine
    case .formula(let formula): return 0.7 + Double(formula.plainLines.count) * 1.9
    case .tensor(let tensor): return Double(tensor.shape.rank == 2 ? tensor.shape.sizes[0] : 1) * 1.6 + 0.4
    case .table(let table): return Double(table.rows.count + 1) * 1.7 + (table.title == nil ? 0 : 1.5)
    case .figure: return Self.figure + (output.caption.map { captionHeight($0, width) } ?? 0)
    case .check(let check): return check.verdict == .failed ? 3.2 : 1.6
    case .remark: return 4
    }
  }
}
