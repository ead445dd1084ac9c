import Drawing
import Figures
import Language
import Tensors

extension PageWriter {
  /// Writes outputs one below the other, and figures side by side where there is room.
  mutating func outputs(_ outputs: [PageOutput]) {
    for row in OutputRows(outputs, onSlide: isSlides).rows {
      html.line()
      if row.count > 1 { sideBySide(row) } else { row.forEach { output($0) } }
    }
  }

  /// Writes figures of which each has its letter, and below them number and words of all.
  private mutating func sideBySide(_ outputs: [PageOutput]) {
    element("figure", ["class": "figures"]) { page in
      page.element("div", ["style": page.columns(outputs.count)]) { page in
        for case (.figure(let picture), let caption) in outputs.map({ ($0.kind, $0.caption) }) {
          page.element("div") { $0.figure(picture, caption?.letter) }
        }
      }
      if let caption = outputs.last?.caption?.words { page.element("figcaption") { $0.caption(caption) } }
    }
  }

  /// How many pictures stand beside each other, as the style sheet of slides takes it; nil on a page.
  func columns(_ count: Int) -> String? {
    guard isSlides else { return nil }
    return "--columns:\(OutputRows.columns(count));--half:\(OutputRows.columnsOfHalf(count))"
  }

  /// Writes one output, behind its expression where the cell shows several values.
  private mutating func output(_ output: PageOutput) {
    guard let expression = output.expression, output.caption == nil else { return value(output) }
    element("div", ["class": "shown"]) { page in
      page.element("code", ["class": "of"]) { $0.unbroken(expression) }
      page.value(output)
    }
  }

  private mutating func value(_ output: PageOutput) {
    switch output.kind {
    case .text(let text): element("pre", ["class": "text"]) { $0.unbroken(text) }
    case .formula(let formula): displayedFormula(formula)
    case .summary(let text): element("pre", ["class": "text summary"]) { $0.unbroken(text) }
    case .tensor(let tensor): captionedTable(output.caption) { $0.tensor(tensor) }
    case .table(let table): captionedTable(output.caption) { $0.valueTable(table) }
    case .figure(let picture): figure(picture, output.caption)
    case .check(let check): self.check(check)
    case .remark(let remark): self.remark(remark)
    }
  }

  private mutating func tensor(_ tensor: Tensor) {
    element("div", ["class": "tensor"]) { page in
      if tensor.shape.rank == 2, tensor.shape.count > 0 {
        page.matrix(tensor.rowTexts)
      } else {
        page.element("output", text: NumberColumn.shown(tensor.text()))
      }
      guard tensor.shape.rank > 0 else { return }
      page.element("span", ["class": "shape"], text: page.words(.shape, "\(tensor.shape)"))
    }
  }

  /// A figure wider than this may leave the column of the text.
  static let columnWidth = 608

  private mutating func figure(_ picture: FigurePicture, _ caption: PageCaption?) {
    if let film = picture.film {
      self.film(film, caption)
      return figureData(picture.tables)
    }
    let wasWritten = repeated[picture.number]
    element("figure", ["class": picture.width > Self.columnWidth ? "wide" : nil]) { page in
      if let wasWritten {
        page.stored(picture, isWritten: wasWritten)
      } else {
        page.drawn(picture)
      }
      if let caption { page.element("figcaption") { $0.caption(caption) } }
    }
    // A caption is the last thing in its figure.
    if wasWritten != true { figureData(picture.tables) }
  }

  /// Writes a picture that stands here only.
  mutating func drawn(_ picture: FigurePicture) {
    element("picture") { page in
      if let phone = picture.phone, !page.isSlides { page.sources(phone, picture.format) }
      page.html.open(
        "source",
        [
          "media": "screen and (prefers-color-scheme: dark)",
          "srcset": Self.dataURL(picture.dark, picture.format),
        ])
      page.html.open(
        "img",
        [
          "src": Self.dataURL(picture.light, picture.format), "width": String(picture.width),
          "height": String(picture.height), "alt": picture.altText, "style": page.size(picture.width),
        ])
    }
  }

  /// The width of a picture as the style sheet of slides takes it; nil on a page.
  func size(_ width: Int) -> String? { isSlides ? "--w:\(width)" : nil }

