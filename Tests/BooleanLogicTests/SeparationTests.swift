import BigInt
import BooleanLogic
import Testing

/// Both answers of the separation are proved by what comes with them, checked here with nothing but the points.
@Suite struct SeparationTests {
  private func points(_ rows: RowSet, _ function: BooleanFunction) -> [[BigInt]] {
    rows.rows.map { function.inputs(of: $0).map { BigInt($0) } }
  }

  /// Whether the answer proves itself; returns whether the sets are separable.
  private func verified(_ separation: Separation, _ upper: [[BigInt]], _ lower: [[BigInt]]) -> Bool? {
    func twice(_ w: [BigInt], _ x: [BigInt]) -> BigInt { zip(w, x).reduce(0) { $0 + 2 * $1.0 * $1.1 } }
    switch separation {
    case .separated(let plane):
      let isRight =
        upper.allSatisfy { twice(plane.weights, $0) > plane.twiceThreshold }
        && lower.allSatisfy { twice(plane.weights, $0) < plane.twiceThreshold }
      #expect(isRight)
      return isRight ? true : nil
    case .crossing(let crossing):
      // Written out here once more, so that a wrong check in the library shows.
      func sum(_ parts: [Separation.Crossing.Part], _ points: [[BigInt]]) -> [BigInt] {
        var sum = [BigInt](repeating: 0, count: (points.first?.count ?? 0) + 1)
        for part in parts {
          for (index, x) in (points[part.index] + [1]).enumerated() { sum[index] += part.coefficient * x }
        }
        return sum
      }
      let parts = crossing.upper + crossing.lower
      let isRight =
        !parts.isEmpty && parts.allSatisfy { $0.coefficient > 0 }
        && sum(crossing.upper, upper) == sum(crossing.lower, lower)
      #expect(isRight && crossing.holds(upper: upper, lower: lower))
      return isRight ? false : nil
    case .undecided:
      Issue.record("undecided")
      return nil
    }
  }

  @Test(arguments: [(0, 2), (1, 4), (2, 14), (3, 104)])
  func theThresholdFunctionsAreThoseThatCanBeSeparated(inputCount: Int, count: Int) {
    let rowCount = 1 << inputCount
    let listed = ThresholdFunctions(inputCount: inputCount)
    #expect(listed.count == count)
    var separable = 0
    for table in 0..<UInt32(1 << rowCount) {
      let function = BooleanFunction(inputCount: inputCount) { table >> UInt32($0) & 1 == 1 }
      let answer = verified(
        decided(function), points(function.ones, function), points(function.zeros, function))
      if answer == true { separable += 1 }
      #expect(answer == (listed.units[table] != nil), "\(table)")
    }
    #expect(separable == count)
  }

