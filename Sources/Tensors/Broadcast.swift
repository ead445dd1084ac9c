import Wording

/// How the elements of two operands meet: a scalar with anything, `[n]` with each row of `[m, n]`, equal shapes.
struct Broadcast {
  /// How an operand moves along the rows and columns of an element-wise result.
  struct Steps {
    let row: Int
    let column: Int

    static let scalar = Steps(row: 0, column: 0)
    static let repeated = Steps(row: 0, column: 1)
  }

  /// The result's shape.
  let shape: Shape
  /// The result as `rows` runs of `columns` elements.
  let rows: Int
  let columns: Int
  /// How far each operand moves for each row and each column.
  let steps: [Steps]

  private init(_ shape: Shape, rows: Int, columns: Int, _ steps: [Steps]) {
    self.shape = shape
    self.rows = rows
    self.columns = columns
    self.steps = steps
  }

  private init(flat shape: Shape, _ steps: [Steps]) {
    self.init(shape, rows: 1, columns: shape.count, steps)
  }

  /// Finds how the shapes meet; nil where they do not.
  init?(_ left: Shape, _ right: Shape) {
    if left == right {
      self.init(flat: left, [.repeated, .repeated])
    } else if left.isScalar {
      self.init(flat: right, [.scalar, .repeated])
    } else if right.isScalar {
      self.init(flat: left, [.repeated, .scalar])
    } else if left.rank == 2, right.rank == 1, left.sizes[1] == right.sizes[0] {
      let (rows, columns) = (left.sizes[0], left.sizes[1])
      self.init(left, rows: rows, columns: columns, [Steps(row: columns, column: 1), .repeated])
    } else if left.rank == 1, right.rank == 2, left.sizes[0] == right.sizes[1] {
      let (rows, columns) = (right.sizes[0], right.sizes[1])
      self.init(right, rows: rows, columns: columns, [.repeated, Steps(row: columns, column: 1)])
    } else {
      return nil
    }
  }

  /// Numbers among operands of one shape.
  init(_ operands: [Shape], repeatedIn shape: Shape) {
    self.init(flat: shape, operands.map { $0.isScalar ? .scalar : .repeated })
  }

  /// The same with a number as a third operand.
  var withNumber: Broadcast { Broadcast(shape, rows: rows, columns: columns, steps + [.scalar]) }

  /// Returns the shape of what meets, or why nothing does.
  static func shape(_ left: Shape, _ right: Shape) -> Result<Shape, ShapeProblem> {
    // Most operands have one shape, which needs no steps yet.
    if left == right { return .success(left) }
    return Broadcast(left, right).map { .success($0.shape) } ?? .failure(problem(left, right))
  }

  private static func problem(_ left: Shape, _ right: Shape) -> ShapeProblem {
    let partners: Message =
      if left.rank == 1 || right.rank == 1 {
        "a vector goes with a number, a vector of the same length, or the rows of a matrix"
      } else if left.rank == 2 || right.rank == 2 {
        "a matrix goes with a number, a matrix of the same sizes, or a vector as long as its rows"
      } else {
        "an array goes with a number or an array of the same sizes"
      }
    return ShapeProblem("\(left) and \(right) do not fit: \(partners)", hint: hint(left, right))
  }

  private static func hint(_ left: Shape, _ right: Shape) -> Message? {
    if let turned = left.transposed, turned == right || [turned.sizes[1]] == right.sizes {
      return "transpose the left side with .T: it is then \(turned)"
    }
    if let turned = right.transposed, [turned.sizes[1]] == left.sizes {
      return "transpose the right side with .T: it is then \(turned)"
    }
    return nil
  }
}

extension Shape {
  /// The shape of the transpose, if this is a matrix's.
  var transposed: Shape? { rank == 2 ? [sizes[1], sizes[0]] : nil }
}
