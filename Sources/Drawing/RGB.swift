/// A colour of the screen.
public struct RGB: Sendable, Hashable {
  /// How red it is.
  public let red: UInt8
  /// How green it is.
  public let green: UInt8
  /// How blue it is.
  public let blue: UInt8

  /// Makes a colour from 0xRRGGBB.
  public init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }
}
