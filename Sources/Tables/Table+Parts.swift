import Tensors

extension Table {
  /// The table of some rows, in their order.
  /// - Precondition: the table has these rows.
  public func rows(_ range: Range<Int>, name: String) -> Table {
    if range.count == rowCount {
      return Table(
        name: name, inputs: inputs, outputs: outputs, content: content, written: nil, leftOut: 0,
        classNames: classNames)
    }
    let k = outputs.count
    return Table(
      name: name, inputs: inputs, outputs: outputs, X: inputs(of: range),
      Y: Tensor([range.count, k], Array(Y.elements[range.lowerBound * k..<range.upperBound * k])),
      dontCare: Array(dontCare[range.lowerBound * k..<range.upperBound * k]), classNames: classNames)
  }

  /// The table of these rows, in their order.
  /// - Precondition: the table has these rows.
  public func rows(at indices: [Int], name: String) -> Table {
    let (n, k) = (inputs.count, outputs.count)
    let (X, Y, dontCare) = (X, Y, dontCare)
    return Table(
      name: name, inputs: inputs, outputs: outputs,
      X: Tensor([indices.count, n], indices.flatMap { X.elements[$0 * n..<($0 + 1) * n] }),
      Y: Tensor([indices.count, k], indices.flatMap { Y.elements[$0 * k..<($0 + 1) * k] }),
      dontCare: indices.flatMap { dontCare[$0 * k..<($0 + 1) * k] }, classNames: classNames)
  }

  /// The rows of tables one behind another.
  /// - Precondition: there is one, and all have the same columns.
  public static func joined(_ tables: [Table], name: String) -> Table {
    let (n, k) = (tables[0].inputs.count, tables[0].outputs.count)
    let rows = tables.reduce(0) { $0 + $1.rowCount }
    return Table(
      name: name, inputs: tables[0].inputs, outputs: tables[0].outputs,
      X: Tensor([rows, n], tables.flatMap(\.X.elements)), Y: Tensor([rows, k], tables.flatMap(\.Y.elements)),
      dontCare: tables.flatMap(\.dontCare), classNames: tables[0].classNames)
  }

  /// The table with other inputs, `[m, n]`.
  public func replacing(inputs X: Tensor, name: String) -> Table {
    Table(
      name: name, inputs: inputs, outputs: outputs, X: X, Y: Y, dontCare: dontCare, classNames: classNames)
  }

  /// The inputs minus the mean of that column in `other`, divided by its standard deviation.
  ///
  /// The deviation is that of all rows (divided by their number). A column whose values differ by rounding at most is
  /// only moved to 0, as if its deviation were 1. Values that are NaN count neither in the mean nor in the deviation.
  /// Source of the rule for constants: StandardScaler of scikit-learn.
  /// - Precondition: both tables have as many inputs, `other` at least one row.
  public func standardized(like other: Table, name: String) -> Table {
    let others = other.X
    let scales = (0..<inputs.count).map { column in
      Self.scale(
        stride(from: column, to: others.count, by: inputs.count).map { others.elements[$0] }
          .filter { !$0.isNaN })
    }
    let X = X
    let elements = X.elements.enumerated().map { index, value in
      let scale = scales[index % inputs.count]
      return (value * scale.unit - scale.mean) / scale.deviation
    }
    return replacing(inputs: Tensor(X.shape, elements), name: name)
  }

  /// The mean and the deviation of a column, in a unit in which their squares are numbers: the column is multiplied
  /// by a power of 2, which is 1 unless the squares would be infinite or 0.
  private static func scale(_ values: [Double]) -> (mean: Double, deviation: Double, unit: Double) {
    guard let least = values.min(), let greatest = values.max() else { return (0, 1, 1) }
    // The mean of equal values is rounded, and so would be the deviation: 1e-17 instead of 0.
    let largest = max(least.magnitude, greatest.magnitude)
    if greatest - least <= 16 * Double.ulpOfOne * largest { return (least, 1, 1) }
    let unit = largest > 1e100 ? 0x1p-600 : largest < 1e-100 ? 0x1p600 : 1
    let mean = Self.mean(values.map { $0 * unit })
    let squares = values.map { ($0 * unit - mean) * ($0 * unit - mean) }
    return (mean, Self.mean(squares).squareRoot(), unit)
  }

  /// The mean as the language computes it.
  private static func mean(_ values: [Double]) -> Double {
    switch Operation.mean(.all).apply([Tensor(values)]) {
    case .success(let mean): mean.elements[0]
    case .failure: 0
    }
  }
}
