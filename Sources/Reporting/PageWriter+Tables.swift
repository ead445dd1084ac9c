import Language
import NotebookFormat

extension PageWriter {
  /// Writes a table of the prose.
  mutating func table(_ alignments: [Block.Alignment], _ header: [[Inline]], _ rows: [[[Inline]]]) {
    scrolling("Table") { page in
      page.element("table", ["class": "prose"]) { page in
        page.element("thead") { $0.row("th", header, alignments) }
        page.element("tbody") { page in
          for row in rows { page.row("td", row, alignments) }
        }
      }
    }
  }

  /// Writes a table of values; a line parts the inputs from the outputs.
  mutating func valueTable(_ table: TableOutput, caption: TableCaption) {
    scrolling(table.title ?? "Table of values") { page in
      page.element("table", ["class": "values"]) { page in
        page.captionElement(caption, title: table.title)
        page.element("thead") { $0.row("th", table.header, inputs: table.inputCount) }
        page.element("tbody") { page in
          for row in table.rows { page.row("td", row, inputs: table.inputCount) }
        }
      }
    }
    if let note = table.note { element("p", ["class": "note"]) { $0.words(note) } }
  }

  /// Writes the elements of a matrix as the lecture does, row under row.
  mutating func matrix(_ rows: [[String]], caption: TableCaption) {
    scrolling("Matrix") { page in
      page.element("table", ["class": "matrix"]) { page in
        page.captionElement(caption, title: nil)
        page.element("tbody") { page in
          for row in rows { page.row("td", row, inputs: 0) }
        }
      }
    }
  }

  /// Wraps what may be wider than a phone, so that it scrolls alone and from the keyboard too.
  private mutating func scrolling(_ label: String, _ content: (inout PageWriter) -> Void) {
    element("div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"], content)
  }

  private mutating func captionElement(_ caption: TableCaption, title: String?) {
    guard caption != .none || title != nil else { return }
    element("caption") { page in
      switch caption {
      case .none: page.words(title ?? "")
      case .numbered(let text, let number):
        page.element("b", text: "Table \(number): ")
        page.words(text)
      }
    }
  }

  private mutating func row(_ tag: String, _ cells: [[Inline]], _ alignments: [Block.Alignment]) {
    html.line()
    element("tr") { page in
      for (column, cell) in cells.enumerated() {
        let alignment = column < alignments.count ? alignments[column] : .none
        page.element(tag, ["class": alignment.styleClass, "scope": tag == "th" ? "col" : nil]) { $0.inlines(cell) }
      }
    }
  }

  private mutating func row(_ tag: String, _ cells: [String], inputs: Int) {
    html.line()
    element("tr") { page in
      for (column, cell) in cells.enumerated() {
        let parts = column == inputs && inputs > 0
        page.element(tag, ["class": parts ? "parted" : nil, "scope": tag == "th" ? "col" : nil], text: cell)
      }
    }
  }

  /// Takes the next table's number if there is a caption.
  mutating func nextTableCaption(_ text: String?) -> TableCaption {
    guard let text, !text.isEmpty else { return .none }
    tableNumber += 1
    return .numbered(text, tableNumber)
  }
}

/// What stands over a table of values.
enum TableCaption: Equatable {
  case none
  case numbered(String, Int)
}

extension Block.Alignment {
  /// The class of the style sheet, if one is needed.
  fileprivate var styleClass: String? {
    switch self {
    case .none: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
