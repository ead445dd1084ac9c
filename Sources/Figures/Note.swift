/// Words at a point of the plane.
public struct Note: Sendable, Hashable {
  /// The words.
  public let text: String
  /// The point they belong to.
  public let point: PlanePoint

  /// Makes a note; a long one is cut.
  public init(_ text: String, at point: PlanePoint) {
    self.text = PlainText.bounded(text, limit: 80)
    self.point = point
  }
}

extension Note: MarkContent {
  func draw(on canvas: inout PlotCanvas) {
    guard canvas.shows(point) else { return }
    let directions = [(0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0.0, -1.0), (0.0, 1.0)]
    let place = canvas.place(point)
    let spots = [8, 16, 28].flatMap { distance in
      directions.map { LabelSpot(place: place, direction: $0, distance: distance * Measure.pixel) }
    }
    canvas.labels.append(LabelRequest(full: text, short: nil, home: nil, spots: spots))
  }

  func description(x: Axis, y: Axis) -> String? { "“\(text)” at \(point.words)" }
}
