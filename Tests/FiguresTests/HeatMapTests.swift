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
  let words = SampleFigures.matrix.drawingList.textBoxes.map(\.words)
  #expect(words.contains("−0.5") && words.contains("0.125") && words.contains("NaN"))
  let wide = Figure.heat(matrix: [[Double](repeating: 0.123, count: 60)])
  // The colour bar has the number, no cell.
  #expect(wide.drawingList.textBoxes.map(\.words).count { $0 == "0.123" } == 1)
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
