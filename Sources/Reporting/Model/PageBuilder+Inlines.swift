import Diagnostics
import NotebookFormat
import NotebookRunning

extension PageBuilder {
  /// Lays out running text.
  mutating func inlines(_ inlines: [Inline]) -> [PageInline] {
    nested([.text("…")]) { page in inlines.flatMap { page.inline($0) } }
  }

  private mutating func inline(_ inline: Inline) -> [PageInline] {
    switch inline.kind {
    case .text(let text): [.text(text)]
    case .softBreak: [.softBreak]
    case .lineBreak: [.lineBreak]
    case .code(let text): [.code(text)]
    case .value(let index): [.value(Self.text(ofValue: index, record).map { NumberColumn.shown($0) })]
    case .reference(let label): [numbers.reference(label)]
    case .emphasis(let inlines): [.styled(.emphasis, self.inlines(inlines))]
    case .strong(let inlines): [.styled(.strong, self.inlines(inlines))]
    case .strikethrough(let inlines): [.styled(.strikethrough, self.inlines(inlines))]
    case .styled(let style, let inlines): [.styled(style, self.inlines(inlines))]
    case .anchor(let name): [.anchor(anchors.claim(name))]
    case .link(let url, let title, let inlines): link(url, title, inlines, in: inline.range.file)
    case .image(let url, let title, let attributes, let inlines):
      [image(url, title, attributes, inlines, in: inline.range.file)]
    case .math(let math, let isDisplayed): [.math(math, isDisplayed: isDisplayed)]
    case .footnoteReference(let label): [note(label)]
    case .html(let text): [.html(text)]
    }
  }

  private mutating func link(
    _ url: String, _ title: String, _ inlines: [Inline], in file: SourceFile
  ) -> [PageInline] {
    let inlines = self.inlines(inlines)
    let moved = record.notebook.links[LinkedFile(url, in: file)]
    guard let address = moved ?? LinkTarget(url).address else { return inlines }
    return [.link(address: address, title: title, inlines)]
  }

  private mutating func note(_ label: String) -> PageInline {
    guard let (number, id) = footnotes.refer(to: label) else { return .text("[^\(label)]") }
    return .note(number: number, id: id)
  }

  /// The text of an inline value; nil where there is none yet.
  private static func text(ofValue index: Int, _ record: RunRecord) -> String? {
    guard record.values.indices.contains(index), case .text(let text) = record.values[index] else {
      return nil
    }
    return text
  }

  /// A picture elsewhere would be a network request, so its words stand for it.
  private mutating func image(
    _ url: String, _ title: String, _ attributes: PictureAttributes, _ inlines: [Inline], in file: SourceFile
  ) -> PageInline {
    let words = attributes.altText ?? plainText(inlines)
    let picture = record.notebook.pictures.first { $0.url == url && $0.file === file }
    if let picture, picture.bytes.count <= pictureRoom {
      pictureRoom -= picture.bytes.count
      return .picture(PagePicture(file: picture, words: words, title: title, size: attributes.size))
    }
    return .pictureWords(self.words(.picture, words.isEmpty ? url : words), address: LinkTarget(url).address)
  }

  /// Returns the words of running text, without their marks.
  func plainText(_ inlines: [Inline]) -> String {
    Self.plainText(inlines, record) { numbers.words(ofReference: $0) }
  }

  /// Returns the words of running text; `reference` says what a reference is called.
  static func plainText(
    _ inlines: [Inline], _ record: RunRecord, reference: (String) -> String = { $0 }
  ) -> String {
    inlines.walk(deepest: deepest).map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .value(let index): text(ofValue: index, record) ?? "?"
      case .reference(let label): reference(label)
      case .math(let math, _): math.formula?.plainText ?? math.tex
      case .softBreak, .lineBreak: " "
      case .emphasis, .strong, .strikethrough, .styled, .anchor, .link, .image, .footnoteReference, .html: ""
      }
    }.joined()
  }
}
