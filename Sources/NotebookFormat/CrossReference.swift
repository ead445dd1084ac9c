import Wording

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
  public var word: Message {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .equation: "equation"
    case .section: "section"
    }
  }

  /// The words that stand for the prefix elsewhere, or by mistake.
  fileprivate var spellings: [String] {
    switch self {
    case .figure: ["fig", "figure"]
    case .table: ["tbl", "tab", "table"]
    case .equation: ["eq", "eqn", "equation"]
    case .section: ["sec", "section"]
    }
  }
}

/// What a label is made of.
enum Label {
  /// The most bytes of one.
  static let longest = 100

  /// Whether `text` can be a label or the name of an exercise.
  static func isLabel(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longest && text.unicodeScalars.allSatisfy(isPart)
  }

  /// Whether a label may hold a scalar: the letters and digits of every script, `-` and `_`.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(scalar.value).isAlphanumeric || scalar == "-" || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}

/// A word behind an `@` that is a reference, or looks like one.
struct ReferenceWord: Equatable {
  /// How it is read.
  enum Reading: Equatable {
    case reference
    /// Its prefix is not spelled as ours are, so it stays text.
    case misspelt
    /// A word stands right before its `@`, so it stays text.
    case insideWord
    /// A point and more letters stand behind it as in an address, so it stays text.
    case beforePoint
    /// It stands in the words of a link, which cannot hold another, so it stays text.
    case insideLink
  }

  /// What stands behind the `@`.
  let typed: String
  /// The label that is meant.
  let label: String
  let reading: Reading

  /// Reads the word behind the `@` at an offset; nil where it is an address, or a word of another kind.
  init?(in text: [UInt8], at: Int, isInLink: Bool = false) {
    let start = at + 1
    var end = Self.end(ofLabelIn: text, from: start)
    let mark = Self.mark(in: text, from: start)
    if let mark, mark.range.upperBound >= end {
      end = Self.end(ofLabelIn: text, from: mark.range.upperBound)
    }
    while end > start, text[end - 1] == UInt8(ascii: "-") || text[end - 1] == UInt8(ascii: "_") { end -= 1 }
    guard let mark, end > mark.range.upperBound else { return nil }
    let rest = String(decoding: text[mark.range.upperBound..<end], as: UTF8.self)
    typed = String(decoding: text[start..<end], as: UTF8.self)
    label = mark.kind.rawValue + rest
    let isAddress = end + 1 < text.count && text[end] == UInt8(ascii: ".") && text[end + 1].isAlphanumeric
    if let before = Self.scalar(before: at, in: text),
      Label.isPart(before) || [".", "/", "@", "+"].contains(before)
    {
      // `a@fig-b.org` and `…/@fig-b` are addresses.
      guard typed == label, !isAddress, before == "." || Label.isPart(before) else { return nil }
      reading = .insideWord
    } else if typed != label {
      reading = .misspelt
    } else {
      reading = isAddress ? .beforePoint : isInLink ? .insideLink : .reference
    }
  }

  private static func end(ofLabelIn text: [UInt8], from start: Int) -> Int {
    var end = start
    while end < text.count {
      let (scalar, length) = scalar(at: end, in: text)
      guard Label.isPart(scalar), end + length - start <= Label.longest else { break }
      end += length
    }
    return end
  }

  /// The prefix at an offset in whatever spelling, with the sign that parts it from the rest.
  private static func mark(in text: [UInt8], from start: Int) -> (kind: CrossReference, range: Range<Int>)? {
    var end = start
    while end < text.count, end - start < 10, text[end].isAlphanumeric { end += 1 }
    guard end < text.count else { return nil }
    let word = String(decoding: text[start..<end], as: UTF8.self).lowercased()
    guard let kind = CrossReference.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
    let (sign, length) = scalar(at: end, in: text)
    switch sign {
    // What a word processor makes of a hyphen counts as one.
    case "-", "_", ":", "\u{2010}"..."\u{2015}", "\u{2212}": return (kind, start..<(end + length))
    default: return nil  // Student text, not a case of ours.
    }
  }

  /// The scalar at an offset and its length.
  private static func scalar(at offset: Int, in text: [UInt8]) -> (Unicode.Scalar, Int) {
    let first = text[offset]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var decoder = UTF8()
    var bytes = text[offset..<min(offset + length, text.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  private static func scalar(before offset: Int, in text: [UInt8]) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start, in: text).0 : nil
  }
}

extension Block {
  /// What a label of the block is for, and what the block is called; nil where it takes none.
  public var labelled: (kind: CrossReference, word: Message)? {
    switch kind {
    case .heading: return (.section, "heading")
    case .table: return (.table, "table")
    case .math: return (.equation, "formula")
    case .paragraph(let inlines):
      guard inlines.count == 1 else { return nil }
      switch inlines[0].kind {
      case .image: return (.figure, "picture")
      case .math(_, isDisplayed: true): return (.equation, "formula")
      case .math, .text, .softBreak, .lineBreak, .code, .value, .reference, .emphasis, .strong,
        .strikethrough,
        .styled, .anchor, .link, .footnoteReference, .html:
        return nil
      }
    case .quote, .callout, .list, .code, .cell, .thematicBreak, .html, .footnote, .section, .details,
      .centred, .pause:
      return nil
    }
  }
}
