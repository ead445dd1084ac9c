/// The threshold functions of a few inputs, each with small whole weights.
public struct ThresholdFunctions: Sendable {
  /// The most inputs for which they are listed.
  public static let mostInputs = 5

  /// A unit that fires where w·x ≥ T.
  public struct Unit: Sendable, Hashable {
    /// The weights w.
    public let weights: [Int]
    /// The threshold T, halfway between the sums at which it fires and those at which it does not.
    public let threshold: Double

    /// Makes a unit.
    public init(weights: [Int], threshold: Double) {
      self.weights = weights
      self.threshold = threshold
    }

    /// Returns whether it fires.
    public func callAsFunction(_ inputs: [Int]) -> Bool {
      Double(zip(weights, inputs).reduce(0) { $0 + $1.0 * $1.1 }) >= threshold
    }
  }

  /// How many inputs there are.
  public let inputCount: Int
  /// The units by the rows in which they fire, row r as bit r; those with the smallest weights.
  public let units: [UInt32: Unit]

  /// The largest weight that a threshold function of n inputs needs.
  ///
  /// Source: S. Muroga, Threshold Logic and its Applications, Wiley 1971: 1, 1, 2, 3, 5 for n = 1 to 5.
  private static let largestWeights = [0, 1, 1, 2, 3, 5]

  /// Lists them: every choice of whole weights up to the largest that is needed, and every threshold between its sums.
  /// - Complexity: (2k + 1)ⁿ·2ⁿ for weights up to k: 4·10⁴ for 4 inputs, 5·10⁶ for 5.
  /// - Precondition: there are 0 to ``mostInputs`` inputs.
  public init(inputCount: Int) {
    precondition(0...Self.mostInputs ~= inputCount, "threshold functions of \(inputCount) inputs")
    self.inputCount = inputCount
    let largest = Self.largestWeights[inputCount]
    var choices: [[Int]] = [[]]
    for _ in 0..<inputCount {
      choices = choices.flatMap { choice in (-largest...largest).map { choice + [$0] } }
    }
    choices.sort { Self.size($0) < Self.size($1) }
    var units: [UInt32: Unit] = [:]
    let rowCount = 1 << inputCount
    for weights in choices {
      let sums = (0..<rowCount).map { row in
        (0..<inputCount).reduce(0) { $0 + (row >> (inputCount - 1 - $1) & 1) * weights[$1] }
      }
      let levels = Set(sums).sorted()
      for (index, level) in levels.enumerated() {
        let rows = (0..<rowCount).reduce(UInt32(0)) { sums[$1] >= level ? $0 | 1 << UInt32($1) : $0 }
        guard units[rows] == nil else { continue }
        let threshold = index == 0 ? Double(level) - 0.5 : Double(levels[index - 1] + level) / 2
        units[rows] = Unit(weights: weights, threshold: threshold)
      }
      // The unit that never fires.
      if units[0] == nil { units[0] = Unit(weights: weights, threshold: Double(levels.last ?? 0) + 0.5) }
    }
    self.units = units
  }

  /// How many there are.
  public var count: Int { units.count }

  private static func size(_ weights: [Int]) -> Int { weights.reduce(0) { $0 + abs($1) } }
}
