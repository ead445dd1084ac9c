extension Axis {
  /// At most about `count` ticks with their numbers or names.
  func ticks(atMost count: Int) -> [Tick] {
    switch scale {
    case .linear: Tick.ticks(in: range, atMost: count)
    case .logarithmic: decadeTicks(atMost: max(2, count))
    case .categories(let names):
      stride(from: 0, to: names.count, by: Axis.step(for: names.count, atMost: count)).map {
        Tick(value: Double($0), label: names[$0])
      }
    }
  }

  /// Places between the ticks of a logarithmic axis, in coordinates.
  func minorTicks(between ticks: [Tick]) -> [Double] {
    guard scale == .logarithmic else { return [] }
    let shown = shown, taken = Set(ticks.map(\.value))
    let first = Int(shown.lower.rounded(.down)), last = Int(shown.upper.rounded(.up))
    let mantissas = last - first <= 10 ? Array(1...9) : [1]
    return (first...last).flatMap { exponent in
      mantissas.map { coordinate(of: Double($0) * Decade.power(exponent)) }
    }
    .filter { shown.contains($0) && !taken.contains($0) }
  }

  /// Powers of ten; where fewer than two are shown, round numbers.
  private func decadeTicks(atMost count: Int) -> [Tick] {
    let shown = shown, slack = shown.width * 1e-9
    let first = Int((shown.lower - slack).rounded(.up)), last = Int((shown.upper + slack).rounded(.down))
    guard last > first else { return roundTicks(atMost: count) }
    let step = Axis.step(for: last - first + 1, atMost: count)
    let start = first + ((-first % step) + step) % step
    return stride(from: start, through: last, by: step).map { exponent in
      let place = coordinate(of: Decade.power(exponent))
      return Tick(value: max(shown.lower, min(shown.upper, place)), label: Decade.words(exponent))
    }
  }

  private func roundTicks(atMost count: Int) -> [Tick] {
    Tick.ticks(in: range, atMost: count).compactMap { tick in
      let place = coordinate(of: tick.value)
      return place.isFinite ? Tick(value: place, label: tick.label) : nil
    }
  }

  private static func step(for total: Int, atMost count: Int) -> Int {
    max(1, (total + max(1, count) - 1) / max(1, count))
  }
}
