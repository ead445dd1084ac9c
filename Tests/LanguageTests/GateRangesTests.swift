import Language
import Testing

/// A gate that one perceptron may or may not be.
struct Gate: Sendable, CustomTestStringConvertible {
  let name: String
  let inputCount: Int
  let output: @Sendable ([Double]) -> Double

  var testDescription: String { name }

  var inputs: [[Double]] {
    (0..<(1 << inputCount)).map { code in (0..<inputCount).map { Double(code >> (inputCount - 1 - $0) & 1) } }
  }

  var table: String {
    let names = (1...inputCount).map { "x\($0)" }.joined(separator: ", ")
    let rows = inputs.map { "\($0.map { String(Int($0)) }.joined()):\(Int(output($0)))" }
    return "table \(name)(\(names) -> y) { \(rows.joined(separator: ", ")) }"
  }

  static let and = Gate(name: "AND", inputCount: 2) { $0[0] * $0[1] }
  static let or = Gate(name: "OR", inputCount: 2) { max($0[0], $0[1]) }
  static let nand = Gate(name: "NAND", inputCount: 2) { 1 - $0[0] * $0[1] }
  static let xor = Gate(name: "XOR", inputCount: 2) { $0[0] == $0[1] ? 0 : 1 }
  static let not = Gate(name: "NOT", inputCount: 1) { 1 - $0[0] }
  static let majority = Gate(name: "MAJORITY", inputCount: 3) { $0[0] + $0[1] + $0[2] >= 2 ? 1 : 0 }
}

/// Exercise 1: which thresholds make a gate, for both conventions of firing and for T and b.
@Suite struct GateRangesTests {
  static let thresholds = stride(from: -3.0, through: 3.0, by: 0.25).map { $0 }

  /// The first row on which the unit and the gate differ, by the definition of a perceptron.
  private func counterexample(_ gate: Gate, _ w: [Double], _ threshold: Double, _ fires: String) -> [Double]?
  {
    gate.inputs.first { row in
      let z = zip(w, row).map { $0 * $1 }.reduce(0, +) - threshold
      return (fires == ">=" ? z >= 0 : z > 0) != (gate.output(row) == 1)
    }
  }

  @Test(arguments: [
    (Gate.and, [1.0, 1]), (.and, [2, 1]), (.and, [-1, 1]), (.or, [1, 1]), (.or, [0.5, 2]), (.nand, [-2, -2]),
    (.nand, [1, 1]), (.xor, [1, 1]), (.xor, [1, -1]), (.not, [-1]), (.not, [1]), (.not, [-0.5]),
    (.majority, [1, 1, 1]),
    (.majority, [1, 1, 0.5]),
  ])
  func everyThresholdIsJudgedAsByHand(gate: Gate, weights: [Double]) throws {
    for fires in [">=", ">"] {
      for isBias in [false, true] {
        let checks = Self.thresholds.map { threshold in
          let number = isBias ? "b=\(-threshold)" : "T=\(threshold)"
          return "check perceptron(w=\(weights), \(number), fires=\"\(fires)\") == \(gate.name)"
        }
        let results = ProgramRun(([gate.table] + checks).joined(separator: "\n")).checks
        try #require(results.count == Self.thresholds.count)
        for (threshold, result) in zip(Self.thresholds, results) {
          let wrong = counterexample(gate, weights, threshold, fires)
          #expect((result.verdict == .passed) == (wrong == nil), "\(result.text)")
          let row = result.counterexample?.rows.first?.prefix(gate.inputCount).compactMap { Double($0) }
          #expect(row == wrong, "\(result.text)")
        }
      }
    }
  }

  @Test(arguments: [
    (Gate.and, [1.0, 1], 1.0, 2.0), (.or, [1, 1], 0, 1), (.not, [-1], -1, 0),
  ])
  func theRangesOfTheExercise(gate: Gate, weights: [Double], low: Double, high: Double) {
    for threshold in Self.thresholds {
      let text = "check perceptron(w=\(weights), T=\(threshold)"
      let results = ProgramRun(
        "\(gate.table)\n\(text)) == \(gate.name)\n\(text), fires=\">\") == \(gate.name)"
      ).checks.map { $0.verdict == .passed }
      #expect(results == [low < threshold && threshold <= high, low <= threshold && threshold < high])
    }
  }
}
