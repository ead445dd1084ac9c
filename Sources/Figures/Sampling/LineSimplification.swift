/// Fewer points for the same line, in cells of the fine grid.
enum LineSimplification {
  /// The indices of the points that keep the line within `tolerance` (Ramer, Douglas and Peucker).
  static func kept(_ points: [PlanePoint], isClosed: Bool, tolerance: Double) -> [Int] {
    guard points.count > 2 else { return Array(points.indices) }
    // A closed line is cut where it begins and at the point farthest from there.
    let ring = isClosed ? points + [points[0]] : points
    var isKept = [Bool](repeating: false, count: ring.count)
    isKept[0] = true
    isKept[ring.count - 1] = true
    var open = [(0, ring.count - 1)]
    while let (from, to) = open.popLast() {
      var far = (distance: tolerance * tolerance, index: -1)
      for index in from + 1..<max(to, from + 1) {
        let distance = squaredDistance(ring[index], from: ring[from], ring[to])
        if distance > far.distance { far = (distance, index) }
      }
      guard far.index >= 0 else { continue }
      isKept[far.index] = true
      open += [(from, far.index), (far.index, to)]
    }
    return points.indices.filter { isKept[$0] }
  }

  /// The line with each corner that the grid has cut off put back.
  ///
  /// Where a piece shorter than two cells joins two long ones, these are lengthened until they meet.
  static func sharpened(_ points: [PlanePoint], isClosed: Bool) -> [PlanePoint] {
    guard points.count >= 4 else { return points }
    let count = points.count
    var result: [PlanePoint] = []
    var index = 0
    var droppedFirst = false
    while index < count {
      let hasNeighbours = isClosed || (index > 0 && index + 2 < count)
      if hasNeighbours && index + 1 < count + (isClosed && !droppedFirst ? 1 : 0),
        let corner = corner(
          points[(index + count - 1) % count], points[index], points[(index + 1) % count],
          points[(index + 2) % count])
      {
        result.append(corner)
        // The corner between the last point and the first replaces both.
        if index + 1 == count { result.removeFirst() }
        droppedFirst = droppedFirst || index == 0
        index += 2
      } else {
        result.append(points[index])
        index += 1
      }
    }
    return result.count >= (isClosed ? 3 : 2) ? result : points
  }

  /// Where the lines `a` `b` and `d` `c` meet, if `b` `c` is a corner that was cut off.
  private static func corner(
    _ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint, _ d: PlanePoint
  ) -> PlanePoint? {
    guard squared(b, c) < 4, squared(a, b) > 9, squared(c, d) > 9 else { return nil }
    let u = PlanePoint(b.x - a.x, b.y - a.y), v = PlanePoint(d.x - c.x, d.y - c.y)
    let turn = u.x * v.y - u.y * v.x
    guard turn != 0 else { return nil }
    let part = ((c.x - a.x) * v.y - (c.y - a.y) * v.x) / turn
    let meeting = PlanePoint(a.x + part * u.x, a.y + part * u.y)
    return squared(meeting, b) < 4 && squared(meeting, c) < 4 ? meeting : nil
  }

  private static func squared(_ a: PlanePoint, _ b: PlanePoint) -> Double {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
  }

  private static func squaredDistance(_ p: PlanePoint, from a: PlanePoint, _ b: PlanePoint) -> Double {
    let length = squared(a, b)
    guard length > 0 else { return squared(p, a) }
    let along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length
    let part = max(0, min(1, along))
    return squared(p, PlanePoint(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)))
  }
}
