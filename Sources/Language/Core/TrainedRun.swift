import Diagnostics
import NeuralNetworks
import Tensors
import Wording

/// A training: what it was asked for, and what came of it.
public struct TrainedRun: Sendable {
  /// What it was asked for.
  public let plan: TrainingPlan
  /// The parameters it left, and how it went; nil before the run.
  public let result: Training.Result?

  /// Makes a training that ran, or that will run.
  public init(plan: TrainingPlan, result: Training.Result? = nil) {
    self.plan = plan
    self.result = result
  }

  /// What it is, as an error says it.
  static let kindText: Message = "a training"
  /// The form of the function `at(k)`, which gives the net after epoch k.
  public static let after = "at"

  /// The net after the last step; before the run, with the parameters as given.
  public var net: Net { plan.trained(result?.graph ?? plan.net.graph) }

  /// The names of the fields, in the order they are listed.
  static let fieldNames = [
    "net", "loss", "val", "epochs", "steps", "why_stopped", "hyper", after, "data",
  ]

  /// The field of this name; the library has the function `at`.
  func field(_ name: String, _ library: Library) -> Value? {
    switch name {
    case "net": .net(net)
    case "loss": result.map { .tensor(Tensor($0.losses)) } ?? expected(plan.method.epochs)
    case "val":
      result.map { .tensor(Tensor($0.validationLosses)) }
        ?? expected(plan.validation == nil ? 0 : plan.method.epochs)
    case "epochs": result.map { .number(Double($0.epochs)) } ?? .symbol(Symbol(shape: .scalar))
    case "steps": result.map { .number(Double($0.steps)) } ?? .symbol(Symbol(shape: .scalar))
    case "why_stopped": result.map { .text($0.end.reason(after: $0.epochs, .english)) } ?? .unknown
    case "hyper": .structure(plan.hyper)
    case Self.after:
      result == nil
        ? .unknown : library.forms[Self.after]?.function([.training(self)]).map { .builtin($0) } ?? .unknown
    case "data": .table(plan.data)
    case _: nil
    }
  }

  /// The losses of so many epochs, which are known to be run where nothing ends a training early.
  private func expected(_ epochs: Int) -> Value {
    plan.method.stop == nil ? .symbol(Symbol(shape: [epochs])) : .unknown
  }

  /// The bytes of its numbers and of the cells that it shows, for the memory budget.
  var logicalBytes: Int {
    let numbers = (result?.losses.count ?? 0) + (result?.validationLosses.count ?? 0)
    return net.logicalBytes.saturatingSum(8 * numbers + Self.restBytes)
      .saturatingSum(Value.table(plan.data).logicalBytes)
      .saturatingSum(history(.english)?.cellCount.saturatingProduct(MemoryLayout<String>.size) ?? 0)
  }

  /// About what the numbers and words of the other fields take.
  private static let restBytes = 200

  // MARK: What is shown

  /// What a bare expression shows.
  public func shown(in words: Words) -> [Output] {
    guard let result, let history = history(words) else { return [] }
    let size = [
      words.counted(.parameterCount, plan.net.parameterCount), words.counted(.rows, plan.examples.count),
      words.counted(.epochCount, result.epochs), words.counted(.stepCount, result.steps),
    ]
    let reason = result.end.reason(after: result.epochs, words)
    return [
      .summary(words(.trained, size.joined(separator: ", "), reason)), .summary(plan.settingsText),
      .table(history),
    ]
  }

  /// The losses of the first epoch, the last, and some between.
  private func history(_ words: Words) -> TableOutput? {
    guard let result else { return nil }
    let every = plan.log ?? max(1, (result.epochs + 9) / 10)
    let epochs = (1...max(result.epochs, 1)).filter {
      $0 <= result.epochs && ($0 == 1 || $0 == result.epochs || $0 % every == 0)
    }
    let hasValidation = !result.validationLosses.isEmpty
    return TableOutput(
      header: [words(.epoch), words(.loss)] + (hasValidation ? ["val"] : []), inputCount: 1,
      rows: epochs.map { epoch in
        [String(epoch), result.losses[epoch - 1].text(significantDigits: 6)]
          + (hasValidation ? [result.validationLosses[epoch - 1].text(significantDigits: 6)] : [])
      })
  }
}

extension TrainingPlan {
  /// Every hyper-parameter by name.
  private var settings: [(name: String, value: Value)] {
    [
      ("loss", .text(method.loss.name)), ("opt", .text(method.optimizer.text)),
      ("lr", .number(method.optimizer.learningRate)), ("epochs", .number(Double(method.epochs))),
      ("batch", method.batch.map { .number(Double($0)) } ?? .text("all")),
      ("shuffle", .truth(isShuffled)), ("rows", .number(Double(examples.count))),
      ("val", .number(Double(validation?.count ?? 0))), ("l1", .number(method.l1)),
      ("l2", .number(method.l2)),
      ("stop", .text(method.stop?.words ?? "none")), ("precision", .text(method.precision.rawValue)),
    ]
  }

  /// The hyper-parameters as a value.
  public var hyper: Structure {
    Structure("the hyper-parameters", fields: settings, shown: [.summary(settingsText)])
  }

  /// The hyper-parameters as arguments: `loss=bce, opt=sgd(0.5), …`.
  fileprivate var settingsText: String {
    settings.filter { $0.name != "lr" }.map { setting in
      if case .text(let text) = setting.value { return "\(setting.name)=\(text)" }
      return "\(setting.name)=\(setting.value.number?.text() ?? "")"
    }.joined(separator: ", ")
  }
}

extension Training.Result.End {
  /// Why a training ended, as `why_stopped` says it.
  fileprivate func reason(after epochs: Int, _ words: Words) -> String {
    switch self {
    case .epochs: words(.allEpochsDone)
    case .below(let bound): words(.lossFellBelow, bound.text())
    case .patience(let epochs): words(.lossDidNotFall, words.counted(.epochCount, epochs))
    case .interrupted: words(.interruptedAfter, String(epochs))
    case .diverged(let step, _, _): words(.lossGrew, String(step))
    case .outgrown: words(.weightsGrew)
    }
  }
}

extension Training.EarlyStop {
  fileprivate var words: String {
    switch self {
    case .below(let bound): "below(\(bound.text()))"
    case .patience(let epochs): "patience(\(epochs))"
    }
  }
}
