/// Attributes of an element in the order they are written; one whose value is nil is left out.
typealias Attributes = KeyValuePairs<String, String?>

/// Writes HTML: tags and attribute names are ours, every text and every value is escaped.
struct HTMLWriter {
  /// What was written so far.
  private(set) var html = ""

  /// Writes the opening tag of an element.
  mutating func open(_ tag: String, _ attributes: Attributes = [:]) {
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
  }

  /// Writes the closing tag of an element.
  mutating func close(_ tag: String) {
    html += "</"
    html += tag
    html += ">"
  }

  /// Writes a text.
  mutating func text(_ text: String) { html += escaped(text) }

  /// Writes markup that its maker has escaped.
  mutating func markup(_ markup: String) { html += markup }

  /// Starts a new line of the HTML, where blanks mean nothing.
  mutating func line() { html += "\n" }
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
  default: false
  }
}

/// Whether a byte may belong to a scalar that ``escaped(_:)`` changes; the lead bytes may be false alarms.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
  case 0x09, 0x0A: false
  default: byte < 0x20
  }
}
