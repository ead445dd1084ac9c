import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

extension Library {
  /// What a net decides, and how often it is right.
  static let predictions: [Builtin] = [.predict, .accuracy, .confusion]
}

extension Builtin {
  static let predict = Builtin(
    "predict", .training,
    [Parameter("net", .predictor), Parameter("data", .any("a table, rows [m, n] or one example"))],
    summary: "the label that the net decides for: of each row, or of one example",
    example: "predict(perceptron(w=[1, 1], T=0.5), [0, 0; 0, 1])",
    traits: [.exact, .judges, .counts],
    read: { (call, evaluator) throws(Stop) in try Question(call, &evaluator) },
    expected: { (question, _, _) throws(Stop) in .symbol(Symbol(shape: question.answerShape)) },
    run: { (question, call, evaluator) throws(Stop) in
      guard let labels = try question.labels(&evaluator, at: call.range) else { return .unknown }
      return .tensor(Tensor(question.answerShape, labels.flatMap { $0 }))
    })

  static let accuracy = Builtin(
    "accuracy", .training, [Parameter("net", .predictor), Parameter("data", .table)],
    summary: "the share of the rows that the net gets right",
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\naccuracy(perceptron(w=[1, 1], T=0.5), OR)",
    traits: [.exact, .judges, .counts, .share],
    read: { (call, evaluator) throws(Stop) -> (question: Question, table: Table, truth: [Double])? in
      guard let question = try Question(call, &evaluator), let table = question.table else { return nil }
      return (question, table, try call.truth(of: table, for: question))
    },
    gives: .symbol(Symbol(shape: .scalar)),
    run: { (plan, call, evaluator) throws(Stop) in
      let (question, table, truth) = plan
      guard let labels = try question.labels(&evaluator, at: call.range, asClasses: question.isOfShares)
      else {
        return .unknown
      }
      let right =
        question.isOfShares
        ? labels.indices.count { labels[$0] == [DecisionRule.largest(of: table.Y.row($0).elements[...])] }
        : table.rowsMet(by: labels, truth: truth).count { $0 }
      return .number(Double(right) / Double(table.rowCount))
    })

  static let confusion = Builtin(
    "confusion", .training, [Parameter("net", .predictor), Parameter("data", .table)],
    summary: "how often the net takes each class for each other one: a row for the true class",
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\nconfusion(perceptron(w=[1, 1], T=1.5), OR)",
    traits: [.judges, .exactFields(["counts"]), .counts],
    read: { (call, evaluator) throws(Stop) in try Tally(call, &evaluator) },
    cost: {
      CallCost(
        fuel: 2_000 * $0.classes.count * $0.classes.count + $0.reading,
        bytes: 100 * $0.classes.count * $0.classes.count)
    },
    run: { (tally, call, evaluator) throws(Stop) in
      let question = tally.question
      let labels = try question.labels(&evaluator, at: call.range, asClasses: question.hasProbabilities)
      return labels.map { .structure(tally.structure(of: $0, evaluator.words)) } ?? .unknown
    })
}

/// What a net is asked: examples, and what a table says of them.
private struct Question {
  let net: Net
  /// The examples, `[m, n]`; nil where their numbers are not known yet, or stand in a table.
  let rows: Tensor?
  let rowCount: Int
  /// Whether the data is one example and no list of them.
  let isSingle: Bool
  /// The table the examples come from.
  let table: Table?
  /// How the outputs are read.
  let rule: DecisionRule

