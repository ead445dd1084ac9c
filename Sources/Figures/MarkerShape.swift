/// The form of a data point; each class has its own, so that colour is not the only cue.
public enum MarkerShape: String, Sendable, Hashable, CaseIterable {
  case circle, triangle, square, diamond, fallingTriangle, cross

  /// The shape of the class `index`, from 0.
  public static func forClass(_ index: Int) -> MarkerShape {
    allCases[((index % allCases.count) + allCases.count) % allCases.count]
  }

  /// The corners in 1/1000 of the radius, y downwards; nil for a circle.
  ///
  /// All shapes have about the same area.
  private var corners: [(Int, Int)]? {
    switch self {
    case .circle: nil
    case .triangle: [(0, -1270), (1130, 760), (-1130, 760)]
    case .square: [(-900, -900), (900, -900), (900, 900), (-900, 900)]
    case .diamond: [(0, -1270), (1270, 0), (0, 1270), (-1270, 0)]
    case .fallingTriangle: [(0, 1270), (1130, -760), (-1130, -760)]
    case .cross:
      [
        (-420, -1200), (420, -1200), (420, -420), (1200, -420), (1200, 420), (420, 420),
        (420, 1200), (-420, 1200), (-420, 420), (-1200, 420), (-1200, -420), (-420, -420),
      ]
    }
  }

  /// The elements that draw the marker of the class `index`: a rim that carries the contrast, and the colour on it.
  func elements(at center: DrawingPoint, radius: Int, class index: Int) -> [DrawingElement] {
    let rim = radius / 8 + 40
    return [
      element(at: center, radius: radius, .seriesEdge(index)),
      element(at: center, radius: radius - rim, .series(index)),
    ]
  }

  private func element(at center: DrawingPoint, radius: Int, _ role: ColourRole) -> DrawingElement {
    guard let corners else { return .disc(center: center, radius: radius, role) }
    let outline = corners.map {
      DrawingPoint(x: center.x + $0.0 * radius / 1000, y: center.y + $0.1 * radius / 1000)
    }
    return .fill([outline], role)
  }
}
