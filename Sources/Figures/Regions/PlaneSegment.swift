/// A straight piece between two points of the plane.
struct PlaneSegment: Hashable {
  var start: PlanePoint
  var end: PlanePoint

  init(_ start: PlanePoint, _ end: PlanePoint) {
    self.start = start
    self.end = end
  }

  /// The part inside the plane of `x` and `y`, or nil; nil too where a coordinate is not finite.
  func clipped(x: AxisRange, y: AxisRange) -> PlaneSegment? {
    guard start.x.isFinite && start.y.isFinite && end.x.isFinite && end.y.isFinite else { return nil }
    if x.contains(start.x) && y.contains(start.y) && x.contains(end.x) && y.contains(end.y) { return self }
    var from = 0.0, to = 1.0
    for (a, b, range) in [(start.x, end.x, x), (start.y, end.y, y)] {
      // Halves, since the distance of two great numbers can be infinite.
      let step = b / 2 - a / 2
      guard step != 0 else {
        guard range.contains(a) else { return nil }
        continue
      }
      let first = (range.lower / 2 - a / 2) / step, second = (range.upper / 2 - a / 2) / step
      from = max(from, min(first, second))
      to = min(to, max(first, second))
    }
    guard from <= to else { return nil }
    // Rounding must not carry an end beyond the edge.
    func inside(_ point: PlanePoint) -> PlanePoint {
      PlanePoint(
        max(x.lower, min(x.upper, point.x)), max(y.lower, min(y.upper, point.y)))
    }
    return PlaneSegment(inside(point(at: from)), inside(point(at: to)))
  }

  private func point(at part: Double) -> PlanePoint {
    PlanePoint(start.x * (1 - part) + end.x * part, start.y * (1 - part) + end.y * part)
  }
}
