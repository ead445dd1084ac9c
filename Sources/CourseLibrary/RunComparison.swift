import Bytes
import Diagnostics
import Language
import Tables
import Tensors
import Wording

extension Library {
  /// Trainings beside each other.
  static let comparisons: [Builtin] = [.compare]
}

extension Builtin {
  static let compare = Builtin(
    "compare", .training, [Parameter("run", .any("a training, or a list of them"), .repeated)],
    summary:
      "trainings side by side: the settings in which they differ, and what came of them; the field differ counts the settings",
    example: """
      table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
      m = input(2) -> dense(1, sigmoid)
      slow = train(m, OR, loss=bce, opt=sgd(0.1), epochs=20)
      fast = train(m, OR, loss=bce, opt=sgd(1), epochs=20)
      compare(slow, fast)
      """,
    traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let runs = try call.trainings() else { return .unknown }
      let numbers = runs.reduce(0) {
        $0.saturatingSum($1.run.plan.data.X.count + $1.run.plan.data.Y.count + $1.run.net.parameterCount)
      }
      try evaluator.charge(120.saturatingProduct(numbers).saturatingSum(5_000 * runs.count), at: call.range)
      try evaluator.allocate(bytes: 24.saturatingProduct(numbers), at: call.range)
      let words = evaluator.words
      let settings = runs.map { $0.run.settings(words) }
      let differing = settings[0].indices.filter { index in
        settings.contains { $0[index].value != settings[0][index].value }
      }
      let rows = differing.map { index in [settings[0][index].name] + settings.map { $0[index].value } }
      let results = Self.results(of: runs.map(\.run), words)
      return .structure(
        Structure(
          "a comparison of trainings", fields: [("differ", .number(Double(differing.count)))],
          shown: [
            .table(
              TableOutput(
                header: [words(.setting)] + runs.map(\.name), inputCount: 1, rows: rows + results,
                note: differing.isEmpty ? words(.allEqual) : nil))
          ]))
    })

  /// What came of the trainings, a row for each result that one of them has.
  private static func results(of runs: [TrainedRun], _ words: Words) -> [[String]] {
    func row(_ name: String, _ value: (TrainedRun) -> Double?) -> [String]? {
      let values = runs.map(value)
      guard values.contains(where: { $0 != nil }) else { return nil }
      return [name] + values.map { $0?.text(significantDigits: 6) ?? "" }
    }
    return [
      row(words(.lossAtEnd)) { $0.result?.losses.last },
      row(words(.validationAtEnd)) { $0.result?.validationLosses.last },
      row(words(.leastValidation)) { $0.result?.validationLosses.filter { !$0.isNaN }.min() },
      row(words(.epochsRun)) { ($0.result?.epochs).map(Double.init) },
    ].compactMap { $0 }
  }
}

extension Call {
  /// The most trainings beside each other: more columns nobody reads.
  private static let mostRuns = 8

  /// The trainings that are given, one by one or as a list, with what they are called; nil where one is not known.
  fileprivate func trainings() throws(Stop) -> [(name: String, run: TrainedRun)]? {
    var runs: [(name: String, run: TrainedRun)] = []
    // What is not known before the run may be a list of any length.
    var (hasUnknown, haveRun) = (false, true)
    for argument in repeated {
      let isList = if case .list = argument.value { true } else { false }
      let values = if case .list(let list) = argument.value { list.values } else { [argument.value] }
      for (number, value) in values.enumerated() {
        if value.isUnknown {
          hasUnknown = true
          continue
        }
        guard case .training(let run) = value else {
          throw .error(
            .typeMismatch, "`compare` takes trainings, this is \(value.kindText)", at: argument.range,
            hint: "give what train(…) returns, such as compare(run1, run2)")
        }
        haveRun = haveRun && run.result != nil
        runs.append((isList ? "\(argument.text)[\(number + 1)]" : argument.text, run))
      }
    }
    if hasUnknown { return nil }
    guard (2...Self.mostRuns).contains(runs.count) else {
      throw error(
        .missingArgument, "`compare` takes 2 to \(Self.mostRuns) trainings, here are \(runs.count)",
        hint: "such as compare(run1, run2)")
    }
    return haveRun ? runs : nil
  }
}

extension TrainedRun {
  /// Everything that was chosen: the hyper-parameters, the net, its first weights and the data.
  fileprivate func settings(_ words: Words) -> [(name: String, value: String)] {
    // The rate stands in the optimizer, too.
    plan.hyper.fields.filter { $0.name != "lr" }.map { ($0.name, $0.value.settingText) } + [
      (words(.parameters), String(plan.net.parameterCount)),
      (words(.firstWeights), Value.list(ValueList(firstParameters)).shortDigest),
      ("data", Value.table(plan.data.rows(0..<plan.data.rowCount, name: "")).shortDigest),
    ]
  }
}

extension TrainedRun {
  /// The parameters that the training began with.
  fileprivate var firstParameters: [Value] {
    let net = plan.net
    return net.graph.parameters(of: net.output).compactMap { net.graph.constant(at: $0) }.map(Value.tensor)
  }
}

extension Value {
  /// A setting in words.
  fileprivate var settingText: String {
    if case .text(let text) = self { return text }
    return number?.text() ?? kindText.english
  }

  /// The first 8 digits of the SHA-256, which tell some values apart at a glance.
  fileprivate var shortDigest: String {
    (try? digest()).map { String($0.description.prefix(8)) } ?? "?"
  }
}
