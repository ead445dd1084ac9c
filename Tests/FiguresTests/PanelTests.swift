import Testing

@testable import Figures

/// What stands where in figures: sizes, frames in line, shared scales, labels beside points.
@Suite struct PanelTests {
  private func scatter(_ points: [(Double, Double)], title: String = "") -> Figure {
    let series = PointSeries("p", classIndex: 0, points: points.map { PlanePoint($0.0, $0.1) })
    return .scatter(
      [series], x: Axis("x1", .around(points.map(\.0))), y: Axis("x2", .around(points.map(\.1))),
      title: title,
      proportion: .equalUnits)
  }

  private func curve(_ values: [Double], y: AxisRange? = nil) -> Figure {
    let points = values.enumerated().map { PlanePoint(Double($0), $1) }
    return .plot(series: [PlotSeries("", points: points)], x: AxisRange(0, 4), y: y)
  }

  /// The borders of the planes.
  private func boxes(_ figure: Figure) -> [DrawingRect] {
    figure.drawingList().elements.compactMap { element in
      guard case .stroke(let lines, .frame, _) = element, let box = lines.last, box.isClosed,
        box.points.count == 4
      else { return nil }
      let (a, b) = (box.points[0], box.points[2])
      return DrawingRect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y)
    }
  }

  @Test func aWiderSquareIsHigher() {
    var figure = SampleFigures.and
    let usual = boxes(figure)[0]
    figure.width = 700
    let wide = boxes(figure)[0]
    #expect(wide.width > usual.width + 200 * 64 && abs(wide.width - wide.height) <= 64)
    figure.height = 300
    #expect(boxes(figure)[0].height < 300 * 64 && figure.drawingList().height <= 300)
  }

  @Test(arguments: [2, 3, 4])
  func squaresInAGridFillTheirColumns(columns: Int) {
    let grid = Figure.grid((0..<columns).map { scatter([(0, 0), (1, 1)], title: "\($0)") }, columns: columns)
    let boxes = boxes(grid)
    #expect(boxes.count == columns && grid.drawingList().width == Figure.columnWidth)
    for box in boxes {
      #expect(abs(box.width - box.height) <= 64 && box.width * columns > 608 * 64 * 55 / 100)
    }
  }

  @Test func framesStandInLine() {
    let grid = Figure.grid(
      [
        scatter([(0, 0), (1, 1)], title: "short"), curve([1000, 2000]),
        .heat(HeatMap.sampling(x: .boolean, y: .boolean, columns: 4, rows: 4) { $0.map(\.x) }, xLabel: "x1"),
        scatter([(0, 0), (1, 1)], title: "a title that is so long that it needs two lines of its panel"),
        curve([1, 2]), curve([1, 5]),
      ], columns: 3)
    let boxes = boxes(grid).filter { $0.width > 40 * 64 }
    #expect(boxes.count == 6)
    for index in 0..<3 {
      #expect(boxes[index].x == boxes[index + 3].x && boxes[index].width == boxes[index + 3].width)
      #expect(abs(boxes[index].width - boxes[0].width) <= 64)
    }
    for row in [0, 3] { #expect(Set(boxes[row..<row + 3].map(\.y)).count == 1) }
  }

  @Test func onAPhoneThereIsOneColumn() {
    let grid = Figure.grid([scatter([(0, 0), (1, 1)]), scatter([(0, 0), (1, 1)])]).sized(
      width: Figure.phoneWidth, height: nil)
    let boxes = boxes(grid)
    #expect(boxes.count == 2 && boxes[0].x == boxes[1].x && boxes[1].y > boxes[0].maxY)
  }

  /// A figure of its own width in a column of 328 px, that of a phone of 360 px, and as laid out for a phone.
  @Test(arguments: SampleFigures.all.map(\.name))
  func noTypeIsSmallerThanNinePixels(name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }).figure
    for (figure, column) in [(figure, 608), (DrawnFigure(figure).phone?.figure ?? figure, 328)] {
      let list = figure.drawingList()
      for case .text(let text, _) in list.elements {
        let shown = text.size * min(list.width, column) / list.width
        #expect(shown >= 9 * 64, "\(text.words) in a column of \(column) px")
      }
    }
  }

  @Test func panelsShareTheirScales() throws {
    let shared = SharedScales([
      curve([0, 1, 3]), curve([0, 2]), curve([0, 2], y: AxisRange(0, 9)), curve([0, 0.01]),
    ])
    let ranges = shared.figures.map { figure in
      if case .plane(let plane) = figure.content { plane.y.range } else { nil as AxisRange? }
    }
    // What is asked for stays, and what would be flattened.
    #expect(ranges[0] == ranges[1] && ranges[2] == AxisRange(0, 9))
    #expect(try #require(ranges[3]).upper < 0.1)
    let heats = [1.0, 5].map { size in
      Figure.heat(HeatMap.sampling(x: .boolean, y: .boolean, columns: 4, rows: 4) { $0.map { $0.x * size } })
    }
    guard case .grid(let grid) = Figure.comparison(heats).content else {
      Issue.record("no grid")
      return
    }
    let scales = grid.panels.flatMap { panel -> [ColourScale] in
      guard case .plane(let plane) = panel.content else { return [] }
      return plane.marks.compactMap { mark in if case .heat(let map) = mark { map.scale } else { nil } }
    }
    #expect(scales.count == 2 && scales[0] == scales[1] && grid.bar == scales[0])
  }

  @Test func labelsLieOnNoPoint() {
    let points = (0..<25).map { (index: Int) -> PlanePoint in
      PlanePoint(Double(index % 5) / 2 - 0.5, Double(index / 5) / 2 - 0.5)
    }
    let series = PointSeries("p", classIndex: 0, points: points + points[6..<9])
    let list = Figure.lines(
      SampleFigures.xorLines, points: [series], x: Axis("x1", .boolean), y: Axis("x2", .boolean)
    ).drawingList()
    let markers = list.elements.compactMap { element -> DrawingRect? in
      guard case .marker(let marker) = element else { return nil }
      return DrawingRect(around: marker.center, radius: marker.radius)
    }
    // The legend's sample comes first.
    let labels = list.textBoxes.filter { box in box.words.hasPrefix("h") || box.words.hasPrefix("×") }
    #expect(labels.count >= 4 && markers.count == 26)
    for label in labels {
      #expect(!markers.dropFirst().contains { $0.meets(label.rect) }, "\(label.words)")
    }
  }

  /// Panels of about 300 px: the first has more room for names at the ends than the second.
  @Test func panelsNameTheirCurvesAlikeAndStandInLine() {
    func panel(_ names: [String], _ last: Double) -> Figure {
      let series = names.enumerated().map { index, name in
        PlotSeries(name, points: [PlanePoint(0, Double(index)), PlanePoint(300, last * Double(index))])
      }
      return .plot(series: series, x: AxisRange(0, 300), y: AxisRange(0, 1), title: "t")
    }
    for last in [0.0, 0.2, 1] {
      let grid = Figure.grid([panel(["near", "far"], 1), panel(["near_ce", "far_ce"], last)])
      let boxes = boxes(grid), words = grid.drawingList().textBoxes
      #expect(boxes.count == 2 && boxes[0].y == boxes[1].y && boxes[0].height == boxes[1].height)
      let sides = ["near", "near_ce"].map { name in
        words.first { $0.words == name }.map { $0.rect.y < boxes[0].y }
      }
      #expect(sides[0] == sides[1] && sides[0] != nil)
    }
  }

  @Test(arguments: [60, 80, 96, 120, 200]) func anAxisHasTwoNumbers(height: Int) {
    for range in [AxisRange(-2.1, 4.2), AxisRange(-0.3, 1.2), AxisRange(-7, 2)] {
      let labels = TickLabels(
        beside: Axis("y", range), height: height * Measure.pixel,
        Frame(title: "", words: .english, width: 200, height: nil))
      #expect(labels.ticks.count >= 2, "\(range) in \(height) px")
    }
  }

  @Test func noAxisThickensTheBorder() {
    let points = [PlanePoint(0, -0.001), PlanePoint(1, 1)]
    let list = Figure.plot(
      series: [PlotSeries("", points: points)], x: AxisRange(-0.5, 1), y: AxisRange(-0.01, 1)
    ).drawingList()
    let axes = list.elements.compactMap { element -> [DrawingLine]? in
      if case .stroke(let lines, .frame, _) = element, lines.allSatisfy({ $0.points.count == 2 }) {
        lines
      } else {
        nil
      }
    }
    // Only x = 0: y = 0 lies beside the lower border.
    #expect(axes.map(\.count) == [1] && axes[0][0].points[0].x == axes[0][0].points[1].x)
  }

  @Test func labelsKeepOffTheAxesWhereTheyCan() throws {
    let line = HalfPlaneLine(w: (1, -1), threshold: 0.5, label: "x1 - x2 = 0.5")
    let list = Figure.lines([line], x: Axis("x1", AxisRange(-0.5, 1.5)), y: Axis("x2", AxisRange(-0.5, 1.5)))
      .drawingList()
    let label = try #require(list.textBoxes.first { $0.words.hasPrefix("x₁ ") })
    let axes = list.elements.flatMap { element -> [DrawingLine] in
      if case .stroke(let lines, .dots, _) = element { lines } else { [] }
    }
    #expect(axes.count == 2)
    #expect(!axes.contains { label.rect.meets(segment: $0.points[0], $0.points[1]) })
  }

  @Test func countsWithoutAPlaceAreNotListed() {
    // Pairs of points so close that no count has room.
    var points = (0..<144).map { (index: Int) -> PlanePoint in
      PlanePoint(Double(index % 12), Double(index / 12))
    }
    points.append(PlanePoint(6, 6))
    let figure = Figure.scatter(
      [PointSeries("p", classIndex: 0, points: points)], x: Axis("a", AxisRange(0, 11)),
      y: Axis("b", AxisRange(0, 11)), proportion: .equalUnits
    ).sized(width: 240, height: 240)
    let list = figure.drawingList(), top = boxes(figure)[0].y
    #expect(!list.textBoxes.contains { $0.words == "×2" && $0.rect.y < top })
  }

  @Test func coincidentPointsAreCounted() {
    let words = scatter([(0, 0), (1, 1), (1, 1), (1, 1)]).drawingList().textBoxes.map(\.words)
    #expect(words.filter { $0.hasPrefix("×") } == ["×3"])
  }

  @Test func wrongPointsHaveRings() throws {
    let list = SampleFigures.mistakes.drawingList()
    let rings = list.elements.compactMap { element -> [DrawingPoint]? in
      if case .stroke(let lines, .ink, _) = element { lines.first?.points } else { nil }
    }
    // One in the legend, and one around each wrong point.
    #expect(rings.count == 4 && list.textBoxes.map(\.words).contains("3 wrong"))
    let middles = rings.dropFirst().map { ring in
      DrawingPoint(x: (ring[0].x + ring[12].x) / 2, y: (ring[6].y + ring[18].y) / 2)
    }
    let centers = list.elements.compactMap { element in
      if case .marker(let marker) = element { marker.center } else { nil }
    }
    #expect(
      middles.allSatisfy { middle in centers.contains { abs($0.x - middle.x) < 4 && abs($0.y - middle.y) < 4 }
      })
  }
}
