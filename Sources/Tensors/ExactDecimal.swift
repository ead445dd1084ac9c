import BigInt

/// A decimal number without rounding, so that sums and products are those of a hand calculation.
public struct ExactDecimal: Sendable {
  /// The digits, as a whole number.
  public var mantissa: BigInt
  /// The power of ten they are multiplied by.
  public var exponent: Int

  /// Makes mantissa·10^exponent.
  public init(mantissa: BigInt, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The shortest decimal that reads back as this number, nil for NaN and the infinities.
  ///
  /// It is what was written, wherever that had at most 15 digits, 6 in float32.
  public init?(shortestOf value: Double, _ precision: Precision = .float64) {
    guard value.isFinite else { return nil }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      self.init(mantissa: BigInt(whole), exponent: 0)
      return
    }
    let text =
      switch precision {
      case .float64: value.description
      case .float32: Float(value).description
      }
    let parts = text.split(separator: "e")
    let digits = parts[0].split(separator: ".")
    let fraction = digits.count < 2 || digits[1] == "0" ? "" : digits[1]
    guard let mantissa = Int(digits[0] + fraction) else { return nil }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(mantissa: BigInt(mantissa), exponent: power - fraction.utf8.count)
  }

  /// The nearest number of a width; only 0 gives 0.
  public func value(_ precision: Precision = .float64) -> Double {
    guard mantissa.signum() != 0 else { return 0 }
    let text = "\(mantissa)e\(exponent)"
    let nearest: Double
    let least: Double
    switch precision {
    case .float64: (nearest, least) = (Double(text) ?? .nan, .leastNonzeroMagnitude)
    case .float32: (nearest, least) = (Double(Float(text) ?? .nan), Double(Float.leastNonzeroMagnitude))
    }
    guard nearest == 0 else { return nearest }
    return mantissa.signum() < 0 ? -least : least
  }

  /// The sum without rounding.
  public static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    let exponent = min(a.exponent, b.exponent)
    func shifted(_ number: ExactDecimal) -> BigInt {
      number.mantissa * BigInt(10).power(number.exponent - exponent)
    }
    return ExactDecimal(mantissa: shifted(a) + shifted(b), exponent: exponent)
  }

  /// The opposite number.
  public static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(mantissa: -number.mantissa, exponent: number.exponent)
  }

  /// The product without rounding.
  public static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    ExactDecimal(mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent)
  }

  /// The most digits of a product of two shortest decimals.
  private static let productDigits = 34
  /// The digits that a sum keeps beyond what the terms left out could change.
  private static let spareDigits = 20

  /// The sum of products of shortest decimals: its sign is right, and it is off by less than 10⁻²⁰ of itself.
  ///
  /// The terms are added from the largest power of ten down, until those that are left are too small to
  /// matter. So the numbers stay below 60 digits and some, however far the powers of ten are apart.
  static func sum(of products: [ExactDecimal]) -> ExactDecimal {
    let terms = products.filter { $0.mantissa.signum() != 0 }.sorted { $0.exponent > $1.exponent }
    guard var sum = terms.first else { return ExactDecimal(mantissa: 0, exponent: 0) }
    let digits = productDigits + spareDigits + String(terms.count).utf8.count
    let enough = BigInt(10).power(digits)
    for term in terms.dropFirst() {
      let gap = sum.exponent - term.exponent
      if sum.mantissa.signum() != 0 {
        if gap > digits { return sum }
        if gap > 0 { sum.mantissa *= BigInt(10).power(gap) }
        if sum.mantissa.magnitude > enough.magnitude {
          sum.exponent = term.exponent
          return sum
        }
      }
      sum.exponent = term.exponent
      sum.mantissa += term.mantissa
    }
    return sum
  }
}
