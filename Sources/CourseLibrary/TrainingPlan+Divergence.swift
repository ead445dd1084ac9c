import Diagnostics
import Language
import NeuralNetworks
import Wording

// A training that ran away: what happened, and a learning rate that does better.
extension TrainingPlan {
  /// What grew without end; nil where nothing did.
  func divergence(_ result: Training.Result) -> Message? {
    switch result.end {
    case .diverged(1, _, _):
      // The first loss is that of the net as given, no step has moved it.
      return "the loss is no number, or too large for one, from the first step on"
    case .diverged(let step, let parameter, let size):
      let source = parameter.map { net.parameterName($0) } ?? "the net"
      return
        "the loss grew without end: in step \(step), epoch \(result.epochs + 1), the gradient of \(source) is \(Self.words(size))"
    case .outgrown(let parameter, let size):
      return
        "the weights grew without end: after step \(result.steps), epoch \(result.epochs), \(net.parameterName(parameter)) is \(Self.words(size))"
    case .epochs, .below, .patience, .interrupted: return nil
    }
  }

  private static func words(_ size: Double) -> Message {
    size.isFinite ? "as large as \(size.text(significantDigits: 3))" : "no number any more"
  }

  /// What to do about it.
  func wayOut(
    of training: Training, _ result: Training.Result, at call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> Message {
    if case .diverged(1, _, _) = result.end {
      return
        "look at `\(method.loss.name)` and the first weights: a root or logarithm of a negative number, or inputs that are too large?"
    }
    guard let trial = try workingRate(training, at: call, &evaluator) else {
      let decay: Message = method.l2 > 0 || method.optimizer.decay > 0 ? ", and less decay" : ""
      return "no smaller learning rate was found that works: try smaller first weights and inputs\(decay)"
    }
    let epochs = counted(trial.epochs, "epoch")
    return "try a learning rate of \(trial.rate.text()): with it the loss fell in \(epochs)"
  }

  /// How many rates are tried, each a tenth of the one before.
  private static let trials = 6
  /// The most work of all trials together: a fraction of a second.
  private static let trialFuel = 1_000_000_000

  /// The first rate, a tenth or less of the one that failed, for which the same training goes well as far as it is
  /// tried; nil where none does.
  ///
  /// All trials together cost not more than the training.
  private func workingRate(
    _ training: Training, at call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> (rate: Double, epochs: Int)? {
    let perEpoch = max(1, training.fuel / max(method.epochs, 1))
    let budget = min(training.fuel, Self.trialFuel, evaluator.fuelLeft) / Self.trials
    let epochs = min(method.epochs, budget / perEpoch)
    guard epochs > 0 else { return nil }
    let observe = evaluator.observe
    var rate = method.optimizer.learningRate
    for _ in 0..<Self.trials {
      rate /= 10
      try evaluator.charge(perEpoch.saturatingProduct(epochs), at: call.range)
      var slower = self
      slower.method.optimizer = method.optimizer.with(learningRate: rate)
      slower.method.epochs = epochs
      let result = try slower.training(of: call, evaluator).run { progress in
        observe(TrainingProgress(epoch: progress.epoch, of: epochs, loss: progress.loss))
      }
      if case .interrupted = result.end { return nil }
      if try slower.isSettled(result, at: call, evaluator) { return (rate, result.epochs) }
    }
    return nil
  }

  /// Whether the loss fell, and no parameter is under way to grow without end.
  private func isSettled(
    _ result: Training.Result, at call: Call, _ evaluator: Evaluator
  ) throws(Stop) -> Bool {
    guard divergence(result) == nil, let first = result.losses.first else { return false }
    // A short trial of too large a rate is recognised by its weights.
    let usual = max(1, net.graph.largestParameter(of: net.output))
    guard result.graph.largestParameter(of: net.output) <= 1e3 * usual else { return false }
    let training = try training(of: call, evaluator)
    do throws(TrainingProblem) {
      return try training.loss(of: result.graph) <= first
    } catch {
      throw call.error(error)
    }
  }
}
