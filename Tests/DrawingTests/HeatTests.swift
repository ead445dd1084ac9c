import Drawing
import Figures
import Testing

@Test(arguments: Theme.all, [1, 2])
func cellsHaveTheirExactShades(theme: Theme, scale: Int) throws {
  let maps = HeatMap.sampling(x: .boolean, y: .boolean, columns: 40, rows: 40) {
    $0.map { $0.x < 0.5 ? -1 : 1 }
  }
  let figure = Figure.heat(maps, xLabel: "x1", yLabel: "x2"), list = figure.drawingList
  let picture = try DecodedPNG(
    png(list, theme: theme, scale: scale, altText: figure.altText, font: Font()))
  #expect((2...256).contains(picture.paletteCount))
  for (level, x) in [(-12, 0.1), (12, 0.9)] {
    let outline = try #require(
      list.elements.compactMap { element in
        if case .fill(let outlines, .diverging(level)) = element { outlines.first } else { nil }
      }.first)
    let px = Double(outline[0].x) + x * Double(outline[1].x - outline[0].x), py = outline[0].y + 64
    #expect(
      picture.colour(x: Int(px) * scale / 64, y: py * scale / 64) == theme.colour(of: .diverging(level)))
  }
}

@Test func dashesLeaveGapsOnPaper() throws {
  let points = (0...10).map { PlanePoint(Double($0), 0.5) }
  let figure = Figure.plot(
    series: [PlotSeries("f'", points: points, role: .derivative)], x: AxisRange(0, 10), y: AxisRange(0, 1))
  let list = figure.drawingList
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
