import Diagnostics
import Language
import NeuralNetworks
import Tensors
import Wording

// What can be said of a training that would run, or has run, and learns nothing.
extension TrainingPlan {
  /// Warns of rates beyond what the loss or the decay bears, and of targets that no output reaches.
  func warnBeforeTraining(of call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    try warnOfRate(of: call, &evaluator)
    warnOfTargets(of: call, &evaluator)
  }

  // MARK: The learning rate

  /// The most parameters and numbers of a linear model whose bound is computed.
  private static let boundedWork = 20_000_000

  private func warnOfRate(of call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    let rate = method.optimizer.learningRate
    if method.optimizer.decay > 2 {
      warn(
        above: 2 / method.optimizer.decay * rate, "a step makes every weight larger before it learns",
        "a smaller `decay`")
    }
    // With l1 a weight that would cross 0 stays there, so nothing can be said for certain.
    guard let stability = method.optimizer.stability, method.l1 == 0 else { return }
    if let curvature = try curvatureOfLinearModel(of: call, &evaluator) {
      let bound = stability / curvature
      if rate > bound { warn(above: bound, "the weights of this linear model run away", nil) }
    } else if rate * method.l2 > stability {
      warn(
        above: stability / method.l2, "with l2=\(method.l2.text()) each step makes every weight larger",
        "a smaller `l2`")
    }
    func warn(above bound: Double, _ consequence: Message, _ other: Message?) {
      let limit = bound.text(significantDigits: 5)
      evaluator.warn(
        Diagnostic(
          .rateTooHigh, "the learning rate \(rate.text()) is above \(limit), so \(consequence)",
          at: call.range(of: "opt"),
          hint: .init(other.map { "use a rate below \(limit), or \($0)" } ?? "use a rate below \(limit)")))
    }
  }

