import TestSupport
import Testing

/// The colours of the style sheet, in each of its themes.
struct SheetColourTests {
  /// The colours that each block of the sheet gives to names.
  private static func themes() throws -> [[String: [Double]]] {
    let sheet = try Repository.text("Templates/report.css")
    return sheet.split(separator: "{").compactMap { block -> [String: [Double]]? in
      var theme: [String: [Double]] = [:]
      for line in block.split(whereSeparator: { $0 == ";" || $0 == "}" }) {
        let parts = line.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
        guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#"), parts[1].count == 7 else {
          continue
        }
        let digits = Array(parts[1].dropFirst())
        theme[String(parts[0].dropFirst(2))] = stride(from: 0, to: 6, by: 2).map {
          Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255
        }
      }
      return theme["paper"] == nil ? nil : theme
    }
  }

  /// The relative luminance of sRGB: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance, with the powers by squaring.
  private static func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { $0 <= 0.03928 ? $0 / 12.92 : power((($0 + 0.055) / 1.055)) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// x^2.4, by Newton's method for the fifth root of x^12.
  private static func power(_ x: Double) -> Double {
    let twelfth = (x * x * x) * (x * x * x) * (x * x * x) * (x * x * x)
    var root = x
    for _ in 0..<60 { root = (4 * root + twelfth / (root * root * root * root)) / 5 }
    return root
  }

  @Test func codeAndWordsAreReadableInEachTheme() throws {
    let themes = try Self.themes()
    #expect(themes.count >= 2)
    for theme in themes {
      for word in [
        "ink", "soft", "accent", "good", "bad", "todo", "note", "special", "keyword", "number", "string",
        "comment",
      ] {
        for ground in theme.keys where ground == "paper" || ground.hasSuffix("tint") {
          let a = Self.luminance(try #require(theme[word]))
          let b = Self.luminance(try #require(theme[ground]))
          let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
          #expect(contrast >= 4.5, "\(word) on \(ground): \(contrast)")
        }
      }
    }
  }
}
