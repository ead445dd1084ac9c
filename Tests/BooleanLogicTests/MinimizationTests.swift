import BooleanLogic
import TestSupport
import Testing

/// Smallest sums of products, beside a search that knows nothing of prime implicants.
@Suite struct MinimizationTests {
  /// The fewest terms, then literals, of every function of n inputs: each sum is a smaller one with one cube more.
  ///
  /// The number is 64·terms + literals; sums are visited in the order of it.
  private func smallestOfAll(inputCount: Int) -> [Int] {
    let rowCount = 1 << inputCount
    var cubes: [(rows: Int, cost: Int)] = []
    for fixed in 0..<rowCount {
      for values in 0..<rowCount where values & ~fixed == 0 {
        let rows = (0..<rowCount).reduce(0) { $1 & fixed == values ? $0 | 1 << $1 : $0 }
        cubes.append((rows, 64 + fixed.nonzeroBitCount))
      }
    }
    var least = [Int](repeating: .max, count: 1 << rowCount)
    least[0] = 0
    var waiting: [[Int]] = [[0]]
    var cost = 0
    while cost < waiting.count {
      for function in waiting[cost] where least[function] == cost {
        for cube in cubes where cube.rows & ~function != 0 {
          let (sum, more) = (function | cube.rows, cost + cube.cost)
          guard more < least[sum] else { continue }
          least[sum] = more
          while waiting.count <= more { waiting.append([]) }
          waiting[more].append(sum)
        }
      }
      cost += 1
    }
    return least
  }

  private func check(_ function: BooleanFunction, _ expected: Int?) {
    let (sum, _) = function.smallestSum(stepLimit: 10_000_000)
    #expect(sum.isProvenSmallest)
    for row in 0..<function.rowCount where !function.free.contains(row) {
      #expect(sum(row) == function.ones.contains(row), "\(function.ones.rows), row \(row)")
    }
    if let expected {
      #expect(64 * sum.terms.count + sum.literalCount == expected, "\(function.ones.rows)")
    }
  }

  @Test func everyFunctionOfThreeInputs() {
    let least = smallestOfAll(inputCount: 3)
    for table in 0..<256 { check(BooleanFunction(inputCount: 3) { table >> $0 & 1 == 1 }, least[table]) }
    // With rows that may give either: the best of all ways to fill them.
    for table in stride(from: 1, to: 256, by: 5) {
      for free in stride(from: 2, to: 256, by: 7) {
        let ones = table & ~free
        let function = BooleanFunction(
          inputCount: 3, ones: RowSet((0..<8).filter { ones >> $0 & 1 == 1 }, rowCount: 8),
          free: RowSet((0..<8).filter { free >> $0 & 1 == 1 }, rowCount: 8))
        check(function, (0..<256).filter { $0 & ~free == ones }.map { least[$0] }.min())
      }
    }
  }

  /// One of every kind of function of four inputs: those that differ in the order of the inputs, their negations and
  /// the negation of the value are of one kind.
  @Test func everyKindOfFunctionOfFourInputs() {
    let least = smallestOfAll(inputCount: 4)
    let orders = permutations([0, 1, 2, 3])
    var isKnown = [Bool](repeating: false, count: 1 << 16)
    var kinds = 0
    for table in 0..<1 << 16 where !isKnown[table] {
      kinds += 1
      for order in orders {
        // The row that a row becomes, for each set of negated inputs by ^.
        let moved = (0..<16).map { row in
          order.enumerated().reduce(0) { $0 | (row >> $1.element & 1) << $1.offset }
        }
        for negation in 0..<16 {
          let other = (0..<16).reduce(0) { table >> (moved[$1] ^ negation) & 1 == 1 ? $0 | 1 << $1 : $0 }
          isKnown[other] = true
          isKnown[other ^ 0xFFFF] = true
        }
      }
      check(BooleanFunction(inputCount: 4) { table >> $0 & 1 == 1 }, least[table])
      let negated = table ^ 0xFFFF
      check(BooleanFunction(inputCount: 4) { negated >> $0 & 1 == 1 }, least[negated])
    }
    #expect(kinds == 222)
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    items.isEmpty
      ? [[]] : items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
  }

