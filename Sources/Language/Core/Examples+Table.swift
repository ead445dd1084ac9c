import NeuralNetworks
import Tables
import Tensors

extension Table {
  /// The rows some of whose outputs are asked; the others teach nothing.
  public var askedRows: [Int] {
    let (width, dontCare) = (outputs.count, dontCare)
    return (0..<rowCount).filter { row in !(0..<width).allSatisfy { dontCare[row * width + $0] } }
  }

  /// Whether one of these rows leaves some of its outputs free, and asks others.
  public func areHalfAsked(_ rows: [Int]) -> Bool {
    let (width, dontCare) = (outputs.count, dontCare)
    return rows.contains { row in (0..<width).contains { dontCare[row * width + $0] } }
  }
}

extension Training.Examples {
  /// These rows of a table as examples of a net.
  /// - Precondition: the table has an input for each of the net's, and an output.
  public init(_ table: Table, rows: [Int], for net: Net) {
    let width = table.outputs.count
    // Most tables ask everything, and are the examples as they are.
    let isWhole = rows.count == table.rowCount
    let (X, Y) = (table.X, table.Y)
    let inputs = isWhole ? X.elements : rows.flatMap { X.row($0).elements }
    let targets = isWhole ? Y.elements : rows.flatMap { Y.row($0).elements }
    self.init(
      inputs: Tensor(net.inputShape.prefixed(by: rows.count), inputs),
      targets: Tensor(width == 1 ? [rows.count] : [rows.count, width], targets))
  }

  /// The examples that a table has for a net; nil where it has none.
  init?(of table: Table, for net: Net) {
    guard table.inputs.count == net.inputCount, !table.outputs.isEmpty, !table.isCounted else { return nil }
    let rows = table.askedRows
    guard !rows.isEmpty, !table.areHalfAsked(rows) else { return nil }
    self.init(table, rows: rows, for: net)
  }
}
