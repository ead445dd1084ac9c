import BigInt

/// The search for a given number of hidden units: rows of different values are told apart one pair after the other.
struct UnitSearch {
  private let function: BooleanFunction
  private let kind: ThresholdNetwork.Kind
  private let ones, zeros: [Int]
  private let units: [Candidate]
  /// The most pairs that one unit tells apart.
  private let mostPairs: Int
  private let stepLimit: Int
  /// How many choices were tried.
  private(set) var steps = 0
  /// Whether the search gave up.
  private(set) var isCutOff = false
  /// Sums p + p′ = q + q′ of rows with value 1 and rows with value 0, which no line of the inputs alone tells apart.
  private let conflicts: [(Int, Int, Int, Int)]

  /// A unit, and which pairs of a row with value 1 and a row with value 0 it tells apart.
  private struct Candidate {
    let rows: UInt32
    let unit: ThresholdFunctions.Unit
    /// One bit a pair: 16 rows have at most 64.
    let pairs: UInt64
  }

  init(_ function: BooleanFunction, _ kind: ThresholdNetwork.Kind, stepLimit: Int) {
    self.function = function
    self.kind = kind
    self.stepLimit = stepLimit
    let (ones, zeros) = (function.ones.rows, function.zeros.rows)
    (self.ones, self.zeros) = (ones, zeros)
    let cared = function.ones.union(function.zeros).bits
    var known: Set<UInt32> = []
    units = ThresholdFunctions(inputCount: function.inputCount).units
      .sorted { ($0.value.size, $0.key) < ($1.value.size, $1.key) }
      .compactMap { rows, unit in
        // Of a unit and its complement, on the rows that count, one is enough.
        let part = rows & cared
        guard known.insert(part).inserted, !known.contains(cared & ~rows) || part == cared & ~rows else {
          return nil
        }
        let pairs = Self.pairs(rows, ones, zeros)
        return pairs == 0 ? nil : Candidate(rows: rows, unit: unit, pairs: pairs)
      }
      .sorted { $0.pairs.nonzeroBitCount > $1.pairs.nonzeroBitCount }
    mostPairs = units.first?.pairs.nonzeroBitCount ?? 0
    conflicts = kind == .skips ? Self.conflicts(function, ones, zeros) : []
  }

  /// The pairs of a row with value 1 and one with value 0 of which a unit fires at one.
  private static func pairs(_ rows: UInt32, _ ones: [Int], _ zeros: [Int]) -> UInt64 {
    var pairs: UInt64 = 0
    for (a, one) in ones.enumerated() {
      for (b, zero) in zeros.enumerated() where (rows >> UInt32(one) ^ rows >> UInt32(zero)) & 1 == 1 {
        pairs |= 1 << UInt64(a * zeros.count + b)
      }
    }
    return pairs
  }

  private static func conflicts(
    _ function: BooleanFunction, _ ones: [Int], _ zeros: [Int]
  ) -> [(Int, Int, Int, Int)] {
    func pairs(_ rows: [Int]) -> [(sum: [Int], Int, Int)] {
      rows.indices.flatMap { a in
        rows[a...].map { (zip(function.inputs(of: rows[a]), function.inputs(of: $0)).map(+), rows[a], $0) }
      }
    }
    let sums = Dictionary(grouping: pairs(zeros), by: \.sum)
    return pairs(ones).flatMap { one in (sums[one.sum] ?? []).map { (one.1, one.2, $0.1, $0.2) } }
  }

  /// Returns a network with this many hidden units, or nil where there is none or the search gave up.
  mutating func network(hidden count: Int) -> ThresholdNetwork? {
    let all = UInt64.max >> UInt64(64 - ones.count * zeros.count)
    return kind == .skips ? choose(count, [], from: 0) : tellApart(all, count, [])
  }

  /// Chooses units that tell the pairs left apart: one of them must tell the first pair.
  private mutating func tellApart(
    _ left: UInt64, _ count: Int, _ chosen: [Int]
  ) -> ThresholdNetwork? {
    guard left != 0 else { return output(chosen) }
    let pair: UInt64 = 1 << UInt64(left.trailingZeroBitCount)
    guard count > 0 else { return nil }
    for (index, unit) in units.enumerated() {
      guard unit.pairs & pair != 0 else { continue }
      steps += 1
      guard steps < stepLimit else {
        isCutOff = true
        return nil
      }
      let rest = left & ~unit.pairs
      guard rest.nonzeroBitCount <= (count - 1) * mostPairs else { continue }
      if let found = tellApart(rest, count - 1, chosen + [index]) { return found }
      if isCutOff { return nil }
    }
    return nil
  }

  /// Chooses units in ascending order, for an output that sees the inputs.
  private mutating func choose(_ count: Int, _ chosen: [Int], from start: Int) -> ThresholdNetwork? {
    guard count > 0 else { return output(chosen) }
    for index in start..<max(start, units.count) {
      steps += 1
      guard steps < stepLimit else {
        isCutOff = true
        return nil
      }
      if let found = choose(count - 1, chosen + [index], from: index + 1) { return found }
      if isCutOff { return nil }
    }
    return nil
  }

  /// The output unit of hidden units, where there is one.
  private func output(_ chosen: [Int]) -> ThresholdNetwork? {
    let hidden = chosen.map { units[$0] }
    func code(_ row: Int) -> [Int] { hidden.map { Int($0.rows >> UInt32(row) & 1) } }
    func sees(_ row: Int) -> [BigInt] {
      (code(row) + (kind == .skips ? function.inputs(of: row) : [])).map { BigInt($0) }
    }
    // Whatever the weights, two sums that are equal in all that the output sees cannot lie on two sides.
    let isOpen = conflicts.contains { p, q, r, s in
      hidden.allSatisfy { unit in
        func fires(_ row: Int) -> UInt32 { unit.rows >> UInt32(row) & 1 }
        return fires(p) + fires(q) == fires(r) + fires(s)
      }
    }
    if isOpen { return nil }
    var stepsLeft = 10_000
    let separation = Separation(
      upper: unique(ones.map(sees)), lower: unique(zeros.map(sees)), stepsLeft: &stepsLeft)
    guard case .separated(let plane) = separation, let unit = ThresholdFunctions.Unit(plane) else {
      return nil
    }
    return ThresholdNetwork(hidden: hidden.map(\.unit), output: unit)
  }

  private func unique(_ points: [[BigInt]]) -> [[BigInt]] {
    Array(Set(points)).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
