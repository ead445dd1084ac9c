import Wording

/// The sizes of a product of `[rows, inner]` and `[inner, columns]`, vectors read as such.
struct ProductSizes {
  let rows: Int
  let inner: Int
  let columns: Int

  /// - Precondition: the shapes are those of vectors and matrices that fit.
  init(_ operands: [Shape]) {
    let (left, right) = (operands[0], operands[1])
    rows = left.rank == 2 ? left.sizes[0] : 1
    inner = left.sizes[left.rank - 1]
    columns = right.rank == 2 ? right.sizes[1] : 1
  }

  var cost: Int { rows.saturatingProduct(inner).saturatingProduct(columns) }
}

extension Operation {
  static func productShape(_ left: Shape, _ right: Shape) -> Result<Shape, ShapeProblem> {
    for (operand, shape) in [left, right].enumerated() {
      if shape.isScalar {
        return .failure(
          ShapeProblem("@ takes vectors and matrices, not a number", hint: "write *", operand: operand))
      }
      if shape.rank > 2 {
        return .failure(ShapeProblem("@ takes vectors and matrices, not \(shape)", operand: operand))
      }
    }
    guard left.sizes[left.rank - 1] == right.sizes[0] else { return .failure(innerProblem(left, right)) }
    return .success(Shape(Array(left.sizes.dropLast() + right.sizes.dropFirst())))
  }

  private static func innerProblem(_ left: Shape, _ right: Shape) -> ShapeProblem {
    let inner = left.sizes[left.rank - 1]
    var hint: Message?
    if let turned = right.transposed, turned.sizes[0] == inner {
      hint = "transpose the right side with .T: it is then \(turned)"
    } else if let turned = left.transposed, turned.sizes[1] == right.sizes[0] {
      hint = "transpose the left side with .T: it is then \(turned)"
    } else if left.rank == 2, right.rank == 1, left.sizes[0] == right.sizes[0] {
      hint = "write the vector on the left: \(right) @ \(left)"
    } else if left.rank == 1, right.rank == 2, right.sizes[1] == inner {
      hint = "write the vector on the right: \(right) @ \(left)"
    }
    return ShapeProblem(
      "\(left) and \(right) do not fit: the inner sizes are \(inner) and \(right.sizes[0])", hint: hint)
  }

  static func transposedShape(_ shape: Shape) -> Result<Shape, ShapeProblem> {
    guard shape.rank <= 2 else {
      return .failure(ShapeProblem(".T turns a matrix, not \(shape)", operand: 0))
    }
    return .success(shape.transposed ?? shape)
  }
}
