/// Which axes of a plot are logarithmic.
public enum LogAxes: String, Sendable, Hashable, CaseIterable {
  case none, x, y, both

  /// How numbers are spread along the horizontal axis.
  var xScale: Axis.Scale { self == .x || self == .both ? .logarithmic : .linear }
  /// How numbers are spread along the vertical axis.
  var yScale: Axis.Scale { self == .y || self == .both ? .logarithmic : .linear }
}
