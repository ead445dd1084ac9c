import BigInt
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

/// The perceptron learning rule from w = 0, b = 0, with all that happened on the way.
///
/// It stops after an epoch without a mistake, or when the weights at the end of an epoch return: then it
/// would go on for ever. Source: F. Rosenblatt, The perceptron, Psychological Review 65 (1958).
///
/// Every number is exact, on the shortest decimals of the inputs and of the rate η. From w = b = 0 each
/// weight is η times a sum of ± inputs, and b is η times a count. With whole numbers Xᵢ = xᵢ·10^d for the
/// most decimals d of an input, Wᵢ = wᵢ·10^d/η and B = b/η are whole numbers, and so is
/// Z = ΣWᵢXᵢ + B·10^2d; z = η·Z/10^2d. The rate scales, and decides nothing but the sign.
struct PerceptronRule {
  /// In which order an epoch goes through the rows.
  enum Order: String, CaseIterable {
    case rows
    case random
  }

  private enum End {
    case clean, cycle, limit

    func reason(_ words: Words) -> String {
      switch self {
      case .clean: words(.cleanEpoch)
      case .cycle: words(.weightsReturned)
      case .limit: "max_epochs"
      }
    }
  }

  private let table: Table
  private let precision: Precision
  private let firing: Net.Firing
  private let rate: ExactDecimal
  /// The most decimals of an input.
  private let decimals: Int
  /// The inputs, a row each, as whole numbers times 10^−decimals.
  private let inputs: [[BigInt]]
  /// The threshold's factor in z, 10^2·decimals.
  private let one: BigInt
  /// The words of 64 bits that the largest input takes; a weight takes hardly more, since the steps are few.
  private let words: Int
  /// The weights, then the bias.
  private var state: [BigInt]
  private var epochs = 0
  private var updates = 0
  private var end = End.limit
  private var cycle: [[BigInt]] = []
  /// One line a step: the epoch, the inputs, the target, z, the answer, the weights and the bias after it.
  private var trace: [[Double]] = []

  /// The most steps the trace keeps.
  private static let traceLimit = 10_000

  /// Whether weights that return prove that the rule goes on for ever: not where the order is drawn.
  private let findsCycles: Bool

  /// Starts from zeros; nil where the rate or an input is no finite number.
  init?(_ table: Table, rate: Double, order: Order, firing: Net.Firing, precision: Precision) {
    let numbers = table.X.elements.compactMap { ExactDecimal(shortestOf: $0, precision) }
    guard numbers.count == table.X.count, let rate = ExactDecimal(shortestOf: rate, precision) else {
      return nil
    }
    let decimals = max(0, numbers.map { -$0.exponent }.max() ?? 0)
    let wholes = numbers.map { number in
      number.exponent + decimals == 0
        ? number.mantissa : number.mantissa * BigInt(10).power(number.exponent + decimals)
    }
    let width = table.inputs.count
    inputs = (0..<table.rowCount).map { Array(wholes[($0 * width)..<(($0 + 1) * width)]) }
    words = 1 + (wholes.map(\.bitWidth).max() ?? 0) / 64
    one = BigInt(10).power(2 * decimals)
    state = [BigInt](repeating: 0, count: width + 1)
    self.table = table
    self.precision = precision
    self.firing = firing
    self.rate = rate
    self.decimals = decimals
    findsCycles = order == .rows
  }

  /// The fuel of an epoch: for each input a product and a sum of numbers of so many words, and for each step that the
  /// trace keeps the weights as decimals.
  private var epochCost: Int {
    let product = words == 1 ? 100 : 200 * words * words
    let traced = min(table.rowCount, Self.traceLimit - trace.count)
    return 1000
      + table.rowCount.saturatingProduct(state.count.saturatingProduct(product))
      .saturatingSum(traced.saturatingProduct(state.count.saturatingProduct(1_500 * words)))
  }

  /// The bytes that an epoch keeps.
  var epochBytes: Int { state.count * 8 * (words + 1) }

