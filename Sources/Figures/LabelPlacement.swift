/// A label that looks for a free place in the plane.
struct LabelRequest: Hashable {
  /// The whole label.
  var full: String
  /// A short form, for crowded planes; the whole label then stands above the plane.
  var short: String?
  /// Where it may stand, the best first.
  var spots: [LabelSpot]

  static func == (a: LabelRequest, b: LabelRequest) -> Bool { a.full == b.full && a.spots == b.spots }
  func hash(into hasher: inout Hasher) { hasher.combine(full) }
}

/// A place beside a point: the label stands `distance` away from it in `direction`.
struct LabelSpot: Equatable {
  var place: DrawingPoint
  /// A unit vector on the paper.
  var direction: (Double, Double)
  var distance: Int

  /// The rectangle of a label `width` × `height` that stands clear of the line through the place.
  func rectangle(width: Int, height: Int) -> DrawingRect {
    let reach =
      (abs(direction.0) * Double(width) + abs(direction.1) * Double(height)) / 2 + Double(distance)
    let center = DrawingPoint(
      near: Double(place.x) + reach * direction.0, Double(place.y) + reach * direction.1)
    return DrawingRect(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  static func == (a: LabelSpot, b: LabelSpot) -> Bool {
    a.place == b.place && a.direction == b.direction && a.distance == b.distance
  }
}

extension PlotCanvas {
  /// Writes every label at a free place; returns those whose whole text found none.
  mutating func placeLabels(listedAbove: Set<String>) -> [String] {
    var homeless: [String] = []
    for request in labels where !request.full.isEmpty {
      if !listedAbove.contains(request.full) && place(request.full, at: request.spots) { continue }
      if !listedAbove.contains(request.full) { homeless.append(request.full) }
      if let short = request.short { _ = place(short, at: request.spots) }
    }
    return homeless
  }

  /// Writes `words` at the spot that covers nothing and crosses the fewest lines; says whether there is one.
  private mutating func place(_ words: String, at spots: [LabelSpot]) -> Bool {
    let size = Measure.noteSize
    let width = TextWidths.width(of: words, size: size), height = Measure.lineHeight(size)
    var best: (crossings: Int, rect: DrawingRect)?
    for spot in spots {
      let rect = spot.rectangle(width: width, height: height)
      guard best.map({ $0.crossings > 0 }) ?? true, isFree(rect) else { continue }
      let crossings = wires.count { rect.meets(segment: $0.0, $0.1) }
      if crossings < best?.crossings ?? 3 { best = (crossings, rect) }
    }
    guard let best, best.crossings == 0 || spots.count < 8 else { return false }
    list.append(
      .text(
        DrawingText(
          words, start: DrawingPoint(x: best.rect.x, y: best.rect.y + Measure.ascent(size)), size: size),
        .ink))
    obstacles.append(best.rect.inset(by: -2 * Measure.pixel))
    return true
  }

  private func isFree(_ rect: DrawingRect) -> Bool {
    box.inset(by: 3 * Measure.pixel).contains(rect) && !obstacles.contains { $0.meets(rect) }
  }
}
