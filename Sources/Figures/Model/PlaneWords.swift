import Wording

/// Where something lies in a plane, in words.
enum PlaneWords {
  /// The part of the plane around a position at fractions of its width and height, such as `upper left`.
  static func part(_ u: Double, _ v: Double) -> Phrase {
    let (isLeft, isRight) = (u < 0.38, u > 0.62)
    if v < 0.38 { return isLeft ? .lowerLeft : isRight ? .lowerRight : .below }
    if v > 0.62 { return isLeft ? .upperLeft : isRight ? .upperRight : .above }
    return isLeft ? .left : isRight ? .right : .inTheMiddle
  }

  /// The parts of the plane that closed outlines cover, the largest first, each once.
  static func parts(of outlines: [[PlanePoint]], x: AxisRange, y: AxisRange) -> [Phrase] {
    let areas = outlines.map { outline -> (size: Double, u: Double, v: Double) in
      let points = outline.map { PlanePoint(x.fraction(of: $0.x), y.fraction(of: $0.y)) }
      guard let last = points.last else { return (0, 0, 0) }
      var (size, u, v) = (0.0, 0.0, 0.0)
      for (a, b) in zip([last] + points, points) {
        let turn = a.x * b.y - b.x * a.y
        size += turn / 2
        u += (a.x + b.x) * turn / 6
        v += (a.y + b.y) * turn / 6
      }
      return (size, u, v)
    }
    // A hole has a negative size and takes its part from the outline around it.
    let holes = areas.filter { $0.size < 0 }.reduce((0.0, 0.0, 0.0)) {
      ($0.0 + $1.size, $0.1 + $1.u, $0.2 + $1.v)
    }
    let wholes = areas.filter { $0.size > 0.002 }.sorted { $0.size > $1.size }
    var parts: [Phrase] = []
    for (index, whole) in wholes.enumerated() {
      let size = whole.size + (index == 0 ? holes.0 : 0)
      guard size > 0.001 else { continue }
      let part = self.part(
        (whole.u + (index == 0 ? holes.1 : 0)) / size, (whole.v + (index == 0 ? holes.2 : 0)) / size)
      if !parts.contains(part) { parts.append(part) }
    }
    return Array(parts.prefix(3))
  }
}
