import CKernels

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
    reduction("sum", NNB_SUM, along, linearity: .joint)
  }

  /// The arithmetic mean: the sum divided by the number of elements.
  public static func mean(_ along: Along) -> Operation {
    reduction("mean", NNB_MEAN, along, linearity: .joint, refusesNone: true)
  }

  /// The sum that the language gives: as ``sum(_:)``, but accumulated in float64 also where numbers are float32.
  public static func wideSum(_ along: Along) -> Operation {
    reduction("wideSum", NNB_WIDE_SUM, along, linearity: .joint)
  }

  /// The mean that the language gives: as ``mean(_:)``, but accumulated in float64 also where numbers are float32.
  public static func wideMean(_ along: Along) -> Operation {
    reduction("wideMean", NNB_WIDE_MEAN, along, linearity: .joint, refusesNone: true)
  }

  /// The smallest element; NaN if one is.
  public static func min(_ along: Along) -> Operation {
    reduction("min", NNB_MIN, along, refusesNone: true)
  }

  /// The largest element; NaN if one is.
  public static func max(_ along: Along) -> Operation {
    reduction("max", NNB_MAX, along, refusesNone: true)
  }

  private static func reduction(
    _ name: String, _ code: nnb_code, _ along: Along, linearity: Linearity = .none, refusesNone: Bool = false
  ) -> Operation {
    Operation(along == .all ? name : "\(name) along \(along)", linearity: linearity) { shapes in
      expect(1, shapes, name)
      let shape = shapes[0]
      guard along == .all || shape.rank == 2 else {
        let hint = shape.rank == 1 ? "leave along out" : nil
        return .failure(ShapeProblem("only a matrix has \(along); this is \(shape.phrase)", hint: hint))
      }
      if shape.count == 0 && refusesNone {
        let word = name == "wideMean" ? "mean" : name
        return .failure(ShapeProblem("\(shape) has no elements to take the \(word) of", operand: 0))
      }
      return .success(prepared(code, shape, along))
    }
  }

  private static func prepared(_ code: nnb_code, _ shape: Shape, _ along: Along) -> Prepared {
    let count = shape.count
    switch along {
    case .all:
      let kernel = Kernel.reduce(code, groups: 1, step: 0, count: count, stride: 1)
      return Prepared(shape: .scalar, cost: count, kernel: kernel)
    case .rows:
      let (rows, columns) = (shape.sizes[0], shape.sizes[1])
      let kernel = Kernel.reduce(code, groups: rows, step: columns, count: columns, stride: 1)
      return Prepared(shape: [rows], cost: count, kernel: kernel)
    case .columns:
      let (rows, columns) = (shape.sizes[0], shape.sizes[1])
      let kernel = Kernel.reduce(code, groups: columns, step: 1, count: rows, stride: columns)
      return Prepared(shape: [columns], cost: count, kernel: kernel)
    }
  }
}
