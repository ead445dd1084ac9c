import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

extension Library {
  /// Many trainings side by side.
  static let sweeps: [Builtin] = [.sweep]
}

extension Builtin {
  static let sweep = Builtin(
    "sweep", .training,
    [
      Parameter("f", .any("a function that ends with train(…)")),
      Parameter("seed", .any("whole numbers such as 1..100"), .optional),
      Parameter("parameter", .any("the values to try for it, such as [0.1, 0.5]"), .named),
    ],
    summary: "trains with every combination of parameters and seeds; a row for each combination",
    formula:
      #"\frac{\hat p + z^2/2n \pm z \sqrt{\hat p (1 - \hat p)/n + z^2/4n^2}}{1 + z^2/n}, \quad z = 1.96"#,
    example: """
      table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
      trial(lr) = train(input(2) -> dense(1, sigmoid), OR, loss=bce, opt=sgd(lr), epochs=20)
      sweep(trial, lr=[0.1, 1], seed=1..3)
      """,
    traits: [.rounded, .exactFields(["epochs", "success"])],
    read: { (call, evaluator) throws(Stop) in try SettingsSweep(call, evaluator) },
    expected: { (sweep, call, evaluator) throws(Stop) in
      if let first = sweep.combinations.first {
        _ = try evaluator.apply(sweep.function, to: first.map { .number($0) }, at: call.range)
      }
      return .unknown
    },
    run: { (sweep, call, evaluator) throws(Stop) in try sweep.table(of: call, &evaluator) })
}

/// A function that trains, and everything it is called with.
private struct SettingsSweep {
  let function: Value
  private let names: [String]
  /// The values of the function's parameters, in the order of the function's head.
  let combinations: [[Double]]
  private let seeds: [Int?]

  private static let mostCalls = 100_000

  /// Takes the arguments of the call; nil where one is not known.
  init?(_ call: Call, _ evaluator: Evaluator) throws(Stop) {
    guard let argument = call.arguments["f"], !call.hasUnknown else { return nil }
    guard let function = argument.value.function else {
      throw call.error(
        .typeMismatch, "`sweep` calls a function that trains, this is \(argument.value.kindText)", at: "f",
        hint: "write one: trial(lr) = train(…, opt=sgd(lr), …)")
    }
    self.function = argument.value
    names = function.parameters.map(\.text)
    var values: [String: [Double]] = [:]
    for (name, argument) in call.named {
      guard names.contains(name) else {
        throw .error(
          .unknownArgument, "`\(function.name)` has no parameter `\(name)`", at: argument.range,
          hint: "it has \(names.map { "`\($0)`" }.joined(separator: ", ")); `seed` is that of the draws")
      }
      guard let numbers = try Self.numbers(argument, evaluator) else { return nil }
      values[name] = numbers
    }
    if let missing = names.first(where: { values[$0] == nil }) {
      throw call.error(
        .missingArgument, "`\(function.name)` needs `\(missing)`", at: "f", hint: "add \(missing)=[…]")
    }
    var seeds: [Double]?
    if let argument = call.arguments["seed"] {
      guard let numbers = try Self.numbers(argument, evaluator) else { return nil }
      seeds = numbers
    }
    if let odd = seeds?.first(where: { $0 != $0.rounded() || $0.magnitude > 1e15 }) {
      throw call.error(.typeMismatch, "a seed is a whole number, this is \(odd.text())", at: "seed")
    }
    self.seeds = seeds?.map { Int($0) } ?? [nil]
    let lists = names.compactMap { values[$0] }
    let count = lists.reduce(self.seeds.count) {
      min($0.saturatingProduct($1.count), Self.mostCalls * 10)
    }
    guard (1...Self.mostCalls).contains(count) else {
      throw call.error(
        .typeMismatch, "a sweep has 1 to \(Self.mostCalls) trainings, these are \(count)", at: "f")
    }
    combinations = lists.reduce([[]]) { whole, list in whole.flatMap { head in list.map { head + [$0] } } }
  }

  /// The numbers of an argument; nil where they are not known before the run.
  private static func numbers(_ argument: Call.Argument, _ evaluator: Evaluator) throws(Stop) -> [Double]? {
    switch argument.value {
    case .range(let first, let last):
      return try evaluator.wholeSteps(from: first, to: last, at: argument.range)
    case .tensor(.known(let tensor)) where tensor.rank <= 1: return tensor.elements
    case .tensor(.symbol(let symbol)) where symbol.shape.rank <= 1: return nil
    case .tensor, .text, .table, .callable, .list, .figure, .stage, .initializer, .structure, .training,
      .unknown:
      throw .error(
        .typeMismatch, "a sweep goes through numbers, this is \(argument.value.kindText)", at: argument.range,
        hint: "such as [0.1, 0.5] or 1..100")
    }
  }

  // MARK: The run

  /// What one call gave.
  private struct Outcome {
    var loss: Double
    /// Nil where no rows were kept for it.
    var validation: Double?
    var epochs: Double
    /// Whether every label is right; nil where there are no labels.
    var isSuccess: Bool?
    /// A training that ran away is a result of the sweep: the worst one.
    static let diverged = Outcome(loss: .infinity, validation: .infinity, epochs: 0, isSuccess: false)
    /// Whether the training ran away, so that nothing is known of what its data has.
    var isDiverged: Bool { loss == .infinity }

