extension Operation {
  /// The numbers that operations of a family differ in, where others must read them.
  public indirect enum Setting: Sendable {
    /// Nothing that others must know.
    case none
    /// Another operation, applied to each row.
    case eachRow(EachRow)
    /// Where each element comes from.
    case movement(Movement)
    /// How a convolution's window moves.
    case convolution(Convolution)
    /// The window of a pooling.
    case pooling(Pooling)
    /// The share of elements that dropout drops.
    case dropout(Double)
  }

  /// An operation for one row and the rows it is applied to.
  public struct EachRow: Sendable {
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
  }

  /// Elements that move to other places, in every row alike.
  public struct Movement: Sendable, Hashable {
    /// The number of rows.
    public let rows: Int
    /// The shape they come from, all rows together.
    public let source: Shape
    /// The shape they go to, all rows together.
    public let result: Shape
    /// For each element of a result's row, its place in the source's row.
    public let table: [Int]

    /// Makes the movement of one row.
    /// - Precondition: the table has a place for each element of the result.
    public init(from source: Shape, to result: Shape, table: [Int]) {
      precondition(table.count == result.count, "\(table.count) places for \(result)")
      self.init(rows: 1, source: source, result: result, table: table)
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
}

extension Operation.Setting {
  /// The operation for one row, of an operation on rows.
  public var eachRow: Operation.EachRow? { if case .eachRow(let eachRow) = self { eachRow } else { nil } }
  /// The movement of elements, of a gather or scatter.
  public var movement: Operation.Movement? {
    if case .movement(let movement) = self { movement } else { nil }
  }
  /// How the window moves, of a convolution.
  public var convolution: Operation.Convolution? {
    if case .convolution(let convolution) = self { convolution } else { nil }
  }
  /// The window, of a pooling.
  public var pooling: Operation.Pooling? { if case .pooling(let pooling) = self { pooling } else { nil } }
  /// The share that is dropped, of a dropout.
  public var dropout: Double? { if case .dropout(let share) = self { share } else { nil } }
}