  /// Two thousand random functions of 5 and 6 inputs, some with rows that may give either, beside the optimum that an
  /// integer linear program found: `Tests/TestVectors/make_smallest_sums.py`.
  @Test func randomFunctionsOfFiveAndSixInputs() throws {
    let lines = try Repository.text("Tests/TestVectors/smallest_sums.txt").split(separator: "\n")
    #expect(lines.count == 2_000)
    for line in lines {
      let words = line.split(separator: " ")
      let inputCount = try #require(Int(words[0])), rowCount = 1 << inputCount
      let ones = try #require(UInt64(words[1], radix: 16)), free = try #require(UInt64(words[2], radix: 16))
      let terms = try #require(Int(words[3])), literals = try #require(Int(words[4]))
      func rows(_ bits: UInt64) -> RowSet {
        RowSet((0..<rowCount).filter { bits >> UInt64($0) & 1 == 1 }, rowCount: rowCount)
      }
      check(
        BooleanFunction(inputCount: inputCount, ones: rows(ones), free: rows(free)), 64 * terms + literals)
    }
  }

  /// The lecture's table: six rows, of which 10001 and 11001 merge.
  @Test func theTableOfTheSlide() {
    let rows = [0b00110, 0b01011, 0b01100, 0b10001, 0b10111, 0b11001]
    let function = BooleanFunction(inputCount: 5, ones: RowSet(rows, rowCount: 32))
    #expect(
      function.minterms.terms.map { $0.pattern(inputCount: 5) } == [
        "00110", "01011", "01100", "10001", "10111", "11001",
      ])
    let sum = function.smallestSum(stepLimit: 1_000).sum
    #expect(sum.terms.map { $0.pattern(inputCount: 5) } == ["00110", "01011", "01100", "1-001", "10111"])
    #expect(function.primeImplicants.count == 5 && sum.isProvenSmallest && sum.literalCount == 24)
  }

  @Test func constantsAndNoInputs() {
    for count in 0...3 {
      let zero = BooleanFunction(inputCount: count) { _ in false },
        one = BooleanFunction(inputCount: count) { _ in true }
      #expect(
        zero.smallestSum(stepLimit: 1).sum.terms.isEmpty
          && zero.smallestSum(stepLimit: 1).sum.isProvenSmallest)
      #expect(one.smallestSum(stepLimit: 1).sum.terms == [.all])
      let free = BooleanFunction(
        inputCount: count, ones: RowSet(rowCount: 1 << count), free: .all(rowCount: 1 << count))
      #expect(free.smallestSum(stepLimit: 1).sum.terms.isEmpty)
    }
  }

  /// Beyond the prime implicants, and where the search is cut off, the sum is right and says that it is not proven.
  @Test(arguments: [9, 11, 14]) func largeFunctions(inputCount: Int) {
    var random = SplitMix(state: 3)
    let function = BooleanFunction(inputCount: inputCount) { _ in random.next() % 2 == 0 }
    let (sum, _) = function.smallestSum(stepLimit: 10)
    #expect(!sum.isProvenSmallest && sum.terms.count < function.ones.count)
    var held = RowSet(rowCount: function.rowCount)
    for term in sum.terms { for row in term.rows(inputCount: inputCount) { held.insert(row) } }
    #expect(held == function.ones)
  }

  @Test func rowSetsAreSets() {
    for count in [0, 1, 63, 64, 65, 130] {
      let odd = RowSet((0..<count).filter { $0 % 2 == 1 }, rowCount: count), all = RowSet.all(rowCount: count)
      #expect(all.count == count && odd.complement.count == (count + 1) / 2)
      #expect(odd.union(odd.complement) == all && odd.intersection(odd.complement).isEmpty)
      #expect(
        all.subtracting(odd) == odd.complement && odd.isSubset(of: all)
          && odd.isDisjoint(with: odd.complement))
      #expect(odd.first == (count > 1 ? 1 : nil) && odd.rows == Array(stride(from: 1, to: count, by: 2)))
    }
  }
}
