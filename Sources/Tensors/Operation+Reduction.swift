extension Operation {
  /// What a reduction runs along.
  public enum Along: String, Sendable, Hashable, CaseIterable {
    /// Everything: one number.
    case all
    /// Along each row: one number a row.
    case rows
    /// Along each column: one number a column.
    case columns
  }

  /// The sum of the elements, 0 of none; 16 virtual lanes, then the tree 8-4-2-1 (rule R3).
  public static func sum(_ along: Along) -> Operation {
    reduction("sum", along, linearity: .joint, empty: .zero) { lanes($0, $1, $2, start: -0.0, +) }
  }

  /// The arithmetic mean: the sum divided by the number of elements.
  public static func mean(_ along: Along) -> Operation {
    reduction("mean", along, linearity: .joint, empty: .refused) {
      lanes($0, $1, $2, start: -0.0, +) / Double($1)
    }
  }

  /// The smallest element; NaN if one is.
  public static func min(_ along: Along) -> Operation {
    reduction("min", along, empty: .refused) { lanes($0, $1, $2, start: .infinity, smaller) }
  }

  /// The largest element; NaN if one is.
  public static func max(_ along: Along) -> Operation {
    reduction("max", along, empty: .refused) { lanes($0, $1, $2, start: -.infinity, larger) }
  }

  /// What a reduction of nothing gives.
  private enum Empty { case zero, refused }

  /// Reduces `count` elements that stand `stride` apart.
  private typealias Fold = @Sendable (_ first: UnsafePointer<Double>, _ count: Int, _ stride: Int) -> Double

  private static func reduction(
    _ name: String, _ along: Along, linearity: Linearity = .none, empty: Empty, _ fold: @escaping Fold
  ) -> Operation {
    Operation(along == .all ? name : "\(name) along \(along)", linearity: linearity) { shapes in
      expect(1, shapes, name)
      let shape = shapes[0]
      guard along == .all || shape.rank == 2 else {
        let hint = shape.rank == 1 ? "leave along out" : nil
        return .failure(ShapeProblem("only a matrix has \(along); this is \(shape.phrase)", hint: hint))
      }
      if shape.count == 0 && empty == .refused {
        return .failure(ShapeProblem("\(shape) has no elements to take the \(name) of", operand: 0))
      }
      return .success(prepared(shape, along, empty, fold))
    }
  }

  private static func prepared(_ shape: Shape, _ along: Along, _ empty: Empty, _ fold: @escaping Fold)
    -> Prepared
  {
    let count = shape.count
    switch along {
    case .all:
      return Prepared(shape: .scalar, cost: count) { $1[0] = count == 0 ? 0 : fold($0[0], count, 1) }
    case .rows:
      let (rows, columns) = (shape.sizes[0], shape.sizes[1])
      return Prepared(shape: [rows], cost: count) { operands, result in
        for row in 0..<rows {
          result[row] = columns == 0 ? 0 : fold(operands[0] + row * columns, columns, 1)
        }
      }
    case .columns:
      let (rows, columns) = (shape.sizes[0], shape.sizes[1])
      return Prepared(shape: [columns], cost: count) { operands, result in
        for column in 0..<columns {
          result[column] = rows == 0 ? 0 : fold(operands[0] + column, rows, columns)
        }
      }
    }
  }

  /// Folds in 16 virtual lanes, element i in lane i mod 16, which then meet as a tree 8-4-2-1.
  @inline(__always)
  static func lanes(
    _ first: UnsafePointer<Double>, _ count: Int, _ stride: Int, start: Double,
    _ combine: (Double, Double) -> Double
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 16) { lane in
      lane.initialize(repeating: start)
      for i in 0..<count { lane[i & 15] = combine(lane[i & 15], first[i * stride]) }
      for width in [8, 4, 2, 1] {
        for j in 0..<width { lane[j] = combine(lane[j], lane[j + width]) }
      }
      return lane[0]
    }
  }
}
