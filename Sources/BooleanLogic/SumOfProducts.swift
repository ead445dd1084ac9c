/// A sum of products, such as x₁x̄₂ + x₂x₃.
public struct SumOfProducts: Sendable, Hashable {
  /// How many inputs there are.
  public let inputCount: Int
  /// The products; none is the constant 0.
  public let terms: [Cube]
  /// Whether no sum with fewer terms, or as many and fewer literals, has the same rows.
  public let isProvenSmallest: Bool

  /// Makes a sum; its terms are put into the order of their first rows.
  public init(inputCount: Int, terms: [Cube], isProvenSmallest: Bool = false) {
    self.inputCount = inputCount
    self.terms = terms.sorted { ($0.firstRow, $0.fixed) < ($1.firstRow, $1.fixed) }
    self.isProvenSmallest = isProvenSmallest
  }

  /// How many literals its terms have together.
  public var literalCount: Int { terms.reduce(0) { $0 + $1.literalCount } }

  /// Returns the value in a row.
  public func callAsFunction(_ row: Int) -> Bool { terms.contains { $0.contains(row) } }
}

extension BooleanFunction {
  /// The sum with a product for every row that gives 1: the disjunctive normal form of the lecture.
  public var minterms: SumOfProducts {
    let all = UInt32(rowCount - 1)
    return SumOfProducts(
      inputCount: inputCount, terms: ones.rows.map { Cube(fixed: all, values: UInt32($0)) })
  }

  /// Returns the smallest sum of products: the fewest terms, then the fewest literals.
  ///
  /// To ``mostInputsOfPrimes`` inputs it is an exact cover of the rows by prime implicants, which gives up after
  /// `stepLimit` steps; beyond that, and then, it is an irredundant sum that says that it is not proven.
  public func smallestSum(stepLimit: Int) -> (sum: SumOfProducts, steps: Int) {
    let irredundant = irredundantTerms
    guard inputCount <= Self.mostInputsOfPrimes, !ones.isEmpty else {
      let sum = SumOfProducts(
        inputCount: inputCount, terms: irredundant, isProvenSmallest: ones.isEmpty)
      return (sum, 0)
    }
    let primes = primeImplicants
    let bound = primes.count > 0 ? cover(irredundant, by: primes) : []
    let sets = primes.map { RowSet($0.rows(inputCount: inputCount), rowCount: rowCount) }
    let cover = MinimalCover(
      sets, of: ones, weights: primes.map(\.literalCount), bound: bound, stepLimit: stepLimit)
    let sum = SumOfProducts(
      inputCount: inputCount, terms: cover.chosen.map { primes[$0] }, isProvenSmallest: cover.isProven)
    return (sum, cover.steps)
  }

  /// The indices of prime implicants that hold the terms of a sum, each once.
  private func cover(_ terms: [Cube], by primes: [Cube]) -> [Int] {
    var indices: Set<Int> = []
    for term in terms {
      let index = primes.firstIndex { $0.fixed & ~term.fixed == 0 && $0.values == term.values & $0.fixed }
      if let index { indices.insert(index) }
    }
    return indices.sorted()
  }

  /// An irredundant sum of products: no term and no literal can be left out.
  ///
  /// Source: S. Minato, Fast generation of prime-irredundant covers from binary decision diagrams, IEICE Trans.
  /// Fundamentals E76-A, 1993; here on bit rows instead of diagrams.
  /// - Complexity: O(n·2ⁿ) words for each level of the recursion.
  var irredundantTerms: [Cube] {
    Irredundant.terms(
      lower: ones.bits(0..<rowCount), upper: ones.union(free).bits(0..<rowCount), level: inputCount)
  }
}

/// The recursion of the irredundant sum: a function is split by its highest input.
private enum Irredundant {
  /// The terms of a sum that holds every row of `lower` and none outside of `upper`; a row is an index of the arrays.
  static func terms(lower: [Bool], upper: [Bool], level: Int) -> [Cube] {
    if !lower.contains(true) { return [] }
    if !upper.contains(false) { return [.all] }
    let half = lower.count / 2
    let bit = UInt32(1) << UInt32(level - 1)
    let (lower0, lower1) = (Array(lower[..<half]), Array(lower[half...]))
    let (upper0, upper1) = (Array(upper[..<half]), Array(upper[half...]))
    // What must be held where the input is 0 but may not where it is 1 needs the literal.
    let terms0 = terms(lower: zip(lower0, upper1).map { $0 && !$1 }, upper: upper0, level: level - 1)
    let terms1 = terms(lower: zip(lower1, upper0).map { $0 && !$1 }, upper: upper1, level: level - 1)
    let held0 = held(terms0, half, level - 1), held1 = held(terms1, half, level - 1)
    let rest = (0..<half).map { (lower0[$0] && !held0[$0]) || (lower1[$0] && !held1[$0]) }
    let both = terms(lower: rest, upper: zip(upper0, upper1).map { $0 && $1 }, level: level - 1)
    return terms0.map { Cube(fixed: $0.fixed | bit, values: $0.values) }
      + terms1.map { Cube(fixed: $0.fixed | bit, values: $0.values | bit) } + both
  }

  private static func held(_ terms: [Cube], _ count: Int, _ level: Int) -> [Bool] {
    var held = [Bool](repeating: false, count: count)
    for term in terms { for row in term.rows(inputCount: level) { held[row] = true } }
    return held
  }
}

extension RowSet {
  fileprivate func bits(_ range: Range<Int>) -> [Bool] { range.map(contains) }
}
