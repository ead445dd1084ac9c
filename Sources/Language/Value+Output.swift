import Syntax
import Tables
import Tensors

extension Evaluator {
  /// What a bare expression shows under its cell.
  func shown(_ value: Value) -> [Output] {
    switch value {
    case .tensor(let tensor): [.tensor(tensor)]
    case .text(let text): [.text(text)]
    case .table(let table): [.table(table.shown)]
    case .net(let net): [.summary(net.shown)]
    case .function(let function): [.summary(function.definition.canonicalText)]
    case .builtin(let builtin): [.summary("\(builtin.signature): \(builtin.summary)")]
    case .range(let first, let last): [.summary("\(first.text())..\(last.text())")]
    case .list(let values): values.flatMap(shown)
    case .figure(let figure): [.figure(figure)]
    case .display(let table): [.table(table)]
    case .symbol, .unknown: []
    }
  }
}

extension Table {
  /// The most rows a table shows.
  private static let shownRows = 40

  /// The table as it was written, with the number of rows left out.
  public var shown: TableOutput {
    var notes: [String] = []
    if written.count > Self.shownRows { notes.append("\(written.count - Self.shownRows) more rows") }
    if leftOut > 0 { notes.append("the other \(counted(leftOut, "row")) are 0") }
    let rows = written.prefix(Self.shownRows).map { ($0.inputs + $0.outputs).map(\.text) }
    return TableOutput(
      title: name.isEmpty ? nil : name, header: inputs + outputs, inputCount: inputs.count,
      rows: rows,
      note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}

extension PatternValue {
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
    case .formula(let statement): return statement.canonicalText
    case .part(let whole, let name):
      return "\(whole).\(name): \(counted(inputCount, "input")) to \(counted(outputCount, "output"))"
    case .perceptron(let perceptron):
      let sum = perceptron.weights.elements.enumerated().map { position, weight in
        let sign = position == 0 ? (weight < 0 ? "-" : "") : (weight < 0 ? " - " : " + ")
        let size = weight.magnitude
        return "\(sign)\(size == 1 ? "" : size.text() + "*")x\(position + 1)"
      }.joined()
      let fires = perceptron.activation == "step"
        ? "fires when \(sum) \(perceptron.firing.rawValue) \(perceptron.threshold.text())"
        : "\(perceptron.activation)(z) with z = \(sum) - \(perceptron.threshold.text())"
      return "perceptron of \(counted(inputCount, "input")): \(fires)"
    }
  }
}
