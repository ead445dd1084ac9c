import Wording

/// Numbers by name, as bars from zero.
public struct BarSeries: Sendable, Hashable {
  /// At most this many bars are kept.
  public static let limit = 500

  /// The names of the bars.
  public let names: [String]
  /// The numbers; one that is not finite has no bar.
  public let values: [Double]
  /// How many bars were left out.
  let omitted: Int
  /// Whether the bars lie, as their names are too long to stand side by side.
  let isHorizontal: Bool

  /// The most bars that lie one below the other.
  private static let mostLying = 40

  /// Makes bars; one without a name is numbered from 1.
  public init(_ names: [String], _ values: [Double]) {
    self.values = Array(values.prefix(BarSeries.limit))
    omitted = values.count - self.values.count
    self.names = self.values.indices.map {
      $0 < names.count ? PlainText.label(names[$0], limit: 40) : "\($0 + 1)"
    }
    let widest = self.names.map { TextWidths.width(of: $0, size: Measure.tickSize) }.max() ?? 0
    let room = (Figure.usualWidth - 70) * Measure.pixel / max(1, self.values.count)
    let areNumbers = self.names.allSatisfy { Double($0) != nil }
    isHorizontal =
      widest + 6 * Measure.pixel > room && self.values.count <= BarSeries.mostLying && !areNumbers
  }

  /// The part of the vertical axis that shows the bars with zero.
  var range: AxisRange {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0), high = max(0, finite.max() ?? 0)
    guard low < high else { return AxisRange(0, 1) }
    let data = AxisRange(low, high)
    return AxisRange(low < 0 ? low - 0.06 * data.width : 0, high > 0 ? high + 0.06 * data.width : 0)
  }
}

extension BarSeries: MarkContent {
  var subject: Phrase { .barChart }
  func partCount(on x: Axis) -> Int { values.count }

  func draw(on canvas: inout PlotCanvas) {
    if isHorizontal { return drawLying(on: &canvas) }
    let zero = max(canvas.y.lower, min(canvas.y.upper, 0))
    let bars = values.indices.filter { values[$0].isFinite && values[$0] != 0 }.map { index in
      let value = max(canvas.y.lower, min(canvas.y.upper, values[index])), middle = Double(index)
      let a = canvas.place(PlanePoint(middle - 0.38, max(value, zero)))
      let b = canvas.place(PlanePoint(middle + 0.38, min(value, zero)))
      return DrawingRect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y).corners
    }
    canvas.fillBars(bars)
    guard canvas.y.lower < 0 else { return }
    let line = [canvas.place(PlanePoint(-0.5, 0)), canvas.place(PlanePoint(Double(values.count) - 0.5, 0))]
    canvas.stroke([DrawingLine(line)], .frame, DrawingStroke(width: Measure.pixel))
  }

  private func drawLying(on canvas: inout PlotCanvas) {
    let zero = max(canvas.x.lower, min(canvas.x.upper, 0))
    let bars = values.indices.filter { values[$0].isFinite && values[$0] != 0 }.map { index in
      let value = max(canvas.x.lower, min(canvas.x.upper, values[index]))
      let middle = Double(values.count - 1 - index)
      let a = canvas.place(PlanePoint(min(value, zero), middle + 0.38))
      let b = canvas.place(PlanePoint(max(value, zero), middle - 0.38))
      return DrawingRect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y).corners
    }
    canvas.fillBars(bars)
    guard canvas.x.lower < 0 else { return }
    let line = [canvas.place(PlanePoint(0, -0.5)), canvas.place(PlanePoint(0, Double(values.count) - 0.5))]
    canvas.stroke([DrawingLine(line)], .frame, DrawingStroke(width: Measure.pixel))
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    guard !values.isEmpty else { return words(.noBars) }
    let shown = values.indices.prefix(20).map { "\(names[$0]) \(NumberText.three(values[$0]))" }
    let rest = values.count + omitted - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? ", " + words(.alsoMore, "\(rest)") : "")
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    let (names, numbers) = isHorizontal ? (y, x) : (x, y)
    return DataTable(
      title: numbers.label.isEmpty ? words(.bars) : numbers.label,
      header: [names.name(or: words(.nameColumn)), numbers.name(or: words(.valueColumn))],
      rows: values.indices.lazy.map { [self.names[$0], NumberText.short(values[$0])] })
  }
}

extension PlotCanvas {
  /// Fills rectangles, with a thin line of paper around each where they are wide.
  mutating func fillBars(_ bars: [[DrawingPoint]]) {
    guard !bars.isEmpty else { return }
    list.append(.fill(bars, .bar))
    let narrowest = bars.map { $0[1].x - $0[0].x }.min() ?? 0
    guard narrowest > 5 * Measure.pixel else { return }
    list.append(
      .stroke(
        bars.map { DrawingLine($0, isClosed: true) }, .paper, DrawingStroke(width: Measure.pixel)))
  }
}
