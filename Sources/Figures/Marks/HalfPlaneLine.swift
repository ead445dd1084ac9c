import Wording

/// The line w·x = T of a unit with two inputs, and the side on which it fires.
public struct HalfPlaneLine: Sendable, Hashable {
  /// The weights; the arrow on the line points their way.
  public let w: PlanePoint
  /// The threshold.
  public let threshold: Double
  /// The line's label, such as `h1: x1 + x2 = 0.5`; what stands before ":" is used where room is scarce.
  public let label: String
  /// The colour of the line and its label.
  var role = ColourRole.boundary
  /// Whether the side that fires is shaded.
  var isShaded = false

  /// Makes a line; a long label is cut.
  public init(w: (Double, Double), threshold: Double, label: String) {
    self.w = PlanePoint(w.0, w.1)
    self.threshold = threshold
    self.label = PlainText.label(label, limit: 60)
  }

  /// The lines in colours that tell them apart, each with the side that fires lightly shaded.
  static func coloured(_ lines: [HalfPlaneLine]) -> [HalfPlaneLine] {
    lines.enumerated().map { index, line in
      var line = line
      line.role = index == 0 ? .function : .line(index - 1)
      // Of many shades over each other none can be told.
      line.isShaded = lines.count <= HalfPlaneLine.mostShades
      return line
    }
  }

  private static let mostShades = 8

  /// The part of the line that the plane shows, as fractions of width and height; nil if there is none.
  func visiblePart(x: AxisRange, y: AxisRange) -> (PlanePoint, PlanePoint)? {
    // In fractions u, v of the plane the line is a u + b v = c.
    let scale = max(abs(w.x), abs(w.y))
    guard scale > 0, scale.isFinite, threshold.isFinite else { return nil }
    let w = PlanePoint(w.x / scale, w.y / scale)
    let a = w.x * x.width, b = w.y * y.width
    let c = threshold / scale - w.x * x.lower - w.y * y.lower
    guard a.isFinite && b.isFinite && c.isFinite else { return nil }
    var ends: [PlanePoint] = []
    for side in [0.0, 1.0] {
      if b != 0 { ends.append(PlanePoint(side, (c - a * side) / b)) }
      if a != 0 { ends.append(PlanePoint((c - b * side) / a, side)) }
    }
    let inside = ends.filter { $0.x >= 0 && $0.x <= 1 && $0.y >= 0 && $0.y <= 1 }
    guard let first = inside.first else { return nil }
    let far = inside.max { distance(first, $0) < distance(first, $1) } ?? first
    return distance(first, far) > 1e-6 ? (first, far) : nil
  }

  private func distance(_ p: PlanePoint, _ q: PlanePoint) -> Double {
    (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)
  }
}

extension HalfPlaneLine: MarkContent {
  /// A line with its arrow and a label that looks for a free position takes as long as ten points.
  func partCount(on x: Axis) -> Int { 10 }

  var subject: Phrase { .linesOfUnits }

  func draw(on canvas: inout PlotCanvas) {
    guard let (p, q) = visiblePart(x: canvas.x, y: canvas.y) else {
      let words = label.isEmpty ? "" : canvas.words(.outside, label)
      canvas.labels.append(LabelRequest(full: words, short: nil, home: nil, spots: []))
      return
    }
    let a = canvas.place(atFraction: p.x, p.y), b = canvas.place(atFraction: q.x, q.y)
    let normal = firingDirection(from: a, to: b, on: canvas)
    if isShaded, let normal { shade(beside: a, normal, on: &canvas) }
    canvas.stroke([DrawingLine([a, b])], role, DrawingStroke(width: 2 * Measure.pixel))
    guard let normal else { return }
    canvas.arrows.append(ArrowRequest(home: Wire(a: a, b: b), direction: normal, role: role))
    canvas.labels.append(
      LabelRequest(
        full: label, short: shortLabel, home: Wire(a: a, b: b), spots: spots(a, b, normal),
        role: role == .boundary ? .ink : role))
  }

  /// Shades the part of the plane on the side of the line through `place` that `normal` points to.
  private func shade(beside place: DrawingPoint, _ normal: (Double, Double), on canvas: inout PlotCanvas) {
    let corners = canvas.box.corners
    let distances = corners.map {
      Double($0.x - place.x) * normal.0 + Double($0.y - place.y) * normal.1
    }
    var outline: [DrawingPoint] = []
    for index in corners.indices {
      let next = (index + 1) % corners.count
      if distances[index] >= 0 { outline.append(corners[index]) }
      guard (distances[index] >= 0) != (distances[next] >= 0) else { continue }
      let part = distances[index] / (distances[index] - distances[next])
      outline.append(Wire(a: corners[index], b: corners[next]).place(at: part))
    }
    if outline.count > 2 { canvas.list.append(.fill([outline], .faint(role, percent: 11))) }
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    let name = label.isEmpty ? words(.aLine) : words(.theLine, label)
    guard visiblePart(x: x.range, y: y.range) != nil else { return words(.outsidePlane, name) }
    if w.x == 0 || w.y == 0 {
      let side: Phrase = w.x > 0 ? .toTheRight : w.x < 0 ? .toTheLeft : w.y > 0 ? .aboveIt : .belowIt
      return words(.fires, name, words(side))
    }
    let ways = [(w.x, x.name(or: "x")), (w.y, y.name(or: "y"))].map { weight, input in
      words(weight > 0 ? .larger : .smaller, input)
    }
    return words(.firesTowards, name, words(.pair, ways[0], ways[1]))
  }

  func dataTable(x: Axis, y: Axis, _ words: Words) -> DataTable? {
    DataTable(
      title: words(.linesTable),
      header: [
        words(.line), words(.weightFor, x.name(or: "x")), words(.weightFor, y.name(or: "y")), "T",
      ],
      rows: [[label, NumberText.short(w.x), NumberText.short(w.y), NumberText.short(threshold)]])
  }

  private var shortLabel: String? {
    guard let colon = label.firstIndex(of: ":"), colon != label.startIndex else { return nil }
    return String(label[..<colon])
  }

  /// The unit vector on the paper that stands on the line and points to the side that fires.
  private func firingDirection(
    from a: DrawingPoint, to b: DrawingPoint, on canvas: PlotCanvas
  ) -> (Double, Double)? {
    let dx = Double(b.x - a.x), dy = Double(b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length >= 1 else { return nil }
    let n = (-dy / length, dx / length)
    // Right on the paper is greater x, down is smaller y; each is weighed by what a pixel is worth.
    let scale = max(abs(w.x), abs(w.y))
    let growth =
      n.0 * (w.x / scale) * (canvas.x.width / Double(canvas.box.width))
      - n.1 * (w.y / scale) * (canvas.y.width / Double(canvas.box.height))
    return growth >= 0 ? n : (-n.0, -n.1)
  }

  /// Positions for the label: both sides of the line, near its ends first, where lines are farthest apart.
  private func spots(_ a: DrawingPoint, _ b: DrawingPoint, _ n: (Double, Double)) -> [LabelSpot] {
    let order = [
      0.15, 0.85, 0.1, 0.9, 0.2, 0.8, 0.25, 0.75, 0.3, 0.7, 0.06, 0.94, 0.35, 0.65, 0.4, 0.6, 0.03, 0.97,
    ]
    return order.flatMap { part in
      [(-n.0, -n.1), (n.0, n.1)].map {
        LabelSpot(place: Wire(a: a, b: b).place(at: part), direction: $0, distance: 5 * Measure.pixel)
      }
    }
  }
}
