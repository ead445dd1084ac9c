import BigInt

/// The smallest network of threshold units that gives a Boolean function, among those of one kind.
public struct SmallestNetwork: Sendable, Hashable {
  /// The network found.
  public let network: ThresholdNetwork
  /// No network of this kind has fewer hidden units than this; as many as found where it is the smallest.
  public let provenHidden: Int
  /// The steps that the search took.
  public private(set) var steps = 0

  /// Whether no smaller one exists.
  public var isSmallest: Bool { provenHidden == network.hidden.count }

  /// The most inputs for which every choice of units is searched.
  public static let mostInputs = 4

  /// Searches for a function that a sum of products gives; for more than ``mostInputs`` inputs the network is that of the sum or, for
  /// a function of the number of ones, one unit for each number at which it changes.
  ///
  /// A unit counts as its complement does, since the output can negate its weight. Hidden units are chosen so that each
  /// two rows of different values are told apart by one of them; the output then exists or not, which is decided
  /// exactly. After `stepLimit` choices the search gives up and says how far it came.
  /// - Complexity: for 4 inputs about 940ᵏ/k! choices of k units, cut where what is left cannot tell all rows apart.
  public init(
    _ function: BooleanFunction, kind: ThresholdNetwork.Kind, sum: SumOfProducts, stepLimit: Int
  ) {
    if let unit = Self.unit(of: function) {
      network = ThresholdNetwork(hidden: [], output: unit)
      provenHidden = 0
      return
    }
    let known = Self.known(function, kind, sum)
    guard function.inputCount <= Self.mostInputs else {
      // One hidden unit tells nothing more than itself, and is no smaller than a single unit.
      (network, provenHidden) = (known, kind == .skips ? 1 : 2)
      return
    }
    switch kind {
    case .orOfUnits:
      let cover = Self.orOfUnits(function, sum, stepLimit: stepLimit)
      network = cover.isProven ? cover.network : known
      (provenHidden, steps) = (cover.isProven ? cover.network.hidden.count : 2, cover.steps)
    case .free, .skips:
      var search = UnitSearch(function, kind, stepLimit: stepLimit)
      for count in (kind == .skips ? 1 : 2)..<known.hidden.count {
        if let found = search.network(hidden: count) {
          (network, provenHidden, steps) = (found, count, search.steps)
          return
        }
        if search.isCutOff {
          (network, provenHidden, steps) = (known, count, search.steps)
          return
        }
      }
      (network, provenHidden, steps) = (known, known.hidden.count, search.steps)
    }
  }

  /// The single unit that gives a function, where there is one.
  private static func unit(of function: BooleanFunction) -> ThresholdFunctions.Unit? {
    // A Boolean function of few inputs is decided within a few dozen steps.
    var stepsLeft = 10_000
    guard case .separated(let plane) = Separation(function, stepsLeft: &stepsLeft) else { return nil }
    return ThresholdFunctions.Unit(plane)
  }

  /// A network that is known without a search.
  private static func known(
    _ function: BooleanFunction, _ kind: ThresholdNetwork.Kind, _ sum: SumOfProducts
  ) -> ThresholdNetwork {
    guard kind != .orOfUnits else { return sum.network }
    return [sum.network, ofOnes(function)].compactMap { $0 }.min { $0.hidden.count < $1.hidden.count }
      ?? sum.network
  }

  /// For a function of the number of ones: units that fire from each number on at which it changes.
  private static func ofOnes(_ function: BooleanFunction) -> ThresholdNetwork? {
    let count = function.inputCount
    var values = [Bool?](repeating: nil, count: count + 1)
    for row in 0..<function.rowCount where !function.free.contains(row) {
      let ones = row.nonzeroBitCount, value = function.ones.contains(row)
      guard values[ones] ?? value == value else { return nil }
      values[ones] = value
    }
    let known = values.enumerated().compactMap { value in value.element.map { (value.offset, $0) } }
    var hidden: [ThresholdFunctions.Unit] = []
    var weights: [Int] = []
    for (before, after) in zip(known, known.dropFirst()) where before.1 != after.1 {
      hidden.append(.init(weights: Array(repeating: 1, count: count), threshold: Double(after.0) - 0.5))
      weights.append(after.1 ? 1 : -1)
    }
    let start = known.first?.1 == true ? 1.0 : 0
    return ThresholdNetwork(hidden: hidden, output: .init(weights: weights, threshold: 0.5 - start))
  }

  /// The fewest units that fire only where the function is 1 and together in all of these rows.
  private static func orOfUnits(
    _ function: BooleanFunction, _ sum: SumOfProducts, stepLimit: Int
  ) -> (network: ThresholdNetwork, isProven: Bool, steps: Int) {
    let zeros = function.zeros
    let units = ThresholdFunctions(inputCount: function.inputCount).units
      .filter { $0.key != 0 }.sorted { $0.key < $1.key }
      .map { (rows: RowSet(bits: $0.key, rowCount: function.rowCount), unit: $0.value) }
      .filter { $0.rows.isDisjoint(with: zeros) }
    let bound = sum.terms.compactMap { term in
      let rows = RowSet(term.rows(inputCount: function.inputCount), rowCount: function.rowCount)
      return units.firstIndex { $0.rows == rows }
    }
    let cover = MinimalCover(
      units.map(\.rows), of: function.ones, weights: units.map { $0.unit.size }, bound: bound,
      stepLimit: stepLimit)
    let hidden = cover.chosen.sorted().map { units[$0].unit }
    let output = ThresholdFunctions.Unit(weights: Array(repeating: 1, count: hidden.count), threshold: 0.5)
    return (ThresholdNetwork(hidden: hidden, output: output), cover.isProven, cover.steps)
  }
}

extension ThresholdFunctions.Unit {
  /// The sum of the magnitudes of its weights.
  var size: Int { weights.reduce(0) { $0 + abs($1) } }

  /// The unit of a line, where its numbers fit.
  init?(_ plane: Separation.Hyperplane) {
    let weights = plane.weights.compactMap { Int(exactly: $0) }
    guard weights.count == plane.weights.count, let twice = Int(exactly: plane.twiceThreshold) else {
      return nil
    }
    self.init(weights: weights, threshold: Double(twice) / 2)
  }
}

extension RowSet {
  /// The rows of a table of at most 32 that are set in `bits`.
  init(bits: UInt32, rowCount: Int) {
    self.init((0..<rowCount).filter { bits >> UInt32($0) & 1 == 1 }, rowCount: rowCount)
  }

  /// The rows of a table of at most 32 as bits.
  var bits: UInt32 { rows.reduce(0) { $0 | 1 << UInt32($1) } }
}
