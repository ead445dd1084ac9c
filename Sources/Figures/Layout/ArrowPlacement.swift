/// An arrow that looks for a free position along the line it stands on.
struct ArrowRequest {
  /// The line.
  var home: Wire
  /// A unit vector on the paper that stands on the line.
  var direction: (Double, Double)
  /// The colour of the line.
  var role: ColourRole
}

extension PlotCanvas {
  /// Draws each arrow at the first position along its line that is free, or at the middle if none is.
  mutating func placeArrows() {
    guard arrows.count <= PlotCanvas.mostLabels else { return }
    let pixel = Measure.pixel
    let length = min(22 * pixel, box.width / 9, box.height / 9)
    let room = box.inset(by: 2 * pixel)
    for request in arrows {
      let others = wires.filter { !request.home.runsAlong($0) }
      let inside = Self.parts.map { request.home.place(at: $0) }
        .map { Wire(a: $0, b: moved($0, request.direction, length)) }
        .filter { room.contains(DrawingRect(around: $0.b, radius: 5 * pixel)) }
      let free = inside.first { arrow in
        let around = DrawingRect(around: arrow.place(at: 0.5), radius: length / 2 + 3 * pixel)
        return !obstacles.contains { $0.meets(around) }
          && !others.contains { around.meets(segment: $0.a, $0.b) }
      }
      guard let arrow = free ?? inside.first else { continue }
      drawArrow(from: arrow.a, to: arrow.b, request.role)
    }
  }

  /// Where an arrow may stand, the middle of the line first.
  private static var parts: [Double] {
    [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86, 0.08, 0.92]
  }

  private func moved(_ place: DrawingPoint, _ direction: (Double, Double), _ length: Int) -> DrawingPoint {
    DrawingPoint(
      near: Double(place.x) + Double(length) * direction.0, Double(place.y) + Double(length) * direction.1)
  }
}
