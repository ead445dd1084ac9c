import Diagnostics

/// The bytes of a file by lines, made safe for the Markdown parser without moving any of them.
struct SourceLines {
  let file: SourceFile
  /// The file's bytes; those that the parser must not see are replaced one for one.
  let bytes: [UInt8]
  /// The offsets of each line without its line end and byte order mark.
  let ranges: [Range<Int>]
  /// Where the line behind each line begins.
  let nextStarts: [Int]

  init(_ file: SourceFile) {
    let bytes = Self.harmless(Array(file.text.utf8))
    var ranges: [Range<Int>] = []
    var nextStarts: [Int] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var at = start
    while at < bytes.count {
      guard bytes[at] == .lineFeed || bytes[at] == .carriageReturn else {
        at += 1
        continue
      }
      let end = at
      at += bytes[at] == .carriageReturn && at + 1 < bytes.count && bytes[at + 1] == .lineFeed ? 2 : 1
      ranges.append(start..<end)
      nextStarts.append(at)
      start = at
    }
    if start < bytes.count {
      ranges.append(start..<bytes.count)
      nextStarts.append(bytes.count)
    }
    self.file = file
    self.bytes = bytes
    self.ranges = ranges
    self.nextStarts = nextStarts
  }

  /// Returns the bytes of a line.
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[ranges[line]] }

  /// Returns a line's offsets without blanks at its end.
  func trimmed(_ line: Int) -> Range<Int> {
    var range = ranges[line]
    while let last = bytes[range].last, last.isBlank { range = range.lowerBound..<range.upperBound - 1 }
    return range
  }

  /// Returns whether a line holds nothing, or nothing but the marks of block quotes.
  func isBlank(_ line: Int) -> Bool {
    self[line].allSatisfy { $0.isBlank || $0 == .greaterThan }
  }

  /// Returns the line that holds an offset.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the range of the file at these offsets.
  func range(_ offsets: Range<Int>) -> SourceRange { SourceRange(file, offsets) }

  /// Replaces NUL, which the parser would lengthen, and a `^` spelled as a character reference
  /// behind `[`: cmark-gfm 0.29.0.gfm.6 takes it for a footnote and reads freed memory.
  private static func harmless(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for at in bytes.indices {
      if bytes[at] == 0 { bytes[at] = 1 }
      guard bytes[at] == .leftBracket, at + 1 < bytes.count, bytes[at + 1] == .ampersand else { continue }
      guard let end = bytes[at...].prefix(24).firstIndex(of: .semicolon) else { continue }
      let name = String(decoding: bytes[(at + 2)..<end], as: UTF8.self)
      if spellsCaret(name) { bytes[end] = .comma }
    }
    return bytes
  }

  private static func spellsCaret(_ reference: String) -> Bool {
    guard reference.hasPrefix("#") else { return reference == "Hat" }
    let digits = reference.dropFirst()
    if let first = digits.first, "xX".contains(first) { return Int(digits.dropFirst(), radix: 16) == 0x5E }
    return Int(digits) == 0x5E
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let ampersand = UInt8(ascii: "&")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let greaterThan = UInt8(ascii: ">")
  static let lessThan = UInt8(ascii: "<")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let pipe = UInt8(ascii: "|")
  static let numberSign = UInt8(ascii: "#")
  static let exclamation = UInt8(ascii: "!")
  static let leftBrace = UInt8(ascii: "{")
  static let at = UInt8(ascii: "@")
  static let tilde = UInt8(ascii: "~")

  /// Whether it is a space or a tab.
  var isBlank: Bool { self == .space || self == .tab }
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }

  /// Whether it is an ASCII letter or digit.
  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  /// Whether a backslash before it makes it literal.
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
