/// The form of a data point; each class has its own, so that colour is not the only cue.
public enum MarkerShape: String, Sendable, Hashable, CaseIterable {
  case circle, triangle, square, diamond, fallingTriangle, cross

  /// The shape of the class `index`, from 0.
  public static func forClass(_ index: Int) -> MarkerShape {
    allCases[((index % allCases.count) + allCases.count) % allCases.count]
  }

  /// The outline around (0, 0) in 1/1000 of the radius, y downwards; nil for a circle.
  ///
  /// All shapes have about the same area.
  public var outline: [DrawingPoint]? {
    let corners: [(Int, Int)]
    switch self {
    case .circle: return nil
    case .triangle: corners = [(0, -1270), (1130, 760), (-1130, 760)]
    case .square: corners = [(-900, -900), (900, -900), (900, 900), (-900, 900)]
    case .diamond: corners = [(0, -1270), (1270, 0), (0, 1270), (-1270, 0)]
    case .fallingTriangle: corners = [(0, 1270), (1130, -760), (-1130, -760)]
    case .cross:
      corners = [
        (-420, -1200), (420, -1200), (420, -420), (1200, -420), (1200, 420), (420, 420),
        (420, 1200), (-420, 1200), (-420, 420), (-1200, 420), (-1200, -420), (-420, -420),
      ]
    }
    return corners.map { DrawingPoint(x: $0.0, y: $0.1) }
  }
}
