import Testing

@testable import Figures

@Test func fieldsAreAskedOnceAndSplitByOutput() throws {
  var batches = 0
  let maps = HeatMap.sampling(x: AxisRange(0, 2), y: AxisRange(0, 1), columns: 2, rows: 1, outputs: 2) {
    points in
    batches += 1
    #expect(points == [PlanePoint(0.5, 0.5), PlanePoint(1.5, 0.5)])
    return [1, 2, 3]
  }
  #expect(batches == 1 && maps.count == 2)
  #expect(maps[0].values == [1, 3])
  #expect(maps[1].values[0] == 2 && maps[1].values[1].isNaN)
}

@Test(arguments: [
  ([0.0, 1, 0.3], ColourScale.diverging(around: 0.5, reach: 0.5)),
  ([-0.5, 0.2], .diverging(around: 0, reach: 1)), ([-7, 2], .diverging(around: 0, reach: 7)),
  ([2, 9], ColourScale(.sequential, AxisRange(2, 9), isWhole: true)),
  ([2.5, 9], ColourScale(.sequential, AxisRange(2.5, 9))), ([.nan], .diverging(around: 0, reach: 1)),
])
func scalesSuitTheNumbers(values: [Double], scale: ColourScale) {
  #expect(ColourScale.automatic(for: values) == scale)
}

@Test func shadesAreFewAndBounded() {
  let scale = ColourScale.diverging(around: 0, reach: 1)
  #expect(ColourScale.count <= 30)
  #expect(scale.role(of: scale.shade(of: 0)) == .diverging(0))
  #expect(scale.role(of: scale.shade(of: -.infinity)) == .diverging(-12))
  #expect(scale.role(of: scale.shade(of: 1e300)) == .diverging(12))
  #expect(scale.role(of: scale.shade(of: .nan)) == .noValue)
}

@Test func panelsOfOneScaleShareABar() throws {
  guard case .grid(let grid) = SampleFigures.hiddenUnits.content else {
    Issue.record("not a grid")
    return
  }
  #expect(grid.bar != nil && grid.panels.map(\.title) == ["h₁", "h₂"])
}

@Test func matricesShowTheirNumbersWhereTheyFit() {
  let words = SampleFigures.matrix.drawingList().textBoxes.map(\.words)
  #expect(words.contains("−0.5") && words.contains("0.125") && words.contains("NaN"))
  let wide = Figure.heat(matrix: [[Double](repeating: 0.123, count: 60)])
  // The colour bar has the number, no cell.
  #expect(wide.drawingList().textBoxes.map(\.words).count { $0 == "0.123" } == 1)
}

@Test func thePiecesOfAFieldAreCounted() {
  func parts(_ value: @escaping (PlanePoint) -> Double) -> Int {
    let maps = HeatMap.sampling(x: AxisRange(0, 1), y: AxisRange(0, 1), columns: 50, rows: 50) {
      $0.map(value)
    }
    return Figure.heat(maps).partCount
  }
  // A row of cells of one shade is one piece, and each shade that begins in a cell makes one more.
  #expect(parts { _ in 1 } == 51)
  #expect((51 * 1..<51 * 60).contains(parts(\.y)))
  #expect(parts { $0.x < 0.5 ? -1 : 1 } == 51 * (2 + 24))
}

/// A field that has only a few numbers.
@Suite struct HeatStepTests {
  private let plane = AxisRange(0, 1)

  private func map(level: Double? = nil, _ field: @escaping (PlanePoint) -> Double) -> HeatMap {
    HeatMap.sampling(x: plane, y: plane, columns: 40, rows: 40, level: level) { $0.map(field) }[0]
      .stepped { $0.map(field) }
  }

  @Test func itsBordersAreWhereItSteps() throws {
    let steps = try #require(map { $0.x + 2 * $0.y >= 1 ? 5 : 3 }.steps)
    #expect(steps.numbers == [3, 5] && steps.regions.regions.count == 2)
    for border in steps.regions.borders {
      for point in border.points { #expect(abs(point.x + 2 * point.y - 1) < 1e-3) }
    }
  }

  @Test func itsColoursAreThoseOfItsNumbers() {
    let map = map { $0.x < 0.5 ? 0 : $0.y < 0.5 ? 1 : 2 }
    let list = Figure.heat([map], xLabel: "a", yLabel: "b").drawingList()
    let shades = list.elements.compactMap { element -> ColourRole? in
      if case .fill(let outlines, .sequential(let shade)) = element, outlines.count == 1,
        outlines[0].count > 3
      {
        .sequential(shade)
      } else {
        nil
      }
    }
    #expect(Set([ColourRole.sequential(0), .sequential(12), .sequential(24)]).isSubset(of: shades))
  }

  @Test func theLineAtALevelIsTheBorder() {
    let map = map(level: 0.5) { $0.x + $0.y >= 1 ? 1 : 0 }
    let list = Figure.heat([map]).drawingList()
    let lines = list.elements.flatMap { element -> [DrawingLine] in
      if case .stroke(let lines, .boundary, _) = element { lines } else { [] }
    }
    // The sample of the legend, and one line from side to side.
    #expect(lines.count == 2 && lines.allSatisfy { $0.points.count == 2 })
  }

  @Test func otherFieldsStayAsTheyAre() {
    #expect(map { $0.x }.steps == nil)
    #expect(map { $0.x < 0.5 ? .nan : 1 }.steps == nil)
    #expect(map { _ in 1 }.steps == nil)
    // A line at a level parts three numbers at one of two borders.
    #expect(map(level: 0.5) { $0.x < 0.3 ? 0 : $0.x < 0.6 ? 1 : 2 }.steps == nil)
  }
}
