import BigInt

/// Points with whole coordinates, on one side of what is to separate them.
enum PointSet {
  /// Points by their coordinates.
  case listed([[BigInt]])
  /// Rows of a truth table of n inputs, by their numbers.
  case rows([Int], inputCount: Int)

  /// Whether there are none.
  var isEmpty: Bool { count == 0 }

  /// How many there are.
  var count: Int {
    switch self {
    case .listed(let points): points.count
    case .rows(let rows, _): rows.count
    }
  }

  /// The coordinates of a point.
  subscript(index: Int) -> [BigInt] {
    switch self {
    case .listed(let points): points[index]
    case .rows(let rows, let n): (0..<n).map { BigInt(rows[index] >> (n - 1 - $0) & 1) }
    }
  }

  /// The first point with the smallest product with `vector`, and that product.
  /// - Precondition: there is a point.
  func lowest(along vector: [BigInt]) -> (index: Int, value: BigInt) {
    switch self {
    case .listed(let points): return Self.lowest(points.count) { BigInt.dot(vector, points[$0]) }
    case .rows(let rows, _):
      if let (high, low) = Self.smallSums(vector) {
        let (shift, mask) = (low.count.trailingZeroBitCount, low.count - 1)
        let least = Self.lowest(rows.count) { high[rows[$0] >> shift] + low[rows[$0] & mask] }
        return (least.index, BigInt(least.value))
      }
      let (high, low) = Self.sums(vector)
      let (shift, mask) = (low.count.trailingZeroBitCount, low.count - 1)
      return Self.lowest(rows.count) { high[rows[$0] >> shift] + low[rows[$0] & mask] }
    }
  }

  /// The points whose product with `vector` is `value`.
  func indices(along vector: [BigInt], at value: BigInt) -> [Int] {
    switch self {
    case .listed(let points): return points.indices.filter { BigInt.dot(vector, points[$0]) == value }
    case .rows(let rows, _):
      let (high, low) = Self.sums(vector)
      let (shift, mask) = (low.count.trailingZeroBitCount, low.count - 1)
      return rows.indices.filter { high[rows[$0] >> shift] + low[rows[$0] & mask] == value }
    }
  }

  private static func lowest<Number: Comparable>(
    _ count: Int, _ value: (Int) -> Number
  ) -> (index: Int, value: Number) {
    var best = (index: 0, value: value(0))
    for index in 1..<max(count, 1) {
      let value = value(index)
      if value < best.value { best = (index, value) }
    }
    return best
  }

  /// The sums of the weights that the first half of the inputs picks, and of those that the second half picks: two of
  /// them make the product of a row.
  private static func sums<Number: SignedInteger>(_ weights: [Number]) -> (high: [Number], low: [Number]) {
    func sums(_ weights: some Sequence<Number>) -> [Number] {
      weights.reversed().reduce([0]) { sums, weight in sums + sums.map { $0 + weight } }
    }
    return (sums(weights.prefix(weights.count / 2)), sums(weights.dropFirst(weights.count / 2)))
  }

  /// The same as machine numbers, where no sum is too large for them.
  private static func smallSums(_ weights: [BigInt]) -> (high: [Int128], low: [Int128])? {
    let small = weights.compactMap { $0.magnitude.bitWidth <= 120 ? Int128($0) : nil }
    return small.count == weights.count ? sums(small) : nil
  }
}
