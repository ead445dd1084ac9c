import BigInt

/// A fraction of whole numbers of any size, in lowest terms, its denominator positive.
struct Rational: Sendable, Hashable {
  let numerator: BigInt
  let denominator: BigInt

  /// Makes a fraction.
  /// - Precondition: the denominator is not 0.
  init(_ numerator: BigInt, _ denominator: BigInt = 1) {
    precondition(denominator != 0, "\(numerator)/0")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  static let zero = Rational(0)

  static func + (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static func - (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  static func / (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}

extension Rational: Comparable {
  static func < (a: Rational, b: Rational) -> Bool {
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
