import Tensors

/// Numbers as words, with a real minus sign.
enum NumberText {
  /// Returns `value` in at most six decimals where it is of ordinary size, else in six digits and an exponent.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    if value == 0 { return "0" }
    if abs(value) < 1e9 && abs(value) >= 1e-3 { return typeset("\((value * 1e6).rounded() / 1e6)") }
    if abs(value) < 1e-3 && abs(value) >= 1e-4 { return typeset("\((value * 1e9).rounded() / 1e9)") }
    let parts = "\(value)".split(separator: "e")
    guard parts.count == 2, let mantissa = Double(parts[0]) else { return typeset("\(value)") }
    let rounded = (mantissa * 1e5).rounded() / 1e5
    // 9.999999e-7 is rounded to 1e-6, not to 10e-7.
    let isCarried = abs(rounded) == 10
    let exponent = (Int(parts[1]) ?? 0) + (isCarried ? 1 : 0)
    return scientific("\(isCarried ? rounded / 10 : rounded)", exponent)
  }

  /// Returns `value` in three digits; a whole number below a million keeps all of its own.
  static func three(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return short(value) }
    if value == value.rounded(), abs(value) < 1e6 { return typeset("\(Int(value))") }
    let parts = value.roundedText(significantDigits: 3).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return typeset(parts[0]) }
    // 12345.6 is 12,300: an exponent would hide its size.
    if 3...5 ~= exponent, let mantissa = Double(parts[0]) {
      return typeset("\(Int((mantissa * Decade.power(exponent)).rounded()))")
    }
    return scientific(parts[0], exponent)
  }

  /// Returns `value` as ``short(_:)`` does, or where numbers of `range` differ in late digits only, in as many as tell
  /// ten thousandths of it apart.
  static func short(_ value: Double, in range: AxisRange) -> String {
    let size = max(abs(range.lower), abs(range.upper))
    guard value.isFinite, value != 0, range.width < 1e-4 * size else { return short(value) }
    let digits = 4 + Int(Decade.logarithm(size / range.width).rounded(.up))
    return typeset(value.text(significantDigits: min(17, digits)))
  }

  /// Returns `value` with at most `digits` decimals, or in three digits where it is very great.
  static func rounded(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return three(value) }
    let scale = Decade.power(digits)
    return short((value * scale).rounded() / scale)
  }

  /// How numbers of one axis are written.
  enum Notation {
    case plain, scientific

    /// The notation for integers up to `mantissa` × 10^`exponent`: plain where that is short.
    init(mantissa: Int, exponent: Int) {
      let digits = "\(mantissa.magnitude)".count
      let isOrdinary = exponent >= -4 && digits + exponent <= (exponent < 0 ? 9 : 6)
      // Numbers that differ in late digits only are as short without an exponent.
      let plainLength = exponent < 0 ? max(digits, 1 - exponent) + 1 : digits + exponent
      let length = digits + 2 + "\(exponent + digits - 1)".count
      self = isOrdinary || plainLength < length ? .plain : .scientific
    }
  }

  /// Returns the integer `mantissa` × 10^`exponent` as words, without zeros that say nothing.
  static func decimal(mantissa: Int, exponent: Int, _ notation: Notation) -> String {
    guard mantissa != 0 else { return "0" }
    var mantissa = mantissa, exponent = exponent
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    let digits = "\(mantissa.magnitude)"
    let sign = mantissa < 0 ? "−" : ""
    switch notation {
    case .plain where exponent >= 0:
      return sign + digits + String(repeating: "0", count: exponent)
    case .plain:
      let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
      return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    case .scientific:
      let fraction = digits.dropFirst()
      return scientific(
        sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction), exponent + fraction.count)
    }
  }

  /// `mantissa` × 10^`exponent`, such as `2×10⁻⁴`; 1×10⁻⁴ is 10⁻⁴.
  private static func scientific(_ mantissa: some StringProtocol, _ exponent: Int) -> String {
    switch typeset(mantissa) {
    case "1": Decade.words(exponent)
    case "−1": "−" + Decade.words(exponent)
    case let digits: digits + "×" + Decade.words(exponent)
    }
  }

  private static func typeset(_ digits: some StringProtocol) -> String {
    let whole = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : String(digits)
    return String(whole.map { $0 == "-" ? "−" : $0 })
  }
}
