/// The random numbers that a text gives in TensorFlow Playground: ARC4 with the text as its key.
///
/// Source: D. Bau, seedrandom 2.4, the library that the page draws with; the same numbers to the last bit.
struct SeededRandom: Sendable {
  private var state: [Int]
  private var i = 0
  private var j = 0

  /// Begins with a seed; every text is one, also the empty one.
  init(_ seed: String) {
    let key = Self.key(seed)
    state = Array(0..<256)
    var j = 0
    for i in 0..<256 {
      j = (j + key[i % key.count] + state[i]) & 255
      state.swapAt(i, j)
    }
    // The first numbers of the cipher tell of its key.
    for _ in 0..<256 { _ = byte() }
  }

  /// The key of a text: its UTF-16 units, mixed where it is longer than 256.
  private static func key(_ seed: String) -> [Int] {
    var key: [Int] = []
    var smear: Int32 = 0
    for (index, unit) in seed.utf16.enumerated() {
      let slot = index & 255
      if slot < key.count { smear ^= Int32(key[slot] * 19) }
      let mixed = (Int(smear) + Int(unit)) & 255
      if slot < key.count { key[slot] = mixed } else { key.append(mixed) }
    }
    return key.isEmpty ? [0] : key
  }

  private mutating func byte() -> Int {
    i = (i + 1) & 255
    j = (j + state[i]) & 255
    state.swapAt(i, j)
    return state[(state[i] + state[j]) & 255]
  }

  /// The next number from 0, which can come, to 1, which cannot: 52 or 53 random binary digits.
  mutating func next() -> Double {
    var numerator = (0..<6).reduce(0.0) { number, _ in number * 256 + Double(byte()) }
    var (denominator, extra) = (0x1p48, 0)
    while numerator < 0x1p52 {
      numerator = (numerator + Double(extra)) * 256
      denominator *= 256
      extra = byte()
    }
    while numerator >= 0x1p53 {
      numerator /= 2
      denominator /= 2
      extra >>= 1
    }
    return (numerator + Double(extra)) / denominator
  }
}
