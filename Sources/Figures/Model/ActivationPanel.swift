/// An activation with its derivative.
public struct ActivationPanel: Sendable, Hashable {
  /// What stands above the panel.
  public let title: String
  /// The graph of the function.
  public let function: [PlanePoint]
  /// The graph of its derivative.
  public let derivative: [PlanePoint]
  /// The part of the horizontal axis that is shown.
  public let x: AxisRange
  /// The part of the vertical axis that is shown; nil for that of all panels.
  public let y: AxisRange?

  /// Makes a panel.
  public init(
    _ title: String, function: [PlanePoint], derivative: [PlanePoint], x: AxisRange, y: AxisRange? = nil
  ) {
    self.title = title
    self.function = function
    self.derivative = derivative
    self.x = x
    self.y = y
  }

  /// Both graphs; a derivative without points is none.
  var curves: [[PlanePoint]] { [function, derivative] }

  func figure(y: AxisRange) -> Figure {
    let series =
      [PlotSeries("function", points: function)]
      + (derivative.isEmpty ? [] : [PlotSeries("derivative", points: derivative, role: .derivative)])
    return .plot(series: series, x: x, y: y, title: title)
  }
}
