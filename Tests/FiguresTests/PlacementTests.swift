import Testing

@testable import Figures

/// What explains a figure, and where it stands: bars, legends, names at ends, notes, sheets.
@Suite struct PlacementTests {
  private func heat(_ value: @escaping (PlanePoint) -> Double) -> Figure {
    .heat(HeatMap.sampling(x: AxisRange(0, 4), y: AxisRange(0, 4), columns: 8, rows: 8) { $0.map(value) })
  }

  private func strokes(_ list: DrawingList) -> [(line: DrawingLine, role: ColourRole)] {
    list.elements.flatMap { element -> [(line: DrawingLine, role: ColourRole)] in
      if case .stroke(let lines, let role, _) = element { lines.map { ($0, role) } } else { [] }
    }
  }

  /// A bar beside several rows of panels is higher than a panel, and has more numbers, which may be wider.
  @Test(arguments: [Figure.columnWidth, Figure.phoneWidth]) func aSharedBarsNumbersStandOnThePaper(width: Int)
  {
    let grid = Figure.comparison([heat { 0.3 * $0.x }, heat { -0.3 * $0.y }], columns: 1)
    let list = grid.sized(width: width, height: nil).drawingList()
    #expect(list.textBoxes.contains { $0.words == "−0.5" })
    for box in list.textBoxes { #expect(box.rect.maxX <= list.width * Measure.pixel, "\(box.words)") }
  }

  @Test func countsHaveABlockEach() throws {
    let list = heat { ($0.x * 0.7).rounded(.down) + 3 }.drawingList()
    let blocks = list.elements.compactMap { element -> DrawingRect? in
      guard case .fill(let outlines, _) = element, outlines.count == 1, outlines[0].count == 4 else {
        return nil
      }
      let (a, b) = (outlines[0][0], outlines[0][2])
      return b.x - a.x == 14 * Measure.pixel
        ? DrawingRect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y) : nil
    }
    #expect(blocks.count == 3)
    for (block, number) in zip(blocks, ["3", "4", "5"]) {
      let label = try #require(list.textBoxes.first { $0.words == number && $0.rect.x > block.maxX })
      #expect(
        block.y < label.rect.y + label.rect.height / 2 && label.rect.y + label.rect.height / 2 < block.maxY)
    }
  }

  @Test func aLineThatIsNamedAboveHasItsSampleThere() throws {
    let line = HalfPlaneLine(w: (1, 1), threshold: 1.5, label: "a label too long for so small a plane")
    let list = Figure.regions(
      SampleFigures.map { $0.x > 0.5 ? 1 : 0 }, lines: [line], xLabel: "x1", yLabel: "x2"
    ).sized(width: 240, height: nil).drawingList()
    let label = try #require(list.textBoxes.first { $0.words.hasPrefix("a label") })
    #expect(
      strokes(list).contains { line, role in
        role == .boundary && line.points.count == 2
          && line.points.allSatisfy { label.rect.y < $0.y && $0.y < label.rect.maxY && $0.x < label.rect.x }
      })
  }

  @Test func aPathAndALevelHaveSamplesOfTheirOwn() {
    let samples = SampleFigures.path.content
    guard case .plane(let plane) = samples else {
      Issue.record("no plane")
      return
    }
    let entries = plane.legend(namesCurves: true, .english)
    #expect(entries.count == 2 && Set(entries.map(\.sample)).count == 2)
  }

  @Test func namesAtEndsStandBesideThePlane() throws {
    let series = ["near_ce", "far_ce"].map { name in
      PlotSeries(name, points: [PlanePoint(0, 1), PlanePoint(300, 0)])
    }
    let list = Figure.plot(series: series, x: AxisRange(0, 300), y: AxisRange(0, 1)).drawingList()
    let names = list.textBoxes.filter { $0.words.hasSuffix("_ce") }
    let number = try #require(list.textBoxes.first { $0.words == "300" })
    #expect(names.count == 2 && names.allSatisfy { $0.rect.x > number.rect.x })
    for name in names { #expect(!name.rect.meets(number.rect), "\(name.words)") }
  }

  @Test func aNoteThatStandsFarFromItsPointIsLedToIt() throws {
    // Where two lines cross there is room for words only farther away.
    let lines = [(0.0, 1.0), (1.0, 0.0)].map { start, end in
      PlotSeries("", points: [PlanePoint(0, start), PlanePoint(1, end)])
    }
    guard case .plane(let plane) = Figure.plot(series: lines, x: AxisRange(0, 1)).content else {
      Issue.record("no plane")
      return
    }
    let figure = Figure(
      title: "", x: plane.x, y: plane.y,
      marks: plane.marks + [.note(Note("in both of the two", at: PlanePoint(0.5, 0.5)))], proportion: .free)
    let list = figure.drawingList()
    let note = try #require(list.textBoxes.first { $0.words.hasPrefix("in both") })
    let leads = strokes(list).filter { $0.role == .mutedInk && $0.line.points.count == 2 }
    #expect(leads.count == 1 && note.rect.inset(by: -3 * Measure.pixel).contains(at: leads[0].line.points[0]))
  }

  @Test(arguments: [(8, 4), (20, 7), (6, 6), (5, 5)]) func picturesStandInRowsOfOneLength(
    count: Int, row: Int
  ) {
    let sheet = ImageSheet(Array(repeating: [0.0, 1, 1, 0], count: count), height: 2, width: 2)
    let list = Figure.images(sheet).sized(width: Figure.phoneWidth, height: nil).drawingList()
    let frames = strokes(list).filter { $0.role == .frame }.map { $0.line.points[0] }
    #expect(frames.count == count && frames.count { $0.y == frames[0].y } == row)
  }

  @Test func sheetsOfAMapStandBelowEachOtherOnAPhone() throws {
    let list = try #require(SampleFigures.twoSheets.forPhone).drawingList()
    let digits = list.textBoxes.filter { ["0", "1", "–"].contains($0.words) }
    #expect(digits.count == 32)
    let columns = Set(digits.map { $0.rect.x + $0.rect.width / 2 }).sorted()
    #expect(columns.count == 4 && columns[1] - columns[0] >= 32 * Measure.pixel)
  }

  @Test func pointsThatLookLikeOneAreCounted() {
    let points = [(0, 0), (1, 1), (1.001, 0.9995)].map { PlanePoint($0.0, $0.1) }
    let list = Figure.scatter(
      [PointSeries("p", classIndex: 0, points: points)], x: Axis("a", .boolean), y: Axis("b", .boolean)
    ).drawingList()
    #expect(list.textBoxes.contains { $0.words == "×2" })
  }

  @Test func weakConnectionsAreSeen() {
    let faintest = SampleFigures.maps.drawingList().elements.compactMap { element -> Int? in
      if case .stroke(_, .faint(.positive, let percent), _) = element { return percent }
      if case .stroke(_, .faint(.negative, let percent), _) = element { return percent }
      return nil
    }.min()
    #expect((faintest ?? 0) >= 50)
  }

  @Test func noWeightTouchesALine() {
    let diagram = SampleFigures.diagram.drawingList()
    let edges = diagram.elements.flatMap { element -> [(Wire, Int)] in
      guard case .stroke(let lines, _, let stroke) = element, lines.allSatisfy({ !$0.isClosed }) else {
        return []
      }
      return lines.flatMap { line in
        zip(line.points, line.points.dropFirst()).map { (Wire(a: $0, b: $1), stroke.width / 2) }
      }
    }
    let weights = diagram.textBoxes.filter { ["1", "−1"].contains($0.words) }
    #expect(weights.count == 6)
    for weight in weights {
      for (edge, half) in edges {
        #expect(!weight.rect.inset(by: -half / 2).meets(segment: edge.a, edge.b), "\(weight.words)")
      }
    }
  }
}

extension DrawingRect {
  fileprivate func contains(at point: DrawingPoint) -> Bool {
    x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
  }
}