  /// All 65,536 functions on demand, else one of 16 of them; 1,882 are threshold functions.
  @Test func functionsOfFourInputs() {
    let listed = ThresholdFunctions(inputCount: 4)
    #expect(listed.count == 1_882)
    for (rows, unit) in listed.units {
      let function = BooleanFunction(inputCount: 4) { rows >> UInt32($0) & 1 == 1 }
      for row in 0..<16 { #expect(unit(function.inputs(of: row)) == function.ones.contains(row)) }
    }
    for table in stride(from: UInt32(0), to: 1 << 16, by: Exhaustive.isAsked ? 1 : 61) {
      let function = BooleanFunction(inputCount: 4) { table >> UInt32($0) & 1 == 1 }
      let answer = verified(
        decided(function), points(function.ones, function), points(function.zeros, function))
      #expect(answer == (listed.units[table] != nil), "\(table)")
    }
  }

  @Test func thereAre94572ThresholdFunctionsOfFiveInputs() {
    guard Exhaustive.isAsked else { return }
    #expect(ThresholdFunctions(inputCount: 5).count == 94_572)
  }

  @Test func theLectureSaysWhyNot() throws {
    let xor = BooleanFunction(inputCount: 2) { $0 == 1 || $0 == 2 }
    guard case .crossing(let crossing) = decided(xor) else {
      Issue.record("XOR is separable")
      return
    }
    // 01 + 10 = 00 + 11
    #expect(crossing.upper.map(\.coefficient) == [1, 1] && crossing.lower.map(\.coefficient) == [1, 1])
    guard case .separated(let and) = decided(BooleanFunction(inputCount: 2) { $0 == 3 }) else {
      Issue.record("AND is not separable")
      return
    }
    // x₁ + x₂ = 1.5, in the middle between (1, 1) and the two rows beside it.
    #expect(and.weights == [1, 1] && and.twiceThreshold == 3 && and.gap == 1)
    #expect(and.upperSupport == [0] && and.lowerSupport == [1, 2])
  }

  /// The line farthest from both sets: no turned or moved line, of many tried, is farther.
  @Test func theLineIsTheFarthest() throws {
    let upper: [[BigInt]] = [[0, 6], [3, 5], [6, 7], [1, 9]],
      lower: [[BigInt]] = [[0, 1], [2, 2], [5, 0], [7, 2]]
    guard case .separated(let plane) = decided(upper: upper, lower: lower) else {
      Issue.record("not separable")
      return
    }
    func margin(_ w: [Double]) -> Double {
      func dot(_ x: [BigInt]) -> Double { w[0] * Double(x[0]) + w[1] * Double(x[1]) }
      let gap = (upper.map(dot).min() ?? 0) - (lower.map(dot).max() ?? 0)
      return gap / (w[0] * w[0] + w[1] * w[1]).squareRoot()
    }
    let own = margin(plane.weights.map { Double($0) })
    #expect(own > 0)
    for a in -40...40 {
      for b in -40...40 where (a, b) != (0, 0) { #expect(margin([Double(a), Double(b)]) <= own + 1e-12) }
    }
  }

  /// Rows by their numbers are the points that their bits are: the answers are the same.
  @Test(arguments: [5, 8, 11])
  func rowsAreTheirPoints(inputCount: Int) {
    for weight in 1...6 {
      let function = BooleanFunction(inputCount: inputCount) { row in
        // The sum of the bits is separable; with a remainder it is not.
        (row.nonzeroBitCount * weight + (row & 3)) % (weight < 4 ? 1_000 : 7) >= 5
      }
      var left = 10_000
      let listed = Separation(
        upper: points(function.ones, function), lower: points(function.zeros, function), stepsLeft: &left)
      #expect(decided(function) == listed, "\(weight)")
    }
  }

  /// Functions of so many inputs that their points cannot be listed, checked row by row.
  @Test(arguments: [16, 17, 20])
  func manyInputs(inputCount: Int) {
    func bit(_ row: Int, _ input: Int) -> Bool { row >> (inputCount - 1 - input) & 1 == 1 }
    // x₁ and (x₂ or x₃ and (…)): its weights grow as the Fibonacci numbers.
    let nested = BooleanFunction(inputCount: inputCount) { row in
      (0..<inputCount).reversed().reduce(true) { $1 % 2 == 0 ? bit(row, $1) && $0 : bit(row, $1) || $0 }
    }
    guard case .separated(let plane) = decided(nested) else {
      Issue.record("not separable")
      return
    }
    let weights = plane.weights.map { Int($0) }, twiceThreshold = Int(plane.twiceThreshold)
    let wrong = (0..<1 << inputCount).count { row in
      let sum = weights.indices.reduce(0) { bit(row, $1) ? $0 + weights[$1] : $0 }
      return (2 * sum > twiceThreshold) != nested.ones.contains(row)
    }
    #expect(wrong == 0)
    let parity = BooleanFunction(inputCount: inputCount) { $0.nonzeroBitCount % 2 == 1 }
    guard case .crossing(let crossing) = decided(parity) else {
      Issue.record("parity is separable")
      return
    }
    func sums(_ parts: [Separation.Crossing.Part], _ rows: [Int]) -> [BigInt] {
      (0..<inputCount).map { input in
        parts.reduce(0) { bit(rows[$1.index], input) ? $0 + $1.coefficient : $0 }
      } + [parts.reduce(0) { $0 + $1.coefficient }]
    }
    #expect(!crossing.upper.isEmpty && crossing.upper.allSatisfy { $0.coefficient > 0 })
    #expect(sums(crossing.upper, parity.ones.rows) == sums(crossing.lower, parity.zeros.rows))
  }

  @Test func pointsThatStandTwiceOrOnBothSides() {
    let p: [BigInt] = [3, -2]
    guard case .crossing(let crossing) = decided(upper: [[9, 9], p, p], lower: [[7, 0], p]) else {
      Issue.record("a point of both sets was separated")
      return
    }
    #expect(crossing.holds(upper: [[9, 9], p, p], lower: [[7, 0], p]))
    // Points on one line, the sets apart, crossing, and touching.
    #expect(
      verified(
        decided(upper: [[1, 1], [2, 2]], lower: [[3, 3], [4, 4]]), [[1, 1], [2, 2]], [[3, 3], [4, 4]]) == true
    )
    #expect(
      verified(
        decided(upper: [[1, 1], [3, 3]], lower: [[2, 2], [4, 4]]), [[1, 1], [3, 3]], [[2, 2], [4, 4]])
        == false)
    #expect(verified(decided(upper: [], lower: [[2, 2]]), [], [[2, 2]]) == true)
    #expect(verified(decided(upper: [[2, 2]], lower: []), [[2, 2]], []) == true)
    #expect(verified(decided(upper: [], lower: []), [], []) == true)
  }

