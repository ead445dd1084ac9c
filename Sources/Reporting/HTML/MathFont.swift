/// The font of formulas in two parts: what most formulas are made of, and the rest, for the pages that need it.
struct MathFont: Sendable {
  /// The first part as base64.
  let common: String
  /// The second part as base64, with its characters as CSS names them; nil where the folder has none.
  let rare: (data: String, range: String)?
  private let rareCharacters: [ClosedRange<UInt32>]

  /// Takes the parts; `ranges` are the characters of each, a line for each part.
  init(common: String, rare: String?, ranges: String?) {
    self.common = common
    let lines = (ranges ?? "").split(separator: "\n").map(String.init)
    guard let rare, lines.count == 2 else {
      self.rare = nil
      rareCharacters = []
      return
    }
    self.rare = (rare, lines[1])
    rareCharacters = Self.read(lines[1])
  }

  /// Reads `U+20-7E,U+3B1`.
  static func read(_ ranges: String) -> [ClosedRange<UInt32>] {
    ranges.split(separator: ",").compactMap { range in
      let ends = range.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
  }

  /// The rules of a style sheet for formulas of these signs.
  func rules(for signs: Set<Unicode.Scalar>) -> String {
    var rules = """
      /* A part of Latin Modern Math, under the GUST Font License (https://www.gust.org.pl/fonts/licenses). */
      \(rule(common))

      """
    if let rare, signs.contains(where: isRare) {
      rules += rule(rare.data, " unicode-range: \(rare.range);") + "\n"
    }
    return rules
  }

  private func rule(_ data: String, _ range: String = "") -> String {
    "@font-face { font-family: \"nnb Math\";\(range) src: url(data:font/woff2;base64,\(data)) format(\"woff2\"); }"
  }

  private func isRare(_ sign: Unicode.Scalar) -> Bool {
    rareCharacters.contains { $0.contains(sign.value) }
  }
}
