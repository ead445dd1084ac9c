import Diagnostics
import Wording

extension PageWriter {
  /// Writes a diagnostic: the fact, the positions underlined in their lines, the way there, the action, where else.
  mutating func remark(_ remark: PageRemark) {
    let diagnostic = remark.diagnostic
    let severity = diagnostic.isExpected ? "expected" : diagnostic.severity.rawValue
    let word = words(diagnostic.word)
    element("div", ["class": "diagnostic \(severity)", "role": "group", "aria-label": word]) { page in
      page.element("p", ["class": "fact"]) { page in
        page.element("strong", text: word + ": ")
        page.message(diagnostic.message)
        page.html.text(" ")
        page.element("code", ["class": "kind"], text: diagnostic.kind.id)
      }
      for excerpt in MarkedLine.lines(of: diagnostic) { page.excerpt(excerpt) }
      page.trace(diagnostic.trace)
      page.hint(diagnostic.hint)
      page.others(remark.others)
    }
  }

  private mutating func excerpt(_ line: MarkedLine) {
    element("div", ["class": "excerpt"]) { page in
      page.element("span", ["class": "place"], text: page.place(line.range))
      page.element("pre") { page in
        for piece in line.pieces {
          guard let mark = piece.mark else {
            page.unbroken(piece.text)
            continue
          }
          let isPoint = piece.text.isEmpty
          page.element("mark", ["class": mark.styleClass + (isPoint ? " point" : "")]) {
            $0.unbroken(piece.text)
          }
        }
      }
      for label in line.labels where !label.text.isEmpty {
        page.element("p", ["class": "label " + label.mark.styleClass]) { page in
          if line.labels.count > 1 {
            page.element("code", text: label.marked)
            page.html.text(" ")
          }
          page.message(label.text)
        }
      }
    }
  }

  private mutating func trace(_ frames: [Diagnostic.Frame]) {
    guard !frames.isEmpty else { return }
    element("ul", ["class": "trace"]) { page in
      for frame in frames {
        page.element("li") { page in
          page.message(frame.text)
          page.html.text(", " + page.place(frame.range))
        }
      }
    }
  }

  private mutating func hint(_ hint: Diagnostic.Hint?) {
    guard let hint else { return }
    element("p", ["class": "hint"]) { page in
      page.element("strong", text: page.words(.hint))
      page.message(hint.text)
    }
  }

  /// The most positions of one remark that are listed.
  private static let mostPlaces = 20

  private mutating func others(_ others: [PageRemark.Place]) {
    guard !others.isEmpty else { return }
    element("details", ["class": "others"]) { page in
      page.element("summary", text: page.words(.alsoAt) + page.words.count(.places, others.count))
      page.element("ul", ["class": "trace"]) { page in
        for other in others.prefix(Self.mostPlaces) {
          page.element("li") { page in
            page.html.text(page.place(other.range))
            guard let message = other.message else { return }
            page.html.text(": ")
            page.message(message)
          }
        }
        if others.count > Self.mostPlaces { page.element("li", text: "…") }
      }
    }
  }

  /// A position in words; the file is named only where it is another one, and without its folders.
  private func place(_ range: SourceRange) -> String {
    let start = range.start
    let place = words(.place, String(start.line), String(start.column))
    guard range.file.path != file.path else { return place }
    return (range.file.path.split(separator: "/").last.map(String.init) ?? range.file.path) + ", " + place
  }
}

extension Diagnostic {
  /// The word before the fact.
  fileprivate var word: Phrase {
    if isExpected { return .expectedError }
    return switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension MarkedLine.Mark {
  /// The class of the style sheet.
  fileprivate var styleClass: String {
    switch self {
    case .primary: "first"
    case .secondary: "second"
    }
  }
}