    /// The end of this training, as progress is shown.
    var progress: TrainingProgress { TrainingProgress(epoch: Int(epochs), of: Int(epochs), loss: loss) }
  }

  func table(of call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value {
    var rows: [[Outcome]] = []
    for combination in combinations {
      var outcomes: [Outcome] = []
      for seed in seeds {
        do {
          let outcome = try outcome(combination, seed, of: call, &evaluator)
          outcomes.append(outcome)
          // A short training ends before it asks whether to go on.
          if !evaluator.isInterrupted, evaluator.observe(outcome.progress) { continue }
        } catch {
          guard case .interrupted = error else { throw error }
        }
        let done = rows.count * seeds.count + outcomes.count
        evaluator.interrupt(showing: [
          .summary(
            evaluator.words(
              "the sweep was interrupted in training \(done) of \(combinations.count * seeds.count)"))
        ])
        return .table(table(rows))
      }
      rows.append(outcomes)
    }
    return .table(table(rows))
  }

  private func outcome(
    _ combination: [Double], _ seed: Int?, of call: Call, _ evaluator: inout Evaluator
  ) throws(Stop) -> Outcome {
    let function = function
    let trial: (result: Value, draws: Int)
    do {
      trial = try evaluator.withSeed(seed) { (evaluator) throws(Stop) in
        try evaluator.apply(function, to: combination.map { .number($0) }, at: call.range)
      }
    } catch {
      guard case .error(let diagnostic) = error, diagnostic.kind == .diverged else { throw error }
      return .diverged
    }
    guard case .training(let run) = trial.result, let result = run.result else {
      throw call.error(
        .typeMismatch, "the function gives \(trial.result.kindText), expected a training", at: "f",
        hint: "let it end with train(…)")
    }
    if trial.draws == 0, seeds.count > 1 {
      throw call.error(
        .nothingDrawn, "`\(call.arguments["f"]?.text ?? "f")` draws nothing, so every seed gives the same",
        at: "seed",
        hint: "define the net inside the function")
    }
    var isSuccess: Bool?
    if run.plan.data.hasLabels {
      let labels = Value.table(run.plan.data)
      isSuccess = try evaluator.call(.accuracy, with: [.net(run.net), labels], at: call.range).number == 1
    }
    return Outcome(
      loss: result.losses.last ?? .nan, validation: result.validationLosses.last,
      epochs: Double(result.epochs), isSuccess: isSuccess)
  }

  /// The columns of results, which every combination has, with what makes a number of its outcomes.
  private static func columns(_ outcomes: [Outcome]) -> [(name: String, value: ([Outcome]) -> Double)] {
    let finished = outcomes.filter { !$0.isDiverged }
    var columns: [(name: String, value: ([Outcome]) -> Double)] = [("loss", { median($0.map(\.loss)) })]
    if finished.contains(where: { $0.validation != nil }) {
      columns.append(("val", { median($0.map { $0.validation ?? .nan }) }))
    }
    columns.append(("epochs", { median($0.map(\.epochs)) }))
    guard finished.allSatisfy({ $0.isSuccess != nil }) else { return columns }
    func interval(_ outcomes: [Outcome]) -> (share: Double, low: Double, high: Double) {
      wilson(outcomes.count { $0.isSuccess == true }, of: outcomes.count)
    }
    return columns + [
      ("success", { interval($0).share }), ("low", { interval($0).low }), ("high", { interval($0).high }),
    ]
  }

  /// The middle value, or the mean of the two in the middle.
  private static func median(_ values: [Double]) -> Double {
    // Not-a-numbers go to the end, so that the order is total.
    let sorted = values.sorted { $1.isNaN ? !$0.isNaN : $0 < $1 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The share of successes with its 95 % interval.
  ///
  /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
  private static func wilson(_ successes: Int, of count: Int) -> (share: Double, low: Double, high: Double) {
    let (n, z) = (Double(count), 1.959963984540054)
    let share = Double(successes) / n
    let centre = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Where none or all succeed, that end of the interval is exact, and its formula only nearly so.
    return (
      share, successes == 0 ? 0 : (centre - half) / scale, successes == count ? 1 : (centre + half) / scale
    )
  }

  /// The first combinations with what became of them.
  private func table(_ rows: [[Outcome]]) -> Table {
    let columns = Self.columns(rows.flatMap { $0 })
    return Table(
      name: "", inputs: names, outputs: columns.map(\.name),
      X: Tensor(rows: Array(combinations.prefix(rows.count)), columns: names.count),
      Y: Tensor(
        rows: rows.map { outcomes in columns.map { $0.value(outcomes) } }, columns: columns.count))
  }
}

extension Table {
  /// Whether the targets are labels: 0 and 1, −1 and 1, or class numbers in one column.
  fileprivate var hasLabels: Bool {
    let asked = zip(Y.elements, dontCare).filter { !$1 }.map(\.0)
    return asked.allSatisfy { $0 == 0 || $0 == 1 } || asked.allSatisfy { $0 == -1 || $0 == 1 }
      || (outputs.count == 1 && asked.allSatisfy { $0 >= 0 && $0 < 1000 && $0 == $0.rounded() })
  }
}