  /// Takes the arguments `net` and `data`; nil where they are not known before the run.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let data = call.arguments["data"]?.value, !call.hasUnknown else { return nil }
    table = call.table("data")
    let given = call.net("net")
    var width = 1
    if let table {
      (width, rowCount, isSingle) = (table.inputs.count, table.rowCount, false)
    } else if let shape = data.shape {
      // One axis more than an example has; of a net of one input, [m] are m examples.
      let axes = given?.inputCount == 1 ? 0 : given?.inputShape.rank ?? 1
      isSingle = shape.rank <= axes
      rowCount = isSingle ? 1 : shape.sizes[0]
      width = isSingle ? shape.count : shape.droppingFirst().count
    } else {
      throw call.error(
        .typeMismatch,
        "`\(call.builtin.name)` asks about a table, rows [m, n] or one example, this is \(data.kindText)",
        at: "data")
    }
    guard let net = try call.predictor("net", inputCount: width, &evaluator) else { return nil }
    self.net = net
    rule = net.decisionRule(beside: table)
    let shape: Shape = [rowCount, width]
    rows = data.tensor.map { $0.reshaped(shape) }
    if let table, table.outputs.count > 1, net.outputCount != table.outputs.count {
      throw call.error(
        .shapeMismatch,
        "the net has \(counted(net.outputCount, "output")), the table \(table.outputs.count)", at: "data",
        hint: "give the net an output for each output column, or the table one column of labels")
    }
  }

  /// Whether each output is a decision of its own; otherwise the largest one wins.
  var decidesEach: Bool { net.outputCount == 1 || table?.outputs.count ?? 1 > 1 }

  /// Whether the columns of the table are the probabilities of classes: none is free, and each row adds up to 1.
  var hasProbabilities: Bool {
    guard let table, table.outputs.count > 1, table.outputs.count <= 100,
      net.outputCount == table.outputs.count,
      !table.hasDontCares
    else { return false }
    let Y = table.Y
    return (0..<table.rowCount).allSatisfy { row in
      let values = Y.row(row).elements
      return values.allSatisfy { $0 >= 0 } && (values.reduce(0, +) - 1).magnitude < 1e-6
    }
  }

  /// Whether these probabilities are more than marks of one class, so that no output decides for itself.
  var isOfShares: Bool { hasProbabilities && table?.Y.elements.contains { $0 != 0 && $0 != 1 } == true }

  /// The shape of the answer: a number, `[m]`, or `[m, k]` for k decisions a row.
  var answerShape: Shape {
    let decisions: Shape = decidesEach && net.outputCount > 1 ? [net.outputCount] : .scalar
    return isSingle ? decisions : decisions.prefixed(by: rowCount)
  }

  /// What the decisions of a row take beside their numbers.
  private static let rowBytes = 48

  /// The outputs of the net for each row; nil where the rows are not known yet.
  private func outputs(_ evaluator: inout Evaluator, at range: SourceRange) throws(Stop) -> [Double]? {
    if let table { return try evaluator.evaluate(net, on: table, at: range).elements }
    return try rows.map { (rows) throws(Stop) in try evaluator.evaluate(net, rows: rows, at: range).elements }
  }

  /// The decisions for each row: one label, or k of them for k target columns.
  func labels(
    _ evaluator: inout Evaluator, at range: SourceRange, asClasses: Bool = false
  ) throws(Stop) -> [[Double]]? {
    guard let outputs = try outputs(&evaluator, at: range) else { return nil }
    let width = net.outputCount
    try evaluator.charge(outputs.count.saturatingProduct(20).saturatingSum(rowCount * 200), at: range)
    let decidesEach = decidesEach && !asClasses
    let decided = decidesEach ? width : 1
    try evaluator.allocate(
      bytes: rowCount.saturatingProduct(Self.rowBytes.saturatingSum(decided.saturatingProduct(8))), at: range)
    return (0..<rowCount).map { row in
      let values = outputs[(row * width)..<((row + 1) * width)]
      return decidesEach ? values.map(rule.label) : [DecisionRule.largest(of: values)]
    }
  }
}

extension Table {
  /// Which rows `labels` decide as `truth` says in every column; what the table leaves free counts as right.
  fileprivate func rowsMet(by labels: [[Double]], truth: [Double]) -> [Bool] {
    let dontCare = dontCare
    return labels.enumerated().map { row, decided in
      decided.enumerated().allSatisfy { column, label in
        let index = row * outputs.count + column
        return dontCare[index] || label == truth[index]
      }
    }
  }
}

extension Call {
  /// The most classes of a confusion matrix: more are not readable.
  private static let mostClasses = 100

  /// The labels of the table as the net numbers them, which may have learned its classes from another table.
  fileprivate func truth(of table: Table, for question: Question) throws(Stop) -> [Double] {
    let asked = zip(table.Y.elements, table.dontCare).filter { !$1 }.map(\.0)
    let foreign: Double = question.rule.lowLabel == 0 ? -1 : 0
    if question.decidesEach, asked.contains(foreign), !asked.contains(question.rule.lowLabel) {
      throw error(
        .typeMismatch,
        "the net learned the labels \(question.rule.lowLabel.text()) and 1, this table has \(foreign.text())",
        at: "data",
        hint: "write the labels of both tables alike: \(foreign == 0 ? "2*y - 1" : "(y + 1)/2")")
    }
    let known = question.rule.classNames
    guard table.outputs.count == 1, let names = table.classNames[table.outputs[0]], !known.isEmpty,
      names != known
    else { return table.Y.elements }
    let indices = names.map { known.firstIndex(of: $0) }
    if let stranger = indices.firstIndex(of: nil) {
      throw error(
        .typeMismatch, "the net never saw the class `\(names[stranger])` of this table", at: "data",
        hint: "it learned \(known.prefix(8).joined(separator: ", "))")
    }
    return table.Y.elements.map { label in
      Int(exactly: label).flatMap { indices.indices.contains($0) ? indices[$0] : nil }.map(Double.init)
        ?? label
    }
  }

