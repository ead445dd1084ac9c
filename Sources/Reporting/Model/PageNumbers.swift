import Diagnostics
import NotebookFormat
import NotebookRunning
import Wording

/// The numbers of a page's figures, tables and equations, and where its labels lead.
struct PageNumbers {
  /// What a label names, as a reference says it.
  struct Target {
    let words: String
    /// The id to go to.
    let anchor: String
  }

  /// The number of a cell's figures, by the cell's index.
  private(set) var figures: [Int: Int] = [:]
  /// The number of a cell's tables, by the cell's index.
  private(set) var tables: [Int: Int] = [:]
  /// The number of a formula, a picture or a table of the text, by its position.
  private var numbers: [SourceRange: Int] = [:]
  private var counts: [CrossReference: Int] = [:]
  private var targets: [String: Target] = [:]
  private let words: Words

  /// Goes through what the page shows, in the order in which it is written.
  init(
    _ record: RunRecord, _ layout: PageLayout, _ words: Words, anchors: inout Anchors,
    title: ([Inline]) -> String
  ) {
    self.words = words
    let shown = record.notebook.blocks.walk(
      deepest: PageBuilder.deepest,
      entering: { !$0.isFootnote && $0.isShown(to: record.face, on: record.medium) })
    for block in shown {
      if case .cell(let index) = block.kind {
        for index in layout.cells(at: index) { number(record.notebook.cells[index], layout, &anchors) }
      }
      number(block, title, &anchors)
    }
  }

  /// Returns the number of a formula, a picture or a table of the text, if it has one.
  func number(of block: Block) -> Int? { numbers[block.range] }

  /// Returns what a label leads to, if the page shows it.
  func target(_ label: String) -> Target? { targets[label] }

  private mutating func number(_ block: Block, _ title: ([Inline]) -> String, _ anchors: inout Anchors) {
    guard let kind = block.labelled?.kind else { return }
    var hasCaption = false
    if case .table(_, _, _, let caption) = block.kind { hasCaption = !caption.isEmpty }
    guard block.label != nil || hasCaption else { return }
    let words: String
    switch kind {
    case .section:
      guard case .heading(_, let inlines) = block.kind else { return }
      words = self.words(.section, title(inlines))
    case .figure, .table, .equation:
      let number = next(kind)
      numbers[block.range] = number
      words = self.words(kind.phrase, String(number))
    }
    if let label = block.label { name(label, words, &anchors) }
  }

  private mutating func number(_ cell: Cell, _ layout: PageLayout, _ anchors: inout Anchors) {
    let options = layout.options(of: cell)
    let kind = options.label.flatMap { CrossReference(label: $0) }
    if kind == .figure || options.figureCaption?.isEmpty == false { figures[cell.index] = next(.figure) }
    if kind == .table || options.tableCaption?.isEmpty == false { tables[cell.index] = next(.table) }
    guard let label = options.label else { return }
    let number = kind == .figure ? figures[cell.index] : kind == .table ? tables[cell.index] : nil
    name(label, kind.flatMap { kind in number.map { words(kind.phrase, String($0)) } } ?? label, &anchors)
  }

  /// The next number of a kind: one count for those of cells and those of the text.
  private mutating func next(_ kind: CrossReference) -> Int {
    let number = counts[kind, default: 0] + 1
    counts[kind] = number
    return number
  }

  private mutating func name(_ label: String, _ words: String, _ anchors: inout Anchors) {
    guard targets[label] == nil else { return }
    targets[label] = Target(words: words, anchor: anchors.claim(PlaceName.slug(label)))
  }
}

extension PageNumbers {
  /// Returns a reference as a link; what the page does not show has no number.
  func reference(_ label: String) -> PageInline {
    guard let target = target(label) else { return .text(words(ofReference: label)) }
    return .reference(words: target.words, anchor: target.anchor)
  }

  /// Returns a reference in words.
  func words(ofReference label: String) -> String {
    if let target = target(label) { return target.words }
    return CrossReference(label: label).map { words($0.phrase, "?") } ?? label + " ?"
  }
}

extension CrossReference {
  /// What a reference calls it.
  fileprivate var phrase: Phrase {
    switch self {
    case .figure: .figure
    case .table: .table
    case .equation: .equation
    case .section: .section
    }
  }
}
