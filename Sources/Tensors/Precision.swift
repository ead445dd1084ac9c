/// The width of the numbers of a computation.
public enum Precision: String, Sendable, Hashable, CaseIterable {
  /// IEEE 754 binary64, about 16 digits.
  case float64
  /// IEEE 754 binary32, about 7 digits.
  case float32
}
