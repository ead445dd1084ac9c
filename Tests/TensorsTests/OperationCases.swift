import CKernels
import Tensors
import Testing

/// A static operation with shapes to try it on and a plain definition of it.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let operation: Operation
  let shapes: [[Shape]]
  /// The result by definition, written without the code under test.
  let naive: @Sendable ([Tensor]) -> Tensor

  var testDescription: String { operation.name }

  /// Every static operation: one that is listed here is tested.
  static let all: [OperationCase] =
    elementwise + products + reductions(of: [2, 3]) + reductions(of: [37, 5]) + reductions(of: [3, 40])
    + structure + lastAxis + adjoints

  // MARK: Element by element

  private static let pairs: [[Shape]] = [
    [[], []], [[3], [3]], [[], [4]], [[4], []], [[2, 3], [2, 3]], [[2, 3], [3]], [[3], [2, 3]],
    [[2, 3], []],
    [[], [2, 2, 2]], [[2, 1, 2, 2], [2, 1, 2, 2]], [[1], [1]], [[0], [0]], [[5, 1], [1]],
  ]

  private static let elementwise: [OperationCase] = [
    pair(.add) { $0 + $1 }, pair(.subtract) { $0 - $1 }, pair(.multiply) { $0 * $1 },
    pair(.divide) { $0 / $1 },
    pair(.power) { Mathematics.pow($0, $1) },
    pair(.minimum) { $0.isNaN || $1.isNaN ? .nan : ($1 < $0 ? $1 : $0) },
    pair(.maximum) { $0.isNaN || $1.isNaN ? .nan : ($1 > $0 ? $1 : $0) },
    pair(.equal) { $0 == $1 ? 1 : 0 }, pair(.notEqual) { $0 == $1 ? 0 : 1 }, pair(.less) { $0 < $1 ? 1 : 0 },
    pair(.lessOrEqual) { $0 <= $1 ? 1 : 0 }, pair(.greater) { $1 < $0 ? 1 : 0 },
    pair(.greaterOrEqual) { $1 <= $0 ? 1 : 0 },
    pair(.and) { $0 == 0 || $1 == 0 ? 0 : 1 }, pair(.or) { $0 == 0 && $1 == 0 ? 0 : 1 },
    pair(.xor) { ($0 == 0) == ($1 == 0) ? 0 : 1 },
    single(.not) { $0 == 0 ? 1 : 0 }, single(.negate) { 0 - $0 == 0 ? -$0 : 0 - $0 },
    single(.map(ElementFunction("tanh", NNB_TANH, cost: 20))) { Mathematics.tanh($0) },
    OperationCase(operation: .near, shapes: pairs.map { $0 + [[]] }) { operands in
      broadcast(operands) { abs($0 - $1) <= operands[2].elements[0] ? 1 : 0 }
    },
    OperationCase(operation: .select, shapes: [[[], [], []], [[], [3], [3]], [[], [2, 2], [2, 2]]]) {
      $0[0].elements[0] == 0 ? $0[2] : $0[1]
    },
  ]

  private static func pair(
    _ operation: Operation, _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> OperationCase {
    OperationCase(operation: operation, shapes: pairs) { broadcast($0, function) }
  }

  private static func single(
    _ operation: Operation, _ function: @escaping @Sendable (Double) -> Double
  ) -> OperationCase {
    OperationCase(operation: operation, shapes: [[[]], [[3]], [[2, 3]], [[2, 2, 2, 2]], [[0]]]) {
      Tensor($0[0].shape, $0[0].elements.map(function))
    }
  }

  /// Broadcasting by repetition: the smaller operand is written out as often as the larger one needs it.
  private static func broadcast(_ operands: [Tensor], _ function: (Double, Double) -> Double) -> Tensor {
    let (a, b) = (operands[0], operands[1])
    let shape = a.rank >= b.rank ? a.shape : b.shape
    func repeated(_ tensor: Tensor) -> [Double] {
      tensor.count == shape.count
        ? tensor.elements : (0..<shape.count / tensor.count).flatMap { _ in tensor.elements }
    }
    return Tensor(shape, zip(repeated(a), repeated(b)).map(function))
  }

  // MARK: Products

  private static let products: [OperationCase] = [
    OperationCase(
      operation: .matrixProduct,
      shapes: [
        [[3], [3]], [[2, 3], [3]], [[3], [3, 2]], [[2, 3], [3, 4]], [[1, 300], [300, 9]], [[700], [700]],
        [[4, 513], [513, 17]], [[2, 256], [256]], [[2, 0], [0, 3]], [[5, 1], [1, 8]], [[0, 2], [2, 2]],
      ]
    ) { product($0[0], $0[1]) },
    OperationCase(operation: .transpose, shapes: [[[]], [[3]], [[2, 3]], [[3, 1]]]) { operands in
      let matrix = operands[0]
      guard matrix.rank == 2 else { return matrix }
      let (rows, columns) = (matrix.shape.sizes[0], matrix.shape.sizes[1])
      return Tensor(
        [columns, rows],
        (0..<columns).flatMap { j in (0..<rows).map { matrix.elements[$0 * columns + j] } })
    },
  ]

  /// Rule R2 as it is written: one accumulator, ascending, chunks of 256.
  private static func product(_ a: Tensor, _ b: Tensor) -> Tensor {
    let inner = b.shape.sizes[0]
    let (rows, columns) = (a.rank == 2 ? a.shape.sizes[0] : 1, b.rank == 2 ? b.shape.sizes[1] : 1)
    let elements = (0..<rows).flatMap { i in
      (0..<columns).map { j in
        var total = 0.0
        for start in stride(from: 0, to: inner, by: 256) {
          var sum = 0.0
          for k in start..<min(start + 256, inner) {
            sum = sum.addingProduct(a.elements[i * inner + k], b.elements[k * columns + j])
          }
          total += sum
        }
        return total
      }
    }
    return Tensor(Shape((a.rank == 2 ? [rows] : []) + (b.rank == 2 ? [columns] : [])), elements)
  }

  // MARK: Reductions

  private static func reductions(of shape: Shape) -> [OperationCase] {
    Operation.Along.allCases.flatMap { along in
      [
        reduction(.sum(along), along, shape, laneSum),
        reduction(.mean(along), along, shape) { laneSum($0) / Double($0.count) },
        reduction(.wideSum(along), along, shape, laneSum),
        reduction(.wideMean(along), along, shape) { laneSum($0) / Double($0.count) },
        reduction(.min(along), along, shape) { $0.contains(where: \.isNaN) ? .nan : $0.min() ?? 0 },
        reduction(.max(along), along, shape) { $0.contains(where: \.isNaN) ? .nan : $0.max() ?? 0 },
      ]
    }
  }

  private static func reduction(
    _ operation: Operation, _ along: Operation.Along, _ shape: Shape,
    _ fold: @escaping @Sendable ([Double]) -> Double
  ) -> OperationCase {
    OperationCase(operation: operation, shapes: [[shape]]) { operands in
      let columns = shape.sizes[1]
      let elements = operands[0].elements
      switch along {
      case .all: return Tensor(fold(elements))
      case .rows:
        return Tensor(
          stride(from: 0, to: elements.count, by: columns).map { fold(Array(elements[$0..<$0 + columns])) })
      case .columns:
        return Tensor(
          (0..<columns).map { j in fold(stride(from: j, to: elements.count, by: columns).map { elements[$0] })
          })
      }
    }
  }

  /// Rule R3 as it is written: padded with −0 to whole rounds of 16 lanes, then the tree.
  @Sendable private static func laneSum(_ values: [Double]) -> Double {
    let padded = values + [Double](repeating: -0.0, count: (16 - values.count % 16) % 16)
    var lanes = [Double](repeating: -0.0, count: 16)
    for (i, value) in padded.enumerated() { lanes[i % 16] += value }
    while lanes.count > 1 {
      let half = lanes.count / 2
      lanes = (0..<half).map { lanes[$0] + lanes[$0 + half] }
    }
    return lanes[0]
  }

  // MARK: Structure

  private static let structure: [OperationCase] = [
    OperationCase(operation: .stack(1), shapes: [[[]], [[2]]]) {
      $0[0].reshaped($0[0].shape.prefixed(by: 1))
    },
    OperationCase(
      operation: .stack(3), shapes: [[[], [], []], [[2], [2], [2]], [[2, 2], [2, 2], [2, 2]]]
    ) {
      Tensor($0[0].shape.prefixed(by: 3), $0.flatMap(\.elements))
    },
    OperationCase(operation: .index([.at(2)]), shapes: [[[3]]]) { Tensor($0[0].elements[1]) },
    OperationCase(operation: .index([.range(2, 3)]), shapes: [[[3]]]) {
      Tensor([$0[0].elements[1], $0[0].elements[2]])
    },
    OperationCase(operation: .index([.at(2), .all]), shapes: [[[2, 3]]]) { $0[0].row(1) },
    OperationCase(operation: .index([.all, .at(1)]), shapes: [[[2, 3]]]) {
      Tensor([$0[0].elements[0], $0[0].elements[3]])
    },
    OperationCase(operation: .index([.range(1, 2), .at(3), .range(2, 2)]), shapes: [[[2, 3, 2]]]) {
      Tensor([2, 1], [$0[0].elements[5], $0[0].elements[11]])
    },
    OperationCase(operation: .index([.all, .all]), shapes: [[[0, 3]]]) { $0[0] },
  ]

  // MARK: Last axis

  private static let lastAxis: [OperationCase] = [
    OperationCase(operation: .softmax, shapes: [[[1]], [[3]], [[2, 20]], [[2, 1, 2]], [[0, 3]]]) {
      byLastAxis($0[0]) { row in
        let largest = row.contains(where: \.isNaN) ? .nan : row.max() ?? 0
        let powers = row.map { Mathematics.exp($0 - largest) }
        return powers.map { $0 / laneSum(powers) }
      }
    },
    OperationCase(operation: .argmax, shapes: [[[1]], [[3]], [[2, 20]], [[2, 1, 2]]]) { operands in
      let shape = Shape(operands[0].shape.sizes.dropLast())
      return byLastAxis(operands[0]) { row in
        let place =
          row.firstIndex(where: \.isNaN) ?? row.indices.first { i in row.allSatisfy { $0 <= row[i] } }
        return [Double((place ?? 0) + 1)]
      }.reshaped(shape)
    },
  ]

  /// Replaces each run of elements along the last axis.
  private static func byLastAxis(_ tensor: Tensor, _ function: ([Double]) -> [Double]) -> Tensor {
    let size = tensor.shape.sizes.last ?? 1
    let rows = stride(from: 0, to: tensor.count, by: size).map {
      function(Array(tensor.elements[$0..<$0 + size]))
    }
    return Tensor(Shape(tensor.shape.sizes.dropLast() + [rows.first?.count ?? size]), rows.flatMap { $0 })
  }
}
