import Wording

/// Lays several figures out in one drawing: planes of one size, whose frames stand in line.
struct GridLayout {
  private let grid: FigureGrid
  private let frame: Frame
  private let titleLines: [String]
  /// What all panels explain alike.
  private let sharedEntries: [LegendEntry]
  private let legend: Legend
  /// Where the panels begin, in CSS pixels.
  private let top: Int
  private let columns: Int
  /// The papers of the panels.
  private let frames: [Frame]

  /// The least width of a panel, in CSS pixels.
  private static let leastWidth = 140
  /// The least width of a plane, in CSS pixels, where there are several columns.
  private static let leastPlane = 76

  init(_ grid: FigureGrid, _ frame: Frame, _ listed: PlaneLayout.ListedLabels) {
    self.grid = grid
    self.frame = frame
    titleLines = frame.titleLines
    sharedEntries = GridLayout.sharedEntries(of: grid, frame.words)
    let inside = frame.legendPlace == .inside ? sharedEntries : []
    legend = Legend(
      inside, width: frame.size.width - 2 * frame.margin, height: frame.size.height / 4, frame.words)
    let words =
      titleLines.count * Measure.lineHeight(frame.titleSize)
      + (legend.height > 0 ? legend.height + Measure.gap : 0)
    top = words > 0 ? (frame.margin + words + Measure.pixel - 1) / Measure.pixel : 0
    let panels = Panels(grid, frame, top: top, hasLegend: sharedEntries.isEmpty, listed)
    columns = panels.columns
    frames = panels.frames
  }

  /// What all panels explain alike; how many points are wrong is said of none.
  private static func sharedEntries(of grid: FigureGrid, _ words: Words) -> [LegendEntry] {
    let legends = grid.panels.map { panel -> [LegendEntry] in
      guard case .plane(let plane) = panel.content else { return [] }
      return plane.legend(namesCurves: true, words)
    }
    let plain = legends.map { $0.filter { $0.sample != .ring } }
    guard let first = plain.first, plain.count > 1, plain.allSatisfy({ $0 == first }) else { return [] }
    let haveWrong = legends.joined().contains { $0.sample == .ring }
    return first + (haveWrong ? [LegendEntry(sample: .ring, label: words(.wrong))] : [])
  }

  /// How the panels share the paper.
  private struct Panels {
    let columns: Int
    let frames: [Frame]

    init(
      _ grid: FigureGrid, _ frame: Frame, top: Int, hasLegend: Bool, _ listed: PlaneLayout.ListedLabels
    ) {
      let bar = grid.bar.map { GridLayout.barWidth($0, frame) } ?? 0
      let width = frame.width - bar, count = grid.panels.count
      // On a phone one stands below the other, or two of very many side by side.
      let most = frame.width < 400 ? (count <= 8 ? 1 : 2) : max(1, width / GridLayout.leastWidth)
      for columns in (1...max(1, min(grid.columns, most))).reversed() {
        let rows = (count + columns - 1) / columns
        let height = frame.height.map { max(96, ($0 - top) / max(1, rows)) }
        let planes = grid.panels.map { panel in
          if case .plane(let plane) = panel.content { plane } else { nil as Plane? }
        }
        // All panels name their curves at the ends, or none does.
        for namesCurvesAtEnds in [true, false] {
          let first = grid.panels.map { panel in
            var paper = frame.panel(panel, width / columns, height, hasLegend: hasLegend)
            paper.namesCurvesAtEnds = namesCurvesAtEnds
            return paper
          }
          let insets = zip(planes, first).map { plane, frame in
            plane.map { PlaneLayout.insets(of: $0, in: frame, listed) }
          }
          let aligned = GridLayout.aligned(first, planes, insets, columns: columns, width: width)
          guard let aligned, columns == 1 || aligned.plane >= GridLayout.leastPlane else { break }
          let named = [first, aligned.frames].flatMap { GridLayout.named(planes, $0) }
          if Set(named).count > 1 { continue }
          (self.columns, frames) = (columns, aligned.frames)
          return
        }
      }
      (columns, frames) = (1, [])
    }
  }

  /// Which planes with several curves name them at their ends.
  private static func named(_ planes: [Plane?], _ frames: [Frame]) -> [Bool] {
    zip(planes, frames).compactMap { plane, frame in
      plane.flatMap { PlaneLayout.namesCurvesAtEnds($0, in: frame) }
    }
  }

