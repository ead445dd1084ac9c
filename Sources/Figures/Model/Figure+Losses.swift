import Wording

/// The losses of one training, epoch by epoch.
public struct LossHistory: Sendable, Hashable {
  /// What the legend calls it.
  public let name: String
  /// The loss of each epoch, from 1.
  public let losses: [Double]
  /// The loss of the validation rows after each epoch; empty without any.
  public let validation: [Double]

  /// Makes a history.
  public init(_ name: String, losses: [Double], validation: [Double] = []) {
    self.name = name
    self.losses = losses
    self.validation = validation
  }

  /// The curves in the colour of this training, that of the validation dashed.
  fileprivate func curves(
    _ role: ColourRole, _ pattern: Curve.Pattern, isAlone: Bool, _ words: Words
  ) -> [Curve] {
    let loss = isAlone ? (validation.isEmpty ? "" : words(.loss)) : name
    let first = Curve(
      loss, points: LossHistory.points(losses), role: role, pattern: pattern, isOfNumbers: true)
    guard !validation.isEmpty else { return [first] }
    let checked = isAlone ? words(.validation) : words(.validationOf, name)
    return [
      first,
      Curve(
        checked, points: LossHistory.points(validation), role: role, pattern: .dashed, isOfNumbers: true),
    ]
  }

  private static func points(_ values: [Double]) -> [PlanePoint] {
    values.enumerated().map { PlanePoint(Double($0 + 1), $1) }
  }
}

extension Figure {
  /// How the loss falls: one curve for each training and a dashed one for its validation rows.
  ///
  /// Without `log` the vertical axis is logarithmic where the losses span more than two decades.
  public static func losses(
    _ histories: [LossHistory], log: LogAxes? = nil, title: String = "", words: Words = .english
  ) -> Figure {
    let positive = histories.flatMap { $0.losses + $0.validation }.filter { $0 > 0 && $0.isFinite }
    let span = (positive.max() ?? 1) / (positive.min() ?? 1)
    let log = log ?? (span > 100 ? .y : .none)
    // Patterns tell trainings apart, unless dashes say which curve is of validation rows.
    let hasValidation = histories.contains { !$0.validation.isEmpty }
    let patterns: [Curve.Pattern] = hasValidation ? [.solid] : [.solid, .dashDotted, .dotted, .longDashed]
    let curves = histories.enumerated().flatMap { index, history in
      history.curves(
        index == 0 ? .function : .line(index - 1), patterns[index % patterns.count],
        isAlone: histories.count == 1, words)
    }
    let last = histories.map { max($0.losses.count, $0.validation.count) }.max() ?? 1
    // A single epoch stands in the middle.
    let epochs =
      last > 1
      ? Axis(words(.epoch), AxisRange(1, Double(last)), scale: log.xScale)
      : log.xScale == .linear
        ? Axis(words(.epoch), AxisRange(0, 2), scale: .whole)
        : Axis(words(.epoch), AxisRange(0.1, 10), scale: log.xScale)
    let values = CurveRange.shown(of: curves.map(\.points), beside: [], log: log)
    let plane = Plane(
      x: epochs, y: Axis(words(.loss), values, scale: log.yScale), marks: curves.map(Mark.curve),
      grid: .dotted)
    return Figure(title: title, content: .plane(plane.noted(log, words)))
  }
}
