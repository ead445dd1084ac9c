/// Several figures in one picture, row by row.
public struct FigureGrid: Sendable, Hashable {
  /// At most this many figures are kept.
  public static let panelLimit = 64

  /// The figures.
  public let panels: [Figure]
  /// How many stand side by side, where there is room.
  public let columns: Int
  /// The colours of all panels, whose bar stands at the right.
  public let bar: ColourScale?
  /// How many figures were left out.
  let omitted: Int
  /// What the panels tell as the frames of a film; nil where they are no frames.
  public var film: FilmTrack?

  /// Makes a grid of at most 64 figures.
  public init(_ panels: [Figure], columns: Int? = nil, bar: ColourScale? = nil) {
    self.panels = Array(panels.prefix(FigureGrid.panelLimit))
    self.bar = bar
    omitted = panels.count - self.panels.count
    let wanted = columns ?? FigureGrid.columns(for: self.panels.count)
    self.columns = max(1, min(8, wanted, self.panels.count))
  }

  /// The tables of all panels, each named after its panel.
  var dataTables: [DataTable] {
    panels.enumerated().flatMap { index, panel in
      let name = FigureGrid.name(panel, index)
      return panel.dataTables.map { $0.titled("\(name): \($0.title)") }
    }
    .prefix(FigureGrid.panelLimit).map { $0 }
  }

  /// What each panel shows, without the part of the plane that all of them do.
  var facts: [String] {
    let isShared = sharedExtent != nil
    return panels.map { $0.panelWords(withExtent: !isShared) }
      + (omitted > 0 ? ["\(omitted) further panels are left out"] : [])
  }

  /// How many panels there are, and over what, where that is one plane.
  var extent: String {
    let count = "of \(panels.count) panel\(panels.count == 1 ? "" : "s")"
    return sharedExtent.map { "\(count), each \($0)" } ?? count
  }

  private var sharedExtent: String? {
    guard let first = panels.first?.extent, !first.isEmpty else { return nil }
    return panels.allSatisfy { $0.extent == first } ? first : nil
  }

  private static func name(_ panel: Figure, _ index: Int) -> String {
    panel.title.isEmpty ? "Panel \(index + 1)" : panel.title
  }

  private static func columns(for count: Int) -> Int {
    switch count {
    case ...3: count
    case 4: 2
    case ...9: 3
    case ...16: 4
    default: count <= 36 ? 6 : 8
    }
  }
}

extension Figure {
  /// Several figures in one picture, at most 64, over the same parts of axes that measure the same and in the same
  /// colours.
  public static func comparison(_ figures: [Figure], columns: Int? = nil, title: String = "") -> Figure {
    let shared = SharedScales(Array(figures.prefix(FigureGrid.panelLimit)))
    return .grid(
      shared.figures + figures.dropFirst(FigureGrid.panelLimit), columns: columns, title: title,
      bar: shared.bar)
  }

  /// Several figures in one picture, at most 64.
  public static func grid(
    _ figures: [Figure], columns: Int? = nil, title: String = "", bar: ColourScale? = nil
  ) -> Figure {
    let grid = FigureGrid(figures, columns: columns, bar: bar)
    return Figure(
      title: title, content: .grid(grid), width: grid.columns == 1 ? usualWidth : columnWidth)
  }
}
