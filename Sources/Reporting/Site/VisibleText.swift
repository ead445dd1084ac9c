/// What a page of HTML tells: its text, and the words of attributes that are read out or shown.
public struct VisibleText: Sendable {
  /// The text without tags, and then each attribute's value on a line of its own; data inside addresses is left out.
  public let text: String

  /// Reads a page that ``HTMLReport`` or ``HTMLSlides`` wrote: every `<` of a text is escaped there.
  /// - Complexity: linear in the page.
  public init(of html: String) {
    var (shown, told) = ([UInt8](), [UInt8]())
    let bytes = Array(html.utf8)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        shown.append(bytes[at])
        at += 1
        continue
      }
      let start = at
      var quote: UInt8?
      while at < bytes.count, quote != nil || bytes[at] != UInt8(ascii: ">") {
        if bytes[at] == quote {
          quote = nil
        } else if quote == nil, bytes[at] == UInt8(ascii: "\"") {
          quote = bytes[at]
        }
        at += 1
      }
      let tag = bytes[start..<min(at, bytes.count)]
      at += 1
      for value in tag.split(separator: UInt8(ascii: "\"")).dropFirst()
      where !value.starts(with: "data:".utf8) {
        told += value + [0x0A]
      }
      // Neither rules nor a script are read.
      for name in ["style", "script"] where tag.starts(with: "<\(name)".utf8) {
        at = bytes[min(at, bytes.count)...].firstRange(of: Array("</\(name)".utf8))?.lowerBound ?? bytes.count
      }
    }
    let both = String(decoding: shown + [0x0A] + told, as: UTF8.self)
    text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(both) { $0.replacing($1.0, with: $1.1) }
  }
}
