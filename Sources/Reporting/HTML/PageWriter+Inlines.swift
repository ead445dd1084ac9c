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
    case .picture(let picture, let words, let title): self.picture(picture, words, title)
    case .pictureWords(let words, let address): pictureWords(words, address)
    case .math(let math, isDisplayed: false): inlineMath(math)
    case .math(let math, isDisplayed: true):
      displayedMath(PageEquation(math: math, number: nil, id: nil))
    case .note(let number, let id): noteReference(number, id)
    case .html(let text): element("code", ["class": "raw"], text: text)
    }
  }

  private mutating func link(_ address: String, _ title: String, _ inlines: [PageInline]) {
    let rel = address.hasPrefix("#") ? nil : "noopener noreferrer"
    element("a", ["href": address, "title": title.isEmpty ? nil : title, "rel": rel]) { $0.inlines(inlines) }
  }

  private mutating func picture(_ picture: PictureFile, _ words: String, _ title: String) {
    let source = "data:\(picture.format.rawValue);base64,\(base64(picture.bytes))"
    html.open(
      "img",
      [
        "class": "picture", "src": source, "alt": words, "title": title.isEmpty ? nil : title,
        "style": size(picture.width),
      ])
  }

  private mutating func pictureWords(_ words: String, _ address: String?) {
    guard let address else { return element("span", ["class": "picture-link"], text: words) }
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
