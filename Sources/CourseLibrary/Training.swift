import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// Learning by gradients.
  static let gradientTraining: [Builtin] = [.train]
}

extension Parameter {
  /// What training makes small.
  static let loss = Parameter("loss", .any("a loss such as bce, or a function of predictions and targets"))
}

extension Builtin {
  static let train = Builtin(
    "train", .training,
    [
      Parameter("net", .net), Parameter("data", .table), .loss,
      Parameter("opt", .any("an optimizer such as sgd(0.5)")), Parameter("epochs", .number),
      Parameter("batch", .any("\"all\" or a number of rows"), .defaulted("\"all\"")),
      Parameter("shuffle", .truth, .defaulted("false")),
      Parameter("val", .any("a share, a number of rows or a table"), .defaulted("0")),
      Parameter("l1", .number, .defaulted("0")), Parameter("l2", .number, .defaulted("0")),
      Parameter("stop", .any("below(…) or patience(…)"), .optional), Parameter("log", .number, .optional),
    ],
    summary:
      "trains a net; fields net loss val epochs steps why_stopped hyper, and at(k), the net after epoch k; l1 and l2 are for weights w, not for biases (what is only added), and a w that l1 brings to 0 stays 0",
    formula:
      #"p \leftarrow p - \eta\,\nabla_p \left(L + \lambda_1 \sum |w| + \tfrac12 \lambda_2 \sum w^2\right)"#,
    example: """
      table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
      train(input(2) -> dense(1, sigmoid), OR, loss=bce, opt=sgd(0.5), epochs=20)
      """,
    traits: [.rounded, .trains],
    rule: { (call, evaluator) throws(Stop) in
      guard let plan = try TrainingPlan(call, &evaluator) else { return .unknown }
      try call.requireGradient(of: plan.net)
      if evaluator.mode == .check {
        try plan.warnBeforeTraining(of: call, &evaluator)
        _ = try plan.training(of: call)
      }
      return plan.expected
    },
    run: { (call, evaluator) throws(Stop) in
      guard let plan = try TrainingPlan(call, &evaluator) else { return .unknown }
      return try plan.run(of: call, &evaluator)
    })
}

/// What a call of `train` asks for, with everything resolved.
struct TrainingPlan: Sendable {
  let net: Net
  let data: Table
  let examples: Training.Examples
  let validation: Training.Examples?
  var method: Training.Method
  /// Every how many epochs the loss is shown; nil for about ten lines.
  let log: Int?
  /// Whether the order of the rows is drawn.
  let isShuffled: Bool

  private static let longest = 1_000_000_000

