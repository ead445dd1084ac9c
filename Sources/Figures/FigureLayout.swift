/// Lays a figure out: words around, axes, marks, labels.
struct FigureLayout {
  private let figure: Figure
  private let size: DrawingRect
  /// The height of the drawing in CSS pixels; less than the figure's where equal units leave room below.
  private let paperHeight: Int
  private let titleLines: [String]
  private let legend: FigureLegend
  private let box: DrawingRect
  private let xTicks: [Tick]
  private let yTicks: [Tick]

  private static let margin = 10 * Measure.pixel
  private static let gap = 7 * Measure.pixel
  private static let tickLength = 4 * Measure.pixel

  /// Plans `figure`, with the labels `listed` in the legend instead of the plane.
  init(_ figure: Figure, listed: [String]) {
    self.figure = figure
    let pixel = Measure.pixel, margin = FigureLayout.margin, gap = FigureLayout.gap
    size = DrawingRect(x: 0, y: 0, width: figure.width * pixel, height: figure.height * pixel)
    let room = size.width - 2 * margin
    titleLines = FigureLayout.broken(figure.title, width: room)
    legend = FigureLegend(
      FigureLayout.legend(of: figure, listed: listed), width: room, height: size.height / 4)

    let label = Measure.lineHeight(Measure.labelSize), tick = Measure.lineHeight(Measure.tickSize)
    let titleHeight = titleLines.count * Measure.lineHeight(Measure.titleSize)
    let top =
      margin + (titleHeight > 0 ? titleHeight + gap : 0) + (legend.height > 0 ? legend.height + gap : 0)
    let below =
      margin + FigureLayout.tickLength + gap / 2 + tick + (figure.x.label.isEmpty ? 0 : label + gap / 2)
    let height = max(40 * pixel, size.height - top - below)
    let widest =
      FigureLayout.stackedTicks(figure.y.range, height: height).map {
        TextWidths.width(of: $0.label, size: Measure.tickSize)
      }.max() ?? 0
    let left =
      margin + FigureLayout.tickLength + gap + widest + (figure.y.label.isEmpty ? 0 : label + gap)
    let right = margin + 10 * pixel
    let free = DrawingRect(
      x: left, y: top, width: max(40 * pixel, size.width - left - right), height: height)
    box = figure.proportion == .equalUnits ? FigureLayout.shrunk(free, to: figure) : free
    paperHeight = min(figure.height, (box.maxY + below + pixel - 1) / pixel)
    yTicks = FigureLayout.stackedTicks(figure.y.range, height: box.height)
    xTicks = FigureLayout.readableTicks(figure.x.range, width: box.width)
  }

  /// The drawing, and the labels that found no place in the plane.
  func drawn(listed: [String]) -> (list: DrawingList, homeless: [String]) {
    var list = DrawingList(width: figure.width, height: paperHeight)
    drawWords(on: &list)
    let coversPlane = figure.marks.contains { $0.content.coversPlane }
    if !coversPlane { drawGrid(on: &list) }
    var canvas = PlotCanvas(box: box, x: figure.x.range, y: figure.y.range, list: list)
    drawMarks(on: &canvas)
    let homeless = canvas.placeLabels(listedAbove: Set(listed))
    return (canvas.list, homeless)
  }

  // MARK: - The plan

  private static func legend(of figure: Figure, listed: [String]) -> [LegendEntry] {
    let entries = figure.marks.flatMap(\.content.legend)
    let marked = Set(
      entries.compactMap { entry -> ColourRole? in
        if case .marker(_, let index) = entry.sample { .region(index) } else { nil }
      })
    // A class with a marker needs no sample of its ground.
    let needed = entries.filter { entry in
      if case .ground(let role) = entry.sample { !marked.contains(role) } else { true }
    }
    return needed + listed.map { LegendEntry(sample: .none, label: $0) }
  }

