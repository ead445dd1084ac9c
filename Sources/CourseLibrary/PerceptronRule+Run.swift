import Language
import NeuralNetworks
import Tables
import Tensors

/// The perceptron learning rule from w = 0, b = 0, with all that happened on the way.
///
/// It stops after an epoch without a mistake, or when the weights at the end of an epoch return: then it
/// would go on for ever. Source: F. Rosenblatt, The perceptron, Psychological Review 65 (1958).
struct PerceptronRule {
  /// In which order an epoch goes through the rows.
  enum Order: String, CaseIterable {
    case rows
    case random
  }

  private enum End: String {
    case clean = "an epoch without a mistake"
    case cycle = "the weights returned: the rule would go on for ever"
    case limit = "max_epochs"
  }

  private let table: Table
  private let rate: Double
  private let firing: Net.Firing
  private var weights: [Double]
  private var bias = 0.0
  private var epochs = 0
  private var updates = 0
  private var end = End.limit
  private var cycle: [[Double]] = []
  /// One line a step: the epoch, the inputs, the target, z, the answer, the weights and the bias after it.
  private var trace: [[Double]] = []

  /// The most steps the trace keeps.
  private static let traceLimit = 10_000

  /// Whether weights that return prove that the rule goes on for ever: not where the order is drawn.
  private let findsCycles: Bool

  init(_ table: Table, rate: Double, order: Order, firing: Net.Firing) {
    self.table = table
    self.rate = rate
    self.firing = firing
    findsCycles = order == .rows
    weights = [Double](repeating: 0, count: table.inputs.count)
  }

  /// Goes through the rows until it stops; `order` gives the places of an epoch, and charges for it.
  mutating func run<Failure: Error>(
    _ maximalEpochs: Int, order: (Int) throws(Failure) -> [Int]
  ) throws(Failure) {
    var ends: [[Double]] = []
    var places: [[Double]: Int] = [:]
    for epoch in 1...maximalEpochs {
      epochs = epoch
      let before = updates
      for row in try order(table.rowCount) { step(row) }
      if updates == before {
        end = .clean
        return
      }
      guard findsCycles else { continue }
      let state = weights + [bias]
      if let first = places.updateValue(ends.count, forKey: state) {
        cycle = Array(ends[first...])
        end = .cycle
        return
      }
      ends.append(state)
    }
  }

  private mutating func step(_ row: Int) {
    if table.dontCare[row] { return }
    let x = table.X.row(row).elements
    let target: Double = table.Y.elements[row] > 0 ? 1 : 0
    let z = zip(weights, x).reduce(bias) { $0 + $1.0 * $1.1 }
    let answer: Double = (firing == .atZero ? z >= 0 : z > 0) ? 1 : 0
    if answer != target {
      let change = rate * (target - answer)
      for i in weights.indices { weights[i] += change * x[i] }
      bias += change
      updates += 1
    }
    guard trace.count < Self.traceLimit else { return }
    trace.append([Double(epochs)] + x + [target, z, answer] + weights + [bias])
  }

  /// What the language gets.
  var record: Record {
    let net = Net.perceptron(
      weights: Tensor(weights), threshold: bias == 0 ? 0 : -bias, firing: firing, activation: .step)
    let inputs = ["epoch"] + table.inputs + [table.outputs[0]]
    let outputs = ["z", "answer"] + weights.indices.map { "w\($0 + 1)" } + ["b"]
    let split = inputs.count
    let trace = Table(
      name: "", inputs: inputs, outputs: outputs,
      X: Tensor(rows: trace.map { Array($0[..<split]) }, columns: split),
      Y: Tensor(rows: trace.map { Array($0[split...]) }, columns: outputs.count))
    let cycleRows = Tensor(rows: cycle, columns: weights.count + 1)
    return Record(
      "a result of perceptron_rule",
      fields: [
        ("net", .net(net)), ("trace", .table(trace)), ("cycle", .tensor(cycleRows)),
        ("epochs", .number(Double(epochs))), ("updates", .number(Double(updates))),
        ("why_stopped", .text(end.rawValue)),
      ], shown: [.table(summary)])
  }

  private var summary: TableOutput {
    let names = weights.indices.map { "w\($0 + 1)" } + ["b"]
    let rows = cycle.isEmpty ? [weights + [bias]] : cycle
    return TableOutput(
      header: names + ["epochs", "updates"], inputCount: names.count,
      rows: rows.map { $0.map { $0.text() } + [String(epochs), String(updates)] },
      note: "stopped: \(end.rawValue)" + (cycle.isEmpty ? "" : "; these weights end the epochs in turn"))
  }
}