  /// Reads the arguments and finds everything that is wrong with them; nil where one is not known.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let net = call.net("net"), let data = call.table("data"),
      let loss = try call.loss("loss", &evaluator), let optimizer = try call.optimizer("opt"),
      let epochs = try call.count("epochs", from: 0, to: Self.longest), !call.hasUnknown
    else { return nil }
    guard net.parameterCount > 0 else { throw call.error(.noParameters) }
    // The net, its loss and its gradient are written for a batch and prepared.
    try evaluator.charge(1_000_000, at: call.range)
    try evaluator.charge(operations: 10 * net.graph.count, at: call.range)
    guard let all = try Training.Examples(data, for: net, of: call, at: "data"),
      let parts = try call.validation(all, for: net)
    else { return nil }
    try loss.check(net, parts.examples, at: call)
    if let validation = parts.validation { try loss.check(net, validation, at: call) }
    isShuffled = try call.isTrue("shuffle")
    let branch = evaluator.nextBranch(isUsed: isShuffled || net.graph.hasDropout(net.output))
    var method = Training.Method(
      loss: loss, optimizer: optimizer, epochs: epochs, precision: evaluator.precision,
      dropout: branch.stream("dropout"))
    method.batch = try call.batch(of: parts.examples.count)
    if isShuffled { method.order = branch.stream("shuffle") }
    method.l1 = try call.decayRate("l1", &evaluator)
    method.l2 = try call.decayRate("l2", &evaluator)
    method.stop = try call.earlyStop("stop")
    log = try call.count("log", from: 1, to: Self.longest)
    self.net = net
    self.data = data
    examples = parts.examples
    validation = parts.validation
    self.method = method
  }

  // MARK: Before the run

  /// What is known of the result before the run.
  var expected: Value {
    let known = method.stop == nil
    let losses = known ? Value.symbol(Symbol(shape: [method.epochs])) : .unknown
    let number = Value.symbol(Symbol(shape: .scalar))
    return .record(
      Record(
        "a training",
        fields: [
          ("net", .net(trained(net.graph))), ("loss", losses), ("val", known ? validationShape : .unknown),
          ("epochs", number),
          ("steps", number), ("why_stopped", .unknown), ("hyper", .record(hyper)),
          ("at", .unknown), ("data", .table(data)),
        ], shown: []))
  }

  private var validationShape: Value {
    .symbol(Symbol(shape: [validation == nil ? 0 : method.epochs]))
  }

  // MARK: The run

  func run(of call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value {
    try warnBeforeTraining(of: call, &evaluator)
    let training = try training(of: call)
    try evaluator.charge(training.fuel, at: call.range)
    try evaluator.allocate(bytes: training.memory, at: call.range)
    let observe = evaluator.observe
    let epochs = method.epochs
    let result = training.run { progress in
      observe(TrainingProgress(epoch: progress.epoch, of: epochs, loss: progress.loss))
    }
    if let fact = divergence(result) {
      throw call.error(.diverged, fact, hint: try wayOut(of: training, result, at: call, &evaluator))
    }
    try noteStandstill(of: training, result, at: call, &evaluator)
    let record = record(of: training, result)
    if case .interrupted = result.end { evaluator.interrupt(showing: record.shown.map(\.output)) }
    return .record(record)
  }

  func training(of call: Call) throws(Stop) -> Training {
    do {
      return try Training(
        graph: net.graph, output: net.output, examples: examples, validation: validation, method: method)
    } catch {
      throw call.error(error)
    }
  }

  /// Trains again as far as the epoch; the net as given after none.
  private func net(after epoch: Int, of result: Training.Result, _ call: Call, _ evaluator: inout Evaluator)
    throws(Stop) -> Value
  {
    if epoch == result.epochs { return .net(trained(result.graph)) }
    if epoch == 0 { return .net(trained(net.graph)) }
    let training = try training(of: call)
    try evaluator.charge((training.fuel / max(method.epochs, 1)).saturatingProduct(epoch), at: call.range)
    try evaluator.allocate(bytes: training.memory, at: call.range)
    return .net(trained(training.run(until: epoch) { _ in true }.graph))
  }

  /// The net with other parameters, which remembers the labels it learns.
  private func trained(_ graph: Graph) -> Net {
    var copy = net
    copy.graph = graph
    copy.name = nil
    copy.learnedRule = DecisionRule(learnedFrom: data, with: method.loss)
    return copy
  }

  // MARK: The result

  private func record(of training: Training, _ result: Training.Result) -> Record {
    let words = result.end.words(after: result.epochs)
    return Record(
      "a training",
      fields: [
        ("net", .net(trained(result.graph))), ("loss", .tensor(Tensor(result.losses))),
        ("val", .tensor(Tensor(result.validationLosses))), ("epochs", .number(Double(result.epochs))),
        ("steps", .number(Double(result.steps))), ("why_stopped", .text(words)),
        ("hyper", .record(hyper)), ("at", .builtin(at(result))), ("data", .table(data)),
      ], shown: shown(result, words), content: .training(training, result))
  }

  private func at(_ result: Training.Result) -> Builtin {
    Builtin(
      "at", .training, [Parameter("k", .number)], summary: "the net after epoch k; after 0 the net as given",
      example: "",
      rule: { (call, _) throws(Stop) in
        _ = try call.count("k", from: 0, to: result.epochs)
        return .unknown
      },
      run: { (call, evaluator) throws(Stop) in
        guard let epoch = try call.count("k", from: 0, to: result.epochs) else { return .unknown }
        return try net(after: epoch, of: result, call, &evaluator)
      })
  }

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

  private var hyper: Record {
    Record("the hyper-parameters", fields: settings, shown: [.summary(settingsText)])
  }

  /// The hyper-parameters as arguments: `loss=bce, opt=sgd(0.5), …`.
  private var settingsText: String {
    settings.filter { $0.name != "lr" }.map { setting in
      if case .text(let text) = setting.value { return "\(setting.name)=\(text)" }
      return "\(setting.name)=\(setting.value.number?.text() ?? "")"
    }.joined(separator: ", ")
  }

  private func shown(_ result: Training.Result, _ words: String) -> [Record.Line] {
    let size = "\(counted(net.parameterCount, "parameter")), \(counted(examples.count, "row"))"
    return [
      .summary(
        "trained: \(size), \(counted(result.epochs, "epoch")), \(counted(result.steps, "step")); \(words)"),
      .summary(settingsText), .table(history(result)),
    ]
  }

  /// The losses of the first epoch, the last, and some between.
  private func history(_ result: Training.Result) -> TableOutput {
    let every = log ?? max(1, (result.epochs + 9) / 10)
    let epochs = (1...max(result.epochs, 1)).filter {
      $0 <= result.epochs && ($0 == 1 || $0 == result.epochs || $0 % every == 0)
    }
    let hasValidation = !result.validationLosses.isEmpty
    return TableOutput(
      header: ["epoch", "loss"] + (hasValidation ? ["val"] : []), inputCount: 1,
      rows: epochs.map { epoch in
        [String(epoch), result.losses[epoch - 1].text(significantDigits: 6)]
          + (hasValidation ? [result.validationLosses[epoch - 1].text(significantDigits: 6)] : [])
      })
  }
}

