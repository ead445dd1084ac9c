import Diagnostics
import Language
import Tables
import Tensors
import Wording

extension Library {
  /// Data sets by formula, and what is done to data before training.
  static let dataSets: [Builtin] =
    PlaygroundData.allCases.map(Builtin.playgroundData) + [
      .linearData, .split, .standardize, .oneHot, .playground,
    ]
}

extension Builtin {
  fileprivate static func playgroundData(_ set: PlaygroundData) -> Builtin {
    Builtin(
      set.rawValue, .data,
      [
        Parameter("n", .number, .defaulted(.number(500))),
        Parameter("noise", .number, .defaulted(.number(0))),
      ],
      summary: .english(set.summary), formula: set.formula, example: "\(set.rawValue)(n=20, noise=0.1)",
      evaluation: .known { (call, evaluator) throws(Stop) in
        let count = try call.count("n", from: 1, to: Table.maximalRows)
        let noise = try call.noise(upTo: PlaygroundData.maximalNoise)
        let stream = evaluator.nextStream()
        guard let count, let noise else { return .unknown }
        try evaluator.charge(1_000 * count, at: call.range)
        try evaluator.allocate(bytes: 172 * count, at: call.range)
        return .table(set.table(name: call.boundName ?? "", count: count, noise: noise, stream))
      })
  }

  static let linearData = Builtin(
    "linear_data", .data,
    [
      Parameter("w", .tensor), Parameter("b", .number), Parameter("noise", .number, .defaulted(.number(0))),
      Parameter("n", .number),
    ],
    summary:
      "points of a linear model: x from N(0, 1), noise is the standard deviation of what is added to y",
    formula: #"y = x \cdot w + b + \varepsilon, \quad \varepsilon \sim N(0, \mathit{noise}^2)"#,
    example: "linear_data([2, -3.4], 4.2, noise=0.01, n=20)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      let count = try call.count("n", from: 1, to: Table.maximalRows)
      let noise = try call.noise(upTo: nil)
      let stream = evaluator.nextStream()
      guard let w = call.tensor("w"), let b = call.number("b"), let count, let noise else { return .unknown }
      guard w.rank <= 1, w.count > 0 else {
        throw call.error(
          .shapeMismatch, "w is one weight for each input, this is \(w.shape.phrase)", at: "w",
          hint: "such as [2, -3.4]")
      }
      try call.checkSize(rows: count, columns: w.count + 1)
      try evaluator.charge(300 * count * (w.count + 1), at: call.range)
      try evaluator.allocate(bytes: 8 * count * (w.count + 1), at: call.range)
      return .table(
        .linear(
          name: call.boundName ?? "", weights: w.elements, bias: b, noise: noise, count: count, stream))
    })

  static let split = Builtin(
    "split", .data, [Parameter("data", .table), Parameter("share", .number)],
    summary: "the first rows as .train, this share of them all, and the others as .test",
    example: "s = split(circle(n=50), 0.8)\ns.test",
    evaluation: .known { (call, evaluator) throws(Stop) in
      if let share = call.number("share"), !(share > 0 && share < 1) {
        throw call.error(
          .typeMismatch, "the share of the rows to train with lies between 0 and 1, this is \(share.text())",
          at: "share", hint: "such as 0.8, four rows of five")
      }
      guard let table = call.table("data"), let share = call.number("share") else { return .unknown }
      // 0.29 of 100 rows are 29, though the product is a little less.
      let count = Int((share * Double(table.rowCount) + 1e-9).rounded(.down))
      guard count > 0, count < table.rowCount else {
        throw call.error(
          .typeMismatch,
          "\(share.text()) of \(counted(table.rowCount, "row")) leaves \(count == 0 ? "none to train" : "none to test")",
          at: "share", hint: "both parts need at least one row")
      }
      try evaluator.charge(100 * table.valueCount, at: call.range)
      try evaluator.allocate(elements: table.valueCount, at: call.range)
      return .structure(.split(table, at: count, evaluator.words))
    })

  static let standardize = Builtin(
    "standardize", .data, [Parameter("data", .table), Parameter("like", .table, .optional)],
    summary: "each input column minus its mean, divided by its standard deviation: those of `like`",
    formula: #"x' = (x - \mu)/\sigma"#,
    example: "s = split(circle(n=50), 0.8)\nstandardize(s.test, like=s.train)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let table = call.table("data"), !call.hasUnknown,
        let like = call.table("like") ?? call.table("data")
      else { return .unknown }
      guard like.inputs.count == table.inputs.count else {
        throw call.error(
          .inputCount,
          "the table has \(counted(table.inputs.count, "input")), `like` has \(like.inputs.count)",
          at: "like",
          hint: "give a table with the same columns, such as the rows to train with")
      }
      guard like.rowCount > 0 else {
        throw call.error(
          .typeMismatch, "a table without rows has no mean", at: call.has("like") ? "like" : "data")
      }
      try evaluator.charge(100 * (table.X.count + like.X.count), at: call.range)
      try evaluator.allocate(elements: table.X.count, at: call.range)
      return .table(table.standardized(like: like, name: call.boundName ?? ""))
    })

  static let oneHot = Builtin(
    "one_hot", .data, [Parameter("labels", .tensor), Parameter("k", .number)],
    summary: "a row for each label: 1 in the column of its class, counted from 0, else 0",
    example: "one_hot([0, 2, 1], 3)",
    read: { (call, _) throws(Stop) -> (shape: Shape, k: Int)? in
      let k = try call.count("k", from: 1, to: 10_000)
      guard let labels = call.value("labels").shape else { return nil }
      guard labels.rank <= 1 else {
        throw call.error(
          .shapeMismatch, "labels are a number or [m], this is \(labels.phrase)", at: "labels",
          hint: "such as t.y")
      }
      guard let k else { return nil }
      try call.checkLabels("labels", upTo: k)
      return (Shape(labels.sizes + [k]), k)
    },
    expected: { (plan, _, _) throws(Stop) in .symbol(Symbol(shape: plan.shape)) },
    cost: { CallCost(fuel: $0.shape.count + 20 * ($0.shape.count / $0.k), elements: $0.shape.count) },
    run: { (plan, call, _) throws(Stop) in
      guard let labels = call.tensor("labels") else { return .unknown }
      var elements = [Double](repeating: 0, count: plan.shape.count)
      for (row, label) in labels.elements.enumerated() { elements[row * plan.k + Int(label)] = 1 }
      return .tensor(Tensor(plan.shape, elements))
    })
}

