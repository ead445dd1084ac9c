import Formulas

/// The font of formulas in parts: what nearly all formulas are made of, and alphabets and signs for the pages that need them.
struct MathFont: Sendable {
  /// Some characters of the font.
  struct Part: Sendable {
    /// The file.
    let bytes: [UInt8]
    /// Its characters as CSS names them: `U+20-7E,U+3B1`.
    let range: String
    /// Its characters.
    let characters: [ClosedRange<UInt32>]

    init(bytes: [UInt8], range: String) {
      self.bytes = bytes
      self.range = range
      characters = MathFont.read(range)
    }
  }

  /// The parts; browsers take what stretches from the first, which every page with formulas holds.
  let parts: [Part]

  /// Takes the parts that `list` names, a line each with the name and the characters; nil where the first is missing.
  init?(list: String, bytes: (String) -> [UInt8]?) {
    var parts: [Part] = []
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2, let file = bytes(words[0]) else {
        if parts.isEmpty { return nil }
        continue
      }
      parts.append(Part(bytes: file, range: words[1]))
    }
    if parts.isEmpty { return nil }
    self.parts = parts
  }

  /// Reads `U+20-7E,U+3B1`.
  static func read(_ ranges: String) -> [ClosedRange<UInt32>] {
    ranges.split(separator: ",").compactMap { range in
      let ends = range.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
  }

  /// The characters of a formula's markup for which a browser asks the font: a letter alone in its element is slanted.
  static func characters(of markup: String) -> Set<Unicode.Scalar> {
    var characters: Set<Unicode.Scalar> = []
    for element in markup.split(separator: "<") {
      let content = element.unicodeScalars.drop { $0 != ">" }.dropFirst()
      if element.hasPrefix("mi>"), content.count == 1 {
        characters.formUnion(Formula.LetterStyle.italic.styledWords(String(content)).unicodeScalars)
      } else {
        characters.formUnion(content)
      }
    }
    return characters
  }

  /// The rules of a style sheet for formulas of these characters.
  func rules(for characters: Set<Unicode.Scalar>) -> String {
    var rules =
      "/* Parts of Latin Modern Math, under the GUST Font License (https://www.gust.org.pl/fonts/licenses). */\n"
    for (number, part) in parts.enumerated() {
      let isNeeded =
        number == 0 || characters.contains { sign in part.characters.contains { $0.contains(sign.value) } }
      if isNeeded {
        rules += rule(base64(part.bytes), number == 0 ? "" : " unicode-range: \(part.range);") + "\n"
      }
    }
    return rules
  }

  private func rule(_ data: String, _ range: String) -> String {
    "@font-face { font-family: \"nnb Math\";\(range) src: url(data:font/woff2;base64,\(data)) format(\"woff2\"); }"
  }
}
