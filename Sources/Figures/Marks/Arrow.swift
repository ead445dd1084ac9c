import Wording

/// An arrow from one point to another.
public struct Arrow: Sendable, Hashable {
  /// Where it begins.
  public let start: PlanePoint
  /// Where its head is.
  public let end: PlanePoint
  /// What its colour says.
  public let role: ColourRole

  /// Makes an arrow.
  public init(from start: PlanePoint, to end: PlanePoint, role: ColourRole = .boundary) {
    self.start = start
    self.end = end
    self.role = role
  }
}

extension Arrow: MarkContent {
  func draw(on canvas: inout PlotCanvas) {
    let whole = PlaneSegment(canvas.coordinates(of: start), canvas.coordinates(of: end))
    guard let part = whole.clipped(x: canvas.x, y: canvas.y) else { return }
    canvas.drawArrow(
      from: canvas.place(coordinates: part.start.x, part.start.y),
      to: canvas.place(coordinates: part.end.x, part.end.y), role)
  }

  func description(x: Axis, y: Axis, _ words: Words) -> String? {
    words(.arrow, start.words, end.words)
  }
}

extension PlotCanvas {
  /// Draws an arrow between positions, and keeps labels away from it.
  mutating func drawArrow(from a: DrawingPoint, to b: DrawingPoint, _ role: ColourRole) {
    let dx = Double(b.x - a.x), dy = Double(b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length >= 1 else { return }
    let u = (dx / length, dy / length)
    let head = min(length, 8 * Double(Measure.pixel))
    func back(_ along: Double, _ aside: Double) -> DrawingPoint {
      DrawingPoint(
        near: Double(b.x) - along * u.0 - aside * u.1, Double(b.y) - along * u.1 + aside * u.0)
    }
    list.append(
      .stroke([DrawingLine([a, back(head * 0.7, 0)])], role, DrawingStroke(width: 2 * Measure.pixel)))
    list.append(.fill([[b, back(head, head * 0.45), back(head * 0.75, 0), back(head, -head * 0.45)]], role))
    let reach = 4 * Measure.pixel
    obstacles.append(
      DrawingRect(
        x: min(a.x, b.x) - reach, y: min(a.y, b.y) - reach, width: abs(a.x - b.x) + 2 * reach,
        height: abs(a.y - b.y) + 2 * reach))
  }
}
