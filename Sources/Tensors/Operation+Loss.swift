// The losses of one element or row that are more exact as one function than as a formula of several.
extension Operation {
  /// The cross-entropy of a probability p against y, with logarithms not below −100.
  ///
  ///     −(y max(ln p, −100) + (1 − y) max(ln(1 − p), −100))
  public static let bce = binary("bce", costPerElement: 2 * functionCost) { p, y in
    let yes = larger(Mathematics.log(p), -100)
    let no = larger(Mathematics.log(1 - p), -100)
    return -(y * yes + (1 - y) * no)
  }

  /// The slope of ``bce`` by p: (p − y)/max(p(1 − p), 1e−12).
  public static let bceSlope = binary("bceSlope", costPerElement: 4) { p, y in
    (p - y) / larger(p * (1 - p), 1e-12)
  }

  /// The cross-entropy of the sigmoid of a raw output z against y: max(z, 0) − z y + ln(1 + e^−|z|).
  public static let bceLogits = binary("bceLogits", costPerElement: 2 * functionCost) { z, y in
    larger(z, 0) - z * y + Mathematics.log1p(Mathematics.exp(-z.magnitude))
  }

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
      return Prepared(shape: [rows], cost: cost) { operands, result in
        for row in 0..<rows {
          result[row] = crossEntropy(operands[0] + row * size, size, label: operands[1][row])
        }
      }
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
      return Prepared(shape: [rows, size], cost: cost) { operands, result in
        for row in 0..<rows {
          let shares = result + row * size
          Self.shares(operands[0] + row * size, shares, size)
          for i in 0..<size {
            shares[i] = (shares[i] - truth(Double(i) == operands[1][row])) * operands[2][row]
          }
        }
      }
    }
  }

  private static func crossEntropy(_ z: UnsafePointer<Double>, _ size: Int, label: Double) -> Double {
    guard let label = Int(exactly: label), (0..<size).contains(label) else { return .nan }
    let largest = z[largestPlace(z, size)]
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { powers in
      for i in 0..<size { powers.initializeElement(at: i, to: Mathematics.exp(z[i] - largest)) }
      guard let first = powers.baseAddress else { return .nan }
      return Mathematics.log(lanes(first, size, 1, start: -0.0, +)) - (z[label] - largest)
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
      let hint = shapes[1] == shapes[0] ? "give the number of the class, from 0, not a row of 0 and 1" : nil
      return .failure(
        ShapeProblem(
          "\(shapes[0]) raw outputs need one label a row, [\(shapes[0].sizes[0])], not \(shapes[1].phrase)",
          hint: hint, operand: 1))
    }
    return .success((shapes[0].sizes[0], shapes[0].sizes[1]))
  }
}
