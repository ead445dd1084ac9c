/// The generator that the peers make their data and start weights with.
struct Congruential {
  private var state: UInt64

  /// Starts at `seed`.
  init(seed: UInt64) { state = seed }

  /// Returns the next number in 0 ..< 1.
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
