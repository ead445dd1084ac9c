import Testing

@testable import Figures

/// The marks of curves: names at their ends, ends at jumps, numbers of short vectors, axes through 0.
@Suite struct CurveMarkTests {
  private func graph(_ f: @escaping (Double) -> Double) -> FunctionGraph {
    CurveSampling.adaptive(from: -2, to: 2) { $0.map(f) }
  }

  @Test(arguments: [0, 0.3, -1.25])
  func theSideThatHasTheValueIsClosed(place: Double) {
    let atLeast = graph { $0 >= place ? 1 : 0 }, above = graph { $0 > place ? 1 : 0 }
    #expect(atLeast.jumps == [CurveJump(x: place, left: 0, right: 1, value: 1)])
    #expect(above.jumps == [CurveJump(x: place, left: 0, right: 1, value: 0)])
    #expect(atLeast.jumps[0].ends.map(\.isClosed) == [false, true])
    #expect(above.jumps[0].ends.map(\.isClosed) == [true, false])
  }

  @Test func polesAndManyJumpsHaveNoEnds() {
    #expect(graph { 1 / $0 }.jumps.isEmpty)
    #expect(graph { ($0 * 20).rounded(.down) }.jumps.isEmpty)
  }

  @Test func openEndsAreRings() {
    let list = Figure.plot(
      series: [PlotSeries("step", graph: graph { $0 >= 0 ? 1 : 0 })], x: AxisRange(-2, 2)
    ).drawingList()
    let discs = list.elements.compactMap { element -> ColourRole? in
      if case .fill(let outlines, let role) = element, outlines[0].count == 24 { role } else { nil }
    }
    #expect(discs == [.paper, .function])
  }

  @Test(arguments: [(1, 1), (30, 30), (31, 0)])
  func shortVectorsHaveAMarkAtEachNumber(count: Int, marks: Int) {
    let points = (0..<count).map { PlanePoint(Double($0), Double($0 % 3)) }
    let list = Figure.plot(series: [PlotSeries("", points: points)], x: AxisRange(0, 40)).drawingList()
    let found = list.elements.reduce(0) { sum, element in
      if case .fill(let outlines, .function) = element { max(sum, outlines.count) } else { sum }
    }
    #expect(found == marks)
  }

  @Test func curvesAreNamedAtTheirEnds() throws {
    let series = [("a", 1.0), ("b", 2), ("c", 4)].map { name, slope in
      PlotSeries(name, graph: graph { slope * $0 })
    }
    let list = Figure.plot(series: series, x: AxisRange(-2, 2)).drawingList()
    let names = list.elements.compactMap { element -> (DrawingText, ColourRole)? in
      if case .text(let text, let role) = element, ["a", "b", "c"].contains(text.words) {
        (text, role)
      } else {
        nil
      }
    }
    #expect(names.map(\.0.words) == ["c", "b", "a"])
    #expect(Set(names.map(\.0.start.x)).count == 1 && names.map(\.1) == [.line(1), .line(0), .function])
    // Where they would cover each other, or end elsewhere, a legend names them.
    let close = (0..<6).map { index in PlotSeries("s\(index)", graph: graph { $0 + Double(index) / 100 }) }
    let legend = Figure.plot(series: close, x: AxisRange(-2, 2)).drawingList().textBoxes.filter {
      $0.words.hasPrefix("s")
    }
    #expect(legend.count == 6 && Set(legend.map(\.rect.x)).count > 1)
  }

  @Test func legendsShowTheDash() throws {
    let curves = (0..<7).map { PlotSeries("c\($0)", points: [PlanePoint(0, Double($0)), PlanePoint(1, 0)]) }
    let list = Figure.plot(series: curves, x: AxisRange(0, 1)).drawingList()
    let samples = list.elements.compactMap { element -> (Int, Int)? in
      guard case .stroke(let lines, _, let stroke) = element, !stroke.dashes.isEmpty, lines.count == 1,
        lines[0].points.count == 2, lines[0].points[0].y == lines[0].points[1].y, stroke.width == 128
      else { return nil }
      return (lines[0].points[1].x - lines[0].points[0].x, stroke.dashes.reduce(0, +))
    }
    #expect(samples.count >= 3 && samples.allSatisfy { $0.0 >= 2 * $0.1 })
  }

  @Test func axesRunThroughZero() {
    let list = Figure.plot(series: [PlotSeries("f", graph: graph { $0 })], x: AxisRange(-2, 2)).drawingList()
    let axes = list.elements.compactMap { element -> [DrawingLine]? in
      if case .stroke(let lines, .frame, _) = element, lines.allSatisfy({ !$0.isClosed }) {
        lines
      } else {
        nil
      }
    }
    #expect(axes.map(\.count) == [2])
  }

  @Test func wordsTellShapeJumpsAndPoles() {
    func words(_ f: @escaping (Double) -> Double) -> String {
      Figure.plot(series: [PlotSeries("f", graph: graph(f))], x: AxisRange(-2, 2)).altText()
    }
    #expect(words { $0 * 3 }.hasSuffix("f rises from (−2, −6) to (2, 6)."))
    #expect(
      words { $0 >= 0.5 ? 1 : 0 }.hasSuffix("f rises from (−2, 0) to (2, 1), jumps from 0 to 1 at x = 0.5."))
    #expect(words { 1 / $0 }.hasSuffix("a pole at x = 0."))
    #expect(words { _ in 0.123456 }.hasSuffix("f constant 0.123 from x = −2 to 2."))
  }

  @Test func wordsAreNeverCutInANumber() {
    let panels = (0..<40).map { index in
      Figure.plot(
        series: [PlotSeries("f\(index)", graph: graph { $0 * Double(index) / 7 })], x: AxisRange(-2, 2),
        y: AxisRange(-9, 9), title: "panel \(index)")
    }
    let text = Figure.grid(panels).altText()
    #expect(
      text.count <= 701 && text.contains("more.") && text.hasPrefix("Picture of 40 panels, each over x from"))
    #expect(text.components(separatedBy: "from −2 to 2").count == 2)
  }

  @Test func pathsShowTheirDirection() {
    let list = SampleFigures.path.drawingList()
    let arrows = list.elements.compactMap { element -> [DrawingPoint]? in
      if case .fill(let outlines, .ink) = element, outlines[0].count == 4 { outlines[0] } else { nil }
    }
    // The first arrow points from the start down to the second point.
    #expect(arrows.count >= 2 && arrows[0][0].y > arrows[0][2].y && arrows[0][0].x < arrows[0][2].x)
    #expect(SampleFigures.path.altText().contains("the path steps of 3 points from (1.8, 1.5) to (0.2, 0.1)"))
  }
}
