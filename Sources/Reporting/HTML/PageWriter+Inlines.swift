import NotebookFormat

extension PageWriter {
  /// Writes running text.
  ///
  /// Brackets before a formula and the full stop behind it are held to it.
  mutating func inlines(_ inlines: [PageInline]) {
    for index in inlines.indices {
      let before = inlines.held(before: index), behind = inlines.held(behind: index)
      switch inlines[index] {
      case .math(let math, isDisplayed: false): inlineMath(math, before: before, behind: behind)
      case .text(let text):
        let first = index > 0 ? inlines.held(behind: index - 1).count : 0
        let last = inlines.held(before: index + 1).count
        html.text(String(text.dropFirst(first).dropLast(last)))
      case let inline: self.inline(inline)
      }
    }
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
        "style": picture.size.style(isSlide: isSlides)
          ?? (picture.file.width > 0 ? size(picture.file.width) : nil),
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

extension [PageInline] {
  /// Whether a formula of the running text stands at a position.
  private func isMath(_ index: Int) -> Bool {
    if indices.contains(index), case .math(_, isDisplayed: false) = self[index] { true } else { false }
  }

  /// The punctuation right behind the formula at a position.
  fileprivate func held(behind index: Int) -> Substring {
    guard isMath(index), index + 1 < count, case .text(let text) = self[index + 1] else { return "" }
    return text.prefix { ".,;:!?)]”’»…".contains($0) }
  }

  /// The brackets and quotes right before the formula at a position.
  fileprivate func held(before index: Int) -> Substring {
    guard isMath(index), index > 0, case .text(let text) = self[index - 1] else { return "" }
    let rest = text.dropFirst(held(behind: index - 2).count)
    let kept = rest.reversed().prefix { "([„“‘«".contains($0) }.count
    return rest.suffix(kept)
  }
}

extension PictureSize {
  /// The size as a style sheet has it; nil where the picture keeps its own.
  ///
  /// On a phone a share of the text is what it is in the column of a page, as far as there is room: small type in a
  /// picture would become unreadable there.
  fileprivate func style(isSlide: Bool) -> String? {
    let sizes = [
      width.map { width in
        if case .percent(let share) = width, share < 100, !isSlide {
          return "width:min(100%,max(\(share)%,\(share * PageWriter.columnWidth / 100)px))"
        }
        return "width:\(width.text)"
      }, height.map { "height:\($0.text)" },
    ].compactMap { $0 }
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
