import Diagnostics

/// Attributes of an element in the order they are written; one whose value is nil is left out.
public typealias Attributes = KeyValuePairs<String, String?>

/// Writes HTML: tags and attribute names are ours, every text and every value is escaped.
///
/// A page that is full takes nothing more but the closing tags of what is open.
public struct HTMLWriter {
  /// The most bytes that are written: a page has 50 MB, and contents, banner and checks need some of them.
  static let limit = 40_000_000

  /// What was written so far.
  public private(set) var html = ""
  /// Whether something found no room, and all that comes behind it.
  public private(set) var isFull = false

  /// Begins with nothing.
  public init() {}

  /// Takes room for `count` bytes, if there is any.
  private mutating func hasRoom(for count: Int) -> Bool {
    if html.utf8.count + count > Self.limit { isFull = true }
    return !isFull
  }

  /// Writes the opening tag of an element; false where there is no room for it.
  @discardableResult
  public mutating func open(_ tag: String, _ attributes: Attributes = [:]) -> Bool {
    guard hasRoom(for: attributes.reduce(tag.utf8.count) { $0 + ($1.value?.utf8.count ?? 0) }) else {
      return false
    }
    html += "<"
    html += tag
    for case (let name, let value?) in attributes {
      html += " "
      html += name
      html += "=\""
      html += escaped(value)
      html += "\""
    }
    html += ">"
    return true
  }

  /// Writes the closing tag of an element.
  public mutating func close(_ tag: String) {
    html += "</"
    html += tag
    html += ">"
  }

  /// Writes a text.
  public mutating func text(_ text: String) {
    guard hasRoom(for: text.utf8.count) else { return }
    let escaped = escaped(text)
    if hasRoom(for: escaped.utf8.count) { html += escaped }
  }

  /// Writes markup that its maker has escaped.
  public mutating func markup(_ markup: String) {
    if hasRoom(for: markup.utf8.count) { html += markup }
  }

  /// Starts a new line of the HTML, where blanks mean nothing.
  public mutating func line() {
    if hasRoom(for: 1) { html += "\n" }
  }
}

/// Returns `text` as HTML shows it, fit for an attribute too.
///
/// Control characters and those that reorder a line become U+FFFD: they would let a page show
/// something else than it says.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: mayNeedEscape) else { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case "\r": break
    case _ where isTreacherous(scalar): result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a scalar is a control character or changes the direction of what follows.
func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: true
  case 0xE0000...0xE007F: true
  case _ where FileName.isByte(scalar): true
  default: false
  }
}

/// Whether a byte may belong to a scalar that ``escaped(_:)`` changes; the lead bytes may be false alarms.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3, 0xF4: true
  case 0x09, 0x0A: false
  default: byte < 0x20
  }
}