  /// The largest curvature of a squared error on all rows; nil for other losses and nets, and where it is dear.
  private func curvatureOfLinearModel(of call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Double? {
    let factor = method.loss.name == Loss.mse.name ? 2.0 : method.loss.name == Loss.halfMse.name ? 1 : 0
    guard factor > 0, method.batch == nil, net.graph.isAffineInParameters(net.output) else { return nil }
    let work = (net.parameterCount + 1).multipliedReportingOverflow(
      by: examples.count.saturatingProduct(net.cost.saturatingSum(64)))
    guard !work.overflow, work.partialValue < Self.boundedWork else { return nil }
    try evaluator.charge(work.partialValue, at: call.range)
    return net.graph.largestCurvature(
      of: net.output, rows: examples.inputs, factor: factor, l2: method.l2)
  }

  // MARK: Targets

  /// What a prediction can be, where the last function and the loss bound it.
  private var reach: ClosedRange<Double>? {
    // The range of a notebook function's loss is unknown.
    guard !method.loss.source.isEmpty, method.loss.targets != .labels,
      let range = net.graph.lastRange(of: net.output)
    else { return nil }
    guard method.loss.predictions == .logits else { return range }
    return Activation.sigmoid(range.lowerBound)...Activation.sigmoid(range.upperBound)
  }

  private func warnOfTargets(of call: Call, _ evaluator: inout Evaluator) {
    guard let reach, let last = net.graph.lastFunction(of: net.output) else { return }
    let width = data.outputs.count
    let missed = zip(data.Y.elements, data.dontCare).enumerated().first { !$1.1 && !reach.contains($1.0) }
    guard let missed else { return }
    let (row, column) = (missed.offset / width + 1, data.outputs[missed.offset % width])
    let isLogit = method.loss.predictions == .logits
    let numbers: Message = isLogit ? "probabilities" : "numbers"
    evaluator.warn(
      Diagnostic(
        .targetsOutOfReach,
        "row \(row) has the target \(missed.element.0.text()) for `\(column)`, the net ends with \(last.name) and gives \(numbers) \(reach.words)",
        at: call.range(of: "net"),
        hint: .init(hintForTargets(last.name))))
  }

  /// What to do about targets that the net cannot reach: for -1 and 1 there is tanh.
  private func hintForTargets(_ last: String) -> Message {
    let isSigned = zip(data.Y.elements, data.dontCare).allSatisfy { $1 || (-1...1).contains($0) }
    guard last == "sigmoid", isSigned, method.loss.predictions == .values else {
      return "leave out the last \(last), or bring the targets into its range"
    }
    return "end the net with tanh, which gives numbers from -1 to 1, or write the targets as 0 and 1"
  }

  // MARK: No step moves anything

  /// Notes that no weight moved, or that none moves any more, and why.
  func noteStandstill(
    of training: Training, _ result: Training.Result, at call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) {
    guard result.steps > 0, let loss = result.losses.last, loss != 0 else { return }
    let isUnmoved = result.graph.hasParameters(of: net.graph, net.output)
    guard isUnmoved || isLevel(result.losses) else { return }
    let fuel = training.fuel / max(method.epochs, 1)
    guard fuel <= evaluator.fuelLeft / 2 else { return }
    try evaluator.charge(2 * fuel, at: call.range)
    let isStuck: Bool
    do throws(TrainingProblem) { isStuck = try training.isStuck(at: result.graph) } catch {
      throw call.error(error)
    }
    guard isStuck || isUnmoved else { return }
    let stuck = isStuck ? stuckUnits(result.graph) : nil
    // Where the loss has a level bottom, all is well.
    guard isUnmoved || stuck != nil else { return }
    let steps = counted(result.steps, "step")
    let fact: Message = isUnmoved ? "no weight moved in \(steps)" : "nothing learns any more after \(steps)"
    // Units that were at work before the first step were taken out of reach by steps that are too long.
    let isTooFast = stuck != nil && stuckUnits(net.graph) == nil
    let cause: Message =
      stuck.map { isTooFast ? "\($0.fact), but not before the first step" : $0.fact }
      ?? (isStuck ? "the gradient of the loss is 0" : "each is too small to change a weight")
    let hint: Message =
      stuck.map { isTooFast ? "use a smaller learning rate" : $0.hint }
      ?? (isStuck ? "begin with other weights, unless the loss is least" : "use a larger rate")
    evaluator.warn(
      Diagnostic(
        .dead, "\(fact): \(cause)", at: call.range(of: "net"), hint: .init(hint)))
  }

  /// Whether the loss stood still in the last epoch.
  private func isLevel(_ losses: [Double]) -> Bool {
    guard losses.count > 1 else { return false }
    let (before, last) = (losses[losses.count - 2], losses[losses.count - 1])
    return (before - last).magnitude <= 1e-9 * last.magnitude
  }

  /// The layer all of whose units are at an end of their activation for every row.
  private func stuckUnits(_ graph: Graph) -> (fact: Message, hint: Message)? {
    let nodes = graph.stuckActivations(on: examples.inputs, output: net.output, precision: method.precision)
    guard let node = nodes.last, let last = graph.lastFunction(of: node) else { return nil }
    let name = last.name
    let layer = net.layers.first { $0.part.node == node }
    let owner: Message =
      layer.map { "of layer \($0.number) (\($0.part.layer ?? name))" } ?? "of \(name)"
    let count = graph.shape(of: node).count
    let isOff = last.activation?.range == 0...(.infinity)
    let state: Message = isOff ? "off" : "at the end of \(name)"
    return (
      "the \(counted(count, "unit")) \(owner) \(count == 1 ? "is" : "are") \(state) for every row",
      isOff
        ? "begin with other weights, or use leaky_relu"
        : "begin with smaller weights, or bring the inputs near 1 with standardize"
    )
  }
}

extension ClosedRange<Double> {
  /// The range as a message says it: `from 0 to 1`, `from 0 on`.
  fileprivate var words: Message {
    let lower = lowerBound.text(significantDigits: 3)
    if upperBound == .infinity { return "from \(lower) on" }
    let upper = upperBound.text(significantDigits: 3)
    return lowerBound == -.infinity ? "up to \(upper)" : "from \(lower) to \(upper)"
  }
}
