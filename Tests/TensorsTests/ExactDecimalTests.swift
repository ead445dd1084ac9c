import BigInt
import Tensors
import Testing

/// One unit z = x·w − T by the operation, in one width.
private func sum(
  _ w: [Double], _ x: [Double], _ threshold: Double, _ precision: Precision = .float64
) throws -> Double {
  let T = Tensor(threshold)
  let product = try Operation.matrixProduct.apply([Tensor(x), Tensor(w)], precision: precision).get()
  let z = try Operation.subtract.apply([product, T], precision: precision).get()
  let operands = [z, Tensor(x), Tensor(w), T]
  return try Operation.exactNearZero.apply(operands, precision: precision).get().elements[0]
}

/// The sum by its definition: all decimals over the smallest power of ten.
private func definition(
  _ w: [Double], _ x: [Double], _ threshold: Double, _ precision: Precision = .float64
) throws -> ExactDecimal {
  func decimal(_ number: Double) throws -> ExactDecimal {
    try #require(ExactDecimal(shortestOf: number, precision))
  }
  var terms = [(-(try decimal(threshold)).mantissa, try decimal(threshold).exponent)]
  for (w, x) in zip(w, x) {
    let (a, b) = (try decimal(w), try decimal(x))
    terms.append((a.mantissa * b.mantissa, a.exponent + b.exponent))
  }
  let least = terms.map(\.1).min() ?? 0
  let total = terms.reduce(BigInt(0)) { $0 + $1.0 * BigInt(10).power($1.1 - least) }
  return ExactDecimal(mantissa: total, exponent: least)
}

@Test(
  "the shortest decimal of a number",
  arguments: [
    (0, 0, 0), (1, 1, 0), (-12, -12, 0), (0.1, 1, -1), (0.1 * 3, 30_000_000_000_000_004, -17),
    (1e22, 10, 21), (.leastNonzeroMagnitude, 5, -324), (-1.5e-7, -15, -8), (0x1p53, 9_007_199_254_740_992, 0),
  ] as [(Double, Int, Int)])
func shortestDecimals(number: Double, mantissa: Int, exponent: Int) throws {
  let decimal = try #require(ExactDecimal(shortestOf: number))
  let shift = BigInt(10).power(max(0, decimal.exponent - exponent))
  let other = BigInt(10).power(max(0, exponent - decimal.exponent))
  #expect(decimal.mantissa * shift == BigInt(mantissa) * other)
  #expect(decimal.value() == number)
}

@Test("NaN and the infinities have no decimal")
func noDecimal() {
  #expect(ExactDecimal(shortestOf: .nan) == nil)
  #expect(ExactDecimal(shortestOf: -.infinity) == nil)
}

@Test("only 0 gives 0, and float32 has its own decimals")
func narrowDecimals() throws {
  #expect(ExactDecimal(mantissa: -1, exponent: -400).value() == -.leastNonzeroMagnitude)
  #expect(ExactDecimal(mantissa: 1, exponent: 400).value() == .infinity)
  let narrow = try #require(ExactDecimal(shortestOf: Double(Float(0.7)), .float32))
  #expect(narrow.mantissa == 7 && narrow.exponent == -1)
  #expect(try sum([0.7, 0.1].map { Double(Float($0)) }, [1, 1], Double(Float(0.8)), .float32) == 0)
  #expect(try sum([0.6, 0.3].map { Double(Float($0)) }, [1, 1], Double(Float(0.9)), .float32) == 0)
}

@Test(
  "a sum near 0 is that of the decimals, any other is as computed", arguments: [Precision.float64, .float32])
func sumsOfDecimals(_ precision: Precision) throws {
  var random = RandomNumbers(seed: 5)
  func number(_ digits: Int, _ powers: Int) -> Double {
    let whole = Int(random.bits() % 2001) - 1000
    let power = Int(random.bits() % UInt64(2 * powers + 1)) - powers - digits
    return precision.rounded(Double("\(whole)e\(power)") ?? 0)
  }
  var exact = 0
  for turn in 0..<4_000 {
    let (count, powers) = (1 + turn % 5, [0, 1, 8, 14][turn % 4])
    let w = (0..<count).map { _ in number(2, powers) }
    let x = (0..<count).map { _ in turn % 3 == 0 ? Double(random.bits() % 2) : number(1, powers) }
    // The threshold is what the decimals add up to, or next to it.
    let near = try definition(w, x, 0, precision).value(precision)
    let threshold = turn % 2 == 0 ? near : precision.rounded(near * (1 + 0x1p-23))
    let z = try sum(w, x, threshold, precision)
    let expected = try definition(w, x, threshold, precision)
    #expect(
      (z > 0) == (expected.mantissa > 0) && (z < 0) == (expected.mantissa < 0), "\(w) \(x) \(threshold)")
    if z == expected.value(precision) { exact += 1 }
  }
  #expect(exact > 2_000)
}

@Test("terms of very different size: the small one decides where the large ones cancel")
func farApart() throws {
  #expect(try sum([1e300, 1e-300], [1, -1], 1e300) == -1e-300)
  #expect(try sum([1e300, 1e-300, 1e-200], [1, -1, 1], 1e300) > 0)
  #expect(try sum([1e300, 1e-200, 1e-300], [1, 0, 5], 1e300) == 5e-300)
  #expect(try sum([1e300, -1e300], [1e300, 1e300], 0) == 0)
  #expect(try sum([1e-300], [1e-300], 0) == .leastNonzeroMagnitude)
  #expect(try sum([1e308, 1e308], [10, -10], -1) == 1)
}
