import Wording

/// Words at a point of the plane.
public struct Note: Sendable, Hashable {
  /// The words.
  public let text: String
  /// The point they belong to; nil for the middle of a plane that shows nothing else.
  public let point: PlanePoint?

  /// Makes a note; a long one is cut.
  public init(_ text: String, at point: PlanePoint?) {
    self.text = PlainText.bounded(text, limit: 80)
    self.point = point
  }
}

extension Note: MarkContent {
  func draw(on canvas: inout PlotCanvas) {
    guard let point else { return drawInTheMiddle(of: &canvas) }
    guard canvas.shows(point) else { return }
    // Between two lines that cross at the point there is room beside it, where a diagonal position is none.
    let directions = [
      (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0),
    ]
    let place = canvas.place(point)
    let spots = [8, 16, 28, 44].flatMap { distance in
      directions.map { LabelSpot(place: place, direction: $0, distance: distance * Measure.pixel) }
    }
    canvas.labels.append(LabelRequest(full: text, short: nil, home: nil, spots: spots))
  }

  private func drawInTheMiddle(of canvas: inout PlotCanvas) {
    let size = Measure.noteSize, box = canvas.box, width = box.width - 2 * Measure.gap
    // Too long a line is parted behind its colon.
    let parts = text.split(separator: ":", maxSplits: 1)
    let isLong = parts.count == 2 && TextWidths.width(of: text, size: size) > width
    let lines = isLong ? ["\(parts[0]):", String(parts[1].drop { $0 == " " })] : [text]
    for (number, line) in lines.enumerated() {
      let fitted = PlainText.fitted(line, width: width, size: size)
      let offset = (2 * number - lines.count + 1) * Measure.lineHeight(size) / 2
      let start = DrawingPoint(
        x: box.x + (box.width - TextWidths.width(of: fitted, size: size)) / 2,
        y: box.y + box.height / 2 + offset + Measure.middle(size))
      canvas.list.append(.text(DrawingText(fitted, start: start, size: size), .mutedInk))
    }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let quoted = words.quoted(text)
    return point.map { words(.at, quoted, $0.words) } ?? quoted
  }
}
