/// What `@fig-x` and its kin refer to: the prefix of a label says it.
public enum CrossReference: String, Sendable, Hashable, CaseIterable {
  case figure = "fig-"
  case table = "tbl-"
  case equation = "eq-"
  case section = "sec-"

  /// Returns what a label of this name is for; nil where its prefix does not say.
  public init?(label: String) {
    guard let kind = Self.allCases.first(where: { label.hasPrefix($0.rawValue) }) else { return nil }
    self = kind
  }

  /// What it is called in a sentence.
  public var word: String {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .equation: "equation"
    case .section: "section"
    }
  }

  /// The longest label.
  private static let longest = 100

  /// Whether `text` can be a label.
  static func isLabel(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longest && text.utf8.allSatisfy(isLabelByte)
  }

  /// Returns the label that the `@` at an offset refers to; nil where it is part of a word or an address.
  static func label(in text: [UInt8], at: Int) -> String? {
    if at > 0, isLabelByte(text[at - 1]) || text[at - 1] >= 0x80 || ".+/@".utf8.contains(text[at - 1]) {
      return nil
    }
    var end = at + 1
    while end < text.count, end - at <= longest, isLabelByte(text[end]) { end += 1 }
    while end > at + 1, !text[end - 1].isAlphanumeric { end -= 1 }
    // A point inside makes it an address, a point behind it ends a sentence.
    if end + 1 < text.count, text[end] == UInt8(ascii: "."), text[end + 1].isAlphanumeric { return nil }
    let label = String(decoding: text[(at + 1)..<end], as: UTF8.self)
    guard let kind = CrossReference(label: label), label != kind.rawValue.dropLast() else { return nil }
    return label
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
