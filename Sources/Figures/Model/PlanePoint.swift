/// A point of the plane, in the units of the data.
public struct PlanePoint: Sendable, Hashable {
  /// The first coordinate.
  public var x: Double
  /// The second coordinate.
  public var y: Double

  /// Makes a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The point as words in three digits, such as `(0, 1)`.
  var words: String { "(\(NumberText.three(x)), \(NumberText.three(y)))" }

  /// The point as words, in as many digits as tell positions on narrow axes apart.
  func words(on x: Axis, _ y: Axis) -> String { "(\(x.words(self.x)), \(y.words(self.y)))" }
}
