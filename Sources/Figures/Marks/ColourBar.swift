/// The bar beside a plane that tells which colour stands for which number.
struct ColourBar {
  let scale: ColourScale
  private let height: Int
  private let ticks: [Tick]

  private static let gap = 12 * Measure.pixel
  private static let barWidth = 14 * Measure.pixel

  /// Of so few whole numbers each has a block of the bar.
  private static let mostBlocks = 12

  init(_ scale: ColourScale, height: Int) {
    self.scale = scale
    self.height = height
    ticks = ColourBar.ticks(of: scale, atMost: TickLabels.count(height: height))
  }

  private static func ticks(of scale: ColourScale, atMost count: Int) -> [Tick] {
    if let numbers = wholeNumbers(of: scale) {
      let step = (numbers.count + count - 1) / count
      return stride(from: 0, to: numbers.count, by: step).map { index in
        Tick(value: numbers[index], label: NumberText.short(numbers[index]))
      }
    }
    let round = Tick.ticks(in: scale.range, atMost: count)
      .filter { !scale.isWhole || $0.value == $0.value.rounded() }
    let ends = [0, 0.5, 1].map { scale.range.value(at: $0) }
    return round.count > 1 ? round : ends.map { Tick(value: $0, label: NumberText.short($0)) }
  }

  /// The numbers of a scale of a few whole ones; nil of another.
  private static func wholeNumbers(of scale: ColourScale) -> [Double]? {
    let (low, high) = (scale.range.lower, scale.range.upper)
    guard scale.isWhole, low == low.rounded(), high == high.rounded(), high - low < Double(mostBlocks) else {
      return nil
    }
    return Array(stride(from: low, through: high, by: 1))
  }

  /// The room that a bar takes, however high it will be.
  static func mostWidth(_ scale: ColourScale) -> Int {
    TickLabels.counts.map { width(of: ticks(of: scale, atMost: $0)) }.max() ?? 0
  }

  /// The room it takes to the right of the plane.
  var width: Int { ColourBar.width(of: ticks) }

  private static func width(of ticks: [Tick]) -> Int {
    let widest = ticks.map { TextWidths.width(of: $0.label, size: Measure.tickSize) }.max() ?? 0
    return gap + barWidth + PlaneLayout.tickLength + Measure.gap / 2 + widest
  }

  /// Draws the bar beside a plane whose upper right corner is at (`left`, `top`).
  func draw(left: Int, top: Int, on list: inout DrawingList) {
    let box = DrawingRect(x: left + ColourBar.gap, y: top, width: ColourBar.barWidth, height: height)
    let numbers = ColourBar.wholeNumbers(of: scale)
    let shades = numbers.map { $0.map(scale.shade(of:)) } ?? (0..<ColourScale.count).map { $0 }
    for (number, shade) in shades.enumerated() {
      let upper = edge(number + 1, of: shades.count, in: box), lower = edge(number, of: shades.count, in: box)
      let part = DrawingRect(x: box.x, y: upper, width: box.width, height: lower - upper)
      list.append(.fill([part.corners], scale.role(of: shade)))
    }
    let places = ticks.map { tick in
      let part = numbers.map { (tick.value - $0[0] + 0.5) / Double($0.count) }
      return box.maxY - Int(((part ?? scale.range.fraction(of: tick.value)) * Double(box.height)).rounded())
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
  private func edge(_ shade: Int, of count: Int, in box: DrawingRect) -> Int {
    if shade == 0 { return box.maxY }
    if shade == count { return box.y }
    let y = box.maxY - box.height * shade / count
    return y / Measure.pixel * Measure.pixel
  }
}
