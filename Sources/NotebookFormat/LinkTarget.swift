/// Where a link of the text leads, and whether a page may lead there.
///
/// A report is opened by people who did not write it: its links lead to the web, to a mail, to a place on the page
/// or to a file beside it, and never run anything.
public struct LinkTarget: Sendable, Hashable {
  /// The address as a page may hold it; nil where the link is dropped.
  public let address: String?
  /// Why it is dropped.
  let refusal: String?

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

  private static func refusal(_ address: String) -> String? {
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