  /// The title in at most two lines.
  private static func broken(_ title: String, width: Int) -> [String] {
    guard !title.isEmpty else { return [] }
    let size = Measure.titleSize
    guard TextWidths.width(of: title, size: size) > width else { return [title] }
    var first = "", rest = title.split(separator: " ")[...]
    while let word = rest.first {
      let longer = first.isEmpty ? String(word) : first + " " + word
      if TextWidths.width(of: longer, size: size) > width { break }
      first = longer
      rest = rest.dropFirst()
    }
    let second = PlainText.fitted(rest.joined(separator: " "), width: width, size: size)
    return first.isEmpty ? [second] : [first, second]
  }

  /// The greatest part of `free` in which a unit is as long on both axes, in the middle of its top.
  private static func shrunk(_ free: DrawingRect, to figure: Figure) -> DrawingRect {
    let ratio = figure.x.range.width / figure.y.range.width
    let width = min(Double(free.width), Double(free.height) * ratio)
    let size = DrawingPoint(near: width, width / ratio)
    return DrawingRect(
      x: free.x + (free.width - size.x) / 2, y: free.y,
      width: max(size.x, Measure.pixel), height: max(size.y, Measure.pixel))
  }

  /// The finest ticks whose numbers stand well apart above each other.
  private static func stackedTicks(_ range: AxisRange, height: Int) -> [Tick] {
    Tick.ticks(in: range, atMost: max(2, min(9, height / (38 * Measure.pixel))))
  }

  /// The finest ticks whose numbers stand apart beside each other.
  private static func readableTicks(_ range: AxisRange, width: Int) -> [Tick] {
    for count in stride(from: 9, to: 2, by: -1) {
      let ticks = Tick.ticks(in: range, atMost: count)
      let widest = ticks.map { TextWidths.width(of: $0.label, size: Measure.tickSize) }.max() ?? 0
      if ticks.count * (widest + 14 * Measure.pixel) <= width { return ticks }
    }
    return Tick.ticks(in: range, atMost: 2)
  }

  // MARK: - The drawing

  private var canvasOfBox: PlotCanvas {
    PlotCanvas(
      box: box, x: figure.x.range, y: figure.y.range, list: DrawingList(width: 0, height: 0))
  }

  private func drawWords(on list: inout DrawingList) {
    var top = FigureLayout.margin
    let widest = titleLines.map { TextWidths.width(of: $0, size: Measure.titleSize) }.max() ?? 0
    let margin = FigureLayout.margin
    let center = max(margin + widest / 2, min(size.width - margin - widest / 2, box.x + box.width / 2))
    for line in titleLines {
      write(line, size: Measure.titleSize, centeredAt: center, top: top, .ink, on: &list)
      top += Measure.lineHeight(Measure.titleSize)
    }
    if !titleLines.isEmpty { top += FigureLayout.gap }
    legend.draw(
      left: max(FigureLayout.margin, min(box.x, size.width - FigureLayout.margin - legend.width)), top: top,
      width: size.width - 2 * FigureLayout.margin, on: &list)
    let belowTicks =
      box.maxY + FigureLayout.tickLength + FigureLayout.gap + Measure.lineHeight(Measure.tickSize)
    write(
      figure.x.label, size: Measure.labelSize, centeredAt: box.x + box.width / 2, top: belowTicks, .ink,
      on: &list)
    drawYLabel(on: &list)
    drawTickLabels(on: &list)
  }

  /// Writes `words` in a line around `center`, cut to fit and moved to stay on the paper.
  private func write(
    _ words: String, size: Int, centeredAt center: Int, top: Int, _ role: ColourRole,
    on list: inout DrawingList
  ) {
    guard !words.isEmpty else { return }
    let room = self.size.inset(by: FigureLayout.margin / 2)
    let fitted = PlainText.fitted(words, width: room.width, size: size)
    let width = TextWidths.width(of: fitted, size: size)
    let x = max(room.x, min(room.maxX - width, center - width / 2))
    let start = DrawingPoint(x: x, y: top + Measure.ascent(size))
    list.append(.text(DrawingText(fitted, start: start, size: size), role))
  }

