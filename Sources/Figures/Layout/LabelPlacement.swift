/// A label that looks for a free position in the plane.
struct LabelRequest {
  /// The whole label.
  var full: String
  /// A short form, for crowded planes; the whole label then stands above the plane.
  var short: String?
  /// The line it names, if it names one; such a label crosses no line and keeps away from the others.
  var home: Wire?
  /// Where it may stand, the best first.
  var spots: [LabelSpot]
  /// The colour of what it names.
  var role = ColourRole.ink
  /// Whether it stands above the plane where it finds no position.
  var isListable = true
}

/// A position beside a point: the label stands `distance` away from it in `direction`.
struct LabelSpot {
  var place: DrawingPoint
  /// A unit vector on the paper.
  var direction: (Double, Double)
  var distance: Int

  /// The rectangle of a label `width` × `height` that stands clear of the line through the position.
  func rectangle(width: Int, height: Int) -> DrawingRect {
    let reach =
      (abs(direction.0) * Double(width) + abs(direction.1) * Double(height)) / 2 + Double(distance)
    let center = DrawingPoint(
      near: Double(place.x) + reach * direction.0, Double(place.y) + reach * direction.1)
    return DrawingRect(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }
}

extension PlotCanvas {
  /// The most lines with a label or an arrow each; of more only the lines are drawn.
  static let mostLabels = 100

  /// Writes every label at a free position; returns those whose whole text found none.
  mutating func placeLabels(listedAbove: Set<String>) -> [String] {
    // Nobody reads a hundred names of lines, and to look for a position for each is slow.
    guard labels.count <= PlotCanvas.mostLabels else { return [] }
    var homeless: [String] = []
    for request in labels where !request.full.isEmpty {
      let isListed = listedAbove.contains(request.full)
      if !isListed && place(request.full, for: request) { continue }
      if !isListed, request.isListable { homeless.append(request.full) }
      if let short = request.short { _ = place(short, for: request) }
    }
    return homeless
  }

  /// Writes `words` at the best spot that covers nothing; says whether there is one.
  private mutating func place(_ words: String, for request: LabelRequest) -> Bool {
    let size = Measure.noteSize
    let width = TextWidths.width(of: words, size: size), height = Measure.lineHeight(size)
    let others = request.home.map { home in wires.filter { !home.runsAlong($0) } } ?? wires
    var best: (cost: Int, rect: DrawingRect, spot: LabelSpot)?
    for spot in request.spots {
      let rect = spot.rectangle(width: width, height: height)
      guard isFree(rect) else { continue }
      let cost = cost(of: rect, among: others)
      if cost >= LabelCost.crossing && request.home != nil { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, rect, spot) }
      if cost == 0 { break }
    }
    guard let (_, rect, spot) = best else { return false }
    if request.home == nil { lead(from: rect, to: spot) }
    let start = DrawingPoint(x: rect.x, y: rect.y + Measure.ascent(size))
    list.append(.text(DrawingText(words, start: start, size: size), request.role))
    obstacles.append(rect.inset(by: -4 * Measure.pixel))
    return true
  }

  /// Draws a fine line from a label to its point where it stands farther from it than from other things.
  private mutating func lead(from rect: DrawingRect, to spot: LabelSpot) {
    let pixel = Measure.pixel, place = spot.place
    guard spot.distance > 12 * pixel else { return }
    let near = rect.inset(by: -2 * pixel)
    let start = DrawingPoint(
      x: max(near.x, min(near.maxX, place.x)), y: max(near.y, min(near.maxY, place.y)))
    let wire = Wire(a: start, b: place)
    let end = wire.place(at: 1 - 5 * Double(pixel) / max(wire.length, 1))
    list.append(.stroke([DrawingLine([start, end])], .mutedInk, DrawingStroke(width: pixel)))
  }

  private func isFree(_ rect: DrawingRect) -> Bool {
    box.inset(by: 3 * Measure.pixel).contains(rect) && !obstacles.contains { $0.meets(rect) }
  }

  private enum LabelCost {
    static let crossing = 1000
    static let near = 1
    static let axis = 4
  }

  /// What it costs to stand on a line, or so near to it that the label could be taken for its name.
  private func cost(of rect: DrawingRect, among others: [Wire]) -> Int {
    let tight = rect.inset(by: -3 * Measure.pixel), wide = rect.inset(by: -14 * Measure.pixel)
    let crossed = axes.count { rect.meets(segment: $0.a, $0.b) }
    return others.reduce(LabelCost.axis * crossed) { cost, wire in
      if tight.meets(segment: wire.a, wire.b) { return cost + LabelCost.crossing }
      return wide.meets(segment: wire.a, wire.b) ? cost + LabelCost.near : cost
    }
  }
}
