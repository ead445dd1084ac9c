extension Operation {
  /// Elements that move to other positions, in every row alike.
  public struct Movement: Sendable, Hashable {
    /// The number of rows.
    public let rows: Int
    /// The shape they come from, all rows together.
    public let source: Shape
    /// The shape they go to, all rows together.
    public let result: Shape
    /// For each element of a result's row, its position in the source's row.
    public let table: [Int]

    /// Makes the movement of one row.
    /// - Precondition: the table has a position for each element of the result.
    public init(from source: Shape, to result: Shape, table: [Int]) {
      precondition(table.count == result.count, "\(table.count) positions for \(result)")
      self.init(rows: 1, source: source, result: result, table: table)
    }

    /// Makes the movement of each of so many rows; nil where a position is not inside, or a row has no whole elements.
    public init?(rows: Int, source: Shape, result: Shape, positions: [Int]) {
      guard rows >= 0, positions.count.saturatingProduct(rows) == result.count else { return nil }
      let size = rows == 0 ? 0 : source.count / rows
      guard size * rows == source.count, positions.allSatisfy({ 0..<size ~= $0 }) else { return nil }
      self.init(rows: rows, source: source, result: result, table: positions)
    }

    private init(rows: Int, source: Shape, result: Shape, table: [Int]) {
      self.rows = rows
      self.source = source
      self.result = result
      self.table = table
    }

    /// Returns the same movement in each of `rows` rows.
    public func inEach(of rows: Int) -> Movement {
      Movement(
        rows: self.rows * rows, source: source.prefixed(by: rows), result: result.prefixed(by: rows),
        table: table)
    }

    /// The elements of a source's row.
    var rowSize: Int { rows == 0 ? 0 : source.count / rows }
  }

  func moved(_ operand: Shape, from source: Shape, to result: Shape) -> Result<Shape, ShapeProblem> {
    guard operand == source else {
      return .failure(ShapeProblem("\(name) takes \(source), not \(operand)", operand: 0))
    }
    return .success(result)
  }
}

extension Operation.Movement {
  /// Makes the movement of the elements at these positions of a shape.
  /// - Precondition: the positions are inside.
  public init(of items: [Operation.IndexItem], in shape: Shape) {
    self.init(
      from: shape, to: Operation.shape(of: items, in: shape), table: Operation.offsets(of: items, in: shape))
  }

  /// Makes the movement that transposes a matrix; a vector and a number stay as they are.
  public init(transposing shape: Shape) {
    guard let turned = shape.transposed else {
      self.init(from: shape, to: shape, table: Array(0..<shape.count))
      return
    }
    let (rows, columns) = (shape.sizes[0], shape.sizes[1])
    self.init(
      from: shape, to: turned,
      table: (0..<columns).flatMap { column in (0..<rows).map { $0 * columns + column } })
  }

  /// Whether every element stays where it is, so that only the shape changes.
  public var staysInOrder: Bool { table == Array(0..<source.count) }
}
