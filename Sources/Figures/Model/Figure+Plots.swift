import Wording

extension Figure {
  /// Curves of functions in a plane, with their names, and data points and a path over them.
  ///
  /// Without `y` the plane shows all values with a margin; where a curve has a pole, only what is of usual size.
  /// In a grid a fixed `x` stays as it is.
  public static func plot(
    series: [PlotSeries], x: AxisRange, y: AxisRange? = nil, xLabel: String = "", yLabel: String = "",
    title: String = "", log: LogAxes = .none, points: [PointSeries] = [], path: PointPath? = nil,
    isFixed: Bool = false, words: Words = .english
  ) -> Figure {
    let xAxis = Axis(xLabel, x, scale: log.xScale, isFixed: isFixed)
    let others = points.flatMap(\.points) + (path?.points ?? [])
    let range = y ?? CurveRange.shown(of: series.map(\.points), beside: others, log: log)
    let plane = Plane(
      x: xAxis, y: Axis(yLabel, range, scale: log.yScale, isFixed: y != nil),
      marks: PlotSeries.curves(series).map(Mark.curve) + points.map(Mark.points) + Mark.paths(path),
      grid: .dotted)
    return Figure(title: title, content: .plane(plane.noted(log, words)))
  }

  /// One small panel for each activation: the function blue, its derivative green and dashed.
  ///
  /// Without `y` all panels show the same part of the vertical axis, but for one whose curves would be flattened.
  public static func activations(
    _ panels: [ActivationPanel], columns: Int? = nil, title: String = "", y: AxisRange? = nil,
    words: Words = .english
  ) -> Figure {
    let common = CurveRange.shown(of: panels.flatMap(\.curves), beside: [], log: .none)
    let figures = panels.map { panel in
      let own = CurveRange.shown(of: panel.curves, beside: [], log: .none)
      let fitting = own.width > common.width / 5 ? common : own
      return panel.figure(y: panel.y ?? y ?? fitting, words)
    }
    return .grid(figures, columns: columns, title: title)
  }
}
