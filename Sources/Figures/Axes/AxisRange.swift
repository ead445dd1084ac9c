/// A part of the number line that a picture shows; always finite and wider than nothing.
public struct AxisRange: Sendable, Hashable {
  /// The smaller end.
  public let lower: Double
  /// The greater end.
  public let upper: Double

  /// How much of the number line it covers.
  public var width: Double { upper - lower }

  /// The plane of Boolean inputs: half a unit around 0 and 1.
  public static let boolean = AxisRange(-0.5, 1.5)
  /// The plane of the Playground data sets.
  public static let playground = AxisRange(-6, 6)

  /// Makes a range; ends in the wrong order are swapped, and one that shows nothing is widened.
  public init(_ a: Double, _ b: Double) {
    let low = AxisRange.tame(min(a, b)), high = AxisRange.tame(max(a, b))
    // Below this there are hardly more numbers between the ends than pixels.
    let least = max(abs(low), abs(high)) * 1e-13
    let spread = high - low > max(least, 1e-290) ? 0 : max(1, abs(low) * 0.1)
    lower = low - spread
    upper = high + spread
  }

  /// The range of `values` with `margin` of its width on either side; numbers that are not finite are left out.
  ///
  /// Values that are all 0 or 1 give ``boolean``, no values at all 0 to 1.
  public static func around(_ values: some Sequence<Double>, margin: Double = 0.08) -> AxisRange {
    var low = Double.infinity, high = -Double.infinity
    var areBoolean = true
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
      areBoolean = areBoolean && (value == 0 || value == 1)
    }
    guard low <= high else { return AxisRange(0, 1) }
    guard !areBoolean else { return .boolean }
    let data = AxisRange(low, high)
    guard low < high else { return data }
    return AxisRange(data.lower - margin * data.width, data.upper + margin * data.width)
  }

  /// Whether `value` lies in the range.
  func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// Where `value` lies, from 0 at the lower end to 1 at the upper one.
  func fraction(of value: Double) -> Double { (value - lower) / width }

  /// The value at `fraction` of the way.
  func value(at fraction: Double) -> Double { lower + width * fraction }

  private static func tame(_ value: Double) -> Double {
    value == value ? max(-1e300, min(1e300, value)) : 0
  }
}
