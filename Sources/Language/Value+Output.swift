import Diagnostics
import Figures
import Formulas
import NeuralNetworks
import Syntax
import Tables
import Tensors

extension Evaluator {
  /// Shows a bare expression under its cell, after taking the fuel for that.
  mutating func show(_ value: Value, at range: SourceRange) throws(Stop) {
    try gauge.charge(Output.price.saturatingProduct(value.leafCount), at: range)
    let shown = value.shown
    try gauge.charge(shown.reduce(0) { $0.saturatingSum($1.cost) }, at: range)
    for item in shown { display.show(item) }
  }
}

/// What a statement shows, before the page takes it: a figure is not drawn yet.
enum Shown: Sendable {
  case figure(Figure)
  case output(Output)

  /// The fuel of putting it on the page.
  var cost: Int {
    switch self {
    case .figure(let figure): figure.cost
    case .output(let output): output.cost
    }
  }
}

extension Value {
  /// What it shows as a bare expression.
  fileprivate var shown: [Shown] {
    if case .list(let list) = self { return list.values.flatMap(\.shown) }
    if case .figure(let figure) = self { return [.figure(figure)] }
    let formulas = formulas.map { Output.formula($0) }
    if case .builtin = self { return (formulas + shownInWords).map(Shown.output) }
    return (formulas.isEmpty ? shownInWords : formulas).map(Shown.output)
  }

  private var shownInWords: [Output] {
    switch self {
    case .tensor(let tensor): [.tensor(tensor)]
    case .text(let text): [.text(text)]
    case .table(let table): [.table(table.shown)]
    case .net(let net): [.summary(net.shown)]
    case .function(let function): [.summary(function.definition.canonicalText)]
    case .builtin(let builtin): [.summary("\(builtin.signature): \(builtin.summary)")]
    case .range(let first, let last): [.summary("\(first.text())..\(last.text())")]
    case .stage(.input(let shape)): [.summary("an input of shape \(shape)")]
    case .stage(.layer(let layer)): [.summary("\(layer.text), a stage of a chain")]
    case .initializer(let initializer): [.summary("the initialiser \(initializer.name)")]
    case .record(let record): record.shown.map(\.output)
    case .training(let run): run.shown
    case .list, .figure, .symbol, .unknown: []
    }
  }
}

extension Output {
  /// The fuel of writing anything at all.
  static let price = 50_000
  /// The fuel of writing a byte: it is escaped, and copied a few times.
  private static let bytePrice = 100

  /// The fuel of writing it to the page.
  fileprivate var cost: Int {
    switch self {
    case .text(let text), .summary(let text): text.utf8.count * Self.bytePrice
    // A tensor shows a bounded number of its elements.
    case .tensor: 0
    case .table(let table): table.bytes * Self.bytePrice
    case .figure(let drawn): drawn.figure.cost
    case .formula(let formula): formula.plainText.utf8.count * 20 * Self.bytePrice
    case .check, .diagnostic: 0
    }
  }
}

extension Figure {
  /// The fuel of laying out its words and axes.
  private static let price = 2_000_000
  /// The fuel of a point, a cell or a connection: it is laid out, clipped and stroked in both themes.
  private static let partPrice = 5_000
  /// The fuel of a pixel: it is painted and encoded in both themes.
  private static let pixelPrice = 50

  /// The fuel of drawing it.
  fileprivate var cost: Int {
    // A wide figure is drawn for a phone, too.
    let figures = [self, forPhone].compactMap { $0 }
    return figures.reduce(Self.price) { price, figure in
      price.saturatingSum(figure.partCount.saturatingProduct(Self.partPrice))
        .saturatingSum(figure.pixelCount * Self.pixelPrice)
    }
  }
}

extension TableOutput {
  /// About how many bytes its cells take on the page.
  fileprivate var bytes: Int { ([header] + rows).joined().reduce(0) { $0 + $1.utf8.count + 20 } }
}

extension Table {
  /// The most rows a table shows.
  private static let shownRows = 40

  /// The table as it was written, with the number of rows left out.
  public var shown: TableOutput {
    var notes: [String] = []
    if written.count > Self.shownRows { notes.append("\(written.count - Self.shownRows) more rows") }
    if leftOut > 0 { notes.append("the other \(counted(leftOut, "row")) are 0") }
    let names = (inputs + outputs).map { classNames[$0] ?? [] }
    let rows = written.prefix(Self.shownRows).map { row in
      zip(row.inputs + row.outputs, names).map { $0.text(of: $1) }
    }
    return TableOutput(
      title: name.isEmpty ? nil : name, header: inputs + outputs, inputCount: inputs.count,
      rows: rows,
      note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}

extension PatternValue {
  /// The place as a table shows it: by the name of its class, where it has one.
  fileprivate func text(of names: [String]) -> String {
    if let value, let place = Int(exactly: value), names.indices.contains(place) { return names[place] }
    return text
  }

  /// The place as a table shows it.
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
  public var shown: String {
    switch origin {
    case .formula(let statement): statement.canonicalText
    case .chain: chainText
    case .part(let whole, let name): "\(whole).\(name): \(sizes)"
    case .library(let text): "\(text): \(sizes)"
    case .derivative(let name): "\(name)(x), the derivative"
    case .perceptron(let firing, let activation): perceptronText(firing, activation)
    }
  }

  private var sizes: String { "\(counted(inputCount, "input")) to \(counted(outputCount, "output"))" }

  private var chainText: String {
    let stages =
      ["input(\(inputShape.sizes.map(String.init).joined(separator: ", ")))"]
      + layers.compactMap(\.part.layer)
    return "\(stages.joined(separator: " -> ")), \(counted(parameterCount, "parameter"))"
  }

  private func perceptronText(_ firing: Firing, _ activation: String) -> String {
    let weights = parameter("w")?.elements ?? []
    let threshold = parameter("T")?.scalar ?? 0
    let sum = linearText(weights)
    let fires =
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
