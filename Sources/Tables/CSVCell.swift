import Wording

/// What a cell of a file of comma-separated values says.
enum CSVCell {
  /// A number as the language writes it, but for a sign in front.
  case number(Double)
  /// A number that is written in another way, such as `1,5`, and how to write it here.
  case foreignNumber(cure: Message)
  /// Nothing, or one of the marks for it, such as `NA`.
  case mark
  /// Any other text.
  case text

  /// What programs write where a value is missing, in small letters.
  private static let marks: Set<String> = ["", "na", "n/a", "#n/a", "nan", "null", "?"]

  init(_ cell: String, _ separator: CSVRows.Separator) {
    if let number = Self.number(cell) {
      self = number.isFinite ? .number(number) : .foreignNumber(cure: "a number is below 1.8e308")
    } else if Self.marks.contains(cell.lowercased()) {
      self = .mark
    } else if let cure = Self.cure(of: cell, separator) {
      self = .foreignNumber(cure: cure)
    } else {
      self = .text
    }
  }

  /// Digits with a point and a power of ten; no `inf`, no `0x1F`, which `Double` would take.
  private static func number(_ cell: String) -> Double? {
    let isPlain = cell.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.eE".utf8.contains($0)
    }
    return isPlain ? Double(cell) : nil
  }

  /// How to write a number that people and programs write in another way; nil where the cell is none.
  private static func cure(of cell: String, _ separator: CSVRows.Separator) -> Message? {
    guard cell.utf8.count < 64, cell.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return infinities.contains(cell.lowercased()) ? "a number is finite: leave out the row" : nil }
    let words = cell.replacing("−", with: "-")
    if words != cell, number(words) != nil { return "the minus of a number is the hyphen: write \(words)" }
    if isGrouped(words) {
      let isByPoints = words.count { $0 == "." } > 1
      let grouped = words.filter { !groupSigns.contains($0) && !(isByPoints && $0 == ".") }
      let point = words.replacing(",", with: ".")
      return words.contains(",") && number(point) != nil
        ? "write \(grouped) if the comma groups digits, \(point) if it is a decimal comma"
        : "the digits of a number stand in no groups: write \(grouped)"
    }
    let commas = words.count { $0 == "," }
    let pointed = String(words.filter { $0 != "." && !$0.isWhitespace }).replacing(",", with: ".")
    if commas == 1, number(pointed) != nil {
      return separator == .comma
        ? "a number has a decimal point: write \(pointed)"
        : "a number has a decimal point: write \(pointed), or replace all commas of the file by points"
    }
    let alone = words.filter { !units.contains($0) && !$0.isWhitespace }
    if alone != words, number(alone) != nil { return "write the number alone: \(alone)" }
    return nil
  }

  private static let infinities: Set<String> = [
    "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "∞",
  ]
  private static let units: Set<Character> = ["%", "$", "€", "£"]
  private static let groupSigns: Set<Character> = [",", "'", "’", "_", " ", "\u{A0}", "\u{202F}", "\u{2009}"]

  /// Whether digits stand in groups of three, such as `1 000` or `1,000,000.5`; `1.000.000` is one, too.
  private static func isGrouped(_ cell: String) -> Bool {
    let digits = cell.drop { $0 == "+" || $0 == "-" }
    let isByPoints = digits.count { $0 == "." } > 1
    let whole = isByPoints ? digits : digits.prefix { $0 != "." }
    let parts = whole.split(omittingEmptySubsequences: false) { groupSigns.contains($0) || $0 == "." }
    let rest = digits.dropFirst(whole.count + 1)
    guard parts.count > 1, let first = parts.first, 1...3 ~= first.count else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
      && (parts + [rest]).allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
  }
}
