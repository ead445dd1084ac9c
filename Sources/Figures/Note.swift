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
    canvas.labels.append(
      LabelRequest(
        full: text, short: nil, home: nil,
        spots: directions.map {
          LabelSpot(place: canvas.place(point), direction: $0, distance: 8 * Measure.pixel)
        }))
  }

  func description(x: Axis, y: Axis) -> String? { "“\(text)” at \(point.words)" }
}
