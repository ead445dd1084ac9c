import Language
import NotebookFormat

extension PageWriter {
  /// Writes a table of the prose.
  mutating func table(_ table: PageTable) {
    captionedTable(table.caption, id: table.id) { page in
      page.scrolling(page.words(.tableOfValues), isWide: table.header.count > 3) { page in
        page.element("table", ["class": "prose"]) { page in
          page.element("thead") { $0.row("th", table.header, table.alignments) }
          page.element("tbody") { page in
            for row in table.rows { page.row("td", row, table.alignments) }
          }
        }
      }
    }
  }

  /// Writes a table of values; a line parts the inputs from the outputs.
  mutating func valueTable(_ table: TableOutput) {
    let columns = table.header.indices.map { column in
      NumberColumn(table.rows.map { column < $0.count ? $0[column] : "" })
    }
    let widths = zip(table.header, columns).map { max($0.count, $1.width) + 3 }
    scrolling(table.title ?? words(.tableOfValues), isWide: Self.isWide(widths)) { page in
      page.element("table", ["class": "values"]) { page in
        if let title = table.title { page.element("caption") { $0.sentence(title) } }
        page.element("thead") { $0.header(table, columns) }
        page.element("tbody") { page in
          for row in table.rows.indices { page.row(row, of: columns, inputs: table.inputCount) }
        }
      }
    }
    if let note = table.note {
      element("p", ["class": "remark"]) { $0.sentence(note) }
    }
  }

  /// Writes the elements of a matrix as the lecture does, row under row.
  mutating func matrix(_ rows: [[String]]) {
    let count = rows.first?.count ?? 0
    let columns = (0..<count).map { column in NumberColumn(rows.map { column < $0.count ? $0[column] : "" }) }
    scrolling(words(.matrix), isWide: Self.isWide(columns.map { $0.width + 2 })) { page in
      page.element("table", ["class": "matrix"]) { page in
        page.element("tbody") { page in
          for row in rows.indices { page.row(row, of: columns, inputs: 0) }
        }
      }
    }
  }

  private mutating func header(_ table: TableOutput, _ columns: [NumberColumn]) {
    html.line()
    element("tr") { page in
      for (column, name) in table.header.enumerated() {
        let parts = column == table.inputCount && column > 0
        let styleClass = parts ? "parted" : nil
        // A corner above names of rows is no header.
        if name.isEmpty {
          page.element("td", ["class": styleClass], text: "")
        } else {
          page.element("th", ["class": styleClass, "scope": "col"], text: NumberColumn.shown(name))
        }
      }
    }
  }

  private mutating func row(_ row: Int, of columns: [NumberColumn], inputs: Int) {
    html.line()
    element("tr") { page in
      for (column, values) in columns.enumerated() {
        let parts = column == inputs && inputs > 0
        page.element("td", ["class": parts ? "parted" : nil], text: values.texts[row])
      }
    }
  }

  /// Writes values under a numbered caption, if there is one.
  mutating func captionedTable(
    _ caption: PageCaption?, id: String? = nil, _ content: (inout PageWriter) -> Void
  ) {
    guard let caption else { return content(&self) }
    element("figure", ["class": "table", "id": id]) { page in
      page.element("figcaption") { $0.caption(caption, isAbove: true) }
      content(&page)
    }
  }

  /// Whether columns of so many characters may be wider than a phone.
  private static func isWide(_ widths: [Int]) -> Bool { widths.reduce(0, +) > 30 }

  /// Wraps what may be wider than a phone, so that it scrolls alone; the keyboard must then reach it.
  private mutating func scrolling(_ label: String, isWide: Bool, _ content: (inout PageWriter) -> Void) {
    if isWide {
      element("div", ["class": "scroll", "role": "group", "aria-label": label, "tabindex": "0"], content)
    } else {
      element("div", ["class": "scroll"], content)
    }
  }

  private mutating func row(_ tag: String, _ cells: [[PageInline]], _ alignments: [Block.Alignment]) {
    html.line()
    element("tr") { page in
      for (column, cell) in cells.enumerated() {
        let alignment = column < alignments.count ? alignments[column] : .none
        // A corner above names of rows is no header.
        let isHeader = tag == "th" && !cell.isEmpty
        let attributes: Attributes = ["class": alignment.styleClass, "scope": isHeader ? "col" : nil]
        page.element(isHeader ? "th" : "td", attributes) { page in
          // Not every screen reader takes a formula for the name of a column.
          guard isHeader, let name = PageInline.formulaText(cell) else { return page.inlines(cell) }
          page.element("span", ["class": "unseen"], text: name)
          page.element("span", ["aria-hidden": "true"]) { $0.inlines(cell) }
        }
      }
    }
  }
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
