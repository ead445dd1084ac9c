/// The text of a notebook inside the report that was made from it, so that the report can be graded and run again.
///
/// It stands in an element that no browser runs or shows, as Base64 in UTF-8.
public struct EmbeddedSource: Sendable, Hashable {
  /// The file's name.
  public let name: String
  /// Its text.
  public let text: String

  /// Makes a source.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The type that the element says it has.
  private static let type = "text/x-nnb-notebook"

  /// The element.
  var markup: String {
    "<script type=\"\(Self.type)\" data-name=\"\(escaped(name))\">\(base64(Array(text.utf8)))</script>"
  }

  /// The first source in a page that may come from anywhere; nil where there is none.
  /// - Complexity: linear in the page.
  public static func first(in page: String) -> EmbeddedSource? { all(in: page).first }

  /// The sources in a page, in order.
  public static func all(in page: String) -> [EmbeddedSource] {
    var sources: [EmbeddedSource] = []
    var rest = page[...]
    while sources.count < 100, let open = rest.firstRange(of: "<script type=\"\(type)\" data-name=\"") {
      rest = rest[open.upperBound...]
      // Where one has no end, no later one has.
      guard let quote = rest.firstIndex(of: "\""), let start = rest[quote...].firstIndex(of: ">"),
        let end = rest[start...].firstIndex(of: "<")
      else { break }
      if let bytes = bytes(base64: rest[rest.index(after: start)..<end].utf8),
        let text = String(validating: bytes, as: UTF8.self)
      {
        sources.append(EmbeddedSource(name: String(rest[..<quote].prefix(255)), text: text))
      }
      rest = rest[end...]
    }
    return sources
  }

  /// Reads Base64; nil of anything else.
  static func bytes(base64 text: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): continue
      case _: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
