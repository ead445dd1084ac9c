import Wording

/// A tag of raw HTML, as it is typed.
struct HTMLTag {
  /// The name in small letters.
  let name: String
  let isClosing: Bool
  /// The attributes, their names in small letters.
  let attributes: [String: String]

  /// Reads a text that is nothing but a tag.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let (tag, end) = Self.read(bytes, at: 0), end == bytes.count else { return nil }
    self = tag
  }

  /// The tag in few characters.
  var mark: String { "<\(isClosing ? "/" : "")\(name.prefix(20))>" }

  private init(name: String, isClosing: Bool, attributes: [String: String]) {
    (self.name, self.isClosing, self.attributes) = (name, isClosing, attributes)
  }

  /// Reads the tag at `start` and returns the offset behind it; nil where none begins.
  static func read(_ bytes: [UInt8], at start: Int) -> (tag: HTMLTag, end: Int)? {
    guard start < bytes.count, bytes[start] == .lessThan else { return nil }
    var at = start + 1
    let isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    let name = word(bytes, &at)
    guard let first = name.utf8.first, first.isAlphanumeric, first > UInt8(ascii: "9") else { return nil }
    var attributes: [String: String] = [:]
    while at < bytes.count, bytes[at] != .greaterThan {
      let before = at
      let key = word(bytes, &at)
      if key.isEmpty {
        // Blanks and the `/` before the end.
        guard bytes[at].isBlank || bytes[at] == .lineFeed || bytes[at] == UInt8(ascii: "/") else {
          return nil
        }
        at = before + 1
      } else {
        attributes[key] = value(bytes, &at)
      }
    }
    guard at < bytes.count else { return nil }
    return (HTMLTag(name: name, isClosing: isClosing, attributes: attributes), at + 1)
  }

  private static func word(_ bytes: [UInt8], _ at: inout Int) -> String {
    let start = at
    while at < bytes.count, bytes[at].isAlphanumeric || "-_:@.".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  /// The `="…"` behind a name; empty where there is none.
  private static func value(_ bytes: [UInt8], _ at: inout Int) -> String {
    var start = blanksEnd(bytes, at)
    guard start < bytes.count, bytes[start] == UInt8(ascii: "=") else { return "" }
    start = blanksEnd(bytes, start + 1)
    guard start < bytes.count else { return "" }
    let quote = bytes[start]
    var end = start
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start += 1
      end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      at = min(end + 1, bytes.count)
    } else {
      while end < bytes.count, bytes[end] != .greaterThan, !bytes[end].isBlank, bytes[end] != .lineFeed {
        end += 1
      }
      at = end
    }
    return unescaped(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private static func blanksEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex { !$0.isBlank && $0 != .lineFeed } ?? bytes.count
  }

  /// Reads the references that a value needs for its own marks.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(.ampersand) else { return text }
    let marks = [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    return marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

/// The elements of HTML that a page keeps; every other is shown as text, with a warning.
enum HTMLElement {
  /// A look of running text between two tags.
  case styled(Inline.Style)
  /// `<a name=…>` or `<a href=…>`.
  case anchor
  case picture
  case lineBreak
  case rule
  case details, summary
  /// Blocks in the middle: `<center>`, and `<p>` and `<div>` with `align="center"`.
  case centred
  /// A `<p>` that says nothing else.
  case paragraph

  /// What a tag means; nil where a page does not keep it.
  init?(_ tag: HTMLTag) {
    switch tag.name {
    case "a": self = .anchor
    case "img": self = .picture
    case "br": self = .lineBreak
    case "hr": self = .rule
    case "details": self = .details
    case "summary": self = .summary
    case "center": self = .centred
    case "p", "div":
      if tag.attributes["align"]?.lowercased() == "center" || tag.isClosing && tag.name == "div" {
        self = .centred
      } else {
        guard tag.name == "p", tag.attributes.isEmpty else { return nil }
        self = .paragraph
      }
    default:
      guard let style = Inline.Style(tag: tag.name) else { return nil }
      self = .styled(style)
    }
  }

  /// Whether it parts blocks.
  var isBlock: Bool {
    switch self {
    case .rule, .details, .summary, .centred, .paragraph: true
    case .styled, .anchor, .picture, .lineBreak: false
    }
  }

  /// What to write for an element that is not kept.
  static func advice(for name: String) -> Message {
    switch name {
    case "table", "tr", "td", "th", "thead", "tbody": "write a table with `|`"
    case "ul", "ol", "li": "write a list, each item behind `-` or `1.`"
    case "h1", "h2", "h3", "h4", "h5", "h6": "write a heading behind `#`"
    case "pre", "code", "tt", "samp", "var": "write code between back-ticks"
    case "blockquote": "write a quote, each line behind `>`"
    case "script", "style", "iframe", "link", "video", "audio", "object", "embed", "svg":
      "leave it out: a page runs and loads nothing that a notebook brings; a picture is a file, `![…](a.svg)`"
    case "font", "span", "div", "section": "leave the tags out and keep the words"
    default: "write `&lt;` for a `<` that is meant as it stands, or back-ticks around code"
    }
  }
}

extension Inline.Style {
  /// The style of an element of HTML.
  init?(tag name: String) {
    switch name {
    case "em": self = .emphasis
    case "del", "s", "strike": self = .strikethrough
    case "ins": self = .underlined
    default: self.init(rawValue: name)
    }
  }
}
