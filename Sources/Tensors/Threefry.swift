/// The counter-based generator Threefry-2x32 with 20 rounds: a pure function of key and counter.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11.
public struct Threefry: Sendable, Hashable {
  private let key: (UInt32, UInt32, UInt32)

  /// Makes the generator of a key.
  public init(key: UInt64) {
    let (low, high) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    self.key = (low, high, 0x1BD1_1BDA ^ low ^ high)
  }

  /// Returns the 64 bits that belong to a counter.
  public func block(_ counter: UInt64) -> UInt64 {
    var x = UInt32(truncatingIfNeeded: counter) &+ key.0
    var y = UInt32(truncatingIfNeeded: counter >> 32) &+ key.1
    Self.mix(&x, &y, 13, 15, 26, 6)
    Self.inject(&x, &y, key.1, key.2, 1)
    Self.mix(&x, &y, 17, 29, 16, 24)
    Self.inject(&x, &y, key.2, key.0, 2)
    Self.mix(&x, &y, 13, 15, 26, 6)
    Self.inject(&x, &y, key.0, key.1, 3)
    Self.mix(&x, &y, 17, 29, 16, 24)
    Self.inject(&x, &y, key.1, key.2, 4)
    Self.mix(&x, &y, 13, 15, 26, 6)
    Self.inject(&x, &y, key.2, key.0, 5)
    return UInt64(y) << 32 | UInt64(x)
  }

  /// Four rounds: add, rotate by each of these and exclusive-or.
  @inline(__always)
  private static func mix(
    _ x: inout UInt32, _ y: inout UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32
  ) {
    round(&x, &y, a)
    round(&x, &y, b)
    round(&x, &y, c)
    round(&x, &y, d)
  }

  @inline(__always)
  private static func round(_ x: inout UInt32, _ y: inout UInt32, _ rotation: UInt32) {
    x &+= y
    y = (y &<< rotation | y &>> (32 &- rotation)) ^ x
  }

  /// Adds the key words of a group of rounds and its number.
  @inline(__always)
  private static func inject(
    _ x: inout UInt32, _ y: inout UInt32, _ first: UInt32, _ second: UInt32, _ group: UInt32
  ) {
    x &+= first
    y &+= second &+ group
  }

  /// Generators are equal when their keys are.
  public static func == (a: Threefry, b: Threefry) -> Bool { a.key == b.key }

  /// Hashes the key.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key.0)
    hasher.combine(key.1)
  }
}
