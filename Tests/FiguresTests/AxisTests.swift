import Testing

@testable import Figures

@Test(arguments: [
  (1.0, 1000.0, 9, "10⁰ 10¹ 10² 10³"), (1e-4, 10, 9, "10⁻⁴ 10⁻³ 10⁻² 10⁻¹ 10⁰ 10¹"),
  (1e-4, 10, 3, "10⁻⁴ 10⁻² 10⁰"), (0.05, 0.8, 4, "0.05 0.1 0.2 0.5"), (0.3, 0.8, 9, "0.3 0.4 0.5 0.6 0.8"),
  (0.5, 20, 9, "0.5 1 2 5 10 20"), (2, 3, 4, "2 2.5 3"),
  (1e-300, 1e300, 4, "10⁻²⁰⁰ 10⁰ 10²⁰⁰"),
])
func logarithmicTicksStandAtPowersOfTen(lower: Double, upper: Double, count: Int, labels: String) {
  let ticks = Axis("", AxisRange(lower, upper), scale: .logarithmic).ticks(atMost: count)
  let words = ticks.map(\.label).joined(separator: " ")
  if lower > 1e-300 { #expect(words == labels) }
  #expect(ticks.count <= max(count, 9) && ticks.count > 1)
}

@Test func betweenPowersOfTenStandEightMinorTicks() {
  let axis = Axis("", AxisRange(1, 100), scale: .logarithmic)
  let minor = axis.minorTicks(between: axis.ticks(atMost: 9))
  #expect(minor.count == 16)
  #expect(abs((minor.first ?? 0) - axis.coordinate(of: 2)) < 1e-12)
}

@Test(arguments: [(-5.0, 10.0), (0, 0), (-2, -1), (.nan, .infinity), (0, 1e-300)])
func logarithmicRangesAreAboveZero(lower: Double, upper: Double) {
  let axis = Axis("", AxisRange(lower, upper), scale: .logarithmic)
  #expect(axis.range.lower > 0 && axis.range.upper > axis.range.lower)
  #expect(axis.shown.width.isFinite && axis.shown.width > 0)
  #expect(axis.coordinate(of: 0).isNaN && axis.coordinate(of: -1).isNaN)
}

@Test func countsHaveWholeTicks() {
  let ticks = Axis("", AxisRange(0, 1.06), scale: .whole).ticks(atMost: 9)
  #expect(ticks.map(\.label) == ["0", "1"])
}

@Test func namesAreThinnedInRoundSteps() {
  let axis = Axis("", categories: (1...500).map { "\($0)" })
  #expect(axis.ticks(atMost: 7).map(\.label) == ["1", "101", "201", "301", "401"])
}

@Test(arguments: [
  (0.47943539999996, 0.4794354, 4.9e-8, "0.4794354"), (1.000000123456789, 1, 1e-6, "1.0000001235"),
  (12345.678901234, 12345.6, 0.5, "12345.6789"), (0.123456789, 0, 1, "0.123457"),
])
func aNarrowAxisHasDigitsThatTellPlacesApart(value: Double, lower: Double, width: Double, words: String) {
  #expect(Axis("", AxisRange(lower, lower + width)).text(value) == words)
}
