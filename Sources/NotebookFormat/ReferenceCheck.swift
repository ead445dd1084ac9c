import Diagnostics

/// Checks the labels of headings and formulas, and that each reference leads somewhere.
struct ReferenceCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var labels: [String: SourceRange] = [:]
  private var references: [(label: String, range: SourceRange)] = []

  /// The most references that are told to lead nowhere: looking for near misses is dear.
  private static let most = 20

  init(_ notebook: Notebook) {
    for cell in notebook.cells {
      guard let label = cell.options.label, labels[label] == nil else { continue }
      labels[label] = cell.range(of: label, inOption: "label")
      check(label, isFor: [.figure, .table], "cell", at: labels[label] ?? cell.range)
    }
    collect(notebook.blocks)
    for cell in notebook.cells {
      collect(cell.options.figureCaption?.inlines ?? [])
      collect(cell.options.tableCaption?.inlines ?? [])
    }
    let known = labels.keys.filter { CrossReference(label: $0) != nil }.sorted()
    for reference in references.lazy.filter({ [labels] in labels[$0.label] == nil }).prefix(Self.most) {
      report(reference.label, reference.range, known)
    }
  }

  private mutating func report(_ label: String, _ range: SourceRange, _ known: [String]) {
    let near = nearMisses(of: label, in: known)
    let edit = near.count == 1 && range.text == "@" + label ? Diagnostic.Edit(range, "@" + near[0]) : nil
    let what = CrossReference(label: label)?.word ?? "label"
    diagnostics.append(
      Diagnostic(
        .unknownReference, "there is no \(what) `\(label)`", at: range,
        hint: .init(didYouMean(near) ?? "give what you mean the label `\(label)`", edit: edit)))
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(_, let inlines):
        declare(block, isFor: .section, "heading")
        collect(inlines)
      case .paragraph(let inlines):
        declare(block, isFor: .equation, "formula")
        collect(inlines)
      case .table(_, let header, let rows): for cell in ([header] + rows).joined() { collect(cell) }
      case .quote(let inner), .callout(_, let inner), .footnote(_, let inner), .section(_, let inner):
        collect(inner)
      case .list(_, _, let items): for item in items { collect(item.blocks) }
      case .code, .cell, .thematicBreak, .math, .html: break
      }
    }
  }

  private mutating func collect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .reference(let label): references.append((label, inline.range))
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        collect(inner)
      case .text, .softBreak, .lineBreak, .code, .value, .math, .footnoteReference, .html: break
      }
    }
  }

  private mutating func declare(_ block: Block, isFor kind: CrossReference, _ what: String) {
    guard let label = block.label else { return }
    check(label, isFor: [kind], what, at: block.range)
    guard let first = labels.updateValue(block.range, forKey: label) else { return }
    diagnostics.append(
      Diagnostic(
        .duplicateLabel, "the label `\(label)` is given twice", at: block.range,
        secondary: first.file === block.range.file ? [.init(first, "first given here")] : [],
        hint: .init("choose another label")))
  }

  /// A prefix that promises something else; a cell's label needs none.
  private mutating func check(
    _ label: String, isFor kinds: [CrossReference], _ what: String, at range: SourceRange
  ) {
    let kind = CrossReference(label: label)
    if let kind, kinds.contains(kind) { return }
    if kind == nil, what == "cell" { return }
    let wanted = kinds.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    diagnostics.append(
      Diagnostic(
        .labelPrefix, "the label `\(label)` of a \(what) does not begin with \(wanted)", at: range,
        hint: .init("choose a label that does")))
  }
}