  /// The papers of panels whose planes are equally wide, and in line with those above and beside; with the width of a
  /// plane in CSS pixels.
  private static func aligned(
    _ frames: [Frame], _ planes: [Plane?], _ insets: [Insets?], columns: Int, width: Int
  ) -> (frames: [Frame], plane: Int)? {
    guard !frames.isEmpty else { return nil }
    let sides = (0..<columns).map { column in
      stride(from: column, to: frames.count, by: columns).compactMap { insets[$0] }
        .reduce(Insets()) { $0.joined(with: $1) }
    }
    let words = sides.reduce(0) { $0 + $1.left + $1.right }
    let plane = (width * Measure.pixel - words) / columns
    let ends = sides.indices.map { column in
      let sum = sides[...column].reduce(0) { $0 + $1.left + $1.right + plane }
      return column == columns - 1 ? width : sum / Measure.pixel
    }
    let papers = frames.indices.map { index in
      let column = index % columns, row = index / columns * columns
      let inRow = row..<min(frames.count, row + columns)
      let beside = insets[inRow].compactMap { $0 }.reduce(Insets()) { $0.joined(with: $1) }
      let heights = planes[inRow].compactMap { $0 }.map { PlaneLayout.naturalHeight(of: $0, width: plane) }
      var paper = frames[index]
      paper.width = max(60, ends[column] - (column == 0 ? 0 : ends[column - 1]))
      paper.least = Insets(
        left: sides[column].left, top: beside.top, right: sides[column].right, below: beside.below)
      paper.leastPlane = min(heights.max() ?? 0, plane * 5 / 4)
      return paper
    }
    return (papers, plane / Measure.pixel)
  }

  private static func barWidth(_ bar: ColourScale, _ frame: Frame) -> Int {
    (ColourBar.mostWidth(bar) + frame.margin) / Measure.pixel
  }

  /// A height that the drawing stays below; of grids inside grids no more is looked at once it is beyond `most`.
  func height(upTo most: Int) -> Int {
    guard !frames.isEmpty else { return frame.size.height / Measure.pixel }
    var height = top
    for row in stride(from: 0, to: frames.count, by: columns) {
      var highest = 0
      for index in row..<min(frames.count, row + columns) {
        highest = max(highest, grid.panels[index].height(in: frames[index], upTo: most - height))
        if height + highest > most { return height + highest }
      }
      height += highest
    }
    return height
  }

  /// The whole drawing, as high as its panels need.
  var drawn: DrawingList {
    guard !frames.isEmpty else { return emptyDrawing }
    let pixel = Measure.pixel
    let lists = zip(grid.panels, frames).map { $0.drawn(in: $1) }
    var starts = [top]
    for row in stride(from: 0, to: lists.count, by: columns) {
      let inRow = lists[row..<min(lists.count, row + columns)]
      starts.append(starts[starts.count - 1] + (inRow.map(\.height).max() ?? 0))
    }
    let bottom = starts[starts.count - 1]
    var list = DrawingList(width: frame.width, height: bottom)
    drawWords(on: &list)
    for (index, panel) in lists.enumerated() {
      let left = frames[(index - index % columns)..<index].reduce(0) { $0 + $1.width }
      list.append(panel, at: DrawingPoint(x: left * pixel, y: starts[index / columns] * pixel))
    }
    if let bar = grid.bar {
      let edge = 30 * pixel, height = (bottom - top) * pixel
      let tall = ColourBar(bar, height: min(360 * pixel, max(40 * pixel, height - 2 * edge)))
      let left = (frame.width - GridLayout.barWidth(bar, frame)) * pixel
      tall.draw(left: left - frame.margin / 2, top: top * pixel + edge, on: &list)
    }
    return list
  }

  private func drawWords(on list: inout DrawingList) {
    let top = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    let middle = (frame.size.width - legend.width) / 2
    legend.draw(
      left: max(frame.margin, middle), top: top, width: frame.size.width - 2 * frame.margin, on: &list)
  }

  private var emptyDrawing: DrawingList {
    let height = frame.size.height / Measure.pixel
    var list = DrawingList(width: frame.width, height: height)
    _ = frame.drawTitle(titleLines, around: frame.size.width / 2, on: &list)
    frame.write(
      frame.words(.noPanels), size: Measure.labelSize, centeredAt: frame.size.width / 2,
      top: frame.size.height / 2,
      .mutedInk, on: &list)
    return list
  }
}

extension Frame {
  /// The paper of a panel.
  fileprivate func panel(_ panel: Figure, _ width: Int, _ height: Int?, hasLegend: Bool) -> Frame {
    let isSmall = width < 200
    return Frame(
      title: panel.title, words: words, width: width, height: height,
      titleSize: (isSmall ? 12 : 13) * Measure.pixel, margin: (isSmall ? 4 : 8) * Measure.pixel,
      legendPlace: hasLegend ? .inside : .elsewhere)
  }
}
