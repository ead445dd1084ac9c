extension Axis {
  /// At most about `count` ticks with their numbers or names.
  func ticks(atMost count: Int) -> [Tick] {
    switch scale {
    case .linear: Tick.ticks(in: range, atMost: count)
    case .whole: Tick.ticks(in: range, atMost: count).filter { $0.value == $0.value.rounded() }
    case .logarithmic: decadeTicks(atMost: max(2, count))
    case .categories(let names):
      stride(from: 0, to: names.count, by: Axis.roundStep(for: names.count, atMost: count)).map {
        Tick(value: Double($0), label: names[$0])
      }
    }
  }

  /// Positions between the ticks of a logarithmic axis, in coordinates.
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

  /// Powers of ten; where fewer than three are shown, round numbers between them, too.
  private func decadeTicks(atMost count: Int) -> [Tick] {
    let shown = shown, slack = shown.width * 1e-9
    let first = Int((shown.lower - slack).rounded(.up)), last = Int((shown.upper + slack).rounded(.down))
    if last - first < 2 {
      let round = roundTicks(atMost: count)
      if round.count <= count || last <= first { return round }
    }
    let step = Axis.step(for: last - first + 1, atMost: count)
    let start = first + ((-first % step) + step) % step
    return stride(from: start, through: last, by: step).map { exponent in
      let place = coordinate(of: Decade.power(exponent))
      return Tick(value: max(shown.lower, min(shown.upper, place)), label: Decade.words(exponent))
    }
  }

  private func roundTicks(atMost count: Int) -> [Tick] {
    for mantissas in [[1, 2, 3, 4, 5, 6, 8], [1, 2, 5]] {
      let ticks = roundTicks(mantissas)
      let isLast = mantissas.count == 3
      if isLast ? ticks.count > 1 : ticks.count >= 3 && ticks.count <= count { return ticks }
    }
    return Tick.ticks(in: range, atMost: count).compactMap { tick in
      let place = coordinate(of: tick.value)
      return place.isFinite ? Tick(value: place, label: tick.label) : nil
    }
  }

  /// The numbers of these digits times powers of ten.
  private func roundTicks(_ mantissas: [Int]) -> [Tick] {
    let shown = shown
    return (Int(shown.lower.rounded(.down))...Int(shown.upper.rounded(.up))).flatMap { exponent in
      mantissas.compactMap { mantissa -> Tick? in
        let place = coordinate(of: Double(mantissa) * Decade.power(exponent))
        guard shown.contains(place) else { return nil }
        let notation = NumberText.Notation(mantissa: mantissa, exponent: exponent)
        return Tick(
          value: place,
          label: NumberText.decimal(mantissa: mantissa, exponent: exponent, notation))
      }
    }
  }

  /// The least of 1, 2, 5, 10, 20, … that leaves at most `count` of `total`.
  private static func roundStep(for total: Int, atMost count: Int) -> Int {
    let step = step(for: total, atMost: count)
    var power = 1
    while power * 10 <= step { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= step } ?? step
  }

  private static func step(for total: Int, atMost count: Int) -> Int {
    max(1, (total + max(1, count) - 1) / max(1, count))
  }
}
