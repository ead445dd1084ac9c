/// A number, vector or array of float64 of rank 0 to 4, in row-major order.
///
/// A value: never mutated in place by others.
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
  /// Makes the tensor of this shape that holds `value` everywhere.
  public init(repeating value: Double, _ shape: Shape) {
    self.init(shape, [Double](repeating: value, count: shape.count))
  }

  /// Makes the matrix with these rows, all `columns` long.
  public init(rows: [[Double]], columns: Int) {
    self.init([rows.count, columns], rows.flatMap { $0 })
  }
}

extension Tensor {
  /// The number of elements.
  public var count: Int { elements.count }
  /// The number of axes.
  public var rank: Int { shape.rank }
  /// Whether this is a number.
  public var isScalar: Bool { shape.isScalar }
  /// The number this is, if it is one.
  public var scalar: Double? { isScalar ? elements[0] : nil }
  /// Whether every element is 0 or 1, as `and`, `or`, `xor` and `not` ask.
  public var isBoolean: Bool { elements.allSatisfy { $0 == 0 || $0 == 1 } }
  /// Whether no element is infinite or NaN.
  public var isFinite: Bool { elements.allSatisfy { $0.isFinite } }

  /// Returns the part at position `index` (from 0) of the first axis: the row of a matrix.
  /// - Precondition: the rank is at least 1 and `index` is inside.
  public func row(_ index: Int) -> Tensor {
    let part = shape.droppingFirst()
    let start = index * part.count
    return Tensor(part, Array(elements[start..<start + part.count]))
  }

  /// Returns the same elements in another shape of as many.
  public func reshaped(_ shape: Shape) -> Tensor { Tensor(shape, elements) }

  /// Returns the tensor with the one NaN that is printed, hashed and saved in place of every NaN.
  public var canonical: Tensor { Tensor(shape, elements.map(\.canonical)) }
}

extension Tensor: Hashable {
  /// Tensors are equal when shapes and bits are; every NaN counts as the same, and −0 is not 0.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape
      && zip(a.elements, b.elements).allSatisfy {
        $0.canonical.bitPattern == $1.canonical.bitPattern
      }
  }

  /// Hashes the shape and the bits.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    for element in elements { hasher.combine(element.canonical.bitPattern) }
  }
}

extension Double {
  /// The number itself, or the one NaN that is printed, hashed and saved.
  public var canonical: Double { isNaN ? .nan : self }
}