  /// The classes that a confusion matrix counts, in their order.
  fileprivate func classes(of question: Question) throws(Stop) -> [Double] {
    guard let table = question.table else { return [] }
    guard table.outputs.count == 1 else {
      throw error(
        .shapeMismatch, "a confusion matrix needs one column of labels, the table has \(table.outputs.count)",
        at: "data", hint: "show one column of outputs at a time, or use accuracy")
    }
    if question.decidesEach, question.rule.lowLabel < 0 { return question.rule.labels }
    guard question.net.outputCount <= Self.mostClasses else {
      throw error(
        .tableTooLarge,
        "a confusion matrix shows at most \(Self.mostClasses) classes, the net has \(readable(question.net.outputCount)) outputs",
        at: "net", hint: "look at the accuracy, or at a part of the classes")
    }
    let named = min(question.rule.classNames.count, Self.mostClasses)
    var greatest = max(1, question.net.outputCount - 1, named - 1)
    for label in table.Y.elements where !label.isNaN {
      guard label == label.rounded(), label >= 0, label < Double(Self.mostClasses) else {
        throw error(
          .typeMismatch,
          "a confusion matrix counts classes 0, 1, 2, …, `\(table.outputs[0])` holds \(label.text())",
          at: "data", hint: "for numbers that are no classes look at the loss")
      }
      greatest = max(greatest, Int(label))
    }
    return (0...greatest).map(Double.init)
  }
}

/// What `confusion` counts: the true class of each row, and the classes in their order.
private struct Tally {
  let question: Question
  private let table: Table
  private let truth: [Double]
  let classes: [Double]
  private let names: [String]

  /// Takes the arguments of the call; nil where they are not known before the run.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let question = try Question(call, &evaluator), let table = question.table else { return nil }
    (self.question, self.table) = (question, table)
    if question.hasProbabilities {
      let Y = table.Y
      truth = (0..<table.rowCount).map { DecisionRule.largest(of: Y.row($0).elements[...]) }
      classes = (0..<table.outputs.count).map(Double.init)
      names = table.outputs
    } else {
      classes = try call.classes(of: question)
      truth = try call.truth(of: table, for: question)
      names = classes.map(question.rule.name)
    }
  }

  /// The fuel of finding the largest of the probabilities of each row.
  var reading: Int { question.hasProbabilities ? 20 * table.rowCount * table.outputs.count : 0 }

  /// Counts each pair of a true class (row) and a predicted one (column).
  ///
  /// Rows without a label are left out; a row for which the net gives no number has a column of its own.
  func structure(of labels: [[Double]], _ words: Words) -> Structure {
    let none = classes.count
    let indices = Dictionary(classes.enumerated().map { ($1, $0) }) { first, _ in first }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: none + 1), count: none)
    for (row, decided) in labels.enumerated() {
      guard !table.isFree(row: row, column: 0), let wanted = indices[truth[row]] else { continue }
      counts[wanted][decided.first.flatMap { indices[$0] } ?? none] += 1
    }
    let right = classes.indices.reduce(0) { $0 + counts[$1][$1] }
    let all = counts.joined().reduce(0, +)
    let undecided = counts.reduce(0) { $0 + $1[none] }
    let shown = undecided > 0 ? counts : counts.map { Array($0.dropLast()) }
    return Structure(
      "a confusion matrix",
      fields: [
        ("counts", .tensor(Tensor(rows: counts.map { $0.dropLast().map(Double.init) }, columns: none)))
      ],
      shown: [
        .table(
          TableOutput(
            header: [words(.predicted, table.outputs.count == 1 ? table.outputs[0] : words(.trueClass))]
              + names
              + (undecided > 0 ? ["nan"] : []),
            inputCount: 1, rows: zip(names, shown).map { [$0] + $1.map(String.init) },
            note: words(.rightOf, "\(right)", "\(all)")))
      ])
  }
}
