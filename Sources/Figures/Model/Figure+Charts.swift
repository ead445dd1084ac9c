import Wording

extension Figure {
  /// How often numbers lie in each of a row of bins; `bins` of them, or as many as suit the data.
  public static func histogram(
    _ values: [Double], bins: Int? = nil, xLabel: String = "", title: String = "", words: Words = .english
  ) -> Figure {
    let histogram = Histogram(values, bins: bins)
    let highest = Double(histogram.counts.max() ?? 0)
    let lower = histogram.edges[0], upper = histogram.edges[histogram.edges.count - 1]
    let plane = Plane(
      x: Axis(xLabel, AxisRange(lower, upper), scale: histogram.isOfWholeNumbers ? .whole : .linear),
      y: Axis(words(.count), AxisRange(0, max(1.06, highest * 1.06)), scale: .whole),
      marks: [.histogram(histogram)])
    return Figure(title: title, content: .plane(plane))
  }

  /// A bar from zero for each name; where the names are long the bars lie, each beside its name.
  public static func bars(
    _ names: [String], _ values: [Double], xLabel: String = "", yLabel: String = "", title: String = ""
  ) -> Figure {
    let bars = BarSeries(names, values)
    let plane =
      bars.isHorizontal
      ? Plane(
        x: Axis(yLabel, bars.range), y: Axis(xLabel, categories: bars.names.reversed()), marks: [.bars(bars)])
      : Plane(x: Axis(xLabel, categories: bars.names), y: Axis(yLabel, bars.range), marks: [.bars(bars)])
    return Figure(title: title, content: .plane(plane))
  }

  /// A matrix as coloured cells, such as the weights of a layer.
  public static func heat(
    matrix: [[Double]], rows: [String] = [], columns: [String] = [], scale: ColourScale? = nil,
    title: String = ""
  ) -> Figure {
    let heat = MatrixHeat(matrix, rows: rows, columns: columns, scale: scale)
    let plane = Plane(x: heat.axes.x, y: heat.axes.y, marks: [.matrix(heat)], grid: .none, bar: heat.scale)
    return Figure(title: title, content: .plane(plane))
  }
}
