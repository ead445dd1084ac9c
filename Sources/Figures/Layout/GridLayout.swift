/// Lays several figures out in one drawing.
struct GridLayout {
  private let grid: FigureGrid
  private let frame: Frame
  private let titleLines: [String]
  /// What all panels explain alike.
  private let sharedEntries: [LegendEntry]
  private let legend: Legend

  /// The least width of a panel, in CSS pixels.
  private static let leastWidth = 112
  /// The least height of a panel, in CSS pixels.
  private static let leastHeight = 96

  init(_ grid: FigureGrid, _ frame: Frame) {
    self.grid = grid
    self.frame = frame
    titleLines = frame.titleLines
    let legends = grid.panels.map { panel in
      if case .plane(let plane) = panel.content { plane.legend } else { [LegendEntry]() }
    }
    let isShared = legends.count > 1 && legends.allSatisfy { $0 == legends[0] }
    sharedEntries = isShared ? legends[0] : []
    let inside = frame.legendPlace == .inside ? sharedEntries : []
    legend = Legend(
      inside, width: frame.size.width - 2 * frame.margin, height: frame.size.height / 4)
  }

  /// How the panels are parted, in CSS pixels.
  private struct Parting {
    let top: Int
    let columns: Int
    let rows: Int
    let width: Int
    let height: Int
  }

  private var parting: Parting {
    let pixel = Measure.pixel
    let titleHeight = titleLines.count * Measure.lineHeight(frame.titleSize)
    let words = titleHeight + (legend.height > 0 ? legend.height + Measure.gap : 0)
    let top = words > 0 ? (frame.margin + words + pixel - 1) / pixel : 0
    let barWidth = grid.bar.map { (ColourBar($0, height: 100 * pixel).width + frame.margin) / pixel } ?? 0
    let columns = max(1, min(grid.columns, (frame.width - barWidth) / GridLayout.leastWidth))
    let width = (frame.width - barWidth) / columns
    let rows = (grid.panels.count + columns - 1) / columns
    let height = max(GridLayout.leastHeight, min(width * 5 / 4, (frame.height - top) / rows))
    return Parting(top: top, columns: columns, rows: rows, width: width, height: height)
  }

  /// A height that the drawing stays below; of grids inside grids no more is looked at once it is beyond `most`.
  func height(upTo most: Int) -> Int {
    guard !grid.panels.isEmpty else { return frame.height }
    let parting = parting
    var height = parting.top
    for row in stride(from: 0, to: grid.panels.count, by: parting.columns) {
      var highest = 0
      for panel in grid.panels[row..<min(grid.panels.count, row + parting.columns)] {
        let inner = panelFrame(panel, parting.width, parting.height)
        highest = max(highest, panel.height(in: inner, upTo: most - height))
        if height + highest > most { return height + highest }
      }
      height += highest
    }
    return height
  }

  /// The whole drawing, as high as its panels need.
  var drawn: DrawingList {
    guard !grid.panels.isEmpty else { return emptyDrawing }
    let pixel = Measure.pixel
    let parting = parting
    let (top, columns, rows, width) = (parting.top, parting.columns, parting.rows, parting.width)
    let lists = grid.panels.map { panel in panel.drawn(in: panelFrame(panel, width, parting.height)) }

    // Panels of equal units can be lower than their share; a row is as high as its highest.
    var starts = [top]
    for row in 0..<rows {
      let inRow = lists[row * columns..<min(lists.count, (row + 1) * columns)]
      starts.append(starts[row] + (inRow.map(\.height).max() ?? 0))
    }
    var list = DrawingList(width: frame.width, height: starts[rows])
    drawWords(on: &list)
    for (index, panel) in lists.enumerated() {
      let place = DrawingPoint(x: index % columns * width * pixel, y: starts[index / columns] * pixel)
      list.append(panel, at: place)
    }
    if let bar = grid.bar {
      let edge = 30 * pixel, height = (starts[rows] - top) * pixel
      let tall = ColourBar(bar, height: min(360 * pixel, max(40 * pixel, height - 2 * edge)))
      tall.draw(left: columns * width * pixel - frame.margin / 2, top: top * pixel + edge, on: &list)
    }
    return list
  }

  private func panelFrame(_ panel: Figure, _ width: Int, _ height: Int) -> Frame {
    let isSmall = width < 200
    return Frame(
      title: panel.title, width: width, height: height, titleSize: (isSmall ? 12 : 13) * Measure.pixel,
      margin: (isSmall ? 4 : 8) * Measure.pixel, legendPlace: sharedEntries.isEmpty ? .inside : .elsewhere)
  }

  private func drawWords(on list: inout DrawingList) {
    let top = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let middle = (frame.size.width - legend.width) / 2
    legend.draw(
      left: max(frame.margin, middle), top: top, width: frame.size.width - 2 * frame.margin, on: &list)
  }

  private var emptyDrawing: DrawingList {
    var list = DrawingList(width: frame.width, height: frame.height)
    _ = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    frame.write(
      "no panels", size: Measure.labelSize, centeredAt: frame.size.width / 2, top: frame.size.height / 2,
      .mutedInk, on: &list)
    return list
  }
}
