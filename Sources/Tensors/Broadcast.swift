import CKernels

/// How the elements of two operands meet: a scalar with anything, `[n]` with each row of `[m, n]`, equal shapes.
struct Broadcast: Sendable {
  /// The result's shape.
  let shape: Shape
  /// The result as `rows` runs of `columns` elements.
  private let rows: Int
  private let columns: Int
  /// How far an operand moves for each row and each column.
  private let left: Kernel.Steps
  private let right: Kernel.Steps

  /// Finds how the shapes meet, or says why they do not.
  static func of(_ left: Shape, _ right: Shape) -> Result<Broadcast, ShapeProblem> {
    if left == right { return .success(flat(left, .repeated, .repeated)) }
    if left.isScalar { return .success(flat(right, .scalar, .repeated)) }
    if right.isScalar { return .success(flat(left, .repeated, .scalar)) }
    if left.rank == 2, right.rank == 1, left.sizes[1] == right.sizes[0] {
      return .success(byRow(left, Kernel.Steps(row: left.sizes[1], column: 1), .repeated))
    }
    if left.rank == 1, right.rank == 2, left.sizes[0] == right.sizes[1] {
      return .success(byRow(right, .repeated, Kernel.Steps(row: right.sizes[1], column: 1)))
    }
    return .failure(problem(left, right))
  }

  /// Returns the kernel that computes the function `code` of the elements that meet; a third operand is a number.
  func kernel(_ code: nnb_code, third: Bool = false) -> Kernel {
    .meet(code, rows: rows, columns: columns, [left, right] + (third ? [.scalar] : []))
  }

  private static func flat(_ shape: Shape, _ left: Kernel.Steps, _ right: Kernel.Steps) -> Broadcast {
    Broadcast(shape: shape, rows: 1, columns: shape.count, left: left, right: right)
  }

  private static func byRow(_ shape: Shape, _ left: Kernel.Steps, _ right: Kernel.Steps) -> Broadcast {
    Broadcast(shape: shape, rows: shape.sizes[0], columns: shape.sizes[1], left: left, right: right)
  }

  private static func problem(_ left: Shape, _ right: Shape) -> ShapeProblem {
    let partners =
      if left.rank == 1 || right.rank == 1 {
        "a vector goes with a number, a vector of the same length, or the rows of a matrix"
      } else if left.rank == 2 || right.rank == 2 {
        "a matrix goes with a number, a matrix of the same sizes, or a vector as long as its rows"
      } else {
        "an array goes with a number or an array of the same sizes"
      }
    return ShapeProblem("\(left) and \(right) do not fit: \(partners)", hint: hint(left, right))
  }

  private static func hint(_ left: Shape, _ right: Shape) -> String? {
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
