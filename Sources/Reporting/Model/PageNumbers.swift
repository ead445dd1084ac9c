import NotebookFormat
import NotebookRunning

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
  /// The number of a formula, by its label.
  private(set) var equations: [String: Int] = [:]
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
      guard let label = block.label else { continue }
      if case .heading(_, let inlines) = block.kind { name(label, words(.section, title(inlines)), &anchors) }
      if case .paragraph = block.kind {
        equations[label] = equations.count + 1
        name(label, words(.equation, String(equations.count)), &anchors)
      }
    }
  }

  /// Returns what a label leads to, if the page shows it.
  func target(_ label: String) -> Target? { targets[label] }

  private mutating func number(_ cell: Cell, _ layout: PageLayout, _ anchors: inout Anchors) {
    let options = layout.options(of: cell)
    let kind = options.label.flatMap { CrossReference(label: $0) }
    if kind == .figure || options.figureCaption?.isEmpty == false { figures[cell.index] = figures.count + 1 }
    if kind == .table || options.tableCaption?.isEmpty == false { tables[cell.index] = tables.count + 1 }
    guard let label = options.label else { return }
    switch kind {
    case .figure: name(label, words(.figure, String(figures.count)), &anchors)
    case .table: name(label, words(.table, String(tables.count)), &anchors)
    case .equation, .section, nil: name(label, label, &anchors)
    }
  }

  private mutating func name(_ label: String, _ words: String, _ anchors: inout Anchors) {
    guard targets[label] == nil else { return }
    targets[label] = Target(words: words, anchor: anchors.claim(Anchors.slug(label)))
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
    return switch CrossReference(label: label) {
    case .figure: words(.figure, "?")
    case .table: words(.table, "?")
    case .equation: words(.equation, "?")
    case .section: words(.section, "?")
    case nil: label + " ?"
    }
  }
}
