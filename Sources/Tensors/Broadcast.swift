/// How the elements of two operands meet: a scalar with anything, `[n]` with each row of `[m, n]`, equal shapes.
struct Broadcast: Sendable {
  /// The result's shape.
  let shape: Shape
  /// The result as `rows` runs of `columns` elements.
  private let rows: Int
  private let columns: Int
  /// How far an operand moves for each row and each column.
  private let left: Steps
  private let right: Steps

  private struct Steps {
    let row: Int
    let column: Int

    static let scalar = Steps(row: 0, column: 0)
    static let repeated = Steps(row: 0, column: 1)

    func offset(_ row: Int, _ column: Int) -> Int { row * self.row + column * self.column }
  }

  /// Finds how the shapes meet, or says why they do not.
  static func of(_ left: Shape, _ right: Shape) -> Result<Broadcast, ShapeProblem> {
    if left == right { return .success(flat(left, .repeated, .repeated)) }
    if left.isScalar { return .success(flat(right, .scalar, .repeated)) }
    if right.isScalar { return .success(flat(left, .repeated, .scalar)) }
    if left.rank == 2, right.rank == 1, left.sizes[1] == right.sizes[0] {
      return .success(byRow(left, Steps(row: left.sizes[1], column: 1), .repeated))
    }
    if left.rank == 1, right.rank == 2, left.sizes[0] == right.sizes[1] {
      return .success(byRow(right, .repeated, Steps(row: right.sizes[1], column: 1)))
    }
    return .failure(problem(left, right))
  }

  /// Returns the kernel that computes `function` of each pair of elements that meet.
  @inline(__always)
  func kernel(_ function: @escaping @Sendable (Double, Double) -> Double) -> Operation.Kernel {
    if rows == 1 && columns == 1 { return { $1[0] = function($0[0][0], $0[1][0]) } }
    let (rows, columns, left, right) = (rows, columns, left, right)
    return { operands, result in
      let (a, b) = (operands[0], operands[1])
      var position = 0
      for row in 0..<rows {
        for column in 0..<columns {
          result[position] = function(a[left.offset(row, column)], b[right.offset(row, column)])
          position += 1
        }
      }
    }
  }

  private static func flat(_ shape: Shape, _ left: Steps, _ right: Steps) -> Broadcast {
    Broadcast(shape: shape, rows: 1, columns: shape.count, left: left, right: right)
  }

  private static func byRow(_ shape: Shape, _ left: Steps, _ right: Steps) -> Broadcast {
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
