/// The part of the vertical axis that shows curves without being flattened by a pole.
enum CurveRange {
  /// The range of `curves` and `points` with a margin.
  static func shown(of curves: [[PlanePoint]], beside points: [PlanePoint], log: LogAxes) -> AxisRange {
    let y = Axis("", AxisRange(0.1, 1), scale: log.yScale)
    var values = points.map { y.coordinate(of: $0.y) }
    for curve in curves {
      values += extremes(of: curve.map { PlanePoint($0.x, y.coordinate(of: $0.y)) })
    }
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      return AxisRange(y.scale == .linear ? 0 : 0.1, 1)
    }
    let range = low == high ? around(low) : rounded(AxisRange.around([low, high], margin: 0.06))
    let margined = low == 0 && high == 1 ? AxisRange(-0.08, 1.08) : range
    switch y.scale {
    case .linear, .whole, .categories: return margined
    case .logarithmic:
      return AxisRange(
        Decade.power(max(-300, min(300, margined.lower))), Decade.power(max(-300, min(300, margined.upper))))
    }
  }

  /// The range with ends of about three digits.
  private static func rounded(_ range: AxisRange) -> AxisRange {
    let exponent = Int(Decade.logarithm(range.width).rounded(.down)) - 2
    let step = Decade.power(max(-300, min(300, exponent)))
    return AxisRange(
      (range.lower / step).rounded(.down) * step, (range.upper / step).rounded(.up) * step)
  }

  /// A range that shows a single value.
  private static func around(_ value: Double) -> AxisRange { AxisRange(value - 1, value + 1) }

  /// The range of what is shown of one curve, in coordinates; nil where it has no value.
  static func visible(of curve: [PlanePoint]) -> AxisRange? {
    let extremes = extremes(of: curve)
    return extremes.isEmpty ? nil : AxisRange(extremes[0], extremes[1])
  }

  /// The least and greatest value to be shown.
  private static func extremes(of curve: [PlanePoint]) -> [Double] {
    let kept = shownValues(of: curve)
    guard let low = kept.min(), let high = kept.max() else { return [] }
    return [low, high]
  }

  /// All values, save those that run far away towards a break.
  private static func shownValues(of curve: [PlanePoint]) -> [Double] {
    let finite = curve.filter { $0.x.isFinite && $0.y.isFinite }
    guard finite.count > 8, let usual = usualRange(of: finite) else { return finite.map(\.y) }
    let width = usual.upper - usual.lower
    guard width.isFinite, width > 0 else { return finite.map(\.y) }
    let far = usual.lower - 3 * width...usual.upper + 3 * width
    let suspects = runsTowardsBreaks(in: curve, beyond: far)
    let limits = usual.lower - width...usual.upper + width
    return curve.indices.compactMap { index in
      let point = curve[index]
      guard point.x.isFinite && point.y.isFinite else { return nil }
      return suspects.contains(index) ? max(limits.lowerBound, min(limits.upperBound, point.y)) : point.y
    }
  }

  /// The part where the values are, save those that stick out far.
  static func usual(of curve: [PlanePoint]) -> AxisRange? {
    let finite = curve.filter { $0.x.isFinite && $0.y.isFinite }
    guard let low = finite.lazy.map(\.y).min(), let high = finite.lazy.map(\.y).max() else { return nil }
    guard let usual = usualRange(of: finite), usual.upper > usual.lower else { return AxisRange(low, high) }
    let reach = 3 * (usual.upper - usual.lower)
    return AxisRange(max(low, usual.lower - reach), min(high, usual.upper + reach))
  }

  /// The values of the middle nine tenths of the way along x.
  private static func usualRange(of curve: [PlanePoint]) -> (lower: Double, upper: Double)? {
    // The width that a point stands for; points are dense where the curve bends.
    let weighted = curve.indices.map { index in
      let left = curve[max(0, index - 1)].x, right = curve[min(curve.count - 1, index + 1)].x
      return (value: curve[index].y, weight: abs(right - left))
    }
    .sorted { $0.value < $1.value }
    let total = weighted.reduce(0) { $0 + $1.weight }
    guard total > 0, total.isFinite else { return nil }
    var sum = 0.0
    var lower: Double?
    for item in weighted {
      sum += item.weight
      if lower == nil && sum >= 0.05 * total { lower = item.value }
      if sum >= 0.95 * total { return (lower ?? item.value, item.value) }
    }
    return nil
  }

  /// The indices of the points on strictly rising or falling runs that end `far` away, where the curve is broken.
  private static func runsTowardsBreaks(
    in curve: [PlanePoint], beyond far: ClosedRange<Double>
  ) -> Set<Int> {
    var suspects: Set<Int> = []
    func isFinite(_ index: Int) -> Bool {
      curve.indices.contains(index) && curve[index].x.isFinite && curve[index].y.isFinite
    }
    for index in curve.indices where !isFinite(index) {
      for step in [-1, 1] where isFinite(index + step) && !far.contains(curve[index + step].y) {
        var at = index + step
        suspects.insert(at)
        guard isFinite(at + step) else { continue }
        let rises = curve[at + step].y < curve[at].y
        while isFinite(at + step), curve[at + step].y != curve[at].y,
          (curve[at + step].y < curve[at].y) == rises
        {
          at += step
          suspects.insert(at)
        }
      }
    }
    return suspects
  }
}
