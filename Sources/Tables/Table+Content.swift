import Tensors

extension Table.Content {
  /// How many rows there are for n inputs.
  func rowCount(_ n: Int) -> Int {
    switch self {
    case .listed(let X, _, _): X.shape.sizes[0]
    case .counted: 1 << n
    }
  }

  /// A row of n inputs and k outputs as one would write it.
  func row(_ row: Int, _ n: Int, _ k: Int) -> Table.WrittenRow {
    switch self {
    case .listed(let X, let Y, let dontCare):
      Table.WrittenRow(
        inputs: (row * n..<(row + 1) * n).map { PatternValue(X.elements[$0]) },
        outputs: (row * k..<(row + 1) * k).map { dontCare[$0] ? .any : PatternValue(Y.elements[$0]) })
    case .counted(let values):
      Table.WrittenRow(
        inputs: (0..<n).map { row >> (n - 1 - $0) & 1 == 1 ? .one : .zero },
        outputs: (row * k..<(row + 1) * k).map { values[$0].pattern })
    }
  }

  /// The same rows of n inputs and k outputs with their inputs.
  func listed(_ n: Int, _ k: Int) -> Table.Content {
    guard case .counted(let values) = self else { return self }
    return .listed(
      X: Table.countingRows(n), Y: Tensor([1 << n, k], values.map(\.number)),
      dontCare: values.map { $0 == .any })
  }
}

extension Table {
  /// The inputs, `[m, n]`.
  /// - Complexity: O(m·n) where the inputs are counted.
  public var X: Tensor {
    switch content {
    case .listed(let X, _, _): X
    case .counted: Self.countingRows(inputs.count)
    }
  }

  /// The outputs, `[m, k]`; NaN where none is asked, so that a don't-care is never taken for a number.
  /// - Complexity: O(m·k) where the inputs are counted.
  public var Y: Tensor {
    switch content {
    case .listed(_, let Y, _): Y
    case .counted(let values): Tensor([rowCount, outputs.count], values.map(\.number))
    }
  }

  /// Where in ``Y`` any value is right.
  /// - Complexity: O(m·k) where the inputs are counted.
  public var dontCare: [Bool] {
    switch content {
    case .listed(_, _, let dontCare): dontCare
    case .counted(let values): values.map { $0 == .any }
    }
  }

  /// Whether some output does not matter.
  public var hasDontCares: Bool {
    switch content {
    case .listed(_, _, let dontCare): dontCare.contains(true)
    case .counted(let values): values.contains(.any)
    }
  }

  /// Whether it is a truth table of so many rows that its inputs are counted, and not held.
  public var isCounted: Bool { if case .counted = content { true } else { false } }

  /// The same table with its inputs held, so that each row can be taken from ``X``.
  public var listed: Table {
    Table(
      name: name, inputs: inputs, outputs: outputs, content: content.listed(inputs.count, outputs.count),
      written: patterns, leftOut: leftOut, classNames: classNames)
  }

  /// How many numbers its columns have together.
  public var valueCount: Int { rowCount * (inputs.count + outputs.count) }

  /// How many numbers it holds.
  public var heldCount: Int { isCounted ? rowCount * outputs.count : valueCount }

  /// The inputs of some rows, `[rows, n]`.
  public func inputs(of rows: Range<Int>) -> Tensor {
    let n = inputs.count
    switch content {
    case .listed(let X, _, _):
      if rows.count == rowCount { return X }
      return Tensor([rows.count, n], Array(X.elements[rows.lowerBound * n..<rows.upperBound * n]))
    case .counted: return Self.countingRows(n, codes: rows)
    }
  }

  /// The output of a row in a column; NaN where none is asked.
  public func output(ofRow row: Int, column: Int) -> Double {
    let index = row * outputs.count + column
    switch content {
    case .listed(_, let Y, _): return Y.elements[index]
    case .counted(let values): return values[index].number
    }
  }

  /// Whether any output of a row will do in a column.
  public func isFree(row: Int, column: Int) -> Bool {
    let index = row * outputs.count + column
    switch content {
    case .listed(_, _, let dontCare): return dontCare[index]
    case .counted(let values): return values[index] == .any
    }
  }

  /// The parts of so many rows that are computed at once: those of a large table would fill the memory.
  public static func blocks(ofRows count: Int) -> [Range<Int>] {
    // Without rows there is one part, which has none.
    stride(from: 0, to: max(count, 1), by: maximalRows).map { $0..<min($0 + maximalRows, count) }
  }
}
