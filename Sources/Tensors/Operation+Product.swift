import CKernels

extension Operation {
  /// The matrix product: `[n]@[n]` a number, `[m,n]@[n]` `[m]`, `[n]@[n,k]` `[k]`, `[m,n]@[n,k]` `[m,k]`.
  ///
  /// Each output has one accumulator, k ascending by fused multiply-add, in chunks of 256 that are added
  /// in ascending order (rule R2). Cost m·n·k.
  public static let matrixProduct = Operation("matrixProduct", linearity: .inEach) { shapes in
    expect(2, shapes, "matrixProduct")
    return productSizes(shapes[0], shapes[1]).map { sizes in
      let (m, n, k) = (sizes.rows, sizes.inner, sizes.columns)
      let shape = Shape((shapes[0].rank == 2 ? [m] : []) + (shapes[1].rank == 2 ? [k] : []))
      return Prepared(
        shape: shape, cost: m.saturatingProduct(n).saturatingProduct(k), kernel: .product(m, n, k))
    }
  }

  /// The transpose of a matrix; a vector and a number are their own.
  public static let transpose = Operation("transpose", linearity: .joint) { shapes in
    expect(1, shapes, "transpose")
    let shape = shapes[0]
    guard shape.rank <= 2 else {
      return .failure(ShapeProblem(".T turns a matrix, not \(shape)", operand: 0))
    }
    guard let turned = shape.transposed else { return .success(copy(shape)) }
    let (rows, columns) = (shape.sizes[0], shape.sizes[1])
    return .success(
      Prepared(shape: turned, cost: shape.count, kernel: .transpose(rows, columns)))
  }

  private static func copy(_ shape: Shape) -> Prepared {
    Prepared(shape: shape, cost: shape.count, kernel: .map(NNB_COPY, count: shape.count))
  }

  private static func productSizes(
    _ left: Shape, _ right: Shape
  ) -> Result<(rows: Int, inner: Int, columns: Int), ShapeProblem> {
    for (operand, shape) in [left, right].enumerated() {
      if shape.isScalar {
        return .failure(
          ShapeProblem("@ takes vectors and matrices, not a number", hint: "write *", operand: operand))
      }
      if shape.rank > 2 {
        return .failure(ShapeProblem("@ takes vectors and matrices, not \(shape)", operand: operand))
      }
    }
    let inner = left.sizes[left.rank - 1]
    guard inner == right.sizes[0] else { return .failure(innerProblem(left, right)) }
    let rows = left.rank == 2 ? left.sizes[0] : 1
    let columns = right.rank == 2 ? right.sizes[1] : 1
    return .success((rows, inner, columns))
  }

  private static func innerProblem(_ left: Shape, _ right: Shape) -> ShapeProblem {
    let inner = left.sizes[left.rank - 1]
    var hint: String?
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
}
