import Diagnostics

extension PageWriter {
  /// Writes a diagnostic: the fact, the place with carets, other places, the way there, the action.
  mutating func diagnostic(_ diagnostic: Diagnostic) {
    let severity = diagnostic.isExpected ? "expected" : diagnostic.severity.rawValue
    element("div", ["class": "diagnostic \(severity)", "role": "group", "aria-label": diagnostic.word]) {
      page in
      page.element("p", ["class": "fact"]) { page in
        page.element("strong", text: diagnostic.word + ": ")
        page.words(diagnostic.message)
        page.html.text(" ")
        page.element("code", ["class": "kind"], text: diagnostic.kind.id)
      }
      page.excerpt(diagnostic.primary, mark: "^")
      for label in diagnostic.secondary { page.excerpt(label, mark: "-") }
      page.trace(diagnostic.trace)
      page.hint(diagnostic.hint)
    }
  }

  /// What fits beside the contents, so that only a phone has to scroll.
  private static let excerptWidth = 64

  private mutating func excerpt(_ label: Diagnostic.Label, mark: String) {
    let excerpt = LineExcerpt(label.range, width: Self.excerptWidth)
    let carets = String(repeating: mark, count: excerpt.caretCount)
    let length = excerpt.indentation.count + carets.count + 1 + label.text.count
    let isBeside = length <= Self.excerptWidth
    element("div", ["class": mark == "^" ? "excerpt" : "excerpt second"]) { page in
      page.element("span", ["class": "place"], text: page.place(label.range))
      page.element("pre", ["tabindex": "0"]) { page in
        page.html.text(excerpt.before)
        page.element("mark", text: excerpt.marked)
        page.html.text(excerpt.after + "\n" + excerpt.indentation)
        page.element("span", ["class": "carets"], text: carets + (label.text.isEmpty ? "" : " "))
        guard !label.text.isEmpty else { return }
        page.element("span", ["class": isBeside ? "label" : "label below"]) { $0.words(label.text) }
      }
    }
  }

  private mutating func trace(_ frames: [Diagnostic.Frame]) {
    guard !frames.isEmpty else { return }
    element("ul", ["class": "trace"]) { page in
      for frame in frames {
        page.element("li") { page in
          page.words(frame.text)
          page.html.text(", " + page.place(frame.range))
        }
      }
    }
  }

  private mutating func hint(_ hint: Diagnostic.Hint?) {
    guard let hint else { return }
    element("p", ["class": "hint"]) { page in
      page.element("strong", text: "Hint: ")
      page.words(hint.text)
    }
  }

  /// A place in words; the file is named only where it is another one, and without its folders.
  private func place(_ range: SourceRange) -> String {
    let start = range.start
    let place = "line \(start.line), column \(start.column)"
    guard range.file.path != file.path else { return place }
    return (range.file.path.split(separator: "/").last.map(String.init) ?? range.file.path) + ", " + place
  }
}

extension Diagnostic {
  /// The word before the fact.
  fileprivate var word: String {
    if isExpected { return "Expected error" }
    return switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .note: "Note"
    }
  }
}
