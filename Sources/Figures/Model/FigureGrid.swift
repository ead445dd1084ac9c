import Wording

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
  func dataTables(_ words: Words) -> [DataTable] {
    panels.enumerated().flatMap { index, panel in
      let name = FigureGrid.name(panel, index, words)
      return panel.dataTables(in: words).map { $0.titled("\(name): \($0.title)") }
    }
    .prefix(FigureGrid.panelLimit).map { $0 }
  }

  /// What each panel shows, without the part of the plane that all of them do.
  func facts(_ words: Words) -> [String] {
    let isShared = sharedExtent(words) != nil
    return panels.map { $0.panelWords(withExtent: !isShared, words) }
      + (omitted > 0 ? [words(.morePanels, "\(omitted)")] : [])
  }

  /// How many panels there are, and over what, where that is one plane.
  func extent(_ words: Words) -> String {
    let count = words.count(.panelCount, panels.count)
    return sharedExtent(words).map { words(.each, count, $0) } ?? count
  }

  private func sharedExtent(_ words: Words) -> String? {
    guard let first = panels.first?.extent(words), !first.isEmpty else { return nil }
    return panels.allSatisfy { $0.extent(words) == first } ? first : nil
  }

  private static func name(_ panel: Figure, _ index: Int, _ words: Words) -> String {
    panel.title.isEmpty ? words(.panelNumber, "\(index + 1)") : panel.title
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
