import Figures
import Language
import NotebookFormat
import Tensors

extension PageWriter {
  /// Writes one output; `figure` is the number of a figure among the cell's.
  mutating func output(_ output: Output, of cell: Cell, _ options: CellOptions, figure: Int, of figures: Int)
  {
    switch output {
    case .text(let text): element("pre", ["class": "text"], text: trimmedEnd(text))
    case .formula(let formula):
      element("div", ["class": "math-display", "tabindex": "0"]) {
        $0.html.markup(formula.mathML(isDisplayed: true))
      }
    case .summary(let text): element("pre", ["class": "text summary"], text: trimmedEnd(text))
    case .tensor(let tensor): captionedTable(options.tableCaption, of: cell) { $0.tensor(tensor) }
    case .table(let table): captionedTable(options.tableCaption, of: cell) { $0.valueTable(table) }
    case .figure(let drawn): self.figure(drawn, of: cell, options, number: figure, of: figures)
    case .check(let check): self.check(check)
    case .diagnostic(let diagnostic): self.diagnostic(diagnostic)
    }
  }

  private mutating func tensor(_ tensor: Tensor) {
    element("div", ["class": "tensor"]) { page in
      if tensor.shape.rank == 2, tensor.shape.count > 0 {
        page.matrix(tensor.rowTexts)
      } else {
        page.element("output", text: tensor.text())
      }
      guard tensor.shape.rank > 0 else { return }
      page.element("span", ["class": "shape"], text: "shape \(tensor.shape)")
    }
  }

  private mutating func figure(
    _ drawn: DrawnFigure, of cell: Cell, _ options: CellOptions, number: Int, of count: Int
  ) {
    var picture = pictures(drawn, options)
    picture.altText = options.figureAlt ?? picture.altText
    let wasWritten = repeated[picture.number]
    element("figure") { page in
      if let wasWritten {
        page.stored(picture, isWritten: wasWritten)
      } else {
        page.drawn(picture)
      }
      page.figureCaption(options.figureCaption, of: cell, number: number, of: count)
    }
    // A caption is the last thing in its figure.
    if wasWritten != true { figureData(picture.tables) }
  }

  /// Writes a picture that stands here only.
  private mutating func drawn(_ picture: FigurePicture) {
    element("picture") { page in
      page.html.open(
        "source",
        ["media": "screen and (prefers-color-scheme: dark)", "srcset": Self.dataURL(picture.dark)])
      page.html.open(
        "img",
        [
          "src": Self.dataURL(picture.light), "width": String(picture.width),
          "height": String(picture.height), "alt": picture.altText,
        ])
    }
  }

  /// Writes a picture that stands on the page several times: its bytes at the first place, then uses of them.
  private mutating func stored(_ picture: FigurePicture, isWritten: Bool) {
    let size: (width: String, height: String) = (String(picture.width), String(picture.height))
    let themes = [("light", picture.light), ("dark", picture.dark)]
    if !isWritten {
      repeated[picture.number] = true
      element("svg", ["class": "store", "width": "0", "height": "0", "aria-hidden": "true"]) { page in
        page.element("defs") { page in
          for (theme, png) in themes {
            page.element(
              "image",
              [
                "id": "picture:\(picture.number):\(theme)", "href": Self.dataURL(png), "width": size.width,
                "height": size.height,
              ], text: "")
          }
        }
      }
    }
    element(
      "svg",
      [
        "class": "picture", "role": "img", "aria-label": picture.altText, "width": size.width,
        "height": size.height, "viewBox": "0 0 \(size.width) \(size.height)",
      ]
    ) { page in
      for (theme, _) in themes {
        page.element("use", ["class": theme, "href": "#picture:\(picture.number):\(theme)"], text: "")
      }
    }
  }

  private mutating func figureCaption(_ caption: Caption?, of cell: Cell, number: Int, of count: Int) {
    guard let figure = numbers.figures[cell.index] else { return }
    element("figcaption") { page in
      page.caption(caption, "Figure \(figure)")
      if count > 1 { page.html.text(" (\(number) of \(count))") }
    }
  }

  /// Writes a number and what stands behind it.
  mutating func caption(_ caption: Caption?, _ number: String) {
    guard let caption, !caption.isEmpty else { return element("b", text: number) }
    element("b", text: number + ": ")
    if let inlines = caption.inlines { self.inlines(inlines) } else { words(caption.text) }
  }

  private mutating func figureData(_ tables: [TableOutput]) {
    guard !tables.isEmpty else { return }
    element("details", ["class": "data"]) { page in
      page.element("summary", text: "Data")
      for table in tables { page.valueTable(table) }
    }
  }

  private static func dataURL(_ png: [UInt8]) -> String { "data:image/png;base64," + base64(png) }
}
