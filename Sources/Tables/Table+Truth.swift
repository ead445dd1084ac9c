import Tensors

extension Table {
  /// All rows of {0,1}ⁿ in counting order, `[2ⁿ, n]`: the first column changes slowest.
  /// - Precondition: n is at most ``mostTruthInputs``.
  public static func countingRows(_ n: Int) -> Tensor {
    precondition(0...mostTruthInputs ~= n, "2^\(n) rows")
    return countingRows(n, codes: 0..<1 << n)
  }

  /// The rows of {0,1}ⁿ with these numbers, `[codes, n]`: the first column is the highest bit.
  public static func countingRows(_ n: Int, codes: Range<Int>) -> Tensor {
    var elements = [Double](repeating: 0, count: codes.count * n)
    for code in codes {
      let start = (code - codes.lowerBound) * n
      for column in 0..<n where code >> (n - 1 - column) & 1 == 1 { elements[start + column] = 1 }
    }
    return Tensor([codes.count, n], elements)
  }

  /// Whether the inputs are all of {0,1}ⁿ, each row once.
  public var isTruthTable: Bool { hasBooleanInputs && rowCount == 1 << inputs.count && missingCount == 0 }

  /// Whether every input is 0 or 1 and there are few enough of them for a truth table.
  public var hasBooleanInputs: Bool {
    isCounted || inputs.count <= Self.mostTruthInputs && X.isBoolean
  }

  /// How many rows of {0,1}ⁿ the table lacks; 0 where the inputs are not Boolean.
  public var missingCount: Int { isCounted || !hasBooleanInputs ? 0 : present.count { !$0 } }

  /// Returns the first `limit` rows of {0,1}ⁿ that the table lacks, in counting order.
  public func missingRows(limit: Int) -> [[Double]] {
    guard !isCounted, hasBooleanInputs else { return [] }
    let n = inputs.count
    // Found once, not again for each row that is asked about.
    let present = present
    return present.indices.lazy.filter { !present[$0] }.prefix(limit).map { code in
      (0..<n).map { Double(code >> (n - 1 - $0) & 1) }
    }
  }

  /// The number of a row of zeros and ones in counting order, the first input its highest bit.
  public func code(ofRow row: Int) -> Int {
    let n = inputs.count
    guard case .listed(let X, _, _) = content else { return row }
    return (0..<n).reduce(0) { $0 << 1 | (X.elements[row * n + $1] == 1 ? 1 : 0) }
  }

  /// Which rows of {0,1}ⁿ are there, by their number in counting order.
  private var present: [Bool] {
    var present = [Bool](repeating: false, count: 1 << inputs.count)
    for row in 0..<rowCount { present[code(ofRow: row)] = true }
    return present
  }
}
