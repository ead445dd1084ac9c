/// Text from a notebook made safe for a picture: one line, no control characters, bounded in length.
enum PlainText {
  /// Returns `text` in at most `limit` characters, with "…" where some were left out.
  static func bounded(_ text: String, limit: Int) -> String {
    var result = String.UnicodeScalarView()
    // Scalars are bounded too, since one character can hold any number of combining marks.
    for scalar in text.unicodeScalars.prefix(8 * limit) {
      if let kept = printable(scalar) { result.append(kept) }
    }
    let line = String(result)
    let isCut = line.count > limit || text.unicodeScalars.count > 8 * limit
    return isCut ? String(line.prefix(max(0, limit - 1))) + "…" : line
  }

  /// Returns a label safe for a picture, with its names typeset.
  static func label(_ text: String, limit: Int) -> String { MathText.names(bounded(text, limit: limit)) }

  /// Returns `text` in at most `limit` characters, cut between two words.
  static func shortened(_ text: String, limit: Int) -> String {
    guard text.count > limit else { return text }
    let cut = text.prefix(max(0, limit - 1))
    let end = cut.lastIndex(of: " ") ?? cut.startIndex
    return cut[..<end] + "…"
  }

  /// Returns `text`, cut with "…" to fit into `width` at type size `size`, both in 1/64 px.
  static func fitted(_ text: String, width: Int, size: Int) -> String {
    guard TextWidths.width(of: text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty && TextWidths.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
    // Format characters can turn the direction of text or hide it.
    case .format, .surrogate, .privateUse, .unassigned: nil
    default: scalar
    }
  }
}
