import Diagnostics
import Tables
import Tensors

/// Two models compared on all rows of a table.
struct Comparison: Sendable {
  /// How equal the sides must be.
  enum Tolerance: Sendable {
    case exactly
    case within(Double)
  }

  /// The first row on which the sides differ.
  struct Difference: Sendable {
    let inputs: Tensor
    let left: Tensor
    let right: Tensor
  }

  /// The number of rows compared: those of which some output is asked.
  let rowCount: Int
  /// Whether the rows come from a table that lacks rows of {0,1}ⁿ.
  let isPartial: Bool
  /// How many rows differ.
  let differing: Int
  /// The first of them.
  let first: Difference?
  /// The input columns' names.
  let inputNames: [String]

  /// Whether both sides agree on every row.
  var holds: Bool { differing == 0 }
}

extension Value {
  /// Whether it is something that `==` compares on all rows: a table, a net or a function.
  var isModel: Bool {
    switch self {
    case .table, .callable: true
    case .tensor, .text, .range, .list, .figure, .stage, .initializer, .structure, .training, .unknown:
      false
    }
  }
}

extension Evaluator {
  /// Compares two models on all rows; nil where something is not known before the run.
  mutating func comparison(
    _ left: Operand, _ right: Operand, _ tolerance: Comparison.Tolerance, at range: SourceRange
  ) throws(Stop) -> Comparison? {
    for side in [left, right] {
      guard case .table(let table) = side.value else { continue }
      // Each row is found by its inputs.
      try gauge.charge((table.rowCount + table.X.count + table.Y.count).saturatingProduct(500), at: range)
    }
    let rows = try comparedRows(left, right, at: range)
    guard let a = try results(of: left, on: rows, at: range),
      let b = try results(of: right, on: rows, at: range)
    else { return nil }
    guard a.shape == b.shape else {
      throw .error(
        .shapeMismatch,
        "the left side gives \(counted(a.shape.sizes[1], "output")), the right side \(b.shape.sizes[1])",
        at: range)
    }
    let width = a.shape.sizes[1]
    let free = (0..<rows.x.shape.sizes[0]).map { rows.dontCare($0, width) }
    let asked = free.indices.filter { !free[$0].allSatisfy { $0 } }
    guard !asked.isEmpty else {
      throw .error(
        .emptyComparison, "there is nothing to compare: no row has an output that is asked", at: range,
        hint: "give the table rows with outputs other than -")
    }
    if mode == .check { return nil }
    var differing = 0
    var first: Comparison.Difference?
    for row in asked where !agree(a.row(row), b.row(row), free[row], tolerance) {
      differing += 1
      if first == nil { first = .init(inputs: rows.x.row(row), left: a.row(row), right: b.row(row)) }
    }
    return Comparison(
      rowCount: asked.count, isPartial: rows.tables.contains { $0.table.missingCount > 0 },
      differing: differing, first: first, inputNames: rows.inputNames)
  }

  /// The rows that two models are compared on, and the tables whose free outputs do not count.
  private struct Rows {
    let x: Tensor
    let inputNames: [String]
    let tables: [IndexedTable]

    /// For each output of a row, whether some table leaves it free.
    func dontCare(_ row: Int, _ width: Int) -> [Bool] {
      let free = tables.compactMap { $0.freeOutputs(of: x.row(row)) }
      return (0..<width).map { output in free.contains { $0[output] } }
    }
  }

  /// A table whose rows can be found by their inputs.
  private struct IndexedTable {
    let table: Table
    private let rowNumbers: [[UInt64]: Int]
    private let hasDontCares: Bool

    init(_ table: Table) {
      self.table = table
      hasDontCares = table.hasDontCares
      let rows = (0..<table.rowCount).map { (Self.key(table.X.row($0)), $0) }
      rowNumbers = Dictionary(rows) { first, _ in first }
    }

    func number(of row: Tensor) -> Int? { rowNumbers[Self.key(row)] }

    /// What is the same for equal rows, also where they hold a NaN.
    private static func key(_ row: Tensor) -> [UInt64] {
      row.elements.map { $0 == 0 ? 0 : $0.canonical.bitPattern }
    }

    /// Which outputs of a row may be anything.
    func freeOutputs(of row: Tensor) -> [Bool]? {
      guard hasDontCares, let number = number(of: row) else { return nil }
      let width = table.outputs.count
      return Array(table.dontCare[(number * width)..<((number + 1) * width)])
    }
  }

