extension PlaneLayout {
  private var canvasOfBox: PlotCanvas {
    PlotCanvas(
      box: box, x: plane.x, y: plane.y, list: DrawingList(width: 0, height: 0), frame.words)
  }

  /// Draws title, legend, axis labels and numbers.
  func drawWords(on list: inout DrawingList) {
    let top = frame.drawTitle(titleLines, around: box.x + box.width / 2, on: &list)
    let margin = frame.margin
    legend.draw(
      left: max(margin, min(box.x, frame.size.width - margin - legend.width)), top: top,
      width: frame.size.width - 2 * margin, on: &list)
    frame.write(
      plane.x.label, size: Measure.labelSize, centeredAt: box.x + box.width / 2,
      top: box.maxY + PlaneLayout.tickLength + Measure.gap + xTicks.extent, .ink, on: &list)
    drawYLabel(on: &list)
    drawXTickLabels(on: &list)
    drawYTickLabels(on: &list)
  }

  private func drawYLabel(on list: inout DrawingList) {
    guard !plane.y.label.isEmpty else { return }
    let size = Measure.labelSize
    let lowest = box.maxY + PlaneLayout.tickLength + Measure.lineHeight(Measure.tickSize)
    let fitted = PlainText.fitted(plane.y.label, width: lowest - box.y, size: size)
    let width = TextWidths.width(of: fitted, size: size)
    let x = box.x - PlaneLayout.tickLength - yTicks.extent - 2 * Measure.gap - size / 4
    let y = min(lowest, max(box.y + width, box.y + (box.height + width) / 2))
    list.append(
      .text(DrawingText(fitted, start: DrawingPoint(x: x, y: y), size: size, direction: .upward), .ink))
  }

  private func drawXTickLabels(on list: inout DrawingList) {
    let size = Measure.tickSize, canvas = canvasOfBox
    let top = box.maxY + PlaneLayout.tickLength + Measure.gap / 2
    for tick in xTicks.ticks {
      let place = canvas.place(coordinates: tick.value, plane.y.shown.lower)
      switch xTicks.direction {
      case .across:
        frame.write(tick.label, size: size, centeredAt: place.x, top: top, .mutedInk, on: &list)
      case .upward:
        let start = DrawingPoint(
          x: place.x + Measure.middle(size), y: top + TextWidths.width(of: tick.label, size: size))
        list.append(.text(DrawingText(tick.label, start: start, size: size, direction: .upward), .mutedInk))
      }
    }
  }

  private func drawYTickLabels(on list: inout DrawingList) {
    let size = Measure.tickSize, canvas = canvasOfBox
    for tick in yTicks.ticks {
      let place = canvas.place(coordinates: plane.x.shown.lower, tick.value)
      let width = TextWidths.width(of: tick.label, size: size)
      let start = DrawingPoint(
        x: place.x - PlaneLayout.tickLength - Measure.gap / 2 - width, y: place.y + Measure.middle(size))
      list.append(.text(DrawingText(tick.label, start: start, size: size), .mutedInk))
    }
  }

  /// Draws the lines at the numbers of both axes; names have none.
  func drawGrid(on list: inout DrawingList) {
    let canvas = canvasOfBox
    let columns = gridTicks(xTicks, plane.x).map { tick in
      let x = canvas.place(coordinates: tick.value, 0).x
      return DrawingLine([DrawingPoint(x: x, y: box.y), DrawingPoint(x: x, y: box.maxY)])
    }
    let rows = gridTicks(yTicks, plane.y).map { tick in
      let y = canvas.place(coordinates: 0, tick.value).y
      return DrawingLine([DrawingPoint(x: box.x, y: y), DrawingPoint(x: box.maxX, y: y)])
    }
    let pixel = Measure.pixel
    defer { drawAxes(on: &list) }
    guard !(columns + rows).isEmpty else { return }
    switch plane.grid {
    case .solid: list.append(.stroke(columns + rows, .grid, DrawingStroke(width: pixel)))
    case .dotted:
      list.append(.stroke(columns + rows, .dots, DrawingStroke(width: pixel, dashes: [pixel, 3 * pixel])))
    case .none: break
    }
  }

