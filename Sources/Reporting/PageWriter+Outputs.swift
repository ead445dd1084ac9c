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
    case .summary(let text): element("pre", ["class": "text summary"], text: trimmedEnd(text))
    case .tensor(let tensor): captionedTable(options.tableCaption) { $0.tensor(tensor) }
    case .table(let table): captionedTable(options.tableCaption) { $0.valueTable(table) }
    case .figure(let drawing): self.figure(drawing, options, number: figure, of: figures)
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

  private mutating func figure(_ figure: Figure, _ options: CellOptions, number: Int, of count: Int) {
    let picture = pictures(figure, options)
    element("figure") { page in
      page.element("picture") { page in
        page.html.open(
          "source",
          ["media": "screen and (prefers-color-scheme: dark)", "srcset": Self.dataURL(picture.dark)])
        page.html.open(
          "img",
          [
            "src": Self.dataURL(picture.light), "width": String(picture.width),
            "height": String(picture.height),
            "alt": options.figureAlt ?? picture.altText,
          ])
      }
      page.figureCaption(options.figureCaption, number: number, of: count)
    }
    // A caption is the last thing in its figure.
    figureData(picture.tables)
  }

  private mutating func figureCaption(_ caption: String?, number: Int, of count: Int) {
    guard let caption, !caption.isEmpty else { return }
    figureNumber += 1
    element("figcaption") { page in
      page.element("b", text: "Figure \(page.figureNumber): ")
      page.words(caption)
      if count > 1 { page.html.text(" (\(number) of \(count))") }
    }
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
