import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Wording

extension ReportContext.Banner {
  /// The most cells the banner links to.
  private static let most = 8

  /// Says how a run went; `shown` are the page's cells, `isCut` is whether the page could not take all, `problems`
  /// and `warnings` are what is said of the notebook's form.
  init(_ record: RunRecord, _ words: Words, shown: [Int], isCut: Bool, problems: Markup?, warnings: Int) {
    var summary = RunSummary(record)
    if isCut { summary.errors += 1 }
    let isOpen = summary.toDo + summary.skipped + summary.openChecks > 0
    state = summary.isGood ? (isOpen ? "todo" : "good") : "bad"
    mark = summary.isGood ? (isOpen ? "○" : "✓") : "✗"
    headline = TemplateText(Self.headline(summary, words, isOpen: isOpen))
    facts = TemplateText(words.text(summary))
    var links = Self.links(record, words, shown)
    if warnings > 0 {
      links.append(.init(anchor: "warnings", text: TemplateText(words.count(.warnings, warnings)), fact: nil))
    }
    self.links = links
    hasLinks = !links.isEmpty
    diagnostics = problems
  }

  private static func headline(_ summary: RunSummary, _ words: Words, isOpen: Bool) -> String {
    if !summary.isGood {
      var problems: [String] = []
      let errors = summary.failed + summary.errors
      if errors > 0 { problems.append(words.count(.errors, errors)) }
      if summary.failedChecks > 0 { problems.append(words.count(.failingChecks, summary.failedChecks)) }
      let found = problems.joined(separator: words(.and))
      guard summary.isPartial else { return found }
      return words(.partial) + (found.isEmpty ? "" : "; " + found)
    }
    if summary.toDo > 0 { return words.count(.cellsToDo, summary.toDo) }
    if isOpen { return words(.notAll) }
    return words(summary.checks > 0 ? .allHold : .allRan)
  }

  private static func links(_ record: RunRecord, _ words: Words, _ shown: [Int]) -> [ReportContext.Link] {
    let failures = shown.filter { record.cells[$0].status.isFailure }
    let open = shown.filter { record.cells[$0].status.isToDo }
    return (failures + open).prefix(most).map { index in
      let (cell, result) = (record.notebook.cells[index], record.cells[index])
      let failure = result.failure
      var name = words.name(cell)
      if let failure { name += ", " + words(.lineInCell, String(failure.range.start.line)) }
      return ReportContext.Link(
        anchor: TemplateText(PlaceName.cell(index)), text: TemplateText(name),
        fact: TemplateText(failure.map { Self.shortened(words($0.fact)) } ?? words.text(result.status)))
    }
  }

  /// What fits into a line or two of the banner.
  private static func shortened(_ fact: String) -> String {
    let plain = fact.replacing("`", with: "")
    return plain.count <= 120 ? plain : plain.prefix(119) + "…"
  }
}

extension CellRecord {
  /// What went wrong first, and where; nil where nothing did, or the status says it all.
  fileprivate var failure: (range: SourceRange, fact: Message)? {
    for output in outputs {
      switch output {
      case .diagnostic(let diagnostic) where diagnostic.severity == .error && !diagnostic.isExpected:
        return (diagnostic.primary.range, diagnostic.message)
      case .check(let check) where check.verdict == .failed:
        let text = Message(verbatim: check.text)
        return (check.range, check.reasons.first.map { text == $0 ? $0 : "\(text): \($0)" } ?? text)
      case .text, .tensor, .table, .figure, .summary, .formula, .check, .diagnostic: break
      }
    }
    return nil
  }
}

extension CellRecord.Status {
  /// Whether the cell has holes to fill.
  var isToDo: Bool { if case .toDo = self { true } else { false } }
}
