import BooleanLogic
import Testing

/// Smallest threshold networks: each is run on every row, and no smaller one exists by an enumeration of its own.
@Suite struct SmallestNetworkTests {
  private func smallest(
    _ function: BooleanFunction, _ kind: ThresholdNetwork.Kind, stepLimit: Int = 5_000_000
  ) -> SmallestNetwork {
    let answer = SmallestNetwork(
      function, kind: kind, sum: function.smallestSum(stepLimit: 1_000_000).sum, stepLimit: stepLimit)
    for row in 0..<function.rowCount where !function.free.contains(row) {
      #expect(answer.network(function.inputs(of: row)) == function.ones.contains(row), "row \(row)")
    }
    if kind != .skips {
      #expect(
        answer.network.output.weights.count == answer.network.hidden.count || answer.network.hidden.isEmpty)
    }
    return answer
  }

  private func parity(_ count: Int) -> BooleanFunction {
    BooleanFunction(inputCount: count) { $0.nonzeroBitCount % 2 == 1 }
  }

  /// Parity of n inputs needs n hidden units, half as many where the output sees the inputs, 2ⁿ⁻¹ below an OR.
  @Test(arguments: [
    (2, ThresholdNetwork.Kind.free, 2), (3, .free, 3), (2, .skips, 1), (3, .skips, 1), (4, .skips, 2),
    (2, .orOfUnits, 2), (3, .orOfUnits, 4), (4, .orOfUnits, 8),
  ])
  func parity(inputCount: Int, kind: ThresholdNetwork.Kind, hidden: Int) {
    let answer = smallest(parity(inputCount), kind)
    #expect(answer.isSmallest && answer.network.hidden.count == hidden)
  }

  @Test func parityOfFourNeedsFour() {
    let answer = smallest(parity(4), .free, stepLimit: 200_000_000)
    #expect(answer.isSmallest && answer.network.hidden.count == 4)
    // Beyond the search, parity has n units by the number of ones, and nothing is claimed.
    let seven = smallest(parity(7), .free)
    #expect(!seven.isSmallest && seven.network.hidden.count == 7 && seven.provenHidden == 2)
  }

  /// All functions of three inputs: the fewest hidden units by trying every choice of threshold functions.
  @Test func everyFunctionOfThreeInputs() {
    let listed = ThresholdFunctions(inputCount: 3).units.keys.sorted()
    let outputs = (0...3).map { ThresholdFunctions(inputCount: $0).units.keys.sorted() }
    // The functions that two and three hidden units give, each output of their codes.
    func reached(_ count: Int) -> Set<UInt32> {
      var reached: Set<UInt32> = []
      func choose(_ chosen: [UInt32], from start: Int) {
        guard chosen.count == count else {
          for place in start..<listed.count { choose(chosen + [listed[place]], from: place + 1) }
          return
        }
        let codes = (0..<8).map { row in chosen.reduce(0) { $0 << 1 | Int($1 >> UInt32(row) & 1) } }
        for output in outputs[count] {
          reached.insert(
            (0..<8).reduce(UInt32(0)) { output >> UInt32(codes[$1]) & 1 == 1 ? $0 | 1 << UInt32($1) : $0 })
        }
      }
      choose([], from: 0)
      return reached
    }
    let two = reached(2)
    for table in UInt32(0)..<256 {
      let answer = smallest(BooleanFunction(inputCount: 3) { table >> UInt32($0) & 1 == 1 }, .free)
      let least = listed.contains(table) ? 0 : two.contains(table) ? 2 : 3
      #expect(answer.isSmallest && answer.network.hidden.count == least, "\(table)")
    }
  }

  /// Functions of four inputs: the search ends, and says so.
  @Test func functionsOfFourInputs() {
    var random = SplitMix(state: 11)
    for _ in 0..<6 {
      let table = UInt32(truncatingIfNeeded: random.next()) & 0xFFFF
      let function = BooleanFunction(inputCount: 4) { table >> UInt32($0) & 1 == 1 }
      for kind in ThresholdNetwork.Kind.allCases {
        let answer = smallest(function, kind, stepLimit: 50_000_000)
        #expect(answer.isSmallest, "\(table) \(kind)")
      }
    }
  }

  @Test func theSearchSaysHowFarItCame() {
    let answer = smallest(parity(4), .free, stepLimit: 10)
    #expect(!answer.isSmallest && answer.provenHidden <= 3 && answer.network.hidden.count == 4)
  }

  /// The network of the slide: six AND units and one OR unit.
  @Test func theNetworkOfTheSlide() {
    let rows = [0b00110, 0b01011, 0b01100, 0b10001, 0b10111, 0b11001]
    let function = BooleanFunction(inputCount: 5, ones: RowSet(rows, rowCount: 32))
    let network = function.minterms.network
    #expect(network.unitCount == 7 && network.hidden.map(\.threshold) == [1.5, 2.5, 1.5, 1.5, 3.5, 2.5])
    for row in 0..<32 { #expect(network(function.inputs(of: row)) == rows.contains(row)) }
    #expect(function.smallestSum(stepLimit: 1_000).sum.network.unitCount == 6)
  }
}
