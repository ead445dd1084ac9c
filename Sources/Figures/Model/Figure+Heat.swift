import Wording

extension Figure {
  /// A field over a plane as colours with a bar that explains them, one panel for each map, and data over them.
  public static func heat(
    _ maps: [HeatMap], panelTitles: [String] = [], points: [PointSeries] = [],
    shaded: ShadedPoints? = nil, path: PointPath? = nil, xLabel: String = "", yLabel: String = "",
    title: String = "", words: Words = .english
  ) -> Figure {
    let scale = maps.first?.scale
    let shared = maps.allSatisfy { $0.scale == scale }
    func panel(_ map: HeatMap, _ title: String, bar: ColourScale?) -> Figure {
      let shades = shaded.map { [Mark.shadedPoints($0.scaled(map.scale))] } ?? []
      let plane = Plane(
        x: Axis(xLabel, map.x, isFixed: true), y: Axis(yLabel, map.y, isFixed: true),
        marks: [.heat(map)] + shades + points.map(Mark.points) + Mark.paths(path),
        proportion: proportion(map.x, map.y), grid: .none, bar: bar)
      return Figure(title: title, content: .plane(plane))
    }
    if maps.count == 1 { return panel(maps[0], title.isEmpty ? panelTitles.first ?? "" : title, bar: scale) }
    let panels = maps.enumerated().map { index, map in
      panel(
        map, index < panelTitles.count ? panelTitles[index] : words(.output, "\(index + 1)"),
        bar: shared ? nil : map.scale)
    }
    return .grid(panels, title: title, bar: shared ? scale : nil)
  }
}
