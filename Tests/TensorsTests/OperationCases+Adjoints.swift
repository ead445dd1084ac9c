import Tensors
import Testing

extension OperationCase {
  private static let movement = Operation.Movement(from: [4], to: [5], table: [3, 0, 0, 2, 3])

  /// What derivatives and nets for many rows are written with.
  static let adjoints: [OperationCase] = [
    OperationCase(operation: .sigmoidSlopeOfOutput, shapes: [[[]], [[37]], [[2, 3]]]) {
      Tensor($0[0].shape, $0[0].elements.map { $0 * (1 - $0) })
    },
    OperationCase(operation: .tanhSlopeOfOutput, shapes: [[[]], [[37]], [[2, 3]]]) {
      Tensor($0[0].shape, $0[0].elements.map { 1 - $0 * $0 })
    },
    OperationCase(operation: .dropout(0.5), shapes: [[[3]]]) { $0[0] },
    OperationCase(operation: .reshape(to: [2, 3]), shapes: [[[6]], [[3, 2]], [[2, 3]]]) {
      $0[0].reshaped([2, 3])
    },
    OperationCase(operation: .gather(movement), shapes: [[[4]]]) { gathered($0[0].elements, [5]) },
    OperationCase(operation: .gather(movement.inEach(of: 3)), shapes: [[[3, 4]]]) { operands in
      gathered(operands[0].elements, [3, 5])
    },
    OperationCase(operation: .scatter(movement.inEach(of: 2)), shapes: [[[2, 5]]]) { operands in
      Tensor(
        [2, 4],
        (0..<2).flatMap { row in
          let g = operands[0].row(row).elements
          return [0 + g[1] + g[2], 0, 0 + g[3], 0 + g[0] + g[4]]
        })
    },
    OperationCase(
      operation: .eachRow(.subtract, rows: 3, perRow: [true, false]), shapes: [[[3], [2]], [[3, 2], [2]]]
    ) { operands in
      let rows = (0..<3).flatMap { row in
        operands[1].elements.indices.map { i in
          let left = operands[0].row(row)
          return left.elements[left.isScalar ? 0 : i] - operands[1].elements[i]
        }
      }
      return Tensor([3, 2], rows)
    },
    OperationCase(operation: .eachRow(.transpose, rows: 2, perRow: [true]), shapes: [[[2, 2, 3]]]) {
      operands in
      let x = operands[0].elements
      return Tensor([2, 3, 2], [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11].map { x[$0] })
    },
    OperationCase(operation: .eachRow(.stack(2), rows: 2, perRow: [true, false]), shapes: [[[2], []]]) {
      Tensor([2, 2], [$0[0].elements[0], $0[1].elements[0], $0[0].elements[1], $0[1].elements[0]])
    },
    elementLoss(.bce) { p, y in
      -(y * larger(Mathematics.log(p), -100) + (1 - y) * larger(Mathematics.log(1 - p), -100))
    },
    elementLoss(.bceSlope) { p, y in (p - y) / larger(p * (1 - p), 1e-12) },
    elementLoss(.bceLogits) { z, y in
      larger(z, 0) - z * y + Mathematics.softplus(-z.magnitude)
    },
  ]

  private static func gathered(_ x: [Double], _ shape: Shape) -> Tensor {
    Tensor(shape, stride(from: 0, to: x.count, by: 4).flatMap { i in [3, 0, 0, 2, 3].map { x[i + $0] } })
  }

  private static func elementLoss(
    _ operation: Operation, _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> OperationCase {
    OperationCase(operation: operation, shapes: [[[], []], [[3], [3]], [[5, 7], [5, 7]]]) { operands in
      Tensor(operands[0].shape, zip(operands[0].elements, operands[1].elements).map(function))
    }
  }

  @Sendable private static func larger(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : a < b ? b : a
  }
}
