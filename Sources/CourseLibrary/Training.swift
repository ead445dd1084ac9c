import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

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
      Parameter("batch", .any("\"all\" or a number of rows"), .defaulted(.text("all"))),
      Parameter("shuffle", .truth, .defaulted(.truth(false))),
      Parameter("val", .any("a share, a number of rows or a table"), .defaulted(.number(0))),
      Parameter("l1", .number, .defaulted(.number(0))), Parameter("l2", .number, .defaulted(.number(0))),
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
    traits: [.rounded, .trains, .exactFields(["epochs", "steps", "why_stopped", "hyper", "data"])],
    read: { (call, evaluator) throws(Stop) in try TrainingPlan(call, &evaluator) },
    expected: { (plan, call, evaluator) throws(Stop) in
      try plan.warnBeforeTraining(of: call, &evaluator)
      _ = try plan.training(of: call, evaluator)
      return .training(TrainedRun(plan: plan))
    },
    run: { (plan, call, evaluator) throws(Stop) in try plan.run(of: call, &evaluator) })
}

extension TrainingPlan {
  private static let longest = 1_000_000_000

  /// Reads the arguments and finds everything that is wrong with them; nil where one is not known.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let net = call.net("net"), let data = call.table("data"),
      let given = try call.loss("loss"), let optimizer = try call.optimizer("opt"),
      let epochs = try call.count("epochs", from: 0, to: Self.longest), !call.hasUnknown
    else { return nil }
    guard net.parameterCount > 0 else { throw call.error(.noParameters) }
    // The net, its loss and its gradient are written for a batch and prepared.
    try evaluator.charge(1_000_000, at: call.range)
    try evaluator.charge(operations: 10 * net.graph.count, at: call.range)
    guard let all = try Training.Examples(data, for: net, of: call, at: "data"),
      let judge = try call.validation(of: all, for: net)
    else { return nil }
    let rows = judge.choice.parted(all, judge.examples)
    try given.loss.check(net, rows.examples, at: call)
    if let validation = rows.validation { try given.loss.check(net, validation, at: call) }
    try call.requireGradient(of: net)
    let shuffles = try call.isTrue("shuffle")
    let branch = evaluator.nextBranch(isUsed: shuffles || net.graph.hasDropout(net.output))
    var method = Training.Method(
      loss: given.loss, optimizer: optimizer, epochs: epochs, precision: evaluator.precision,
      dropout: branch.stream("dropout"))
    method.batch = try call.batch(of: rows.examples.count)
    if shuffles { method.order = branch.stream("shuffle") }
    method.l1 = try call.decayRate("l1", &evaluator)
    method.l2 = try call.decayRate("l2", &evaluator)
    method.stop = try call.earlyStop("stop")
    let loss = given.built(by: evaluator, at: call.range(of: "loss"))
    self.init(
      net: net, data: data, judgedBy: judge.choice, rows: rows, method: method,
      lossFunction: given.function, log: try call.count("log", from: 1, to: Self.longest),
      learnedRule: DecisionRule(learnedFrom: data, with: loss))
  }

  /// The training of the plan; a loss of the notebook is traced by a copy of the evaluator.
  func training(of call: Call, _ evaluator: Evaluator) throws(Stop) -> Training {
    var method = method
    if let lossFunction {
      method.loss = Loss(tracing: lossFunction, by: evaluator, at: call.range(of: "loss"))
    }
    do {
      return try Training(
        graph: net.graph, output: net.output, examples: examples, validation: validation, method: method)
    } catch {
      throw call.error(error)
    }
  }

  // MARK: The run

  /// Says how many epochs the fuel of the cell is enough for.
  private func requireFuel(for training: Training, of call: Call, _ evaluator: Evaluator) throws(Stop) {
    guard training.fuel > evaluator.fuelLeft, method.epochs > 0 else { return }
    let most = evaluator.fuelLeft / max(1, training.fuel / method.epochs)
    let needed = Double(training.fuel).rounded(.up).text(significantDigits: 2)
    throw .exhausted(
      Diagnostic(
        .fuelLimit,
        "\(readable(method.epochs)) epochs take \(readable(training.fuel)) steps of work, the cell has \(readable(evaluator.fuelLeft)) left",
        at: call.range,
        hint: .init(
          most > 0
            ? "\(readable(most)) epochs would fit; for more, begin the cell with `#| budget: {fuel: \(needed)}`"
            : "take a smaller net or fewer rows; for more, begin the cell with `#| budget: {fuel: \(needed)}`"
        )))
  }

  func run(of call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value {
    try warnBeforeTraining(of: call, &evaluator)
    let training = try training(of: call, evaluator)
    try requireFuel(for: training, of: call, evaluator)
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
    let run = TrainedRun(plan: self, result: result)
    if case .interrupted = result.end { evaluator.interrupt(showing: run.shown(in: evaluator.words)) }
    return .training(run)
  }
}

extension PartialApplication.Form {
  /// What `at` of a training is: the net after epoch k.
  static let netAfterEpoch = PartialApplication.Form(TrainedRun.after) { bound in
    guard bound.count == 1, case .training(let run) = bound[0], run.result != nil else { return nil }
    return .netAfterEpoch(of: run)
  }
}

extension Builtin {
  fileprivate static func netAfterEpoch(of run: TrainedRun) -> Builtin {
    Builtin(
      TrainedRun.after, .training, [Parameter("k", .number)],
      summary: "the net after epoch k; after 0 the net as given", example: "",
      partial: PartialApplication(TrainedRun.after, [.training(run)]),
      read: { (call, _) throws(Stop) -> (run: TrainedRun, epoch: Int)? in
        guard case .training(let run)? = call.bound.first,
          let epoch = try call.count("k", from: 0, to: run.result?.epochs ?? 0)
        else { return nil }
        return (run, epoch)
      },
      run: { (plan, call, evaluator) throws(Stop) in
        .net(try plan.run.net(after: plan.epoch, of: call, &evaluator))
      })
  }
}

extension TrainedRun {
  /// Trains again as far as the epoch; the net as given after none.
  func net(
    after epoch: Int, of call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> Net {
    if epoch == result?.epochs { return net }
    if epoch == 0 { return plan.trained(plan.net.graph) }
    let training = try plan.training(of: call, evaluator)
    let fuel = training.fuel / max(plan.method.epochs, 1)
    try evaluator.charge(fuel.saturatingProduct(epoch), at: call.range)
    try evaluator.allocate(bytes: training.memory, at: call.range)
    return plan.trained(training.run(until: epoch) { _ in true }.graph)
  }
}

extension Net {
  /// A parameter as a message names it: `W of layer 1 (dense(4), tanh)`, `w`.
  func parameterName(_ node: Graph.Node) -> Message {
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