  @Test func theWorkIsCutOff() {
    var stepsLeft = 1
    let answer = Separation(upper: [[5, 5], [1, 9]], lower: [[0, 0], [9, 1]], stepsLeft: &stepsLeft)
    #expect(answer == .undecided && stepsLeft == 0)
  }

  /// Random points in 1 to 5 dimensions: each answer proves itself.
  @Test func randomPoints() {
    var random = SplitMix(state: 7)
    var answers: [Bool: Int] = [:]
    for turn in 0..<400 {
      let dimension = 1 + turn % 5, count = 2 + Int(random.next() % 10), size = [2, 5, 1_000][turn % 3]
      func some() -> [[BigInt]] {
        (0..<count).map { _ in (0..<dimension).map { _ in BigInt(Int(random.next() % UInt64(size))) } }
      }
      let (upper, lower) = (some(), some())
      if let answer = verified(decided(upper: upper, lower: lower), upper, lower) {
        answers[answer, default: 0] += 1
      }
    }
    #expect(answers.values.allSatisfy { $0 > 30 } && answers.count == 2, "\(answers)")
  }

  /// Decimals are taken as they are stored: 0.1 + 0.2 is not 0.3.
  @Test func floatsAreExact() {
    let (answer, scale) = decidedFloats(upper: [[0.1 + 0.2, 1e-3]], lower: [[0.3, 1e-3]])
    guard case .separated(let plane) = answer else {
      Issue.record("not separable")
      return
    }
    #expect(plane.weights == [1, 0] && plane.gap == 1 << (scale - 54))
    let same = decidedFloats(upper: [[0.25, -1e300]], lower: [[0.25, -1e300]]).separation
    guard case .crossing = same else {
      Issue.record("equal points were separated")
      return
    }
  }
}

private func decided(_ function: BooleanFunction) -> Separation {
  var stepsLeft = 10_000
  return Separation(function, stepsLeft: &stepsLeft)
}

private func decided(upper: [[BigInt]], lower: [[BigInt]]) -> Separation {
  var stepsLeft = 10_000
  return Separation(upper: upper, lower: lower, stepsLeft: &stepsLeft)
}

private func decidedFloats(upper: [[Double]], lower: [[Double]]) -> (separation: Separation, scale: Int) {
  var stepsLeft = 10_000
  return Separation.decide(upper: upper, lower: lower, stepsLeft: &stepsLeft)
}

/// A small generator of random numbers; the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