  private func drawYLabel(on list: inout DrawingList) {
    guard !figure.y.label.isEmpty else { return }
    let size = Measure.labelSize
    let lowest = box.maxY + FigureLayout.tickLength + Measure.lineHeight(Measure.tickSize)
    let fitted = PlainText.fitted(figure.y.label, width: lowest - box.y, size: size)
    let width = TextWidths.width(of: fitted, size: size)
    let widest = yTicks.map { TextWidths.width(of: $0.label, size: Measure.tickSize) }.max() ?? 0
    let x = box.x - FigureLayout.tickLength - widest - 2 * FigureLayout.gap - size / 4
    let y = min(lowest, max(box.y + width, box.y + (box.height + width) / 2))
    list.append(
      .text(DrawingText(fitted, start: DrawingPoint(x: x, y: y), size: size, direction: .upward), .ink))
  }

  private func drawTickLabels(on list: inout DrawingList) {
    let size = Measure.tickSize, canvas = canvasOfBox
    for tick in xTicks {
      let place = canvas.place(tick.value, figure.y.range.lower)
      write(
        tick.label, size: size, centeredAt: place.x,
        top: place.y + FigureLayout.tickLength + FigureLayout.gap / 2, .mutedInk, on: &list)
    }
    for tick in yTicks {
      let place = canvas.place(figure.x.range.lower, tick.value)
      let width = TextWidths.width(of: tick.label, size: size)
      let start = DrawingPoint(
        x: place.x - FigureLayout.tickLength - FigureLayout.gap / 2 - width,
        y: place.y + Measure.middle(size))
      list.append(.text(DrawingText(tick.label, start: start, size: size), .mutedInk))
    }
  }

  private func drawGrid(on list: inout DrawingList) {
    let canvas = canvasOfBox
    let columns = xTicks.map { tick in
      let x = canvas.place(tick.value, 0).x
      return DrawingLine([DrawingPoint(x: x, y: box.y), DrawingPoint(x: x, y: box.maxY)])
    }
    let rows = yTicks.map { tick in
      let y = canvas.place(0, tick.value).y
      return DrawingLine([DrawingPoint(x: box.x, y: y), DrawingPoint(x: box.maxX, y: y)])
    }
    guard !(columns + rows).isEmpty else { return }
    list.append(.stroke(columns + rows, .grid, DrawingStroke(width: Measure.pixel)))
  }

  /// Draws the marks in their order, all data points together and last.
  private func drawMarks(on canvas: inout PlotCanvas) {
    let series = figure.marks.compactMap { mark in
      if case .points(let series) = mark { series } else { nil }
    }
    let cloud = PointCloud(series: series)
    // Markers lie over all lines, but arrows and labels must know where they will be.
    var markers = canvas
    markers.list = DrawingList(width: figure.width, height: figure.height)
    cloud.draw(on: &markers)
    canvas.obstacles = markers.obstacles
    for mark in figure.marks {
      if case .points = mark { continue }
      mark.content.draw(on: &canvas)
    }
    canvas.placeArrows()
    drawFrame(on: &canvas.list)
    for element in markers.list.elements { canvas.list.append(element) }
  }

  private func drawFrame(on list: inout DrawingList) {
    let canvas = canvasOfBox, length = FigureLayout.tickLength
    let ticks =
      xTicks.map { tick in
        let place = canvas.place(tick.value, figure.y.range.lower)
        return DrawingLine([place, DrawingPoint(x: place.x, y: place.y + length)])
      }
      + yTicks.map { tick in
        let place = canvas.place(figure.x.range.lower, tick.value)
        return DrawingLine([place, DrawingPoint(x: place.x - length, y: place.y)])
      }
    list.append(
      .stroke(ticks + [DrawingLine(box.corners, isClosed: true)], .frame, DrawingStroke(width: Measure.pixel))
    )
  }
}
