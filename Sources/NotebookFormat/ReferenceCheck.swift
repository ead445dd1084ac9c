import Diagnostics
import Wording

/// Checks the labels of cells, headings, formulas, pictures and tables, and that each reference leads somewhere.
struct ReferenceCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var labels: [String: SourceRange] = [:]
  private var references: [(label: String, range: SourceRange)] = []

  /// The most references for which near misses are looked for, which is dear; more are not shown.
  private static let most = 20

  /// Checks `notebook`; `lookAlikes` are the words that look like references and stay text.
  init(_ notebook: Notebook, lookAlikes: [(word: ReferenceWord, range: SourceRange)]) {
    for cell in notebook.cells {
      guard let label = cell.options.label, labels[label] == nil else { continue }
      labels[label] = cell.range(of: label, inOption: "label")
      check(label, isFor: [.figure, .table], "cell", at: labels[label] ?? cell.range)
    }
    for block in notebook.blocks.walk() {
      if let (kind, word) = block.labelled { declare(block, isFor: kind, word) }
      collect(block.inlines)
    }
    for cell in notebook.cells {
      collect(cell.options.figureCaption?.inlines ?? [])
      collect(cell.options.tableCaption?.inlines ?? [])
    }
    let known = labels.keys.filter { CrossReference(label: $0) != nil }.sorted()
    let unknown = references.filter { [labels] in labels[$0.label] == nil }
    for (number, reference) in unknown.enumerated() {
      report(reference.label, reference.range, number < Self.most ? known : [])
    }
    for (number, (word, range)) in lookAlikes.enumerated() {
      report(word, range, number < Self.most ? known : [])
    }
  }

  /// A word that looks like a reference and is read as text.
  private mutating func report(_ word: ReferenceWord, _ range: SourceRange, _ known: [String]) {
    let reason: Message
    var hint: Message = "write a backslash before an `@` that is meant as it stands"
    switch word.reading {
    case .reference: return
    case .misspelt:
      reason = "a reference is written `@\(word.label)`"
      hint = didYouMean(near(word.label, known).map { "@" + $0 }) ?? hint
    case .insideWord:
      reason = "a word stands right before it"
      hint = "put a blank before the `@`, or a backslash if it is meant as it stands"
    case .beforePoint:
      reason = "it goes on behind the point as an address does"
      hint = "put a blank behind the point, or a backslash before an `@` that is meant as it stands"
    case .insideLink:
      reason = "the words of a link hold no other link"
      hint = "move it out of the link"
    }
    let isExact = range.text == "@" + word.typed && word.reading == .misspelt
    let edit = isExact && labels[word.label] != nil ? Diagnostic.Edit(range, "@" + word.label) : nil
    diagnostics.append(
      Diagnostic(
        .unknownReference, "`@\(word.typed)` stays text: \(reason)", at: range, severity: .warning,
        hint: .init(hint, edit: edit)))
  }

  /// The labels that may be meant: the one itself, one that the text goes on behind without a blank, near misses.
  private func near(_ label: String, _ known: [String]) -> [String] {
    if labels[label] != nil { return [label] }
    let prefixed = CrossReference.allCases.map { "\($0.rawValue)\(label)" }.filter { labels[$0] != nil }
    if !prefixed.isEmpty { return prefixed }
    let beginning = known.filter { label.hasPrefix($0) }.max { $0.count < $1.count }
    return beginning.map { [$0] } ?? nearMisses(of: label, in: known)
  }

  private mutating func report(_ label: String, _ range: SourceRange, _ known: [String]) {
    let near = near(label, known)
    let edit = near.count == 1 && range.text == "@" + label ? Diagnostic.Edit(range, "@" + near[0]) : nil
    let what = CrossReference(label: label)?.word ?? "label"
    diagnostics.append(
      Diagnostic(
        .unknownReference, "there is no \(what) `\(label)`", at: range,
        hint: .init(didYouMean(near) ?? labelling(label), edit: edit)))
  }

  /// How what a reference means gets its label.
  private func labelling(_ label: String) -> Message {
    switch CrossReference(label: label) {
    case .equation: "write `{#\(label)}` behind the formula that is meant, on its line"
    case .section: "write `{#\(label)}` behind the heading that is meant"
    case .table: "write `: Caption {#\(label)}` below the table that is meant"
    case .figure: "write `#| label: \(label)` in the cell of the figure, or `{#\(label)}` behind a picture"
    case nil: "give what you mean the label `\(label)`"
    }
  }

  private mutating func collect(_ inlines: [Inline]) {
    for inline in inlines.walk() {
      if case .reference(let label) = inline.kind { references.append((label, inline.range)) }
    }
  }

  private mutating func declare(_ block: Block, isFor kind: CrossReference, _ what: Message) {
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
    _ label: String, isFor kinds: [CrossReference], _ what: Message, at range: SourceRange
  ) {
    let kind = CrossReference(label: label)
    if let kind, kinds.contains(kind) { return }
    if kind == nil, what == "cell" { return }
    let names = kinds.map { "`\($0.rawValue)`" }
    let wanted: Message =
      names.count == 2 ? "\(names[0]) or \(names[1])" : Message(verbatim: names.joined(separator: ", "))
    diagnostics.append(
      Diagnostic(
        .labelPrefix, "the label `\(label)` of a \(what) does not begin with \(wanted)", at: range,
        hint: .init("choose a label that does")))
  }
}