  private func comparedRows(
    _ left: Operand, _ right: Operand, at range: SourceRange
  ) throws(Stop) -> Rows {
    switch (left.value, right.value) {
    case (.table(let a), .table(let b)):
      guard a.inputs.count == b.inputs.count else {
        throw .error(
          .inputCount, "the tables have \(a.inputs.count) and \(counted(b.inputs.count, "input"))", at: range)
      }
      let (first, second) = (IndexedTable(a), IndexedTable(b))
      for (table, other, range) in [(a, second, right.range), (b, first, left.range)] {
        for row in 0..<table.rowCount where other.number(of: table.X.row(row)) == nil {
          throw .error(
            .rowsMissing, "this table has no row \(table.X.row(row).text())", at: range,
            hint: "write both tables for the same rows")
        }
      }
      return Rows(x: a.X, inputNames: a.inputs, tables: [first, second])
    case (.table(let table), _), (_, .table(let table)):
      for (side, other) in [(left, right), (right, left)] where side.value.shape != nil {
        throw .error(
          .typeMismatch, "\(side.value.kindText) is no net and no table, so it is not compared with a table",
          at: side.range,
          hint: "compare the net itself, or the column \(other.range.text).\(table.outputs.first ?? "y")")
      }
      return Rows(x: table.X, inputNames: table.inputs, tables: [IndexedTable(table)])
    case (.callable(.function(let function)), let other), (let other, .callable(.function(let function))):
      guard let count = function.booleanInputCount, count <= 16, let second = other.booleanInputCount else {
        throw notComparable(left, right, at: range)
      }
      guard count == second else {
        throw .error(
          .inputCount,
          "the formulas take \(left.value.booleanInputCount ?? 0) and \(counted(right.value.booleanInputCount ?? 0, "input"))",
          at: range)
      }
      return Rows(
        x: Table.countingRows(count), inputNames: function.parameters.map(\.text), tables: [])
    case (.callable(.net(let a)), .callable(.net(let b)))
    where a.inputCount == b.inputCount && a.inputCount <= 16:
      for (net, range) in [(a, left.range), (b, right.range)] where !net.isThreshold {
        throw .error(
          .typeMismatch, "two nets are compared on all 0/1 inputs if both are made of step units", at: range,
          hint: "compare with a table, or use ~ … within")
      }
      return Rows(
        x: Table.countingRows(a.inputCount), inputNames: (0..<a.inputCount).map { "x\($0 + 1)" }, tables: [])
    case (.callable(.net(let a)), .callable(.net(let b))) where a.inputCount == b.inputCount:
      throw .error(
        .tableTooLarge, "\(a.inputCount) inputs make 2^\(a.inputCount) rows", at: range,
        hint: "nets of at most 16 inputs are compared on all rows")
    case (.callable(.net(let a)), .callable(.net(let b))):
      throw .error(
        .inputCount, "the nets take \(a.inputCount) and \(counted(b.inputCount, "input"))", at: range)
    case (_, _): throw notComparable(left, right, at: range)
    }
  }

  private func notComparable(_ left: Operand, _ right: Operand, at range: SourceRange) -> Stop {
    // Functions of numbers are equal at every number or not at all, which no run can try.
    let areOfNumbers = [left, right].allSatisfy { $0.value.function != nil || $0.value.builtin != nil }
    let values = [left, right].map { "\($0.range.text)(0.5)" }.joined(separator: " == ")
    return .error(
      .typeMismatch, "\(left.value.kindText) and \(right.value.kindText) cannot be compared", at: range,
      hint: areOfNumbers && values.count <= 60
        ? "compare their values, such as \(values)" : "compare with a table of all rows")
  }

  /// What a model says on each row, [m, k]; nil where it is not known.
  private mutating func results(
    of operand: Operand, on rows: Rows, at range: SourceRange
  ) throws(Stop) -> Tensor? {
    let count = rows.x.shape.sizes[0]
    if case .table(let table) = operand.value {
      let indexed = IndexedTable(table)
      let elements = (0..<count).flatMap { row in
        indexed.number(of: rows.x.row(row)).map { table.Y.row($0).elements } ?? []
      }
      return Tensor([count, table.outputs.count], elements)
    }
    guard let net = try predictor(operand.value, inputCount: rows.x.shape.sizes[1], at: operand.range) else {
      return nil
    }
    return Tensor([count, net.outputCount], try evaluate(net, rows: rows.x, at: range).elements)
  }

  private func agree(
    _ a: Tensor, _ b: Tensor, _ dontCare: [Bool], _ tolerance: Comparison.Tolerance
  ) -> Bool {
    zip(zip(a.elements, b.elements), dontCare).allSatisfy { pair, isFree in
      guard !isFree else { return true }
      switch tolerance {
      case .exactly: return pair.0 == pair.1
      case .within(let bound): return (pair.0 - pair.1).magnitude <= bound
      }
    }
  }
}

extension Value {
  /// The number of inputs of a formula of `and`, `or`, `xor` and `not`, or of a net of step units.
  fileprivate var booleanInputCount: Int? {
    switch self {
    case .callable(.function(let function)): function.booleanInputCount
    case .callable(.net(let net)): net.isThreshold ? net.inputCount : nil
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure,
      .training, .unknown:
      nil
    }
  }
}

extension Function {
  /// The number of its parameters, where it is a formula of them with `and`, `or`, `xor` and `not`.
  fileprivate var booleanInputCount: Int? {
    guard case .expression(let value) = body, value.isBoolean(of: Set(parameters.map(\.text))) else {
      return nil
    }
    return parameters.count
  }
}