  /// Goes through the rows until it stops; `order` gives the rows of an epoch, and charges its fuel.
  mutating func run<Failure: Error>(
    _ maximalEpochs: Int, order: (_ count: Int, _ fuel: Int) throws(Failure) -> [Int]
  ) throws(Failure) {
    var ends: [[BigInt]] = []
    var seen: [[BigInt]: Int] = [:]
    for epoch in 1...maximalEpochs {
      epochs = epoch
      let before = updates
      for row in try order(table.rowCount, epochCost) { step(row) }
      if updates == before {
        end = .clean
        return
      }
      guard findsCycles else { continue }
      if let first = seen.updateValue(ends.count, forKey: state) {
        cycle = Array(ends[first...])
        end = .cycle
        return
      }
      ends.append(state)
    }
  }

  private mutating func step(_ row: Int) {
    if table.dontCare[row] { return }
    let x = inputs[row]
    let bias = state.count - 1
    var z = state[bias] * one
    for i in x.indices where !state[i].isZero && !x[i].isZero { z += state[i] * x[i] }
    let sign = z.signum() * rate.mantissa.signum()
    let target = table.Y.elements[row] > 0
    let answer = firing == .atZero ? sign >= 0 : sign > 0
    if answer != target {
      updates += 1
      if rate.mantissa.signum() != 0 {
        for i in x.indices { if target { state[i] += x[i] } else { state[i] -= x[i] } }
        state[bias] += target ? 1 : -1
      }
    }
    guard trace.count < Self.traceLimit else { return }
    let seen = table.X.row(row).elements + [target ? 1 : 0]
    trace.append([Double(epochs)] + seen + [value(z, 2 * decimals), answer ? 1 : 0] + numbers(state))
  }

  /// η·whole/10^decimals, as the nearest number.
  private func value(_ whole: BigInt, _ decimals: Int) -> Double {
    ExactDecimal(mantissa: whole * rate.mantissa, exponent: rate.exponent - decimals).value(precision)
  }

  /// The weights and the bias.
  private func numbers(_ state: [BigInt]) -> [Double] {
    state.dropLast().map { value($0, decimals) } + state.suffix(1).map { value($0, 0) }
  }

  /// The first weight that no float64 number holds; nil where all are finite.
  var infiniteWeight: String? {
    zip(weightNames, numbers(state)).first { !$0.1.isFinite }?.0
  }

  /// What the language gets.
  func structure(_ words: Words) -> Structure {
    let numbers = numbers(state)
    let bias = numbers.last ?? 0
    let net = Net.perceptron(
      weights: Tensor(numbers.dropLast()), threshold: bias == 0 ? 0 : -bias, firing: firing, activation: .step
    )
    let inputs = ["epoch"] + table.inputs + [table.outputs[0]]
    let outputs = ["z", "answer"] + weightNames
    let split = inputs.count
    let trace = Table(
      name: "", inputs: inputs, outputs: outputs,
      X: Tensor(rows: trace.map { Array($0[..<split]) }, columns: split),
      Y: Tensor(rows: trace.map { Array($0[split...]) }, columns: outputs.count))
    let cycleRows = Tensor(rows: cycle.map(self.numbers), columns: state.count)
    return Structure(
      "a result of perceptron_rule",
      fields: [
        ("net", .net(net)), ("trace", .table(trace)), ("cycle", .tensor(cycleRows)),
        ("epochs", .number(Double(epochs))), ("updates", .number(Double(updates))),
        ("why_stopped", .text(end.reason(.english))),
      ], shown: [.table(summary(words))])
  }

  private var weightNames: [String] { (1..<state.count).map { "w\($0)" } + ["b"] }

  private func summary(_ words: Words) -> TableOutput {
    let rows = (cycle.isEmpty ? [state] : cycle).map(numbers)
    let stopped = words(.stoppedBecause, end.reason(words))
    return TableOutput(
      header: weightNames + [words(.epochs), words(.updates)], inputCount: state.count,
      rows: rows.map { $0.map { $0.text() } + [String(epochs), String(updates)] },
      note: cycle.isEmpty ? stopped : words(.weightsInTurn, stopped))
  }
}
