import Wording

/// Where a link of the text leads, and whether a page may lead there.
///
/// A report is opened by people who did not write it: its links lead to the web, to a mail, to an anchor on the page
/// or to a file beside it, and never run anything.
public struct LinkTarget: Sendable, Hashable {
  /// The address as a page may hold it; nil where the link is dropped.
  public let address: String?
  /// Why it is dropped.
  let refusal: Message?

  /// Judges the address of a link.
  public init(_ url: String) {
    // A browser skips control characters, and blanks at both ends, so they must hide nothing here.
    let view = url.unicodeScalars.filter { !Self.isSkipped($0) }
    let clean = String(String.UnicodeScalarView(view)).trimmed.split(
      separator: " ", omittingEmptySubsequences: false
    ).joined(separator: "%20")
    refusal = Self.refusal(clean)
    address = refusal == nil ? clean : nil
  }

  /// The path of a file as seen from the page, and the `?…` or `#…` behind it; nil where the link leads elsewhere.
  ///
  /// A path from the root of a disk or of a web site is none: it means something else on each machine.
  public var file: (path: String, rest: String)? {
    guard let address, !address.hasPrefix("/") else { return nil }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard !path.isEmpty, !path.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    return String(path).percentDecoded.map { ($0, String(address.dropFirst(path.count))) }
  }

  private static func refusal(_ address: String) -> Message? {
    let head = address.prefix { !"/?#".contains($0) }
    if address.isEmpty { return "it names no place" }
    if let colon = head.firstIndex(of: ":") {
      let scheme = head[..<colon].lowercased()
      guard ["http", "https", "mailto"].contains(scheme) else {
        return "`\(scheme.prefix(20)):` is not followed"
      }
      return head.index(after: colon) == address.endIndex ? "it names no place" : nil
    }
    // `//host/file` and `\\host\file` are other machines wherever the page is opened from a disk.
    if address.hasPrefix("//") || address.contains("\\") { return "it may lead to another machine" }
    return nil
  }

  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false  // Student text, not a case of ours.
    }
  }
}

extension String {
  /// The text with `%20` and its kin read; nil where that is no UTF-8.
  var percentDecoded: String? {
    var result: [UInt8] = []
    let bytes = Array(utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  /// A path as a link holds it: all but letters, digits and `-._~/` as `%20` and its kin.
  public var percentEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = utf8.flatMap { byte -> [UInt8] in
      byte.isAlphanumeric || "-._~/".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
