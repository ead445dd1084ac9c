/// A position in a drawing, in 1/64 px from the top left corner.
public struct DrawingPoint: Sendable, Hashable {
  /// How far to the right.
  public var x: Int
  /// How far down.
  public var y: Int

  /// Makes a position.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The nearest position to the point (`x`, `y`), given in 1/64 px; far positions are brought near, NaN becomes 0.
  init(near x: Double, _ y: Double) {
    self.init(x: DrawingPoint.fixed(x), y: DrawingPoint.fixed(y))
  }

  private static func fixed(_ value: Double) -> Int {
    let limit = 4_194_304.0
    guard value == value else { return 0 }
    return Int(max(-limit, min(limit, value)).rounded())
  }
}

/// A rectangle in a drawing, in 1/64 px.
public struct DrawingRect: Sendable, Hashable {
  /// The left edge.
  public var x: Int
  /// The upper edge.
  public var y: Int
  /// The distance from the left edge to the right one.
  public var width: Int
  /// The distance from the upper edge to the lower one.
  public var height: Int

  /// The right edge.
  public var maxX: Int { x + width }
  /// The lower edge.
  public var maxY: Int { y + height }

  /// Makes a rectangle.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// A square of `2 * radius` around `center`.
  init(around center: DrawingPoint, radius: Int) {
    self.init(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
  }

  /// The four corners, in the order of the clock.
  var corners: [DrawingPoint] {
    [
      DrawingPoint(x: x, y: y), DrawingPoint(x: maxX, y: y), DrawingPoint(x: maxX, y: maxY),
      DrawingPoint(x: x, y: maxY),
    ]
  }

  /// The same rectangle with every edge moved inwards by `amount`.
  func inset(by amount: Int) -> DrawingRect {
    DrawingRect(x: x + amount, y: y + amount, width: width - 2 * amount, height: height - 2 * amount)
  }

  /// Whether the two have a point in common.
  func meets(_ other: DrawingRect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether `other` lies inside.
  func contains(_ other: DrawingRect) -> Bool {
    other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
  }

  /// Whether the segment from `a` to `b` has a point in common with the rectangle.
  func meets(segment a: DrawingPoint, _ b: DrawingPoint) -> Bool {
    let left = min(a.x, b.x), right = max(a.x, b.x), top = min(a.y, b.y), bottom = max(a.y, b.y)
    guard left <= maxX && right >= x && top <= maxY && bottom >= y else { return false }
    // The segment's line parts the corners, or it misses the rectangle.
    let sides = corners.map { (b.x - a.x) * ($0.y - a.y) - (b.y - a.y) * ($0.x - a.x) }
    return sides.contains { $0 >= 0 } && sides.contains { $0 <= 0 }
  }
}
