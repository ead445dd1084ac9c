import Drawing
import Figures
import Testing

@Test(arguments: Theme.all, [1, 2])
func cellsHaveTheirExactShades(theme: Theme, scale: Int) throws {
  let maps = HeatMap.sampling(x: .boolean, y: .boolean, columns: 40, rows: 40) {
    $0.map { $0.x < 0.5 ? -1 : 1 }
  }
  let figure = Figure.heat(maps, xLabel: "x1", yLabel: "x2"), list = figure.drawingList()
  let picture = try DecodedPNG(
    png(list, theme: theme, scale: scale, altText: figure.altText(), font: Font()))
  #expect((2...256).contains(picture.paletteCount))
  // The lowest shade is the ground of the whole plane.
  let ground = try #require(
    list.elements.compactMap { element in
      if case .fill(let outlines, .diverging(-12)) = element { outlines.first } else { nil }
    }.first)
  for (level, x) in [(-12, 0.1), (12, 0.9)] {
    let px = Double(ground[0].x) + x * Double(ground[1].x - ground[0].x), py = ground[2].y + 64 * 5
    #expect(
      picture.colour(x: Int(px) * scale / 64, y: py * scale / 64) == theme.colour(of: .diverging(level)))
  }
}

@Test func dashesLeaveGapsOnPaper() throws {
  let points = (0...10).map { PlanePoint(Double($0), 0.5) }
  let figure = Figure.plot(
    series: [PlotSeries("f'", points: points, role: .derivative)], x: AxisRange(0, 10), y: AxisRange(0, 1))
  let list = figure.drawingList()
  let picture = try DecodedPNG(png(list, theme: .light, scale: 1, altText: "", font: Font()))
  let line = try #require(
    list.elements.compactMap { element in
      if case .stroke(let lines, .derivative, _) = element { lines.first } else { nil }
    }.last)
  let row = line.points[0].y / 64
  let colours = (line.points[0].x / 64 + 2..<line.points[1].x / 64).map { picture.colour(x: $0, y: row) }
  #expect(colours.contains(Theme.light.colour(of: .derivative)))
  #expect(colours.contains(Theme.light.colour(of: .paper)))
}

@Test func pointsOfOneShadeThatOverlapLeaveNoHole() throws {
  // Two points 8 px apart whose discs have a radius of 6 px.
  let points = ShadedPoints([PlanePoint(0.5, 0.5), PlanePoint(0.52, 0.5)], values: [1, 1], name: "y")
  let figure = Figure(
    x: Axis("", AxisRange(0, 1)), y: Axis("", AxisRange(0, 1)), marks: [.shadedPoints(points)])
  let list = figure.drawingList()
  let fill = list.elements.compactMap { element -> (outlines: [[DrawingPoint]], role: ColourRole)? in
    if case .fill(let outlines, let role) = element, outlines.count == 2 { (outlines, role) } else { nil }
  }
  let (outlines, role) = try #require(fill.first)
  let right = try #require(outlines[0].map(\.x).max()), left = try #require(outlines[1].map(\.x).min())
  try #require(right - left > 2 * 64)
  let ys = outlines[0].map(\.y)
  let picture = try DecodedPNG(png(list, theme: .light, scale: 2, altText: "", font: Font()))
  let middle = try #require(ys.max()) + (try #require(ys.min()))
  // Above the rims, which cross in the middle of the lens.
  let colour = picture.colour(x: (left + right) / 64, y: middle / 64)
  #expect(colour == Theme.light.colour(of: role))
}
