/// A number, vector or array of float64 of rank 0 to 4, in row-major order. A value: never mutated in place by others.
public struct Tensor: Sendable {
  /// The sizes.
  public let shape: Shape
  /// The elements in row-major order.
  public let elements: [Double]

  /// Makes a tensor.
  /// - Precondition: `elements.count == shape.count`.
  public init(_ shape: Shape, _ elements: [Double]) {
    precondition(elements.count == shape.count, "\(elements.count) elements for \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// Makes a number.
  public init(_ value: Double) { self.init(.scalar, [value]) }
  /// Makes a vector.
  public init(_ values: [Double]) { self.init(Shape([values.count]), values) }
}
