import Diagnostics
import Tables
import Tensors
import Wording

/// Two models compared on all rows of a table.
struct Comparison: Sendable {
  /// How equal the sides must be.
  enum Tolerance: Sendable {
    case exactly
    case within(Double)

    /// Whether two outputs are equal.
    func allows(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .exactly: a == b
      case .within(let bound): (a - b).magnitude <= bound
      }
    }
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

  /// How many rows differ, in words.
  var reason: Message {
    switch (differing, rowCount) {
    case (1, 1): "\(differing) of \(rowCount) row differs"
    case (1, _): "\(differing) of \(rowCount) rows differs"
    case (_, _): "\(differing) of \(rowCount) rows differ"
    }
  }
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
      let numbers = table.rowCount.saturatingSum(table.isCounted ? table.heldCount : table.valueCount)
      try gauge.charge(numbers.saturatingProduct(500), at: range)
    }
    let rows = try comparedRows(left, right, at: range)
    guard let first = try side(left, rows.tables.first, on: rows, at: range),
      let second = try side(right, rows.tables.last, on: rows, at: range)
    else { return nil }
    var tally = Tally()
    for block in Table.blocks(ofRows: rows.count) {
      let before = gauge.liveBytes
      let x = rows.inputs(of: block)
      let a = try results(of: first, on: x, at: range)
      let b = try results(of: second, on: x, at: range)
      guard a.shape == b.shape else {
        throw .error(
          .shapeMismatch,
          "the left side gives \(counted(a.shape.sizes[1], "output")), the right side \(b.shape.sizes[1])",
          at: range)
      }
      tally.add(x, a, b, rows.freeOutputs(of: x, width: a.shape.sizes[1]), tolerance)
      gauge.keep(bytes: 0, since: before)
    }
    guard tally.asked > 0 else {
      throw .error(
        .emptyComparison, "there is nothing to compare: no row has an output that is asked", at: range,
        hint: "give the table rows with outputs other than -")
    }
    if mode == .check { return nil }
    return Comparison(
      rowCount: tally.asked, isPartial: rows.tables.contains { $0.table.missingCount > 0 },
      differing: tally.differing, first: tally.first, inputNames: rows.inputNames)
  }

  /// Counts the rows on which two models differ.
  private struct Tally {
    private(set) var asked = 0
    private(set) var differing = 0
    private(set) var first: Comparison.Difference?

    /// Looks at the next rows; `free` tells which outputs do not count, row by row, and is empty where all do.
    mutating func add(
      _ x: Tensor, _ a: Tensor, _ b: Tensor, _ free: [Bool], _ tolerance: Comparison.Tolerance
    ) {
      let width = a.shape.sizes[1]
      for row in 0..<a.shape.sizes[0] {
        let places = row * width..<(row + 1) * width
        guard free.isEmpty ? width > 0 : places.contains(where: { !free[$0] }) else { continue }
        asked += 1
        let agrees = places.allSatisfy { place in
          !free.isEmpty && free[place] || tolerance.allows(a.elements[place], b.elements[place])
        }
        if agrees { continue }
        differing += 1
        if first == nil { first = .init(inputs: x.row(row), left: a.row(row), right: b.row(row)) }
      }
    }
  }

  /// The rows that two models are compared on, and the tables whose free outputs do not count.
  private struct Rows {
    /// The table that has the rows; without one they are all rows of {0,1}ⁿ.
    let table: Table?
    let inputNames: [String]
    let tables: [IndexedTable]

    var count: Int { table?.rowCount ?? 1 << inputNames.count }

    func inputs(of rows: Range<Int>) -> Tensor {
      table?.inputs(of: rows) ?? Table.countingRows(inputNames.count, codes: rows)
    }

    /// For each output of each row, whether some table leaves it free; empty where none does.
    func freeOutputs(of x: Tensor, width: Int) -> [Bool] {
      let loose = tables.filter(\.hasDontCares)
      guard !loose.isEmpty else { return [] }
      var free = [Bool](repeating: false, count: x.shape.sizes[0] * width)
      for table in loose {
        for row in 0..<x.shape.sizes[0] {
          guard let number = table.number(of: x.row(row)) else { continue }
          for column in 0..<width where table.table.isFree(row: number, column: column) {
            free[row * width + column] = true
          }
        }
      }
      return free
    }
  }

  /// A table whose rows can be found by their inputs.
  private struct IndexedTable {
    let table: Table
    let hasDontCares: Bool
    /// The numbers of the rows by their inputs; none where the inputs are counted.
    private let rowNumbers: [[UInt64]: Int]

    init(_ table: Table) {
      self.table = table
      hasDontCares = table.hasDontCares
      guard !table.isCounted else {
        rowNumbers = [:]
        return
      }
      let X = table.X
      let rows = (0..<table.rowCount).map { (Self.key(X.row($0)), $0) }
      rowNumbers = Dictionary(rows) { first, _ in first }
    }

    func number(of row: Tensor) -> Int? {
      guard table.isCounted else { return rowNumbers[Self.key(row)] }
      return row.isBoolean ? row.elements.reduce(0) { $0 << 1 | ($1 == 1 ? 1 : 0) } : nil
    }

    /// What is the same for equal rows, also where they hold a NaN.
    private static func key(_ row: Tensor) -> [UInt64] {
      row.elements.map { $0 == 0 ? 0 : $0.canonical.bitPattern }
    }

    /// A row of `other` that it does not have.
    func firstMissingRow(of other: Table) -> Tensor? {
      if table.isCounted && other.isCounted { return nil }
      return (0..<other.rowCount).lazy.map { other.inputs(of: $0..<$0 + 1).row(0) }.first {
        number(of: $0) == nil
      }
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
        guard let missing = other.firstMissingRow(of: table) else { continue }
        throw .error(
          .rowsMissing, "this table has no row \(missing.text())", at: range,
          hint: "write both tables for the same rows")
      }
      return Rows(table: a, inputNames: a.inputs, tables: [first, second])
    case (.table(let table), _), (_, .table(let table)):
      for (side, other) in [(left, right), (right, left)] where side.value.shape != nil {
        throw .error(
          .typeMismatch, "\(side.value.kindText) is no net and no table, so it is not compared with a table",
          at: side.range,
          hint: "compare the net itself, or the column \(other.range.text).\(table.outputs.first ?? "y")")
      }
      return Rows(table: table, inputNames: table.inputs, tables: [IndexedTable(table)])
    case (.callable(.function(let function)), let other), (let other, .callable(.function(let function))):
      guard let count = function.booleanInputCount, count <= Table.mostTruthInputs,
        let second = other.booleanInputCount
      else { throw notComparable(left, right, at: range) }
      guard count == second else {
        throw .error(
          .inputCount,
          "the formulas take \(left.value.booleanInputCount ?? 0) and \(counted(right.value.booleanInputCount ?? 0, "input"))",
          at: range)
      }
      return Rows(table: nil, inputNames: function.parameters.map(\.text), tables: [])
    case (.callable(.net(let a)), .callable(.net(let b)))
    where a.inputCount == b.inputCount && a.inputCount <= Table.mostTruthInputs:
      for (net, range) in [(a, left.range), (b, right.range)] where !net.isThreshold {
        throw .error(
          .typeMismatch, "two nets are compared on all 0/1 inputs if both are made of step units", at: range,
          hint: "compare with a table, or use ~ … within")
      }
      return Rows(table: nil, inputNames: (0..<a.inputCount).map { "x\($0 + 1)" }, tables: [])
    case (.callable(.net(let a)), .callable(.net(let b))) where a.inputCount == b.inputCount:
      throw .error(
        .tableTooLarge, "\(a.inputCount) inputs make 2^\(a.inputCount) rows", at: range,
        hint: "nets of at most \(Table.mostTruthInputs) inputs are compared on all rows")
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
    if let column = [left, right].first(where: { $0.value.shape != nil && $0.range.text.hasSuffix(".y") }) {
      let table = String(column.range.text.dropLast(2))
      return .error(
        .typeMismatch, "\(left.value.kindText) and \(right.value.kindText) cannot be compared", at: range,
        hint: "compare with the table itself: \(table.prefix(60))", edit: .init(column.range, table))
    }
    return .error(
      .typeMismatch, "\(left.value.kindText) and \(right.value.kindText) cannot be compared", at: range,
      hint: areOfNumbers && values.count <= 60
        ? "compare their values, such as \(values)" : "compare with a table of all rows")
  }

  /// A side of a comparison.
  private enum Side {
    case table(IndexedTable)
    case net(Net)
  }

  /// The side that an operand is, `table` if it is one; nil where it is not known.
  private mutating func side(
    _ operand: Operand, _ table: IndexedTable?, on rows: Rows, at range: SourceRange
  ) throws(Stop) -> Side? {
    if case .table = operand.value { return table.map(Side.table) }
    let net = try predictor(operand.value, inputCount: rows.inputNames.count, at: operand.range)
    guard let net else { return nil }
    // The work of all blocks is refused before the first of them is done.
    var gauge = gauge
    try gauge.charge(net.graph.cost(of: [net.output]).saturatingProduct(rows.count), at: range)
    return .net(net)
  }

  /// What a side says on each row, [m, k].
  private mutating func results(of side: Side, on x: Tensor, at range: SourceRange) throws(Stop) -> Tensor {
    let count = x.shape.sizes[0]
    switch side {
    case .net(let net):
      return Tensor([count, net.outputCount], try evaluate(net, rows: x, at: range).elements)
    case .table(let indexed):
      let columns = indexed.table.outputs.indices
      let elements = (0..<count).flatMap { row in
        indexed.number(of: x.row(row)).map { number in
          columns.map { indexed.table.output(ofRow: number, column: $0) }
        } ?? []
      }
      return Tensor([count, columns.count], elements)
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
