import BigInt

/// A fraction of whole numbers of any size, in lowest terms, its denominator positive.
public struct Rational: Sendable, Hashable {
  /// What stands above the line.
  public let numerator: BigInt
  /// What stands below it.
  public let denominator: BigInt

  /// Makes a fraction.
  /// - Precondition: the denominator is not 0.
  public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
    precondition(denominator != 0, "\(numerator)/0")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// Makes mantissa·10^exponent.
  public init(mantissa: BigInt, powerOfTen exponent: Int) {
    let power = BigInt(10).power(Int(exponent.magnitude))
    self = exponent < 0 ? Rational(mantissa, power) : Rational(mantissa * power)
  }

  /// The nearest float64 number but for the last digit.
  public var value: Double {
    let shift = max(numerator.bitWidth, denominator.bitWidth) - 900
    guard shift > 0 else { return Double(numerator) / Double(denominator) }
    return Double(numerator >> shift) / Double(denominator >> shift)
  }

  /// The number 0.
  public static let zero = Rational(0)

  /// The sum.
  public static func + (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  /// The difference.
  public static func - (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }
  /// The product.
  public static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  /// The quotient.
  /// - Precondition: `b` is not 0.
  public static func / (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}

extension Rational: Comparable {
  /// Whether `a` is the smaller one.
  public static func < (a: Rational, b: Rational) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}

extension BigInt {
  /// The scalar product of two vectors.
  static func dot(_ a: [BigInt], _ b: [BigInt]) -> BigInt {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The smallest number that all of these divide.
  static func leastCommonMultiple(_ numbers: some Sequence<BigInt>) -> BigInt {
    numbers.reduce(1) { $0 / $0.greatestCommonDivisor(with: $1) * $1 }
  }
}
