import Diagnostics

/// Rows of tables as they are written elsewhere: with blanks between the entries, bars, or an arrow.
extension Parser {
  /// Says once what all rows in the braces at `bracket` look like here, if they are known and two or more look otherwise.
  mutating func reportWrittenRows(in bracket: Int, inputs: Int, outputs: Int) -> Bool {
    let inside = tokens[bracket].bytes.upperBound..<tokens[tokens[bracket].partner].bytes.lowerBound
    guard inside.count <= 10 * Self.longestCopy, inputs > 0, outputs > 0,
      let rows = writtenRows(in: range(inside).text, inputs, outputs), rows.places.count >= 2
    else { return false }
    // What was said of single rows is said of all.
    let (lower, upper) = (source.offsetInFile(inside.lowerBound), source.offsetInFile(inside.upperBound))
    diagnostics.removeAll { (lower..<upper).contains($0.primary.range.lowerBound) }
    let first = rows.places[0]
    let place = range(inside.lowerBound + first.lowerBound..<inside.lowerBound + first.upperBound)
    report(
      Diagnostic(
        .badRow, "a row is written \(rows.example)", at: place,
        secondary: rows.places.dropFirst().prefix(3).map {
          .init(range(inside.lowerBound + $0.lowerBound..<inside.lowerBound + $0.upperBound), "this one, too")
        },
        hint: .init(
          "write one character a column and `,` behind each row", edit: .init(range(inside), rows.text))))
    return true
  }

  /// The rows of a text, and the indices in it of those that are not written as here.
  private func writtenRows(in text: String, _ inputs: Int, _ outputs: Int) -> (
    text: String, example: String, places: [Range<Int>]
  )? {
    var rows: [String] = []
    var places: [Range<Int>] = []
    var start = 0
    let separators = text.contains("\n") ? "\n;" : text.contains(";") ? ";" : ","
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) }) {
      let begin = start
      start += line.utf8.count + 1
      let uncommented = line.split(separator: "#", omittingEmptySubsequences: false)[0]
      let row = uncommented.dropLast(uncommented.reversed().prefix { $0 == " " }.count)
      let typed = row.drop { $0 == " " }
      guard !typed.isEmpty else { continue }
      guard let written = Self.row(typed, inputs, outputs) else { return nil }
      rows.append(written)
      // Blanks may stand around the colon and before the comma.
      let close = typed.split(separator: ":").map {
        $0.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
      }
      let isOurs = [written, written + ",", written + " ,"].contains(close.joined(separator: ":"))
      let offset = begin + row.utf8.count - typed.utf8.count
      if !isOurs { places.append(offset..<offset + typed.utf8.count) }
    }
    guard let example = rows.first else { return nil }
    let isLong = text.contains("\n")
    let joined = rows.joined(separator: isLong ? ",\n  " : ", ")
    return (isLong ? "\n  \(joined)\n" : " \(joined) ", "`\(example)`", places)
  }

  /// `0 1 | 1` as `01:1`.
  private static func row(_ typed: Substring, _ inputs: Int, _ outputs: Int) -> String? {
    var values = ""
    var typed = typed.replacing("->", with: " ").replacing("=>", with: " ")
    for (word, digit) in [
      ("true", "1"), ("false", "0"), ("True", "1"), ("False", "0"), ("T", "1"), ("F", "0"),
    ] {
      typed = typed.replacing(word, with: digit)
    }
    for character in typed {
      switch character {
      case "0", "1", "-", "?": values.append(character)
      case " ", "\t", "|", ",", ":", "[", "]", "=", "→": continue
      default: return nil
      }
    }
    guard values.utf8.count == inputs + outputs else { return nil }
    return "\(values.prefix(inputs)):\(values.suffix(outputs))"
  }

  /// `AND = { 00:0, … }`: the head that belongs before the rows.
  func tableWithoutHead(_ name: Identifier) -> Diagnostic? {
    let text = range(
      token.bytes.upperBound..<max(token.bytes.upperBound, tokens[token.partner].bytes.lowerBound)
    ).text
    let first = text.drop { " \n".contains($0) }.prefix { "01-?: ".contains($0) }.split(separator: ":")
    let sides = first.map { $0.count { $0 != " " } }
    guard sides.count == 2, sides[0] > 0, sides[1] > 0, sides[0] <= 16 else { return nil }
    let inputs = (1...sides[0]).map { "x\($0)" }.joined(separator: ", ")
    let outputs = sides[1] == 1 ? "y" : (1...sides[1]).map { "y\($0)" }.joined(separator: ", ")
    let head = "table \(name.text)(\(inputs) -> \(outputs)) "
    return Diagnostic(
      .misplacedStatement, "a table has a head that names its columns", at: here,
      hint: .init(
        "write `\(head){ … }`",
        edit: .init(name.range.joined(with: range(token.bytes.lowerBound..<token.bytes.lowerBound)), head)))
  }
}
