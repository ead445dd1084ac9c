extension Operation {
  /// An operation for one row and the rows it is applied to.
  public struct EachRow: Sendable, Hashable {
    /// The operation for one row.
    public let operation: Operation
    /// The number of rows.
    public let rows: Int
    /// For each operand, whether it has a first axis of rows; otherwise it is the same for all.
    public let perRow: [Bool]

    /// Returns what one row has of operands of these shapes.
    public func rowShapes(_ shapes: [Shape]) -> [Shape] {
      zip(shapes, perRow).map { shape, perRow in perRow ? shape.droppingFirst() : shape }
    }

    func shape(of operands: [Shape]) -> Result<Shape, ShapeProblem> {
      if let odd = operands.indices.first(where: { perRow[$0] && operands[$0].sizes.first != rows }) {
        return .failure(ShapeProblem("\(operands[odd].phrase) does not have \(rows) rows", operand: odd))
      }
      return operation.shape(of: rowShapes(operands)).map { $0.prefixed(by: rows) }
    }

    /// The operation of one row, of what was prepared for all.
    func one(of all: Prepared) -> Prepared {
      Prepared(operation, on: rowShapes(all.operands), giving: all.shape.droppingFirst())
    }
  }

  /// Applies an operation to each of `rows` rows and puts the results one behind the other.
  ///
  /// A row has the bits of a single application.
  /// Shapes: operands with `perRow` `[rows]` + the operand of one row, the others as for one row.
  public static func eachRow(_ operation: Operation, rows: Int, perRow: [Bool]) -> Operation {
    .eachRow(EachRow(operation: operation, rows: rows, perRow: perRow))
  }
}
