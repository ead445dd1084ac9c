import Diagnostics
import NotebookFormat
import NotebookRunning

extension PageWriter {
  /// Writes running text.
  mutating func inlines(_ inlines: [Inline]) {
    nested { page in
      var rest = inlines[...]
      while let inline = rest.popFirst() {
        if let (tag, length) = Self.bareElement(inline, before: rest) {
          page.element(tag) { $0.inlines(Array(rest.prefix(length))) }
          rest = rest.dropFirst(length + 1)
        } else {
          page.inline(inline)
        }
      }
    }
  }

  /// Returns the tag of a bare `<sub>` and its kin, and how many pieces stand before the `</sub>` that closes it.
  ///
  /// Only the next pieces are searched, so that a page of open tags stays linear.
  private static func bareElement(
    _ inline: Inline, before rest: ArraySlice<Inline>
  ) -> (tag: String, length: Int)? {
    guard case .html(let html) = inline.kind,
      let tag = ["sub", "sup", "kbd"].first(where: { html == "<\($0)>" }),
      let end = rest.prefix(64).firstIndex(where: { $0.kind == .html("</\(tag)>") })
    else { return nil }
    return (tag, end - rest.startIndex)
  }

  private mutating func inline(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): html.text(text)
    case .softBreak: html.line()
    case .lineBreak: html.open("br")
    // A short piece stays on one line: a browser would part `-T` behind its minus.
    case .code(let text): element("code", text.utf8.count <= 20 ? ["class": "short"] : [:], text: text)
    case .value(let index): value(index)
    case .reference(let label): reference(label)
    case .emphasis(let inlines): element("em") { $0.inlines(inlines) }
    case .strong(let inlines): element("strong") { $0.inlines(inlines) }
    case .strikethrough(let inlines): element("del") { $0.inlines(inlines) }
    case .link(let url, let title, let inlines): link(url, title, inlines)
    case .image(let url, let title, let inlines): image(url, title, inlines, in: inline.range.file)
    case .math(let math, let isDisplayed): formula(math.formula, math.tex, isDisplayed: isDisplayed)
    case .footnoteReference(let label): footnoteReference(label)
    case .html("<br>"), .html("<br/>"), .html("<br />"): html.open("br")
    case .html(let text): element("code", ["class": "raw"], text: text)
    }
  }

  private mutating func link(_ url: String, _ title: String, _ inlines: [Inline]) {
    guard let target = LinkTarget(url).address else { return self.inlines(inlines) }
    let rel = target.hasPrefix("#") ? nil : "noopener noreferrer"
    element("a", ["href": target, "title": title.isEmpty ? nil : title, "rel": rel]) { $0.inlines(inlines) }
  }

  private mutating func value(_ index: Int) {
    let text = Self.text(ofValue: index, record)
    element("span", ["class": text == nil ? "value open" : "value"], text: text ?? "?")
  }

  /// The text of an inline value; nil where there is none yet.
  private static func text(ofValue index: Int, _ record: RunRecord) -> String? {
    guard record.values.indices.contains(index), case .text(let text) = record.values[index] else {
      return nil
    }
    return text
  }

  /// A picture elsewhere would be a network request, so its words stand for it.
  private mutating func image(_ url: String, _ title: String, _ inlines: [Inline], in file: SourceFile) {
    let words = plainText(inlines)
    let picture = record.notebook.pictures.first { $0.url == url && $0.file === file }
    if let picture, picture.bytes.count <= pictureRoom {
      pictureRoom -= picture.bytes.count
      let source = "data:\(picture.format.rawValue);base64,\(base64(picture.bytes))"
      html.open(
        "img", ["class": "picture", "src": source, "alt": words, "title": title.isEmpty ? nil : title])
      return
    }
    let shown = "Picture: " + (words.isEmpty ? url : words)
    guard let target = LinkTarget(url).address else {
      return element("span", ["class": "picture-link"], text: shown)
    }
    element("a", ["class": "picture-link", "href": target, "rel": "noopener noreferrer"], text: shown)
  }

  /// Returns the words of running text, without their marks.
  func plainText(_ inlines: [Inline]) -> String {
    Self.plainText(inlines, record) { words(ofReference: $0) }
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
      case .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference, .html: ""
      }
    }.joined()
  }
}
