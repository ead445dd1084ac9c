import Diagnostics
import Figures
import Formulas
import NeuralNetworks
import Syntax
import Tables
import Tensors
import Wording

extension Evaluator {
  /// Shows a bare expression under its cell, after taking the fuel for that.
  mutating func show(_ value: Value, at range: SourceRange) throws(Stop) {
    try gauge.charge(Output.price.saturatingProduct(value.leafCount), at: range)
    let shown = value.shown(in: words)
    try gauge.charge(shown.reduce(0) { $0.saturatingSum($1.cost) }, at: range)
    for item in shown { display.show(item) }
  }
}

extension Value {
  /// What it shows as a bare expression.
  fileprivate func shown(in words: Words) -> [Shown] {
    if case .list(let list) = self { return list.values.flatMap { $0.shown(in: words) } }
    if case .figure(let figure) = self { return [.figure(figure)] }
    let formulas = formulas.map { Output.formula($0) }
    if case .structure(let structure) = self {
      return formulas.map(Shown.output) + structure.shown.map(\.shown)
    }
    let described = shownInWords(words)
    if builtin != nil { return (formulas + described).map(Shown.output) }
    return (formulas.isEmpty ? described : formulas).map(Shown.output)
  }

  private func shownInWords(_ words: Words) -> [Output] {
    switch self {
    case .tensor(.known(let tensor)): [.tensor(tensor)]
    case .text(let text): [.text(text)]
    case .table(let table): [.table(table.shown(in: words))]
    case .callable(.net(let net)): [.summary(words(net.shown))]
    case .callable(.function(let function)): [.summary(function.definition.canonicalText)]
    case .callable(.builtin(let builtin)): [.summary("\(builtin.signature): \(words(builtin.summary))")]
    case .range(let first, let last): [.summary("\(first.text())..\(last.text())")]
    case .stage(.input(let shape)): [.summary(words("an input of shape \(shape)"))]
    case .stage(.layer(let layer)): [.summary(words("\(layer.text), a stage of a chain"))]
    case .initializer(let initializer): [.summary(words("the initialiser \(initializer.name)"))]
    case .training(let run): run.shown(in: words)
    case .list, .figure, .structure, .tensor, .unknown: []
    }
  }
}

extension Table {
  /// The most rows a table shows.
  private static let shownRows = 40

  /// The table as it was written, with the number of rows left out.
  public func shown(in words: Words) -> TableOutput {
    var notes: [String] = []
    if writtenCount > Self.shownRows {
      notes.append(words.counted(.andMore, writtenCount - Self.shownRows))
    }
    if leftOut > 0 { notes.append(words.counted(.otherRowsAreZero, leftOut)) }
    let names = (inputs + outputs).map { classNames[$0] ?? [] }
    let rows = (0..<min(writtenCount, Self.shownRows)).map(writtenRow).map { row in
      zip(row.inputs + row.outputs, names).map { $0.text(of: $1) }
    }
    return TableOutput(
      title: name.isEmpty ? nil : name, header: inputs + outputs, inputCount: inputs.count,
      rows: rows,
      note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}

extension PatternValue {
  /// The entry as a table shows it: by the name of its class, where it has one.
  fileprivate func text(of names: [String]) -> String {
    if let value, let index = Int(exactly: value), names.indices.contains(index) { return names[index] }
    return text
  }

  /// The entry as a table shows it.
  var text: String {
    switch self {
    case .zero: "0"
    case .one: "1"
    case .any: "-"
    case .hole: "?"
    case .number(let number): number.text()
    }
  }
}

extension Net {
  /// The net in a line.
  public var shown: Message {
    switch origin {
    case .formula(let statement): Message(verbatim: statement.canonicalText)
    case .chain: chainText
    case .part(let whole, let name): "\(whole).\(name): \(sizes)"
    case .library(let text): "\(text): \(sizes)"
    case .derivative(let name): "\(name)(x), the derivative"
    case .perceptron(let firing, let activation): perceptronText(firing, activation)
    }
  }

  private var sizes: Message { "\(counted(inputCount, "input")) to \(counted(outputCount, "output"))" }

  private var chainText: Message {
    let stages =
      ["input(\(inputShape.sizes.map(String.init).joined(separator: ", ")))"]
      + layers.compactMap(\.part.layer)
    return "\(stages.joined(separator: " -> ")), \(counted(parameterCount, "parameter"))"
  }

  private func perceptronText(_ firing: Firing, _ activation: String) -> Message {
    let weights = parameter("w")?.elements ?? []
    let threshold = parameter("T")?.scalar ?? 0
    let sum = linearText(weights)
    let fires: Message =
      activation == Activation.step.name
      ? "fires when \(sum) \(firing.rawValue) \(threshold.text())"
      : "\(activation)(z) with z = \(sum) \(threshold < 0 ? "+" : "-") \(threshold.magnitude.text())"
    return "perceptron of \(counted(inputCount, "input")): \(fires)"
  }
}

/// Returns `2*x1 - x2`, without the terms whose weight is 0; inputs without a name are x1, x2, ….
public func linearText(_ weights: [Double], _ names: [String] = []) -> String {
  var text = ""
  for (position, weight) in weights.enumerated() where weight != 0 {
    let sign = weight < 0 ? (text.isEmpty ? "-" : " - ") : (text.isEmpty ? "" : " + ")
    let size = weight.magnitude
    text += sign + (size == 1 ? "" : size.text() + "*")
    text += position < names.count ? names[position] : "x\(position + 1)"
  }
  return text.isEmpty ? "0" : text
}
