import Diagnostics
import Figures
import Language
import Tensors

extension Library {
  /// Pictures of how a net learned.
  static let trainingPictures: [Builtin] = [.curve, .film]
}

extension Builtin {
  static let curve = Builtin(
    "curve", .pictures,
    [
      Parameter("run", .any("a training, losses [n], or a list of them"), .repeated),
      Parameter("log", .choice(["x", "y", "both", "none"]), .optional),
      Parameter("title", .text, .optional),
    ],
    summary: "the loss of trainings over their epochs, validation dashed; logarithmic over many decades",
    example: "curve([0.7, 0.4, 0.3, 0.25])",
    read: { (call, _) throws(Stop) in try call.lossHistories() },
    cost: { CallCost(fuel: 20 * $0.reduce(0) { $0 + $1.losses.count + $1.validation.count }) },
    run: { (histories, call, evaluator) throws(Stop) in
      .figure(
        .losses(
          histories, log: call.text("log").flatMap(LogAxes.init(rawValue:)), title: call.text("title") ?? "",
          words: evaluator.words))
    })

  static let film = Builtin(
    "film", .pictures,
    [
      Parameter("run", .any("a training, or a function that gives a net")),
      Parameter("at", .any("the epochs, such as [0, 10, 100]"), .optional),
      Parameter("data", .table, .optional),
      Parameter("x", .interval, .optional), Parameter("y", .interval, .optional),
      Parameter("columns", .number, .optional), Parameter("title", .text, .optional),
    ],
    summary: "the decision regions of a training after some epochs; or of nets f(0), f(1), …",
    example: "turning(k) = perceptron(w=[1, k], T=1)\nfilm(turning, at=[0, 1, 4])",
    read: { (call, evaluator) throws(Stop) -> (film: Film, epochs: [Int])? in
      guard let film = try Film(call), let epochs = try film.epochs(evaluator) else { return nil }
      return (film, epochs)
    },
    expected: { (plan, _, evaluator) throws(Stop) in
      if let first = plan.epochs.first { _ = try plan.film.net(after: first, &evaluator) }
      return .unknown
    },
    run: { (plan, _, evaluator) throws(Stop) in
      try plan.film.figure(of: plan.epochs, &evaluator).map { .figure($0) } ?? .unknown
    })
}

extension Call {
  /// The losses that `curve` draws: of results of a training, or numbers; nil where they are not known.
  fileprivate func lossHistories() throws(Stop) -> [LossHistory]? {
    var histories: [LossHistory] = []
    for argument in repeated.flatMap(\.items) {
      switch argument.value {
      case .unknown, .tensor(.symbol): return nil
      case .tensor(.known(let tensor)) where tensor.rank == 1 && tensor.count > 0:
        histories.append(LossHistory(MathText.expression(argument.text), losses: tensor.elements))
      case .training(let run):
        guard let result = run.result else { return nil }
        guard result.epochs > 0 else {
          throw .error(
            .typeMismatch, "`\(argument.text)` ran for no epoch, so there is no loss to draw",
            at: argument.range, hint: "train it with epochs=1 or more")
        }
        histories.append(
          LossHistory(
            MathText.expression(argument.text), losses: result.losses, validation: result.validationLosses))
      case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure:
        throw notLosses(argument)
      }
    }
    return histories
  }

  private func notLosses(_ argument: Argument) -> Stop {
    .error(
      .typeMismatch, "`curve` draws the losses of a training, this is \(argument.value.kindText)",
      at: argument.range, hint: "give the result of train, or losses [n] such as run.loss")
  }
}

extension Call.Argument {
  /// The values of a list, or the rows of a matrix, each named by its position; otherwise the argument itself.
  fileprivate var items: [Call.Argument] {
    let values: [Value]
    switch value {
    case .list(let list): values = list.values
    case .tensor(.known(let tensor)) where tensor.rank == 2:
      values = (0..<tensor.shape.sizes[0]).map { .tensor(tensor.row($0)) }
    case .tensor, .text, .table, .callable, .range, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      return [self]
    }
    return values.enumerated().map { index, value in
      Call.Argument(
        value: value, range: range, text: "\(text.hasPrefix("[") ? "run " : text + " ")\(index + 1)")
    }
  }
}
