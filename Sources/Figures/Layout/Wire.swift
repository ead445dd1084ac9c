/// A straight piece of a line on the paper.
struct Wire: Hashable {
  var a: DrawingPoint
  var b: DrawingPoint

  /// The position at `part` of the way from `a` to `b`.
  func place(at part: Double) -> DrawingPoint {
    DrawingPoint(near: Double(a.x) + part * Double(b.x - a.x), Double(a.y) + part * Double(b.y - a.y))
  }

  /// Whether both ends of `other` lie on the line through this piece, within about a pixel.
  func runsAlong(_ other: Wire) -> Bool {
    let dx = b.x - a.x, dy = b.y - a.y
    let length = Double(dx * dx + dy * dy).squareRoot()
    return [other.a, other.b].allSatisfy { point in
      let turn = dx * (point.y - a.y) - dy * (point.x - a.x)
      return abs(Double(turn)) <= 1.5 * Double(Measure.pixel) * length
    }
  }
}
