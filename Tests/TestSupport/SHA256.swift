/// Returns the SHA-256 of a message.
///
/// Source: FIPS 180-4.
public func sha256(_ message: [UInt8]) -> [UInt8] {
  let primes: [UInt64] = (2...311).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }
  let k = primes.prefix(64).map { fraction($0, cubic: true) }
  var h = primes.prefix(8).map { fraction($0, cubic: false) }
  var padded = message + [0x80]
  while padded.count % 64 != 56 { padded.append(0) }
  padded += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
  for start in stride(from: 0, to: padded.count, by: 64) {
    var w = (0..<16).map { i in
      padded[start + 4 * i..<start + 4 * i + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for i in 16..<64 {
      let s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3
      let s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10
      w.append(w[i - 16] &+ s0 &+ w[i - 7] &+ s1)
    }
    var v = h
    for i in 0..<64 {
      let s1 = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
      let first = v[7] &+ s1 &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ k[i] &+ w[i]
      let s0 = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
      let second = s0 &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
      v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for i in 0..<8 { h[i] = h[i] &+ v[i] }
  }
  return h.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
}

private func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

/// The first 32 bits of the fraction of a prime's square or cube root, by bisection in whole numbers.
private func fraction(_ prime: UInt64, cubic: Bool) -> UInt32 {
  var low: UInt64 = 0
  var high: UInt64 = 1 << 37
  while high - low > 1 {
    let middle = (low + high) / 2
    let square = UInt128(middle) * UInt128(middle)
    let isBelow = cubic ? square * UInt128(middle) <= UInt128(prime) << 96 : square <= UInt128(prime) << 64
    if isBelow { low = middle } else { high = middle }
  }
  return UInt32(truncatingIfNeeded: low)
}
