extension PageWriter {
  /// Writes a cell's code with its colours and a button to copy it, which the page's script brings to life.
  mutating func highlighted(_ code: PageCode) {
    element("div", ["class": "code"]) { page in
      page.element(
        "button", ["class": "copy", "type": "button", "hidden": "", "aria-label": "Copy the code"],
        text: "Copy")
      page.element("pre") { page in
        page.element("code") { $0.coloured(code) }
      }
    }
  }

  private mutating func coloured(_ code: PageCode) {
    let bytes = Array(code.text.utf8)
    var written = 0
    for highlight in code.highlights {
      let range = highlight.bytes
      html.text(String(decoding: bytes[written..<range.lowerBound], as: UTF8.self))
      element(
        "span", ["class": highlight.kind.rawValue], text: String(decoding: bytes[range], as: UTF8.self))
      written = range.upperBound
    }
    html.text(String(decoding: bytes[written...], as: UTF8.self))
  }
}
