import Diagnostics

extension Lexer {
  /// Reads a NUMBER, or an INT behind a point.
  mutating func number() {
    let start = offset
    let isField = isBehindPoint
    var end = digits(from: start)
    if !isField {
      if byte(end) == 0x2E, Self.isDigit(byte(end + 1)) { end = digits(from: end + 1) }
      end = exponent(from: end)
    }
    if isPointAlone(at: end, isField: isField) { return pointWithoutDigits(start, end) }
    let text = slice(start..<end)
    if let problem = problem(of: text, at: start..<end) { return addBad(to: end, problem) }
    if !isField, dashedExponent(start, end) || hexadecimal(start, end) { return }
    if !isField, isNameTurned(from: start, digitsTo: end) { return turnedName(start, digitsTo: end) }
    add(.number, to: end, text: text)
    checkEnd(isField: isField)
  }

  /// `1e–3`, whose minus is a dash.
  private mutating func dashedExponent(_ start: Int, _ end: Int) -> Bool {
    guard byte(end) | 0x20 == 0x65, let dash = ["–", "−", "‑"].first(where: { stands($0, at: end + 1) })
    else {
      return false
    }
    let first = end + 1 + dash.utf8.count
    let last = digits(from: first)
    guard last > first, last - first < 4 else { return false }
    let number = slice(start..<end) + "e-" + slice(first..<last)
    addRepaired(
      .number, to: last, text: number,
      Diagnostic(
        .foreignSpelling, "the minus of an exponent is `-`", at: range(start, last),
        hint: .init("write `\(number)`", edit: .init(range(start, last), number))))
    return true
  }

  /// `0x1F` or `0b101`.
  private mutating func hexadecimal(_ start: Int, _ end: Int) -> Bool {
    guard slice(start..<end) == "0", let radix = [0x78: 16, 0x62: 2][Int(byte(end) | 0x20)] else {
      return false
    }
    var last = end + 1
    while Self.isNameByte(byte(last)) { last += 1 }
    guard last > end + 1, let value = Int(slice(end + 1..<last), radix: radix) else { return false }
    addRepaired(
      .number, to: last, text: "\(value)",
      Diagnostic(
        .foreignSpelling, "numbers are decimal", at: range(start, last),
        hint: .init("write `\(value)`", edit: .init(range(start, last), "\(value)"))))
    return true
  }

  /// Whether `2nd` stands here, or digits and letters that are bound: `2x = 3`.
  private func isNameTurned(from start: Int, digitsTo end: Int) -> Bool {
    guard bytes[start..<end].allSatisfy(Self.isDigit), !Self.isDigit(byte(end)), Self.isNameByte(byte(end)),
      byte(end) != 0x5F
    else { return false }
    var last = end
    while Self.isNameByte(byte(last)) { last += 1 }
    guard byte(last) < 0x80, last - start <= 64 else { return false }
    if ["st", "nd", "rd", "th"].contains(slice(end..<last)) { return true }
    while byte(last) == 0x20 { last += 1 }
    guard byte(last) == 0x3D, byte(last + 1) != 0x3D else { return false }
    switch tokens.last?.kind {
    case nil, .line, .sign(.semicolon): return true
    case .name, .number, .text, .run, .keyword, .sign, .separator, .bad, .end: return false
    }
  }

  private mutating func turnedName(_ start: Int, digitsTo end: Int) {
    var last = end
    while Self.isNameByte(byte(last)) { last += 1 }
    let name = slice(end..<last) + slice(start..<end)
    let place = range(start, last)
    addRepaired(
      .name, to: last, text: name,
      Diagnostic(
        .foreignSpelling, "a name begins with a letter", at: place,
        hint: .init("write `\(name)`", edit: .init(place, name))))
  }

  /// The most characters of a number, because reading one takes more than linear time.
  private static let longestNumber = 400