  /// The lines x = 0 and y = 0 where they part the plane; beside its border they would only make that thick.
  var axisWires: [Wire] {
    let place = canvasOfBox.place(coordinates: 0, 0), least = 8 * Measure.pixel
    guard plane.grid != .none else { return [] }
    var wires: [Wire] = []
    if plane.x.scale == .linear, box.x + least < place.x, place.x < box.maxX - least {
      wires.append(Wire(a: DrawingPoint(x: place.x, y: box.y), b: DrawingPoint(x: place.x, y: box.maxY)))
    }
    if plane.y.scale == .linear, box.y + least < place.y, place.y < box.maxY - least {
      wires.append(Wire(a: DrawingPoint(x: box.x, y: place.y), b: DrawingPoint(x: box.maxX, y: place.y)))
    }
    return wires
  }

  /// Draws the lines x = 0 and y = 0, as the lecture draws axes.
  private func drawAxes(on list: inout DrawingList) {
    let lines = axisWires.map { DrawingLine([$0.a, $0.b]) }
    // Among the full lines of a grid they stand out less.
    let role: ColourRole = plane.grid == .solid ? .dots : .frame
    if !lines.isEmpty { list.append(.stroke(lines, role, DrawingStroke(width: Measure.pixel))) }
  }

  private func gridTicks(_ labels: TickLabels, _ axis: Axis) -> [Tick] {
    if case .categories = axis.scale { [] } else { labels.ticks }
  }

  /// Draws the marks in their order, all data points together, and paths last.
  func drawMarks(on canvas: inout PlotCanvas) {
    let series = plane.marks.compactMap { mark in
      if case .points(let series) = mark { series } else { nil }
    }
    let cloud = PointCloud(series: series)
    // Markers lie over all lines, but arrows and labels must know where they will be.
    var markers = canvas
    markers.list = DrawingList(width: 0, height: 0)
    cloud.draw(on: &markers)
    canvas.obstacles = markers.obstacles
    canvas.labels = markers.labels
    for mark in plane.marks {
      switch mark {
      case .points, .path: continue
      case .regions, .halfPlane, .curve, .shadedPoints, .arrow, .note, .heat, .matrix, .histogram, .bars,
        .bands:
        mark.content.draw(on: &canvas)
      }
    }
    canvas.placeArrows()
    drawFrame(on: &canvas.list)
    for element in markers.list.elements { canvas.list.append(element) }
    for case .path(let path) in plane.marks { path.draw(on: &canvas) }
  }

  private func drawFrame(on list: inout DrawingList) {
    let canvas = canvasOfBox
    func below(_ coordinate: Double, _ length: Int) -> DrawingLine {
      let place = canvas.place(coordinates: coordinate, plane.y.shown.lower)
      return DrawingLine([place, DrawingPoint(x: place.x, y: place.y + length)])
    }
    func beside(_ coordinate: Double, _ length: Int) -> DrawingLine {
      let place = canvas.place(coordinates: plane.x.shown.lower, coordinate)
      return DrawingLine([place, DrawingPoint(x: place.x - length, y: place.y)])
    }
    let long = PlaneLayout.tickLength, short = long / 2
    let ticks =
      gridTicks(xTicks, plane.x).map { below($0.value, long) }
      + plane.x.minorTicks(between: xTicks.ticks).map { below($0, short) }
      + gridTicks(yTicks, plane.y).map { beside($0.value, long) }
      + plane.y.minorTicks(between: yTicks.ticks).map { beside($0, short) }
    list.append(
      .stroke(ticks + [DrawingLine(box.corners, isClosed: true)], .frame, DrawingStroke(width: Measure.pixel))
    )
  }
}
