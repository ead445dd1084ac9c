/// The graph of a function as points, and how it behaves where it jumps.
public struct FunctionGraph: Sendable, Hashable {
  /// The points in order; one that is no number parts the graph.
  public let points: [PlanePoint]
  /// The jumps, where there are few.
  public let jumps: [CurveJump]

  /// The most jumps whose ends are drawn.
  static let mostJumps = 8

  /// Makes a graph.
  public init(points: [PlanePoint], jumps: [CurveJump] = []) {
    self.points = points
    self.jumps = jumps
  }
}

/// A position at which a graph jumps from one value to another.
public struct CurveJump: Sendable, Hashable {
  /// Where.
  public let x: Double
  /// The value to the left of it.
  public let left: Double
  /// The value to the right of it.
  public let right: Double
  /// The value at it.
  public let value: Double

  /// Makes a jump.
  public init(x: Double, left: Double, right: Double, value: Double) {
    self.x = x
    self.left = left
    self.right = right
    self.value = value
  }

  /// The ends of both sides and, where neither has it, the value between: closed where the graph has the point.
  var ends: [(point: PlanePoint, isClosed: Bool)] {
    func isTaken(_ side: Double) -> Bool { abs(side - value) <= 1e-6 * abs(right - left) }
    let sides = [left, right].map { (point: PlanePoint(x, $0), isClosed: isTaken($0)) }
    guard value.isFinite, !sides.contains(where: \.isClosed) else { return sides }
    return sides + [(PlanePoint(x, value), true)]
  }
}
