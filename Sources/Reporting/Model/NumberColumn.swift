/// The numbers of a column as a page shows them: − for -, the points below each other, equally many decimals.
///
/// A whole number stays whole; a number with a point gets zeros up to its column's decimals, as far as its six digits
/// reach. Blanks of the width of a digit fill up the rest, so that a column can be centred.
struct NumberColumn {
  /// The texts, row by row.
  let texts: [String]

  /// Takes the texts of a column; one that has anything but numbers in it stays as it is, apart from its signs.
  init(_ cells: [String]) {
    let numbers = cells.map { Number($0) }
    let isAligned =
      cells.count > 1 && zip(cells, numbers).allSatisfy { $1 != nil || Self.fillers.contains($0) }
    guard isAligned else {
      texts = cells.map { Self.shown($0) }
      return
    }
    let decimals = numbers.reduce(0) { max($0, $1?.fraction?.count ?? 0) }
    let padded = numbers.map { $0?.padded(to: decimals) }
    let whole = padded.reduce(0) { max($0, $1?.before.count ?? 0) }
    let behind = padded.reduce(0) { max($0, $1?.behind.count ?? 0) }
    texts = zip(cells, padded).map { cell, number in
      guard let number else { return cell }
      // The blank behind a point that is not there is as wide as a point.
      let tail = number.behind.isEmpty && behind > 0 ? [Self.pointBlank] : []
      let missing = behind - number.behind.count - tail.count
      return Self.blanks(whole - number.before.count) + number.before + number.behind + tail.joined()
        + Self.blanks(missing)
    }
  }

  /// The characters of the longest text.
  var width: Int { texts.reduce(0) { max($0, $1.count) } }

  /// What stands in a column of numbers for a number.
  private static let fillers: Set<String> = ["", "?", "…", "⋮", "-"]
  private static let pointBlank = "\u{2008}"

  private static func blanks(_ count: Int) -> String { String(repeating: "\u{2007}", count: max(0, count)) }

  /// Returns a text of numbers with true minus signs, `×10⁻⁵` for `e-05`, and points that no line breaks.
  static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: { "-e(".utf8.contains($0) }) else { return text }
    var result = ""
    var isInPoint = false
    var rest = text[...]
    while let first = rest.first {
      let before = result.last
      let isBehindWord = before.map { $0.isLetter || $0.isNumber } ?? false
      if first == "e", before?.isNumber == true, let match = rest.prefixMatch(of: /e([+-]?)0*([0-9]+)/) {
        result += "×10" + Self.raised((match.1 == "-" ? "-" : "") + match.2)
        rest = rest[match.range.upperBound...]
        continue
      }
      rest.removeFirst()
      // A call such as `adam(0.02, eps=1e-8)` is no point.
      if first == "(" || first == ")" {
        isInPoint = first == "(" && !isBehindWord && Self.beginsNumber(rest)
      }
      if isInPoint, first == " ", before == "," {
        result += "\u{a0}"
        continue
      }
      let isSign = first == "-" && !isBehindWord && (rest.first?.isNumber ?? false || rest.hasPrefix("inf"))
      result.append(isSign ? "−" : first)
    }
    return result
  }

  private static func beginsNumber(_ text: Substring) -> Bool {
    text.dropFirst(text.first == "-" ? 1 : 0).utf8.first.map(isDigit) ?? false
  }

  private static func raised(_ digits: String) -> String {
    let signs: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹",
    ]
    return String(digits.map { signs[$0] ?? $0 })
  }

  /// A number in decimals: a sign, digits, and digits behind the point.
  private struct Number {
    let whole: String
    let fraction: String?

    init?(_ text: String) {
      let isNegative = text.first == "-"
      let parts = text.dropFirst(isNegative ? 1 : 0)
        .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return nil }
      whole = (isNegative ? "−" : "") + parts[0]
      fraction = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Adds zeros that are true: a number is known to six digits.
    func padded(to decimals: Int) -> (before: String, behind: String) {
      guard var fraction else { return (whole, "") }
      let significant = (whole + fraction).drop { "−0".contains($0) }.count
      let zeros = min(decimals - fraction.count, 6 - significant)
      fraction += String(repeating: "0", count: max(0, zeros))
      return (whole, "." + fraction)
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
