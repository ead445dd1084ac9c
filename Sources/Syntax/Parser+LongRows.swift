import Diagnostics
import Wording

/// Rows of numbers as they are written elsewhere: without parentheses, in brackets, with decimal commas.
extension Parser {
  /// Says once how the rows in the braces at `bracket` are written here, if they are numbers and look otherwise.
  mutating func reportLongRows(in bracket: Int, inputs: Int, outputs: Int) -> Bool {
    let inside = tokens[bracket].bytes.upperBound..<tokens[tokens[bracket].partner].bytes.lowerBound
    guard inside.count <= 10 * Self.longestCopy, inputs > 0, outputs > 0,
      let rows = NumberRows(range(inside).text, inputs: inputs, outputs: outputs), let first = rows.odd.first
    else { return false }
    let (lower, upper) = (source.offsetInFile(inside.lowerBound), source.offsetInFile(inside.upperBound))
    diagnostics.removeAll { (lower..<upper).contains($0.primary.range.lowerBound) }
    func place(_ row: NumberRows.Row) -> SourceRange {
      range(inside.lowerBound + row.place.lowerBound..<inside.lowerBound + row.place.upperBound)
    }
    report(
      Diagnostic(
        .badRow, rows.message, at: place(first),
        secondary: rows.odd.dropFirst().prefix(3).map { .init(place($0), "this one, too") },
        hint: .init("write `\(first.text)`", edit: .init(range(inside), rows.text))))
    return true
  }
}

/// The rows of a table of numbers, whatever stands between them.
private struct NumberRows {
  /// A row as it is written here, and where its inputs stand in the text.
  struct Row {
    let text: String
    let place: Range<Int>
    let isOurs: Bool
  }

  let message: Message
  let text: String
  let rows: [Row]

  /// The rows that are written otherwise.
  var odd: [Row] { rows.filter { !$0.isOurs } }

  /// Reads rows; nil where something else stands between them than numbers and signs, or they do not fit the columns.
  init?(_ text: String, inputs: Int, outputs: Int) {
    guard text.contains(where: { "23456789.(;[+".contains($0) }),
      text.utf8.allSatisfy({ "0123456789.,;:-+()[] \n".utf8.contains($0) }),
      let (rows, isDecimal) = Self.rows(text, inputs, outputs, commas: false)
        ?? Self.rows(text, inputs, outputs, commas: true)
    else { return nil }
    self.rows = rows
    let isBare = text.first { $0 != " " && $0 != "\n" } != "("
    message =
      isDecimal
      ? "a number has a point, not a comma"
      : isBare ? "inputs other than single 0 and 1 stand in parentheses" : "a row is `(inputs): output`"
    let isLong = text.contains("\n")
    let joined = rows.map(\.text).joined(separator: isLong ? ",\n  " : ", ")
    self.text = isLong ? "\n  \(joined)\n" : " \(joined) "
  }

  private static func rows(
    _ text: String, _ inputs: Int, _ outputs: Int, commas isDecimal: Bool
  ) -> (rows: [Row], isDecimal: Bool)? {
    let numbers = numbers(text, commas: isDecimal)
    let width = inputs + outputs
    let signs = text.utf8.count { "+-".utf8.contains($0) }
    let isShort = numbers.allSatisfy { $0.text == "0" || $0.text == "1" } && !text.contains("(") && inputs > 1
    guard !numbers.isEmpty, numbers.count % width == 0, numbers.allSatisfy({ isNumber($0.text) }), !isShort,
      signs == numbers.count(where: { "+-".contains($0.text.prefix(1)) })
    else { return nil }
    let bytes = Array(text.utf8)
    var rows: [Row] = []
    for start in stride(from: 0, to: numbers.count, by: width) {
      let row = numbers[start..<start + width]
      let (last, next) = (row[start + inputs - 1].place.upperBound, row[start + inputs].place.lowerBound)
      // What stands between the inputs and the outputs shows that a row begins and ends where it should.
      let between = bytes[last..<next].filter { $0 != 0x20 }
      let isMarked = between.contains(UInt8(ascii: ":"))
      if !isMarked, text.contains(":") { return nil }
      let (left, right) = (row.prefix(inputs), row.dropFirst(inputs))
      let y = right.map(\.text).joined(separator: ", ")
      let x = "(\(left.map(\.text).joined(separator: ", ")))"
      let place = row[start].place.lowerBound..<last
      let before = bytes[..<place.lowerBound].last { $0 != 0x20 && $0 != 0x0A }
      let isParenthesised = before == UInt8(ascii: "(") && between.starts(with: "):".utf8)
      let isPlain = !bytes[place].contains(UInt8(ascii: ";"))
      let isShort =
        inputs == 1 && between == [UInt8(ascii: ":")] && row.allSatisfy { ["0", "1"].contains($0.text) }
      rows.append(
        Row(
          text: "\(x): \(outputs == 1 ? y : "(\(y))")", place: place,
          isOurs: (isParenthesised && isPlain || isShort) && !isDecimal))
    }
    return (rows, isDecimal)
  }

  /// Whether it is a number and no row of digits, such as `001`.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.drop { "+-".contains($0) }
    return Double(text) != nil && !(digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true)
  }

  /// The numbers of a text; with `commas`, a comma between digits is a point.
  private static func numbers(_ text: String, commas isDecimal: Bool) -> [(text: String, place: Range<Int>)] {
    var numbers: [(text: String, place: Range<Int>)] = []
    let bytes = Array(text.utf8)
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && Self.digits.contains(bytes[index]) }
    var index = 0
    while index < bytes.count {
      let isSigned = bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
      guard isDigit(index) || isSigned && isDigit(index + 1) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while isDigit(index)
        || isDigit(index + 1)
          && (bytes[index] == UInt8(ascii: ".") || isDecimal && bytes[index] == UInt8(ascii: ","))
      {
        index += 1
      }
      let typed = String(decoding: bytes[start..<index], as: UTF8.self).replacing(",", with: ".")
      numbers.append((typed, start..<index))
    }
    return numbers
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}
