import Diagnostics
import NotebookFormat

extension PageWriter {
  /// Writes a cell's code with its colours and a button to copy it, which the page's script brings to life.
  mutating func highlighted(_ cell: Cell) {
    element("div", ["class": "code"]) { page in
      page.element(
        "button", ["class": "copy", "type": "button", "hidden": "", "aria-label": "Copy the code"],
        text: "Copy")
      page.element("pre") { page in
        page.element("code") { $0.coloured(cell.source) }
      }
    }
  }

  private mutating func coloured(_ source: SourceText) {
    let bytes = Array(trimmedEnd(source.text).utf8)
    var written = 0
    for highlight in highlighter(source).sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let range = highlight.bytes
      guard range.lowerBound >= written, range.upperBound <= bytes.count, !range.isEmpty else { continue }
      html.text(String(decoding: bytes[written..<range.lowerBound], as: UTF8.self))
      element(
        "span", ["class": highlight.kind.rawValue], text: String(decoding: bytes[range], as: UTF8.self))
      written = range.upperBound
    }
    html.text(String(decoding: bytes[written...], as: UTF8.self))
  }
}
