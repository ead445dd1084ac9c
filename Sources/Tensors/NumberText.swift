extension Double {
  /// The number as people write it: at most `digits` significant digits, no needless zeros.
  ///
  /// Plain decimals from 0.0001 up to as many digits before the point, else `1.5e-7`; a whole number
  /// below 10¹⁵ keeps all its digits. Rounds the shortest decimal that reads back, half away from zero.
  public func text(significantDigits digits: Int = 6) -> String {
    guard isFinite else { return isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
    guard self != 0 else { return "0" }
    if self == rounded(.towardZero), magnitude < 1e15 { return String(Int(self)) }
    let decimal = Decimal(shortestOf: magnitude).rounded(to: digits)
    return (self < 0 ? "-" : "") + decimal.text(wholeDigits: digits)
  }

  /// The number with at most `digits` significant digits, where whole numbers lose theirs, too.
  ///
  /// Of 1234567 three digits are `1.23e6`; 1200 has no more than two, and stays.
  public func roundedText(significantDigits digits: Int) -> String {
    guard isFinite, self == rounded(.towardZero), magnitude < 1e15, self != 0 else {
      return text(significantDigits: digits)
    }
    let decimal = Decimal(shortestOf: magnitude)
    guard decimal.digits.count > digits else { return text() }
    return (self < 0 ? "-" : "") + decimal.rounded(to: digits).text(wholeDigits: digits)
  }

  /// The number with exactly `decimals` digits behind the point.
  ///
  /// Rounds the shortest decimal that reads back, half away from zero; never shows a negative zero.
  public func text(decimals: Int) -> String { fixedText(decimals: decimals, shift: 0) }

  /// The number times a hundred with exactly `decimals` digits behind the point, and `%`.
  public func percentText(decimals: Int) -> String {
    isFinite ? fixedText(decimals: decimals, shift: 2) + "%" : text()
  }

  /// The number times 10 to the power of `shift`.
  private func fixedText(decimals: Int, shift: Int) -> String {
    guard isFinite else { return text() }
    let decimals = max(0, decimals)
    guard self != 0 else { return Decimal.zero.fixedText(decimals: decimals) }
    var decimal = Decimal(shortestOf: magnitude)
    decimal.exponent += shift
    let rounded = decimal.rounded(decimals: decimals)
    return (self < 0 && rounded.digits != [0] ? "-" : "") + rounded.fixedText(decimals: decimals)
  }

  /// The shortest text that reads back as the same number.
  public var shortestText: String { text(significantDigits: 17) }
}

/// Decimal digits and where the point stands: 0.digits × 10^exponent.
private struct Decimal {
  var digits: [UInt8]
  var exponent: Int

  /// The shortest decimal that reads back as `value`, which is positive and finite.
  init(shortestOf value: Double) {
    let parts = "\(value)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0].utf8.map { $0 - 48 }
    let fraction = mantissa.count > 1 ? mantissa[1].utf8.map { $0 - 48 } : []
    exponent = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    digits = whole + fraction
    trim()
  }

  private init(digits: [UInt8], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  static let zero = Decimal(digits: [0], exponent: 1)

  /// Keeps `decimals` digits behind the point, half away from zero.
  func rounded(decimals: Int) -> Decimal {
    let count = exponent + decimals
    if count < 0 { return .zero }
    if count > 0 { return rounded(to: count) }
    return (digits.first ?? 0) >= 5 ? Decimal(digits: [1], exponent: 1 - decimals) : .zero
  }

  /// The digits with exactly `decimals` behind the point.
  func fixedText(decimals: Int) -> String {
    func digit(_ position: Int) -> String {
      digits.indices.contains(position) ? String(digits[position]) : "0"
    }
    let whole = exponent > 0 ? (0..<exponent).map(digit).joined() : "0"
    guard decimals > 0 else { return whole }
    return whole + "." + (exponent..<(exponent + decimals)).map(digit).joined()
  }

  /// Removes zeros at both ends.
  private mutating func trim() {
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// Keeps `count` digits, half away from zero.
  func rounded(to count: Int) -> Decimal {
    guard digits.count > count else { return self }
    var result = self
    let roundsUp = digits[count] >= 5
    result.digits = Array(digits[..<count])
    if roundsUp {
      var position = count - 1
      while position >= 0, result.digits[position] == 9 {
        result.digits[position] = 0
        position -= 1
      }
      if position >= 0 {
        result.digits[position] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    result.trim()
    return result
  }

  /// The digits with their point; more than `wholeDigits` before it would be made up.
  func text(wholeDigits: Int) -> String {
    let characters = digits.map { Character(Unicode.Scalar($0 + 48)) }
    if exponent > wholeDigits || exponent < -3 {
      let fraction = characters.count > 1 ? "." + String(characters[1...]) : ""
      return "\(characters[0])\(fraction)e\(exponent - 1)"
    }
    if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + String(characters) }
    if exponent >= characters.count {
      return String(characters) + String(repeating: "0", count: exponent - characters.count)
    }
    return String(characters[..<exponent]) + "." + String(characters[exponent...])
  }
}

/// Returns both numbers with the fewest digits, at least six, that tell them apart.
public func distinguishingTexts(_ a: Double, _ b: Double) -> (String, String) {
  for digits in 6..<17 {
    let texts = (a.text(significantDigits: digits), b.text(significantDigits: digits))
    if texts.0 != texts.1 { return texts }
  }
  return (a.shortestText, b.shortestText)
}
