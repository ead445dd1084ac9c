import Testing

@testable import Tensors

private let stream = RandomStream(seed: 7, path: "data", draw: 0)

@Test("the inverse of the normal distribution is mpmath's")
func quantiles() {
  let points = Vectors.normalQuantiles.split(separator: "\n")
    .map { $0.split(separator: " ").compactMap { Double($0) } }
  #expect(points.count > 100)
  for point in points {
    let result = inverseNormal(point[0])
    #expect(
      (result - point[1]).magnitude <= 1e-15 * point[1].magnitude, "\(point[0]): \(result), not \(point[1])")
  }
}

@Test("neither 0 nor 1 is drawn", arguments: [0, 0xFFF, 1 << 63, .max - 0xFFF, .max] as [UInt64])
func openInterval(_ bits: UInt64) {
  let unit = RandomStream.unit(bits: bits)
  #expect(unit > 0 && unit < 1)
  #expect(unit == 1 - RandomStream.unit(bits: ~bits))
  #expect(inverseNormal(unit).magnitude < 8.3)
}

@Test("uniform numbers are evenly spread: mean, variance and the largest gap to the distribution")
func uniformNumbers() {
  let sorted = (0..<10_000).map(stream.unit).sorted()
  let mean = sorted.reduce(0, +) / 10_000
  let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 10_000
  let gap = sorted.enumerated().map { ($1 - (Double($0) + 0.5) / 10_000).magnitude }.max() ?? 1
  #expect((mean - 0.5).magnitude < 0.01)
  #expect((variance - 1.0 / 12).magnitude < 0.003)
  #expect(gap < 0.0163)  // 1 % of fair samples go beyond.
  #expect(stream.uniform(3, from: -2, to: 6) == -2 + 8 * stream.unit(3))
}

@Test("normal numbers have the moments of N(0, 1) and its distribution")
func normalNumbers() {
  let sorted = (0..<10_000).map(stream.normal).sorted()
  let moment = { (order: Int) in
    sorted.reduce(0) { sum, x in sum + (0..<order).reduce(1) { power, _ in power * x } } / 10_000
  }
  #expect(moment(1).magnitude < 0.03)
  #expect((moment(2) - 1).magnitude < 0.05)
  #expect(moment(3).magnitude < 0.1)
  #expect((moment(4) - 3).magnitude < 0.35)
  let gap = sorted.enumerated().map { place, x in
    (0.5 * Mathematics.erfc(-x * 0.5.squareRoot()) - (Double(place) + 0.5) / 10_000).magnitude
  }
  #expect((gap.max() ?? 1) < 0.0163)
}

@Test("a permutation has every place once, and leaves few where they were")
func permutations() {
  for count in [0, 1, 2, 17, 1000] {
    #expect(stream.permutation(count).sorted() == Array(0..<count))
  }
  #expect(stream.permutation(1000).enumerated().filter { $0 == $1 }.count < 8)
}

@Test("each order of three comes up about as often")
func fairOrders() {
  var counts: [[Int]: Int] = [:]
  for draw in 0..<6000 {
    counts[RandomStream(seed: 1, path: "order", draw: draw).permutation(3), default: 0] += 1
  }
  #expect(counts.count == 6)
  #expect(counts.values.allSatisfy { (880...1120).contains($0) })
}

@Test("seed, path and draw each make another stream, with half of the bits changed")
func independence() {
  let streams = [
    stream, RandomStream(seed: 8, path: "data", draw: 0), RandomStream(seed: 7, path: "datb", draw: 0),
    RandomStream(seed: 7, path: "data", draw: 1), RandomStream(seed: -7, path: "data", draw: 0),
    RandomStream(seed: 7, path: "", draw: 0),
  ]
  for (i, one) in streams.enumerated() {
    for other in streams[..<i] {
      let changed = (0..<100).map { (one.bits($0) ^ other.bits($0)).nonzeroBitCount }.reduce(0, +)
      #expect((3000...3400).contains(changed))
      let product = (0..<1000).map { one.normal($0) * other.normal($0) }.reduce(0, +) / 1000
      #expect(product.magnitude < 0.12)
    }
  }
}

@Test("an element does not depend on the others, and neighbours do not go together")
func neighbours() {
  let product = (0..<10_000).map { stream.normal($0) * stream.normal($0 + 1) }.reduce(0, +) / 10_000
  #expect(product.magnitude < 0.04)
  #expect(Set((0..<10_000).map(stream.bits)).count == 10_000)
}

@Test(
  "draws never change silently",
  arguments: [
    (0, "", 0, 0, 0xD331_B21F_FD01_352A),
    (1, "W", 0, 0, 0x0984_549C_884B_6F30),
    (1, "W", 0, 1, 0x6747_0F44_3EE5_9C2A),
    (1, "W", 1, 0, 0x175D_232B_2FA0_8B4E),
    (20, "points", 0, 0, 0x35A6_4C49_9015_4022),
    (-3, "größe", 2, 1_000_000, 0x4174_5A11_2E37_6A22),
  ] as [(seed: Int, path: String, draw: Int, index: Int, bits: UInt64)])
func goldenBits(_ seed: Int, _ path: String, _ draw: Int, _ index: Int, _ bits: UInt64) {
  let result = RandomStream(seed: seed, path: path, draw: draw).bits(index)
  #expect(result == bits, "0x\(String(result, radix: 16))")
}
