/// The width of the numbers of a computation.
public enum Precision: String, Sendable, Hashable, CaseIterable {
  /// IEEE 754 binary64, about 16 digits.
  case float64
  /// IEEE 754 binary32, about 7 digits.
  case float32
}

extension Tensor {
  /// Returns the tensor with each element rounded to this width.
  public func rounded(to precision: Precision) -> Tensor {
    switch precision {
    case .float64: self
    case .float32: Tensor(shape, elements.map { Double(Float($0)) })
    }
  }
}
