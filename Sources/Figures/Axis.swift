/// One side of the plane: what it measures and which part is shown.
public struct Axis: Sendable, Hashable {
  /// The quantity, such as `x1`.
  public let label: String
  /// The part of the number line that is shown.
  public let range: AxisRange

  /// Makes an axis; a long label is cut.
  public init(_ label: String, _ range: AxisRange) {
    self.label = PlainText.bounded(label, limit: 80)
    self.range = range
  }

  /// The label, or `name` where there is none.
  func name(or name: String) -> String { label.isEmpty ? name : label }
}
