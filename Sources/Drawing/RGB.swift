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

  /// The relative luminance, from 0 to 1; within 0.005 of the definition, by a cubic for each channel.
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value * (value * (value * 0.3053 + 0.6822) + 0.0125)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
