import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

extension PageWriter {
  /// Writes a cell: what it is for, its code, how it ended, what it shows.
  mutating func cell(_ index: Int) {
    let (cell, result) = (record.notebook.cells[index], record.cells[index])
    let options = layout.options(of: cell)
    defer { noteEnd(cell.range) }
    let label = options.label.map { takeAnchor(of: $0) ?? anchors.claim(Anchors.slug($0)) }
    let attributes: Attributes = [
      "class": cell.role.styleClass, "id": Anchors.cell(index), "role": "group",
      "aria-label": "Cell \(index + 1)",
    ]
    element("div", attributes) { page in
      page.element("div", ["class": "cell-body", "id": label]) { page in
        page.badge(cell.role)
        if options.echo { page.code(of: cell, options) }
        page.notice(result)
        page.outputs(of: cell, result, options)
      }
    }
  }

  /// Returns the id of the cell that stands for an exercise, if the page shows it.
  func anchor(ofExercise exercise: ExerciseResult) -> String? {
    ([exercise.cell] + layout.cells(at: exercise.cell)).first(where: shows).map(Anchors.cell)
  }

  private mutating func badge(_ role: Role) {
    switch role {
    case .plain: break
    case .exercise(let name, let milliPoints, _):
      badge("Exercise", name, milliPoints: milliPoints)
    case .solution(let name): badge("Solution", name, milliPoints: nil)
    case .tests(let name): badge("Tests", name, milliPoints: nil)
    case .hidden(let name): badge("Hidden tests", name, milliPoints: nil)
    }
  }

  private mutating func badge(_ kind: String, _ name: String, milliPoints: Int?) {
    element("p", ["class": "badge"]) { page in
      page.element("span", ["class": "kind"], text: kind)
      page.html.text(" ")
      page.element("b", text: name)
      guard let milliPoints else { return }
      let unit = milliPoints == 1000 ? "point" : "points"
      page.html.text(" ")
      page.element("span", ["class": "worth"], text: "\(Points.decimal(milliPoints)) \(unit)")
    }
  }

  private mutating func code(of cell: Cell, _ options: CellOptions) {
    guard options.isFolded else { return highlighted(cell) }
    element("details", ["class": "fold"]) { page in
      page.element("summary", text: options.foldSummary ?? "Code")
      page.highlighted(cell)
    }
  }

  /// Says in words how the cell ended, where its outputs do not say it.
  private mutating func notice(_ result: CellRecord) {
    switch result.status {
    case .ran, .checkFailed, .leftOut: break
    case .toDo(let holes): notice("todo", "To do", "\(count(holes, "blank")) to fill")
    case .skipped(let reason): notice("skipped", "Skipped", reason)
    case .interrupted: notice("stopped", "Interrupted", "the user ended the run here")
    case .exhausted where !result.hasError: notice("stopped", "Stopped", "it reached its limit of work")
    case .failed where !result.hasError: notice("stopped", "Stopped", "an error ended this cell")
    case .invalid where !result.hasError: notice("stopped", "Not run", "it has an error")
    case .invalid: notice("skipped", "Not run", "the errors below were found before running")
    case .failed, .exhausted: break
    }
  }

  private mutating func notice(_ styleClass: String, _ title: String, _ text: String) {
    element("p", ["class": "notice \(styleClass)"]) { page in
      page.element("strong", text: title)
      page.html.text(" ")
      page.words(text)
    }
  }

  private mutating func outputs(of cell: Cell, _ result: CellRecord, _ options: CellOptions) {
    let shown = result.outputs.filter { options.showsOutput || $0.isAlwaysShown }
    guard !shown.isEmpty, result.status != .leftOut else { return }
    let figures = shown.count { if case .figure = $0 { true } else { false } }
    var figureIndex = 0
    element("div", ["class": "outputs"]) { page in
      for output in shown {
        page.html.line()
        if case .figure = output { figureIndex += 1 }
        page.output(output, of: cell, options, figure: figureIndex, of: figures)
      }
    }
  }
}

extension CellRecord {
  /// Whether an error among the outputs tells why the cell stopped.
  fileprivate var hasError: Bool {
    outputs.contains { if case .diagnostic(let it) = $0 { it.severity == .error } else { false } }
  }
}

extension Output {
  /// Errors and failing checks are shown even where `output: false` hides the rest.
  fileprivate var isAlwaysShown: Bool {
    switch self {
    case .diagnostic(let diagnostic): diagnostic.severity == .error && !diagnostic.isExpected
    case .check(let check): check.verdict == .failed
    case .text, .tensor, .table, .figure, .summary, .formula: false
    }
  }
}

extension Role {
  /// The class of the style sheet.
  fileprivate var styleClass: String {
    switch self {
    case .plain: "cell"
    case .exercise: "cell exercise"
    case .solution: "cell solution"
    case .tests: "cell tests"
    case .hidden: "cell hidden-tests"
    }
  }
}
