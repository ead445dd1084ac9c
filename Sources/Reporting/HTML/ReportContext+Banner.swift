import NotebookFormat
import NotebookRunning

extension ReportContext.Banner {
  /// The most cells the banner links to.
  private static let most = 8

  /// Says how a run went; `shown` are the page's cells, `isCut` is whether the page could not take all, `diagnostics`
  /// is what is wrong with the notebook's form.
  init(_ record: RunRecord, shown: [Int], isCut: Bool, diagnostics: Markup?) {
    var summary = RunSummary(record)
    if isCut { summary.errors += 1 }
    let isOpen = summary.toDo + summary.skipped + summary.openChecks > 0
    state = summary.isGood ? (isOpen ? "todo" : "good") : "bad"
    mark = summary.isGood ? (isOpen ? "○" : "✓") : "✗"
    headline = TemplateText(Self.headline(summary, isOpen: isOpen))
    facts = TemplateText(summary.text)
    links = Self.links(record, shown)
    hasLinks = !links.isEmpty
    self.diagnostics = diagnostics
  }

  private static func headline(_ summary: RunSummary, isOpen: Bool) -> String {
    if !summary.isGood {
      var problems: [String] = []
      let errors = summary.failed + summary.errors
      if errors > 0 { problems.append(count(errors, "error")) }
      if summary.failedChecks > 0 { problems.append(count(summary.failedChecks, "failing check")) }
      let found = problems.joined(separator: " and ")
      guard summary.isPartial else { return found }
      return "Interrupted, so this is a part" + (found.isEmpty ? "" : "; " + found)
    }
    if summary.toDo > 0 { return "\(count(summary.toDo, "cell")) to do" }
    if isOpen { return "Not all could be run" }
    return summary.checks > 0 ? "All checks hold" : "All cells ran"
  }

  private static func links(_ record: RunRecord, _ shown: [Int]) -> [ReportContext.Link] {
    let failures = shown.filter { record.cells[$0].status.isFailure }
    let open = shown.filter { record.cells[$0].status.isToDo }
    return (failures + open).prefix(most).map { index in
      ReportContext.Link(
        anchor: TemplateText(Anchors.cell(index)),
        text: TemplateText("\(record.notebook.cells[index].name): \(record.cells[index].status.text)"))
    }
  }
}

extension CellRecord.Status {
  /// Whether the cell has holes to fill.
  var isToDo: Bool { if case .toDo = self { true } else { false } }

  /// How the cell ended, in words.
  var text: String {
    switch self {
    case .ran: "ok"
    case .checkFailed: "a check fails"
    case .failed: "stopped at an error"
    case .exhausted: "stopped at its limit of work"
    case .interrupted: "interrupted"
    case .invalid: "has an error, not run"
    case .toDo(let holes): "to do, \(count(holes, "blank")) to fill"
    case .skipped(let reason): "skipped, \(reason)"
    case .leftOut: "left out"
    }
  }
}

extension Cell {
  /// What to call the cell: its role and exercise, its label, or its number.
  var name: String {
    switch role {
    case .plain: options.label ?? "cell \(index + 1)"
    case .exercise(let name, _, _): "exercise \(name)"
    case .solution(let name): "solution \(name)"
    case .tests(let name): "tests \(name)"
    case .hidden(let name): "hidden \(name)"
    }
  }
}

extension RunSummary {
  /// `5 cells ran, 1 failed; 3 of 4 checks hold; 2 of 4 points; 1 to do`.
  public var text: String {
    var parts = ["\(isPartial ? "interrupted: " : "")\(count(ran, "cell")) ran"]
    if failed > 0 { parts[0] += ", \(grouped(failed)) failed" }
    if skipped > 0 { parts[0] += ", \(grouped(skipped)) \(isPartial ? "not run to the end" : "skipped")" }
    if errors > 0 { parts.append("\(count(errors, "error")) in the notebook's form") }
    if checks > 0 {
      parts.append("\(grouped(passedChecks)) of \(count(checks, "check")) \(checks == 1 ? "holds" : "hold")")
    }
    if let points { parts.append(points.text) }
    if toDo > 0 { parts.append("\(grouped(toDo)) to do") }
    return parts.joined(separator: "; ")
  }
}
