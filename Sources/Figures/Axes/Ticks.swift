/// A mark on an axis with its number.
struct Tick: Hashable {
  /// Where it stands, in coordinates of the axis.
  let value: Double
  /// The number as words.
  let label: String

  /// The ticks of `range` in steps of 1, 2 or 5 times a power of ten, the finest of at most `count` ticks.
  static func ticks(in range: AxisRange, atMost count: Int) -> [Tick] {
    for exponent in exponent(below: range.width / Double(max(1, count)))... {
      for mantissa in [1, 2, 5] {
        let ticks = ticks(in: range, mantissa: mantissa, exponent: exponent)
        if ticks.count <= max(1, count) { return ticks }
      }
    }
    return []
  }

  /// The multiples of `mantissa` × 10^`exponent` in `range`; at most about a hundred are asked for.
  private static func ticks(in range: AxisRange, mantissa: Int, exponent: Int) -> [Tick] {
    let step = Decade.power(exponent) * Double(mantissa)
    // Ends that miss a multiple by rounding only still carry their tick.
    let slack = range.width * 1e-9
    let first = ((range.lower - slack) / step).rounded(.up)
    let last = ((range.upper + slack) / step).rounded(.down)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { return [] }
    let greatest = Int(max(abs(first), abs(last))) * mantissa
    let notation = NumberText.Notation(mantissa: greatest, exponent: exponent)
    return (Int(first)...Int(last)).prefix(200).map { index in
      Tick(
        value: min(range.upper, max(range.lower, Double(index) * step)),
        label: NumberText.decimal(mantissa: index * mantissa, exponent: exponent, notation))
    }
  }

  /// The exponent of the greatest power of ten up to `width`.
  private static func exponent(below width: Double) -> Int {
    guard width > 0 else { return -300 }
    var exponent = 0
    while exponent < 300 && Decade.power(exponent + 1) <= width { exponent += 1 }
    while exponent > -300 && Decade.power(exponent) > width { exponent -= 1 }
    return exponent
  }
}
