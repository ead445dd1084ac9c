import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors

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
    rule: { (call, evaluator) throws(Stop) in
      guard let question = try Question(call, &evaluator) else { return .unknown }
      return .symbol(Symbol(shape: question.answerShape))
    },
    run: { (call, evaluator) throws(Stop) in
      guard let question = try Question(call, &evaluator),
        let labels = try question.labels(&evaluator, at: call.range)
      else { return .unknown }
      return .tensor(Tensor(question.answerShape, labels.flatMap { $0 }))
    })

  static let accuracy = Builtin(
    "accuracy", .training, [Parameter("net", .predictor), Parameter("data", .table)],
    summary: "the share of the rows that the net gets right",
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\naccuracy(perceptron(w=[1, 1], T=0.5), OR)",
    rule: { (call, evaluator) throws(Stop) in
      _ = try Question(call, &evaluator)
      return .symbol(Symbol(shape: .scalar))
    },
    run: { (call, evaluator) throws(Stop) in
      guard let table = call.table("data"), let question = try Question(call, &evaluator),
        let labels = try question.labels(&evaluator, at: call.range)
      else { return .unknown }
      return .number(Double(table.rowsMet(by: labels).count { $0 }) / Double(table.rowCount))
    })

  static let confusion = Builtin(
    "confusion", .training, [Parameter("net", .predictor), Parameter("data", .table)],
    summary: "how often the net takes each class for each other one: a row for the true class",
    example: "table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\nconfusion(perceptron(w=[1, 1], T=1.5), OR)",
    rule: { (call, evaluator) throws(Stop) in
      guard let question = try Question(call, &evaluator) else { return .unknown }
      _ = try call.classes(of: question)
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let table = call.table("data"), let question = try Question(call, &evaluator),
        let labels = try question.labels(&evaluator, at: call.range)
      else { return .unknown }
      let classes = try call.classes(of: question)
      try evaluator.charge(2_000 * classes.count * classes.count, at: call.range)
      try evaluator.allocate(bytes: 100 * classes.count * classes.count, at: call.range)
      return .record(.confusion(of: table, labels, classes: classes))
    })
}

/// What a net is asked: examples, and what a table says of them.
private struct Question {
  let net: Net
  /// The examples, `[m, n]`; nil where their numbers are not known yet.
  let rows: Tensor?
  let rowCount: Int
  /// Whether the data is one example and no list of them.
  let isSingle: Bool
  /// The table the examples come from.
  let table: Table?

  /// Takes the arguments `net` and `data`; nil where they are not known before the run.
  init?(_ call: Call, _ evaluator: inout Evaluator) throws(Stop) {
    guard let data = call.arguments["data"]?.value, !call.hasUnknown else { return nil }
    table = call.table("data")
    isSigned = table?.Y.elements.contains(-1) ?? false
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
    let shape: Shape = [rowCount, width]
    rows = (table?.X ?? data.tensor).map { $0.reshaped(shape) }
    if let table, table.outputs.count > 1, net.outputCount != table.outputs.count {
      throw call.error(
        .shapeMismatch,
        "the net has \(counted(net.outputCount, "output")), the table \(table.outputs.count)", at: "data",
        hint: "give the net an output for each output column, or the table one column of labels")
    }
  }

  /// Whether each output is a decision of its own; otherwise the largest one wins.
  private var decidesEach: Bool { net.outputCount == 1 || table?.outputs.count ?? 1 > 1 }

  /// The shape of the answer: a number, `[m]`, or `[m, k]` for k decisions a row.
  var answerShape: Shape {
    let decisions: Shape = decidesEach && net.outputCount > 1 ? [net.outputCount] : .scalar
    return isSingle ? decisions : decisions.prefixed(by: rowCount)
  }

  /// The labels −1 and 1 of the table, otherwise 0 and 1.
  let isSigned: Bool

  /// The decisions for each row: one label, or k of them for k target columns.
  ///
  /// One output decides 1 above ½ (above 0 for labels −1 and 1). k outputs against k targets are k such decisions;
  /// otherwise the largest output wins, the first of equal ones, and classes count from 0.
  func labels(_ evaluator: inout Evaluator, at range: SourceRange) throws(Stop) -> [[Double]]? {
    guard let rows else { return nil }
    let outputs = try evaluator.evaluate(net, rows: rows, at: range).elements
    let width = net.outputCount
    try evaluator.charge(outputs.count.saturatingProduct(20).saturatingSum(rowCount * 200), at: range)
    return (0..<rowCount).map { row in
      let values = outputs[(row * width)..<((row + 1) * width)]
      if decidesEach { return values.map { $0 > (isSigned ? 0 : 0.5) ? 1 : isSigned ? -1 : 0 } }
      let best = values.indices.reduce(values.startIndex) { values[$1] > values[$0] ? $1 : $0 }
      return [Double(best - values.startIndex)]
    }
  }
}

extension Table {
  /// Which rows `labels` decide as the table says in every column; what the table leaves free counts as right.
  fileprivate func rowsMet(by labels: [[Double]]) -> [Bool] {
    labels.enumerated().map { row, decided in
      decided.enumerated().allSatisfy { column, label in
        let place = row * outputs.count + column
        return dontCare[place] || label == Y.elements[place]
      }
    }
  }
}

extension Call {
  /// The most classes of a confusion matrix: more nobody reads.
  private static let mostClasses = 100

  /// The classes that a confusion matrix counts, in their order.
  fileprivate func classes(of question: Question) throws(Stop) -> [Double] {
    guard let table = question.table else { return [] }
    guard table.outputs.count == 1 else {
      throw error(
        .shapeMismatch, "a confusion matrix needs one column of labels, the table has \(table.outputs.count)",
        at: "data", hint: "show one column of outputs at a time, or use accuracy")
    }
    if question.isSigned { return [-1, 1] }
    guard question.net.outputCount <= Self.mostClasses else {
      throw error(
        .tableTooLarge,
        "a confusion matrix shows at most \(Self.mostClasses) classes, the net has \(readable(question.net.outputCount)) outputs",
        at: "net", hint: "look at the accuracy, or at a part of the classes")
    }
    var greatest = max(1, question.net.outputCount - 1)
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

extension Record {
  /// Counts each pair of a true class (row) and a predicted one (column); rows without a label are left out.
  fileprivate static func confusion(of table: Table, _ labels: [[Double]], classes: [Double]) -> Record {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
    let places = Dictionary(classes.enumerated().map { ($1, $0) }) { first, _ in first }
    for (row, decided) in labels.enumerated() {
      guard let wanted = places[table.Y.elements[row]], let label = decided.first, let found = places[label]
      else { continue }
      counts[wanted][found] += 1
    }
    let given = table.classNames[table.outputs[0]] ?? []
    let names = classes.map { label in
      given.indices.contains(Int(label)) ? given[Int(label)] : label.text()
    }
    let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    let all = counts.joined().reduce(0, +)
    return Record(
      "a confusion matrix",
      fields: [("counts", .tensor(Tensor(rows: counts.map { $0.map(Double.init) }, columns: classes.count)))],
      shown: [
        .table(
          TableOutput(
            header: ["\(table.outputs[0]) \\ predicted"] + names, inputCount: 1,
            rows: zip(names, counts).map { [$0] + $1.map(String.init) }, note: "\(right) of \(all) right"))
      ])
  }
}
