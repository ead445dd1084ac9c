/// The counter-based generator Threefry-2x32 with 20 rounds: a pure function of key and counter.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11.
public struct Threefry: Sendable, Hashable {
  private let key: (UInt32, UInt32, UInt32)
  private static let rotations: [[UInt32]] = [[13, 15, 26, 6], [17, 29, 16, 24]]

  /// Makes the generator of a key.
  public init(key: UInt64) {
    let (low, high) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    self.key = (low, high, 0x1BD1_1BDA ^ low ^ high)
  }

  /// Returns the 64 bits that belong to a counter.
  public func block(_ counter: UInt64) -> UInt64 {
    var x = UInt32(truncatingIfNeeded: counter) &+ key.0
    var y = UInt32(truncatingIfNeeded: counter >> 32) &+ key.1
    let keys = [key.0, key.1, key.2]
    for group in 0..<5 {
      for rotation in Self.rotations[group % 2] {
        x &+= y
        y = (y << rotation | y >> (32 - rotation)) ^ x
      }
      x &+= keys[(group + 1) % 3]
      y &+= keys[(group + 2) % 3] &+ UInt32(group + 1)
    }
    return UInt64(y) << 32 | UInt64(x)
  }

  /// Generators are equal when their keys are.
  public static func == (a: Threefry, b: Threefry) -> Bool { a.key == b.key }

  /// Hashes the key.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key.0)
    hasher.combine(key.1)
  }
}
