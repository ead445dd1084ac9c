import NotebookFormat
import NotebookRunning
import Wording

extension PageWriter {
  /// Writes a cell: what it is for, its code, how it ended, what it shows.
  mutating func cell(_ cell: PageCell) {
    note(cell.anchor)
    defer { noteEnd(cell.range) }
    // The outputs on a slide of their own have the label, and the code has the cell's id.
    let attributes: Attributes = [
      "class": cell.role.styleClass + (cell.isBeside ? " beside" : ""),
      "id": cell.part == .outputs ? nil : cell.anchor, "role": "group",
      "aria-label": words(.cell, String(cell.index + 1)),
    ]
    element("div", attributes) { page in
      page.element("div", ["class": "cell-body", "id": cell.part == .code ? nil : cell.label]) { page in
        if cell.part != .outputs {
          page.badge(cell.role)
          // An exercise in words has none.
          if let code = cell.code, code.text.contains(where: { !$0.isWhitespace }) { page.code(code) }
          page.notice(cell)
        }
        if cell.part != .code {
          if let sweep = cell.sweep {
            page.sweep(sweep, marked: cell.outputs, step: cell.outputStep)
          } else {
            page.outputs(cell.outputs, step: cell.outputStep)
          }
        }
      }
    }
  }

  private mutating func badge(_ role: Role) {
    switch role {
    case .plain: break
    case .exercise(let name, let milliPoints, _): badge(.exercise, name, milliPoints: milliPoints)
    case .solution(let name): badge(.solution, name, milliPoints: nil)
    case .tests(let name): badge(.tests, name, milliPoints: nil)
    case .hidden(let name): badge(.hiddenTests, name, milliPoints: nil)
    }
  }

  private mutating func badge(_ kind: Phrase, _ name: String, milliPoints: Int?) {
    element("p", ["class": "badge"]) { page in
      page.element("span", ["class": "kind"], text: page.words(kind))
      page.html.text(" · ")
      page.element("b", text: name)
      guard let milliPoints else { return }
      page.html.text(" ")
      page.element("span", ["class": "worth"], text: page.words.worth(milliPoints))
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
    case .toDo(let holes): notice("todo", .toDo, words.count(.blanksToFill, holes))
    case .skipped(let reason): notice("skipped", .skipped) { $0.message(reason) }
    case .interrupted: notice("stopped", .interrupted, words(.endedByUser))
    case .exhausted where !cell.hasError: notice("stopped", .stopped, words(.atLimit))
    case .failed where !cell.hasError: notice("stopped", .stopped, words(.endedByError))
    case .invalid where !cell.hasError: notice("stopped", .notRun, words(.hasError))
    case .invalid: notice("skipped", .notRun, words(.errorsBefore))
    case .failed, .exhausted: break
    }
  }

  private mutating func notice(_ styleClass: String, _ title: Phrase, _ text: String) {
    notice(styleClass, title) { $0.sentence(text) }
  }

  private mutating func notice(_ styleClass: String, _ title: Phrase, _ text: (inout PageWriter) -> Void) {
    element("p", ["class": "notice \(styleClass)"]) { page in
      page.element("strong", text: page.words(title))
      page.html.text(" ")
      text(&page)
    }
  }

  private mutating func outputs(_ outputs: [PageOutput], step: Int?) {
    guard !outputs.isEmpty else { return }
    element("div", ["class": "outputs", "data-step": step.map { String($0) }]) { $0.outputs(outputs) }
  }
}

extension PageCell {
  /// Whether a slide shows the outputs beside the code.
  fileprivate var isBeside: Bool {
    switch outputLocation {
    case .column, .columnFragment: code != nil && !outputs.isEmpty
    case .below, .fragment, .slide: false
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