  /// Writes the files for a narrow screen, on which a wide figure has one column.
  private mutating func sources(_ phone: FigurePicture.Phone, _ format: PictureFormat) {
    let narrow = "screen and (max-width: 32rem)"
    for (media, file) in [("\(narrow) and (prefers-color-scheme: dark)", phone.dark), (narrow, phone.light)] {
      html.open(
        "source",
        [
          "media": media, "srcset": Self.dataURL(file, format), "width": String(phone.width),
          "height": String(phone.height),
        ])
    }
  }

  /// A picture in one layout: its files for both themes, and its size.
  private struct StoredLayout {
    let name: String
    let light, dark: [UInt8]
    let width, height: Int
  }

  /// Writes a picture that stands on the page several times: its bytes at the first position, then uses of them.
  private mutating func stored(_ picture: FigurePicture, isWritten: Bool) {
    let phone = isSlides ? nil : picture.phone
    let layouts =
      [
        StoredLayout(
          name: phone == nil ? "" : " wide", light: picture.light, dark: picture.dark, width: picture.width,
          height: picture.height)
      ]
      + (phone.map {
        [StoredLayout(name: " narrow", light: $0.light, dark: $0.dark, width: $0.width, height: $0.height)]
      } ?? [])
    func id(_ layout: StoredLayout, _ theme: String) -> String {
      "picture:\(picture.number):\(theme)\(layout.name == " narrow" ? ":narrow" : "")"
    }
    if !isWritten {
      repeated[picture.number] = true
      element("svg", ["class": "store", "width": "0", "height": "0", "aria-hidden": "true"]) { page in
        page.element("defs") { page in
          for layout in layouts {
            for (theme, file) in [("light", layout.light), ("dark", layout.dark)] {
              page.element(
                "image",
                [
                  "id": id(layout, theme), "href": Self.dataURL(file, picture.format),
                  "width": String(layout.width), "height": String(layout.height),
                ], text: "")
            }
          }
        }
      }
    }
    for layout in layouts {
      let size = (width: String(layout.width), height: String(layout.height))
      element(
        "svg",
        [
          "class": "picture" + layout.name, "role": "img", "aria-label": picture.altText, "width": size.width,
          "height": size.height, "viewBox": "0 0 \(size.width) \(size.height)",
          "style": self.size(layout.width),
        ]
      ) { page in
        for theme in ["light", "dark"] {
          page.element("use", ["class": theme, "href": "#" + id(layout, theme)], text: "")
        }
      }
    }
  }

  /// Writes number and words, and the letter of one among several: on a line of its own, beside what it names.
  mutating func caption(_ caption: PageCaption, isAbove: Bool = false) {
    if !isAbove { letter(of: caption) }
    if caption.isWhole {
      element("b", text: caption.text.isEmpty ? caption.number : caption.number + ": ")
      inlines(caption.text)
    }
    if isAbove { letter(of: caption) }
  }

  private mutating func letter(of caption: PageCaption) {
    if let part = caption.part { element("span", ["class": "part"], text: "(\(part))") }
  }

  private mutating func figureData(_ tables: [TableOutput]) {
    guard !tables.isEmpty, !isSlides else { return }
    element("details", ["class": "data"]) { page in
      page.element("summary", text: page.words(.data))
      for table in DataFold.tables(tables) { page.dataTable(table) }
    }
  }

  private mutating func dataTable(_ table: DataFold) {
    valueTable(table.shown)
    if table.omitted > 0 {
      element("p", ["class": "remark"], text: words.count(.andMore, table.omitted))
    }
    // What the table shows whole and unrounded is copied from there.
    element("div", ["class": "csv"]) { page in
      if let csv = table.csv { page.element("code", ["hidden": ""], text: csv) }
    }
  }

  private static func dataURL(_ file: [UInt8], _ format: PictureFormat) -> String {
    "data:\(format.mediaType);base64," + base64(file)
  }
}

extension PageCaption {
  /// The letter alone; nil where there is none.
  fileprivate var letter: PageCaption? {
    part.map { PageCaption(number: number, text: [], part: $0, isWhole: false) }
  }

  /// Number and words without the letter; nil where they stand elsewhere.
  fileprivate var words: PageCaption? {
    isWhole ? PageCaption(number: number, text: text, part: nil, isWhole: true) : nil
  }
}
