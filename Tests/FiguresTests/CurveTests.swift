import Testing

@testable import Figures

private func plot(_ values: [Double], log: LogAxes = .none) -> Figure {
  let points = values.enumerated().map { PlanePoint(Double($0 + 1), $1) }
  return .plot(series: [PlotSeries("", points: points)], x: AxisRange(0, 8), log: log)
}

extension Figure {
  /// The filled shapes in the colour of the first curve, but for the smaller marks of the points of a line.
  fileprivate var dots: [[DrawingPoint]] {
    drawingList().elements.flatMap { element -> [[DrawingPoint]] in
      guard case .fill(let outlines, .function) = element else { return [] }
      return outlines.filter { $0[0].x - $0[12].x > 6 * 64 }
    }
  }

  /// The lines in that colour.
  fileprivate var lines: [DrawingLine] {
    drawingList().elements.flatMap { element -> [DrawingLine] in
      if case .stroke(let lines, .function, _) = element { lines } else { [] }
    }
  }
}

@Test(
  arguments: [
    ([7], .none, 1, 0), ([1, .nan, 3, .nan, 2, .nan, 4], .none, 4, 0), ([1, 10, 0, 100], .y, 1, 1),
    ([1, 2, .nan, 3, 4], .none, 0, 2), ([1, 2, .infinity, 5], .none, 1, 1), ([.nan], .none, 0, 0),
  ] as [([Double], LogAxes, Int, Int)])
func aNumberAloneIsADot(values: [Double], log: LogAxes, dots: Int, lines: Int) {
  let figure = plot(values, log: log)
  #expect(figure.dots.count == dots)
  #expect(figure.lines.count == lines)
}

@Test func severalNumbersAtOnePlaceAreADot() {
  let points = [PlanePoint(1, 2), PlanePoint(1, 2)]
  let figure = Figure.plot(series: [PlotSeries("", points: points)], x: AxisRange(0, 2))
  #expect(figure.dots.count == 1)
}

@Test func aDotLiesAroundItsPoint() {
  let figure = Figure.plot(
    series: [PlotSeries("", points: [PlanePoint(1, 5)])], x: AxisRange(0, 2), y: AxisRange(0, 10))
  guard
    case .stroke(let lines, .frame, _)? = figure.drawingList().elements.last(where: { element in
      if case .stroke(_, .frame, _) = element { true } else { false }
    }), let box = lines.last?.points, let dot = figure.dots.first
  else { return #expect(Bool(false), "no frame or no dot") }
  func middle(_ values: [Int]) -> Int { ((values.min() ?? 0) + (values.max() ?? 0)) / 2 }
  #expect(abs(middle(dot.map(\.x)) - middle(box.map(\.x))) <= 1)
  #expect(abs(middle(dot.map(\.y)) - middle(box.map(\.y))) <= 1)
}

@Test func theLossOfOneEpochIsADot() {
  #expect(Figure.losses([LossHistory("r", losses: [0.5])]).dots.count == 1)
  #expect(Figure.losses([LossHistory("r", losses: [0.5])], log: .both).dots.count == 1)
}

@Test(
  arguments: [
    ([0, 0, 0], .y, "no number is above 0"), ([-1, -10], .both, "no number is above 0"),
    ([.nan, .infinity], .none, "no number is finite"), ([0, 1], .y, nil), ([], .none, nil),
  ] as [([Double], LogAxes, String?)])
func anEmptyPictureSaysWhy(values: [Double], log: LogAxes, words: String?) {
  let found = plot(values, log: log).drawingList().textBoxes.map(\.words).first {
    $0.contains("nothing can be drawn")
  }
  #expect(found == words.map { "nothing can be drawn: \($0)" })
}

@Test func aNarrowAxisHasDistinctNumbers() {
  for (a, b) in [(1, 1 + 1e-10), (1e9, 1e9 + 1), (-3 - 1e-9, -3)] as [(Double, Double)] {
    for width in [300, 560] {
      var figure = Figure.plot(
        series: [PlotSeries("", points: [PlanePoint(a, 0), PlanePoint(b, 1)])], x: AxisRange(a, b))
      figure.width = width
      let boxes = figure.drawingList().textBoxes
      // What stands below the plane, under the lowest number beside it.
      let lowest = boxes.map(\.rect.y).max() ?? 0
      let below = boxes.filter { $0.rect.y == lowest }.sorted { $0.rect.x < $1.rect.x }
      #expect(below.count >= 2 && Set(below.map(\.words)).count == below.count, "\(boxes.map(\.words))")
      #expect(zip(below, below.dropFirst()).allSatisfy { $0.rect.maxX < $1.rect.x })
      #expect(figure.lines.count == 1)
    }
  }
}

/// The least and the greatest height of the line in each column of half a pixel.
private func extents(_ points: [DrawingPoint]) -> [Int: ClosedRange<Int>] {
  points.reduce(into: [:]) { extents, point in
    let old = extents[point.x / 32] ?? point.y...point.y
    extents[point.x / 32] = min(old.lowerBound, point.y)...max(old.upperBound, point.y)
  }
}

@Test func aLongCurveCoversTheSameColumnsWithFewPoints() {
  let values = (0..<100_000).map { Double(($0 * 7919) % 10_007) }
  let points = values.enumerated().map { PlanePoint(Double($0.offset), $0.element) }
  func curve(_ points: some Collection<PlanePoint>) -> [DrawingPoint] {
    Figure.plot(
      series: [PlotSeries("", points: Array(points))], x: AxisRange(0, 99_999), y: AxisRange(0, 10_007)
    ).lines.flatMap(\.points)
  }
  let whole = curve(points)
  // Pieces of the curve that are short enough to be drawn point by point.
  let pieces = stride(from: 0, to: points.count - 1, by: 2_000).flatMap { start in
    curve(points[start..<min(points.count, start + 2_001)])
  }
  #expect(pieces.count > 50_000)
  #expect(whole.count <= 4 * extents(whole).count && extents(whole).count < 1_000)
  #expect(extents(whole) == extents(pieces))
}

@Test func aLongCurveIsPricedByWhatIsDrawn() {
  func parts(_ count: Int, _ x: (Int) -> Double, _ log: LogAxes = .none) -> Int {
    let points = (0..<count).map { PlanePoint(x($0), Double(($0 * 7919) % 10_007) + 1) }
    return Figure.plot(series: [PlotSeries("", points: points)], x: AxisRange(1e-9, 1), log: log).partCount
  }
  // Each point is a corner and the end of two lines.
  #expect(parts(3_000) { Double($0) / 3_000 } == 9_000)
  #expect(parts(100_000) { Double($0) / 100_000 } < 25_000)
  // One that runs to and fro is drawn point by point, and may do so in a corner of a linear axis.
  #expect(parts(100_000) { Double($0 * 7919 % 10_007) / 10_007 } > 285_000)
  let corner: (Int) -> Double = { $0.isMultiple(of: 2) ? 1e-8 : 1e-5 }
  #expect(parts(100_000, corner) <= 12)
  #expect(parts(100_000, corner, .x) == 300_000)
}
