extension Figure {
  /// Decision regions with their border, the data and, if given, the lines of units and a path.
  public static func regions(
    _ map: RegionMap, points: [PointSeries] = [], lines: [HalfPlaneLine] = [], path: PointPath? = nil,
    xLabel: String, yLabel: String, title: String = ""
  ) -> Figure {
    Figure(
      title: title, x: Axis(xLabel, map.x, isFixed: true), y: Axis(yLabel, map.y, isFixed: true),
      marks: [.regions(map)] + lines.map(Mark.halfPlane) + points.map(Mark.points) + Mark.paths(path),
      proportion: proportion(map.x, map.y))
  }

  /// The lines w·x = T of units in their plane, each with an arrow to the side that fires, and the data.
  public static func lines(
    _ lines: [HalfPlaneLine], points: [PointSeries] = [], x: Axis, y: Axis, title: String = ""
  ) -> Figure {
    Figure(
      title: title, x: x, y: y,
      marks: HalfPlaneLine.coloured(lines).map(Mark.halfPlane) + points.map(Mark.points),
      proportion: proportion(x.range, y.range))
  }

  /// Data points by class.
  public static func scatter(
    _ series: [PointSeries], x: Axis, y: Axis, title: String = "", proportion: Plane.Proportion = .free
  ) -> Figure {
    Figure(title: title, x: x, y: y, marks: series.map(Mark.points), proportion: proportion)
  }

  /// Data points whose colour is a number, with the bar that explains it.
  public static func scatter(_ points: ShadedPoints, x: Axis, y: Axis, title: String = "") -> Figure {
    let plane = Plane(
      x: x, y: y, marks: [.shadedPoints(points)], proportion: proportion(x.range, y.range), bar: points.scale)
    return Figure(title: title, content: .plane(plane))
  }

  /// Equal units, unless one side of the plane would come out as a strip.
  public static func proportion(_ x: AxisRange, _ y: AxisRange) -> Plane.Proportion {
    let ratio = x.width / y.width
    return ratio < 3 && ratio > 1.0 / 3 ? .equalUnits : .free
  }
}
