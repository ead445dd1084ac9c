import Wording

/// An activation with its derivative.
public struct ActivationPanel: Sendable, Hashable {
  /// What stands above the panel.
  public let title: String
  /// The graph of the function.
  public let function: FunctionGraph
  /// The graph of its derivative.
  public let derivative: FunctionGraph
  /// The part of the horizontal axis that is shown.
  public let x: AxisRange
  /// The part of the vertical axis that is shown; nil for that of all panels.
  public let y: AxisRange?

  /// Makes a panel.
  public init(
    _ title: String, function: FunctionGraph, derivative: FunctionGraph, x: AxisRange, y: AxisRange? = nil
  ) {
    self.title = title
    self.function = function
    self.derivative = derivative
    self.x = x
    self.y = y
  }

  /// Both graphs; a derivative without points is none.
  var curves: [[PlanePoint]] { [function.points, derivative.points] }

  func figure(y: AxisRange, _ words: Words) -> Figure {
    let series =
      [PlotSeries(words(.function), graph: function)]
      + (derivative.points.isEmpty
        ? [] : [PlotSeries(words(.derivative), graph: derivative, role: .derivative)])
    return .plot(series: series, x: x, y: y, title: title, words: words)
  }
}
