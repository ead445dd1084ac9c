import Testing

@testable import Figures

struct TickCase: Sendable, CustomTestStringConvertible {
  var lower: Double
  var upper: Double
  var count: Int
  var labels: [String]
  var testDescription: String { "\(lower) to \(upper), at most \(count)" }

  init(_ lower: Double, _ upper: Double, _ count: Int, _ labels: String) {
    self.lower = lower
    self.upper = upper
    self.count = count
    self.labels = labels.split(separator: " ").map(String.init)
  }
}

@Test(arguments: [
  TickCase(-0.5, 1.5, 10, "−0.4 −0.2 0 0.2 0.4 0.6 0.8 1 1.2 1.4"),
  TickCase(-0.5, 1.5, 9, "−0.5 0 0.5 1 1.5"),
  TickCase(-6, 6, 9, "−6 −4 −2 0 2 4 6"),
  TickCase(0, 1, 6, "0 0.2 0.4 0.6 0.8 1"),
  TickCase(0.2, 1, 1, "1"),
  TickCase(0.1, 0.35, 6, "0.1 0.15 0.2 0.25 0.3 0.35"),
  TickCase(0, 0.0007, 4, "0 0.0002 0.0004 0.0006"),
  TickCase(0, 7e-9, 4, "0 2×10⁻⁹ 4×10⁻⁹ 6×10⁻⁹"),
  TickCase(0, 45_000, 5, "0 10000 20000 30000 40000"),
  TickCase(0, 2_500_000, 6, "0 5×10⁵ 10⁶ 1.5×10⁶ 2×10⁶ 2.5×10⁶"),
  TickCase(-1e300, 1e300, 5, "−10³⁰⁰ −5×10²⁹⁹ 0 5×10²⁹⁹ 10³⁰⁰"),
  TickCase(1_000_000, 1_000_001, 3, "1000000 1000000.5 1000001"),
  TickCase(1, 1 + 1e-10, 3, "1 1.00000000005 1.0000000001"),
  TickCase(1e9, 1e9 + 1, 3, "1000000000 1000000000.5 1000000001"),
  TickCase(1e12, 1e12 + 1e5, 3, "10¹² 1.00000005×10¹² 1.0000001×10¹²"),
])
func ticksStandAtRoundNumbers(_ tick: TickCase) {
  let ticks = Tick.ticks(in: AxisRange(tick.lower, tick.upper), atMost: tick.count)
  #expect(ticks.map(\.label) == tick.labels)
}

@Test(
  arguments: [
    (3.5, "3.5"), (-0.0, "0"), (-0.0006728000000000001, "−0.0006728"), (-2, "−2"), (0.1 + 0.2, "0.3"),
    (1e300, "10³⁰⁰"),
    (-1.2345678e-7, "−1.23457×10⁻⁷"), (9.999999999e-7, "10⁻⁶"), (-9.9999999e20, "−10²¹"),
    (.nan, "NaN"), (-.infinity, "−∞"), (1_234_567.25, "1234567.25"),
  ] as [(Double, String)])
func numbersAreShortWords(value: Double, words: String) {
  #expect(NumberText.short(value) == words)
}

@Test(
  arguments: [
    (0.0211064, "0.0211"), (-1.512345, "−1.51"), (0.00020449, "0.000204"), (1234.56, "1230"),
    (98765.4, "98800"),
    (2500, "2500"), (1e-7, "10⁻⁷"), (-2.5e-8, "−2.5×10⁻⁸"), (0, "0"), (.infinity, "∞"), (1, "1"),
    (0.9999, "1"),
  ] as [(Double, String)])
func numbersInWordsHaveThreeDigits(value: Double, words: String) {
  #expect(NumberText.three(value) == words)
}
