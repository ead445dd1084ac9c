import CKernels

// What the derivatives of the other operations, and nets applied to rows, are written with.
extension Operation {
  /// The derivative a(1 − a) of the sigmoid, from its value a.
  public static let sigmoidSlopeOfOutput = elementwise(
    "sigmoidSlopeOfOutput", NNB_SIGMOID_SLOPE_OF_OUTPUT, cost: 2)
  /// The derivative 1 − a² of the hyperbolic tangent, from its value a.
  public static let tanhSlopeOfOutput = elementwise(
    "tanhSlopeOfOutput", NNB_TANH_SLOPE_OF_OUTPUT, cost: 2)

  /// The operand itself, of which training drops this share of the elements.
  public static func dropout(_ share: Double) -> Operation {
    elementwise("dropout", NNB_COPY, cost: 1, linearity: .joint).with(.dropout(share))
  }

  /// The same elements in another shape of as many.
  public static func reshape(to shape: Shape) -> Operation {
    Operation("reshape", linearity: .joint) { shapes in
      expect(1, shapes, "reshape")
      let count = shape.count
      guard shapes[0].count == count else {
        return .failure(
          ShapeProblem(
            "\(shapes[0].phrase) has \(shapes[0].count) elements, \(shape.phrase) has \(count)", operand: 0))
      }
      return .success(Prepared(shape: shape, cost: count, kernel: .map(NNB_COPY, count: count)))
    }
  }

  /// Fetches each element of the result from its place in the operand: result[i] = operand[table[i]].
  public static func gather(_ movement: Movement) -> Operation {
    moving("gather", movement, from: movement.source, to: movement.result, .gather(movement))
  }

  /// Adds each element of the operand to its place in the result, the adjoint of ``gather(_:)``.
  ///
  ///     result = 0; result[table[i]] += operand[i], i ascending
  public static func scatter(_ movement: Movement) -> Operation {
    moving("scatter", movement, from: movement.result, to: movement.source, .scatter(movement))
  }

  /// Applies an operation to each of `rows` rows and puts the results one behind the other.
  ///
  /// A row has the bits of a single application.
  /// Shapes: operands with `perRow` `[rows]` + the operand of one row, the others as for one row.
  public static func eachRow(_ operation: Operation, rows: Int, perRow: [Bool]) -> Operation {
    let setting = EachRow(operation: operation, rows: rows, perRow: perRow)
    let each = Operation("\(operation.name) of each row", linearity: operation.linearity) { shapes in
      expect(perRow.count, shapes, operation.name)
      if let odd = shapes.indices.first(where: { perRow[$0] && shapes[$0].sizes.first != rows }) {
        return .failure(ShapeProblem("\(shapes[odd].phrase) has not \(rows) rows", operand: odd))
      }
      let rowShapes = setting.rowShapes(shapes)
      return operation.prepare(rowShapes).map { one in
        Prepared(
          shape: one.shape.prefixed(by: rows), cost: one.cost.saturatingProduct(rows),
          kernel: .eachRow(
            one.kernel, rows: rows, size: one.shape.count,
            steps: zip(rowShapes, perRow).map { $1 ? $0.count : 0 }))
      }
    }.with(.eachRow(setting))
    return operation.isDecision ? each.deciding : each
  }

  private static func moving(
    _ name: String, _ movement: Movement, from source: Shape, to result: Shape, _ kernel: Kernel
  ) -> Operation {
    Operation(name, linearity: .joint) { shapes in
      expect(1, shapes, name)
      guard shapes[0] == source else {
        return .failure(ShapeProblem("\(name) takes \(source), not \(shapes[0])", operand: 0))
      }
      let cost = Swift.max(source.count, result.count)
      return .success(Prepared(shape: result, cost: cost, kernel: kernel))
    }.with(.movement(movement))
  }
}
