/// The bar beside a plane that tells which colour stands for which number.
struct ColourBar {
  let scale: ColourScale
  private let height: Int
  private let ticks: [Tick]

  private static let gap = 12 * Measure.pixel
  private static let barWidth = 14 * Measure.pixel

  init(_ scale: ColourScale, height: Int) {
    self.scale = scale
    self.height = height
    let round = Tick.ticks(in: scale.range, atMost: TickLabels.count(height: height))
      .filter { !scale.isWhole || $0.value == $0.value.rounded() }
    let ends = [0, 0.5, 1].map { scale.range.value(at: $0) }
    ticks = round.count > 1 ? round : ends.map { Tick(value: $0, label: NumberText.short($0)) }
  }

  /// The room it takes to the right of the plane.
  var width: Int {
    let widest = ticks.map { TextWidths.width(of: $0.label, size: Measure.tickSize) }.max() ?? 0
    return ColourBar.gap + ColourBar.barWidth + PlaneLayout.tickLength + Measure.gap / 2 + widest
  }

  /// Draws the bar beside a plane whose upper right corner is at (`left`, `top`).
  func draw(left: Int, top: Int, on list: inout DrawingList) {
    let box = DrawingRect(x: left + ColourBar.gap, y: top, width: ColourBar.barWidth, height: height)
    for shade in 0..<ColourScale.count {
      let upper = edge(shade + 1, in: box), lower = edge(shade, in: box)
      let part = DrawingRect(x: box.x, y: upper, width: box.width, height: lower - upper)
      list.append(.fill([part.corners], scale.role(of: shade)))
    }
    let places = ticks.map { tick in
      box.maxY - Int((scale.range.fraction(of: tick.value) * Double(box.height)).rounded())
    }
    let marks = places.map { y in
      DrawingLine([DrawingPoint(x: box.maxX, y: y), DrawingPoint(x: box.maxX + PlaneLayout.tickLength, y: y)])
    }
    let frame = DrawingLine(box.corners, isClosed: true)
    list.append(.stroke(marks + [frame], .frame, DrawingStroke(width: Measure.pixel)))
    for (tick, y) in zip(ticks, places) {
      let start = DrawingPoint(
        x: box.maxX + PlaneLayout.tickLength + Measure.gap / 2, y: y + Measure.middle(Measure.tickSize))
      list.append(.text(DrawingText(tick.label, start: start, size: Measure.tickSize), .mutedInk))
    }
  }

  /// The edge below a shade, on a whole pixel.
  private func edge(_ shade: Int, in box: DrawingRect) -> Int {
    if shade == 0 { return box.maxY }
    if shade == ColourScale.count { return box.y }
    let y = box.maxY - box.height * shade / ColourScale.count
    return y / Measure.pixel * Measure.pixel
  }
}
