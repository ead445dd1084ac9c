import Testing

@testable import Figures

@Test(
  arguments: [
    ([0, 1, 1, 0], -0.5, 1.5), ([], 0, 1), ([.nan, .infinity], 0, 1), ([5], 4, 6), ([0, 10], -0.8, 10.8),
    ([1e300, -1e300], -1e300, 1e300), ([2000], 1800, 2200), ([1e9, 1e9 + 1], 1e9 - 0.08, 1e9 + 1.08),
  ] as [([Double], Double, Double)])
func rangesSurroundTheirValues(values: [Double], lower: Double, upper: Double) {
  let range = AxisRange.around(values)
  #expect(abs(range.lower - lower) <= 1e-12 * max(1, abs(lower)))
  #expect(abs(range.upper - upper) <= 1e-12 * max(1, abs(upper)))
}

@Test(
  arguments: [
    (1, 1 + 1e-10), (1e9, 1e9 + 1), (-1 - 1e-12, -1), (0, 1e-200), (1e-5, 1e-5 + 1e-17),
  ] as [(Double, Double)])
func aNarrowRangeIsNotWidened(a: Double, b: Double) {
  let range = AxisRange(a, b)
  #expect(range.lower == a && range.upper == b)
}

@Test(
  arguments: [
    (0, 0), (.nan, .nan), (.infinity, -.infinity), (1e300, 1e300), (1e-300, 0), (1, 1 + 1e-15), (3, -3),
  ] as [(Double, Double)])
func everyRangeIsFiniteAndWide(a: Double, b: Double) {
  let range = AxisRange(a, b)
  #expect(range.lower.isFinite && range.upper.isFinite && range.width.isFinite && range.width > 0)
}
