import Tensors

extension Table {
  /// All rows of {0,1}ⁿ in counting order, `[2ⁿ, n]`: the first column changes slowest.
  /// - Precondition: n is at most 16.
  public static func countingRows(_ n: Int) -> Tensor {
    precondition(0...16 ~= n, "2^\(n) rows")
    return countingRows(n, codes: 0..<1 << n)
  }

  /// The rows of {0,1}ⁿ with these numbers, `[codes, n]`: the first column is the highest bit.
  public static func countingRows(_ n: Int, codes: Range<Int>) -> Tensor {
    Tensor([codes.count, n], codes.flatMap { code in (0..<n).map { Double(code >> (n - 1 - $0) & 1) } })
  }

  /// Whether the inputs are all of {0,1}ⁿ, each row once.
  public var isTruthTable: Bool { hasBooleanInputs && rowCount == 1 << inputs.count && missingCount == 0 }

  /// Whether every input is 0 or 1 and there are few enough of them for a truth table.
  public var hasBooleanInputs: Bool { inputs.count <= 16 && X.isBoolean }

  /// How many rows of {0,1}ⁿ the table lacks; 0 where the inputs are not Boolean.
  public var missingCount: Int { hasBooleanInputs ? present.count { !$0 } : 0 }

  /// Returns the first `limit` rows of {0,1}ⁿ that the table lacks, in counting order.
  public func missingRows(limit: Int) -> [[Double]] {
    guard hasBooleanInputs else { return [] }
    let n = inputs.count
    // Found once, not again for each row that is asked about.
    let present = present
    return present.indices.lazy.filter { !present[$0] }.prefix(limit).map { code in
      (0..<n).map { Double(code >> (n - 1 - $0) & 1) }
    }
  }

  /// Which rows of {0,1}ⁿ are there, by their number in counting order.
  private var present: [Bool] {
    let n = inputs.count
    var present = [Bool](repeating: false, count: 1 << n)
    for row in 0..<rowCount {
      let code = (0..<n).reduce(0) { $0 << 1 | (X.elements[row * n + $1] == 1 ? 1 : 0) }
      present[code] = true
    }
    return present
  }
}