  private func problem(of number: String, at bytes: Range<Int>) -> Diagnostic? {
    let place = source.range(bytes)
    guard number.utf8.count <= Self.longestNumber else {
      return Diagnostic(
        .badNumber, "this number has \(number.utf8.count) characters, and \(Self.longestNumber) is the most",
        at: place, hint: .init("17 digits are as exact as a number gets"))
    }
    guard Double(number)?.isFinite != true else { return nil }
    return Diagnostic(
      .numberTooLarge, "this number is larger than 1.8e308", at: place, hint: .init("write a smaller number"))
  }

  /// `.5`, where no field can stand.
  mutating func pointBeforeDigits() {
    let start = offset
    let end = exponent(from: digits(from: start + 1))
    let number = "0" + slice(start..<end)
    if let problem = problem(of: number, at: start..<end) { return addBad(to: end, problem) }
    addRepaired(
      .number, to: end, text: number,
      Diagnostic(
        .foreignSpelling, "a number has a digit on both sides of the point", at: range(start, end),
        hint: .init("write `\(number)`", edit: .init(range(start, end), number))))
  }

  private func digits(from index: Int) -> Int {
    var end = index
    while Self.isDigit(byte(end)) { end += 1 }
    return end
  }

  private func exponent(from index: Int) -> Int {
    guard byte(index) | 0x20 == 0x65 else { return index }
    let sign = byte(index + 1) == 0x2B || byte(index + 1) == 0x2D ? 1 : 0
    let end = digits(from: index + 1 + sign)
    return end > index + 1 + sign ? end : index
  }

  private func isPointAlone(at index: Int, isField: Bool) -> Bool {
    guard !isField, byte(index) == 0x2E else { return false }
    let next = byte(index + 1)
    return next != 0x2E && next < 0x80 && !Self.isNameByte(next)
  }

  private mutating func pointWithoutDigits(_ start: Int, _ end: Int) {
    let number = slice(start..<end)
    if let problem = problem(of: number, at: start..<end) { return addBad(to: end, problem) }
    addRepaired(
      .number, to: end + 1, text: number,
      Diagnostic(
        .foreignSpelling, "a number has a digit on both sides of the point", at: range(start, end + 1),
        hint: .init("write `\(number)`", edit: .init(range(start, end + 1), number))))
  }

  /// No letter, subscript or `_` may touch a number's end.
  private mutating func checkEnd(isField: Bool) {
    let next = byte(offset)
    guard next >= 0x80 || Self.isNameByte(next) else { return }
    let (scalar, length) = scalar(at: offset)
    if next == 0x5F { return underscore(isField: isField) }
    if Letters.digit(ofSubscript: scalar) != nil {
      return addBad(
        to: offset + length,
        Diagnostic(
          .badNumber, "a number has no subscript", at: range(offset, offset + length),
          hint: .init("delete it", edit: .init(range(offset, offset + length), ""))))
    }
    guard Letters.letter(scalar) != nil else { return }
    if isField {
      return addBad(
        to: offset + length,
        Diagnostic(.badNumber, "a letter touches the number of a field", at: range(offset, offset + length)))
    }
    let number = tokens.last?.text ?? ""
    addRepaired(
      .sign(.times), to: offset,
      Diagnostic(
        .foreignSpelling, "a product needs its sign",
        at: range(offset, offset + length),
        hint: .init("write `\(number)*\(scalar)`", edit: .init(range(offset, offset), "*"))))
  }

  private mutating func underscore(isField: Bool) {
    let start = tokens.last?.bytes.lowerBound ?? offset
    var end = offset
    while byte(end) == 0x5F || Self.isDigit(byte(end)) { end += 1 }
    let number = slice(start..<end).filter { $0 != "_" }
    let hasLetter = byte(end) >= 0x80 || Self.isNameByte(byte(end))
    guard !isField, !hasLetter, problem(of: number, at: start..<end) == nil else {
      return addBad(
        to: end, Diagnostic(.badNumber, "`_` touches a number", at: range(offset, end)))
    }
    tokens.removeLast()
    offset = start
    addRepaired(
      .number, to: end, text: number,
      Diagnostic(
        .foreignSpelling, "a number has no `_` between its digits", at: range(start, end),
        hint: .init("write `\(number)`", edit: .init(range(start, end), number))))
  }
}
