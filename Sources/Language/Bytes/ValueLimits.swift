/// How large a value may be as bytes.
public struct ValueLimits: Sendable, Hashable {
  /// The most bytes.
  public var bytes: Int
  /// The most values in it, itself included; equal ones are one.
  public var values: Int
  /// The most values inside one another.
  public var depth: Int
  /// Whether a part of it may be unknown, or a tensor of which only the shape is known.
  public var takesUnknown: Bool

  /// Makes limits.
  public init(bytes: Int, values: Int, depth: Int, takesUnknown: Bool = true) {
    self.bytes = bytes
    self.values = values
    self.depth = depth
    self.takesUnknown = takesUnknown
  }

  /// More than a cell's memory can hold: 256 MB, a million values, 200 in one another.
  public static let standard = ValueLimits(bytes: 256 << 20, values: 1_000_000, depth: 200)
}