extension Training.Result.End {
  /// Why a training ended, as `why_stopped` says it.
  fileprivate func words(after epochs: Int) -> String {
    switch self {
    case .epochs: "all epochs done"
    case .below(let bound): "the loss fell below \(bound.text())"
    case .patience(let epochs): "the loss did not fall for \(counted(epochs, "epoch"))"
    case .interrupted: "interrupted after epoch \(epochs)"
    case .diverged(let step, _, _): "the loss grew without end in step \(step)"
    case .outgrown: "the weights grew without end"
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

extension Net {
  /// A parameter as a message names it: `W of layer 1 (dense(4), tanh)`, `w`.
  func parameterName(_ node: Graph.Node) -> String {
    if let name = parameters.first(where: { $0.value == node })?.key { return "`\(name)`" }
    for layer in layers {
      if let name = layer.part.parameters.first(where: { $0.value == node })?.key {
        return "\(name) of layer \(layer.number) (\(layer.part.layer ?? "net"))"
      }
    }
    return "a parameter"
  }
}

extension Call {
  /// Says why a net cannot be trained, at the argument that is wrong.
  func error(_ problem: TrainingProblem) -> Stop {
    switch problem {
    case .loss(let message, let hint): error(.shapeMismatch, message, at: "loss", hint: hint)
    case .lossShape(let shape):
      error(
        .shapeMismatch, "a loss is a number, this gives \(shape)", at: "loss",
        hint: "make one number of it, such as its mean")
    case .derivative(let problem):
      error(
        .derivativeOfValue, "there is no rule for the derivative of \(problem.operation)", at: "net",
        hint: "build the net of operations that have one")
    case .noParameters:
      error(
        .typeMismatch, "the net has no parameters, so there is nothing to train", at: "net",
        hint: "build it of layers, or give it a `param`")
    case .lossWithoutNet:
      error(
        .zeroGradient, "the loss does not depend on what the net answers, so nothing learns", at: "loss",
        hint: "compare the predictions with the targets, as in mean((p - y)^2)")
    case .flatLoss:
      error(
        .zeroGradient, "the derivative of the loss is 0 everywhere, so nothing learns", at: "loss",
        hint: "leave out step, round and comparisons: a loss must show every small change of an answer")
    }
  }
}
