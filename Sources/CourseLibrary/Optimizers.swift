import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// The optimizers of the one table, and when a training ends early.
  static let optimizers: [Builtin] = Optimizer.Kind.all.map(Builtin.optimizer) + [.below, .patience]
}

extension Builtin {
  /// A call such as `sgd(0.5)` gives an optimizer with its numbers as fields.
  fileprivate static func optimizer(_ kind: Optimizer.Kind) -> Builtin {
    let example = kind.arguments.first?.standard == nil ? "\(kind.name)(0.5)" : "\(kind.name)(0.01)"
    return Builtin(
      kind.name, .training,
      kind.arguments.map { argument in
        Parameter(argument.name, .number, argument.standard.map { .defaulted(.number($0)) } ?? .required)
      },
      summary: .english(kind.summary), formula: kind.formula, example: example,
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let numbers = try call.numbers(of: kind) else { return .unknown }
        let optimizer = Optimizer(kind, numbers)
        return .structure(
          Structure(
            "the optimizer \(kind.name)",
            fields: zip(kind.arguments, numbers).map { ($0.name, .number($1)) },
            shown: [.summary("\(optimizer.text): \(evaluator.words(.english(kind.summary)))")],
            content: .optimizer(optimizer)))
      })
  }

  static let below = Builtin(
    "below", .training, [Parameter("loss", .number)], summary: "ends a training when its loss is below this",
    example: "below(0.001)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let bound = call.number("loss") else { return .unknown }
      return .structure(
        Structure(
          "a stop below a loss", fields: [("loss", .number(bound))],
          shown: [.summary(evaluator.words("stops below \(bound.text())"))],
          content: .earlyStop(.below(bound))))
    })

  static let patience = Builtin(
    "patience", .training, [Parameter("epochs", .number)],
    summary: "ends a training after so many epochs without a smaller loss", example: "patience(20)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let epochs = try call.count("epochs", from: 1, to: 1_000_000_000) else { return .unknown }
      return .structure(
        Structure(
          "a stop by patience", fields: [("epochs", .number(Double(epochs)))],
          shown: [
            .summary(evaluator.words("stops after \(counted(epochs, "epoch")) without a smaller loss"))
          ],
          content: .earlyStop(.patience(epochs))))
    })
}

extension Call {
  /// The numbers of an optimizer, defaults filled in; nil where one is not known.
  fileprivate func numbers(of kind: Optimizer.Kind) throws(Stop) -> [Double]? {
    var numbers: [Double] = []
    for argument in kind.arguments {
      guard let number = number(argument.name) else { return nil }
      try check(number, for: argument, of: kind)
      numbers.append(number)
    }
    return numbers
  }

  private func check(_ number: Double, for argument: Optimizer.Argument, of kind: Optimizer.Kind) throws(Stop)
  {
    guard number >= 0, number.isFinite else {
      throw error(
        .typeMismatch,
        "`\(argument.name)` of `\(kind.name)` is finite and not negative, this is \(number.text())",
        at: argument.name,
        hint: number < 0 && argument.name == "lr"
          ? "leave out the minus: a step goes against the gradient already"
          : "a usual value is \((argument.standard ?? 0.1).text())")
    }
    guard !argument.isShare || number < 1 else {
      throw error(
        .typeMismatch,
        "`\(argument.name)` of `\(kind.name)` is the share that each step keeps, below 1, this is \(number.text())",
        at: argument.name, hint: "a usual value is \((argument.standard ?? 0.9).text())")
    }
  }
}
