import Language
import NotebookFormat
import NotebookRunning

extension PageWriter {
  /// Writes a cell: what it is for, its code, how it ended, what it shows.
  mutating func cell(_ cell: PageCell) {
    note(cell)
    defer { noteEnd(cell.range) }
    let attributes: Attributes = [
      "class": cell.role.styleClass, "id": cell.anchor, "role": "group",
      "aria-label": "Cell \(cell.index + 1)",
    ]
    element("div", attributes) { page in
      page.element("div", ["class": "cell-body", "id": cell.label]) { page in
        page.badge(cell.role)
        if let code = cell.code { page.code(code) }
        page.notice(cell)
        page.outputs(cell.outputs)
      }
    }
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

  private mutating func code(_ code: PageCode) {
    guard let fold = code.fold else { return highlighted(code) }
    element("details", ["class": "fold"]) { page in
      page.element("summary", text: fold)
      page.highlighted(code)
    }
  }

  /// Says in words how the cell ended, where its outputs do not say it.
  private mutating func notice(_ cell: PageCell) {
    switch cell.status {
    case .ran, .checkFailed, .leftOut: break
    case .toDo(let holes): notice("todo", "To do", "\(count(holes, "blank")) to fill")
    case .skipped(let reason): notice("skipped", "Skipped", reason)
    case .interrupted: notice("stopped", "Interrupted", "the user ended the run here")
    case .exhausted where !cell.hasError: notice("stopped", "Stopped", "it reached its limit of work")
    case .failed where !cell.hasError: notice("stopped", "Stopped", "an error ended this cell")
    case .invalid where !cell.hasError: notice("stopped", "Not run", "it has an error")
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

  private mutating func outputs(_ outputs: [PageOutput]) {
    guard !outputs.isEmpty else { return }
    element("div", ["class": "outputs"]) { page in
      for output in outputs {
        page.html.line()
        page.output(output)
      }
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