extension Structure {
  /// The two parts of a table.
  fileprivate static func split(_ table: Table, at count: Int, _ words: Words) -> Structure {
    let name = table.name
    let train = table.rows(0..<count, name: name.isEmpty ? "" : "\(name).train")
    let test = table.rows(count..<table.rowCount, name: name.isEmpty ? "" : "\(name).test")
    return Structure(
      "a split table", fields: [("train", .table(train)), ("test", .table(test))],
      shown: [
        .summary(
          "train: \(words.counted(.rows, train.rowCount)), test: \(words.counted(.rows, test.rowCount))")
      ])
  }
}

extension Call {
  /// Refuses labels that are none of k classes, as far as they are known.
  fileprivate func checkLabels(_ name: String, upTo k: Int) throws(Stop) {
    for label in tensor(name)?.elements ?? [] where !(0...k - 1).contains(Int(exactly: label) ?? -1) {
      throw error(
        .indexRange, "the label \(label.text()) is none of the \(k) classes from 0 to \(k - 1)",
        at: name, hint: "classes count from 0; k is their number")
    }
  }

  /// Refuses a table of more values than a table may have.
  fileprivate func checkSize(rows: Int, columns: Int) throws(Stop) {
    guard rows * columns > Table.maximalValues else { return }
    throw error(
      .tableTooLarge, "\(rows) rows of \(columns) columns are more than \(Table.maximalValues) values",
      at: "n")
  }

  /// How much noise is asked for; nil where it is not known.
  fileprivate func noise(upTo limit: Double?) throws(Stop) -> Double? {
    guard let noise = number("noise") else { return nil }
    guard noise >= 0, noise.isFinite else {
      throw error(.typeMismatch, "noise is 0 or more, this is \(noise.text())", at: "noise")
    }
    guard let limit, noise > limit else { return noise }
    let isSlider = noise <= 100 * limit && noise >= 1
    throw error(
      .typeMismatch, "noise is from 0 to \(limit.text()), this is \(noise.text())", at: "noise",
      hint: isSlider
        ? "Playground's slider at \(noise.text()) is noise=\((noise / 100).text())"
        : "it is Playground's slider divided by 100")
  }
}
