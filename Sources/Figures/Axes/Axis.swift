/// One side of the plane: what it measures, which part is shown, and how numbers are spread along it.
public struct Axis: Sendable, Hashable {
  /// How numbers become lengths.
  public enum Scale: Sendable, Hashable {
    /// Equal differences are equal lengths.
    case linear
    /// The same, with numbers at whole positions only.
    case whole
    /// Equal quotients are equal lengths; numbers up to 0 lie nowhere.
    case logarithmic
    /// The names stand at 0, 1, 2, …
    case categories([String])
  }

  /// The quantity, such as `x1`.
  public let label: String
  /// The part of the number line that is shown; above 0 on a logarithmic axis.
  public let range: AxisRange
  /// How numbers become lengths.
  public let scale: Scale
  /// Whether somebody asked for just this range, so that it is not widened to that of other panels.
  public let isFixed: Bool

  /// Makes an axis; a long label is cut, a logarithmic range brought above 0.
  public init(_ label: String, _ range: AxisRange, scale: Scale = .linear, isFixed: Bool = false) {
    self.label = PlainText.label(label, limit: 80)
    self.scale = scale
    self.isFixed = isFixed
    switch scale {
    case .linear, .whole, .categories: self.range = range
    case .logarithmic:
      let upper = range.upper > 1e-290 ? range.upper : 1
      let isPositive = range.lower > 0 && range.lower < upper
      self.range = AxisRange(isPositive ? max(range.lower, 1e-300) : upper * 1e-3, upper)
    }
  }

  /// Makes an axis of names, each cut at 40 characters.
  init(_ label: String, categories names: [String]) {
    self.init(
      label, AxisRange(-0.5, Double(max(1, names.count)) - 0.5),
      scale: .categories(names.map { PlainText.bounded($0, limit: 40) }))
  }

  /// The same axis over another part of the number line.
  func over(_ range: AxisRange) -> Axis { Axis(label, range, scale: scale, isFixed: isFixed) }

  /// The label, or `name` where there is none.
  func name(or name: String) -> String { label.isEmpty ? name : label }

  /// A number of the axis as words, told apart from others on it.
  func text(_ value: Double) -> String { NumberText.short(value, in: range) }

  /// A number of the axis in three digits, or as many as tell it apart from others on it.
  func words(_ value: Double) -> String {
    let isNarrow = range.width < 1e-2 * max(abs(range.lower), abs(range.upper))
    return isNarrow ? text(value) : NumberText.three(value)
  }

  /// Where `value` lies on the axis: itself, or its decimal logarithm; NaN where it lies nowhere.
  func coordinate(of value: Double) -> Double {
    switch scale {
    case .linear, .whole, .categories: value
    case .logarithmic: value > 0 ? Decade.logarithm(value) : .nan
    }
  }

  /// The part that is shown, in coordinates.
  var shown: AxisRange {
    switch scale {
    case .linear, .whole, .categories: range
    case .logarithmic: AxisRange(coordinate(of: range.lower), coordinate(of: range.upper))
    }
  }
}
