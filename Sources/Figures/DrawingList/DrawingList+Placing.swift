extension DrawingList {
  /// Draws `other` with its upper left corner at `place`.
  public mutating func append(_ other: DrawingList, at place: DrawingPoint) {
    for element in other.elements { append(element.moved(by: place)) }
  }
}

extension DrawingElement {
  fileprivate func moved(by step: DrawingPoint) -> DrawingElement {
    switch self {
    case .fill(let outlines, let role):
      return .fill(outlines.map { $0.map { $0.moved(by: step) } }, role)
    case .stroke(let lines, let role, let stroke):
      let moved = lines.map { DrawingLine($0.points.map { $0.moved(by: step) }, isClosed: $0.isClosed) }
      return .stroke(moved, role, stroke)
    case .marker(var marker):
      marker.center = marker.center.moved(by: step)
      return .marker(marker)
    case .text(var text, let role):
      text.start = text.start.moved(by: step)
      return .text(text, role)
    }
  }
}

extension DrawingPoint {
  fileprivate func moved(by step: DrawingPoint) -> DrawingPoint {
    DrawingPoint(x: x + step.x, y: y + step.y)
  }
}
