import NotebookFormat

extension PageWriter {
  /// Writes running text.
  mutating func inlines(_ inlines: [PageInline]) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: PageInline) {
    switch inline {
    case .text(let text): html.text(text)
    case .softBreak: html.line()
    case .lineBreak: html.open("br")
    // A short piece stays on one line: a browser would part `-T` behind its minus.
    case .code(let text): element("code", text.utf8.count <= 20 ? ["class": "short"] : [:], text: text)
    case .value(let text): element("span", ["class": text == nil ? "value open" : "value"], text: text ?? "?")
    case .reference(let words, let anchor):
      element("a", ["class": "reference", "href": "#" + anchor], text: words)
    case .styled(let style, let inlines): element(style.rawValue) { $0.inlines(inlines) }
    case .link(let address, let title, let inlines): link(address, title, inlines)
    case .anchor(let id): element("a", ["id": id]) { _ in }
    case .picture(let picture): self.picture(picture)
    case .pictureWords(let words, let address): pictureWords(words, address)
    case .math(let math, isDisplayed: false): inlineMath(math)
    case .math(let math, isDisplayed: true):
      displayedMath(PageEquation(math: math, number: nil, id: nil))
    case .note(let number, let id): noteReference(number, id)
    case .html(let text): element("code", ["class": "raw"], text: text)
    }
  }

  private mutating func link(_ address: String, _ title: String, _ inlines: [PageInline]) {
    let isElsewhere = !address.hasPrefix("#")
    if isElsewhere { links.insert(address) }
    let rel = isElsewhere ? "noopener noreferrer" : nil
    element("a", ["href": address, "title": title.isEmpty ? nil : title, "rel": rel]) { $0.inlines(inlines) }
  }

  private mutating func picture(_ picture: PagePicture) {
    let source = "data:\(picture.file.format.rawValue);base64,\(base64(picture.file.bytes))"
    html.open(
      "img",
      [
        "class": "picture", "src": source, "alt": picture.words,
        "title": picture.title.isEmpty ? nil : picture.title,
        "style": picture.size.style ?? (picture.file.width > 0 ? size(picture.file.width) : nil),
      ])
  }

  private mutating func pictureWords(_ words: String, _ address: String?) {
    guard let address else { return element("span", ["class": "picture-link"], text: words) }
    links.insert(address)
    element("a", ["class": "picture-link", "href": address, "rel": "noopener noreferrer"], text: words)
  }

  private mutating func noteReference(_ number: Int, _ id: String) {
    element("sup") { page in
      page.element(
        "a", ["id": id, "href": "#note:\(number)", "aria-label": page.words(.noteNumber, String(number))],
        text: String(number))
    }
  }
}

extension PictureSize {
  /// The size as a style sheet has it; nil where the picture keeps its own.
  fileprivate var style: String? {
    let sizes = [("width", width), ("height", height)].compactMap { name, length in
      length.map { "\(name):\($0.text)" }
    }
    return sizes.isEmpty ? nil : sizes.joined(separator: ";")
  }
}

extension PictureSize.Length {
  fileprivate var text: String {
    switch self {
    case .pixels(let count): "\(count)px"
    case .percent(let share): "\(share)%"
    }
  }
}
