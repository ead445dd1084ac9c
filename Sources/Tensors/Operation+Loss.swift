import CKernels

// The losses of one element or row that are more exact as one function than as a formula of several.
extension Operation {
  /// The cross-entropy of a probability p against y, with logarithms not below −100.
  ///
  ///     −(y max(ln p, −100) + (1 − y) max(ln(1 − p), −100))
  public static let bce = binary("bce", NNB_BCE, costPerElement: 2 * functionCost)

  /// The slope of ``bce`` by p: (p − y)/max(p(1 − p), 1e−12).
  public static let bceSlope = binary("bceSlope", NNB_BCE_SLOPE, costPerElement: 4)

  /// The cross-entropy of the sigmoid of a raw output z against y: max(z, 0) − z y + ln(1 + e^−|z|).
  public static let bceLogits = binary("bceLogits", NNB_BCE_LOGITS, costPerElement: 2 * functionCost)

  /// The cross-entropy of the softmax of raw outputs z against the label l, for each row.
  ///
  ///     ln Σⱼ e^(zⱼ − max z) − (z_l − max z)
  ///
  /// The sum in the order of rule R3; NaN for a label that is not one of 0 … k−1.
  /// Shapes: z `[m, k]`, labels `[m]`, result `[m]`.
  public static let crossEntropy = Operation("crossEntropy") { shapes in
    expect(2, shapes, "crossEntropy")
    return labelledRows(shapes).map { rows, size in
      let cost = rows.saturatingProduct(size).saturatingProduct(functionCost)
      return Prepared(
        shape: [rows], cost: cost, kernel: labelled(NNB_CROSS_ENTROPY, rows, size, resultSize: rows))
    }
  }

  /// The slope of ``crossEntropy`` by z, times g: (softmax(z) − [j = l]) g.
  ///
  /// Shapes: z `[m, k]`, labels `[m]`, g `[m]`, result `[m, k]`.
  public static let crossEntropySlope = Operation("crossEntropySlope") { shapes in
    expect(3, shapes, "crossEntropySlope")
    guard shapes[2] == shapes[1] else {
      return .failure(ShapeProblem("\(shapes[1]) labels and \(shapes[2]) factors do not fit", operand: 2))
    }
    return labelledRows(shapes).map { rows, size in
      let cost = rows.saturatingProduct(size).saturatingProduct(functionCost)
      return Prepared(
        shape: [rows, size], cost: cost,
        kernel: labelled(NNB_CROSS_ENTROPY_SLOPE, rows, size, resultSize: rows * size))
    }
  }

  /// The kernel for rows with labels; where some operands are shared, each application goes alone.
  private static func labelled(_ code: nnb_code, _ rows: Int, _ size: Int, resultSize: Int) -> Kernel {
    let kernel = Kernel.lastAxis(code, runs: rows, size: size)
    return Kernel { work in
      let joins = zip(work.operands, [rows * size, rows, rows]).allSatisfy { $0.step == $1 }
      return joins || work.rows == 1
        ? kernel.records(work) : work.alone(resultSize).flatMap { kernel.records($0) }
    }
  }

  /// The rows and the outputs of one, where a label stands for each row.
  private static func labelledRows(_ shapes: [Shape]) -> Result<(rows: Int, size: Int), ShapeProblem> {
    guard shapes[0].rank == 2, shapes[0].sizes[1] > 0 else {
      return .failure(
        ShapeProblem(
          "cross_entropy takes a row of raw outputs an example, [m, k], not \(shapes[0].phrase)", operand: 0))
    }
    guard shapes[1] == [shapes[0].sizes[0]] else {
      let hint =
        shapes[1] == shapes[0]
        ? "give the number of each row's class, from 0: argmax(y) - 1, as in data(t.X, argmax(t.y) - 1)"
        : nil
      return .failure(
        ShapeProblem(
          "\(shapes[0]) raw outputs need one label a row, [\(shapes[0].sizes[0])], not \(shapes[1].phrase)",
          hint: hint, operand: 1))
    }
    return .success((shapes[0].sizes[0], shapes[0].sizes[1]))
  }
}
