/// Numbers by chance, the same in every run.
struct Chance {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    // Neighbouring seeds begin alike.
    for _ in 0..<4 { _ = next(2) }
  }

  /// A number from 0 to below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// One of these texts.
  mutating func pick(_ texts: [String]) -> String { texts[next(texts.count)] }
}
