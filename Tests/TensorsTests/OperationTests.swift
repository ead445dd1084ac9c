import Tensors
import Testing

@Test("an operation gives what its definition gives", arguments: OperationCase.all)
func operationsAreTheirDefinitions(_ test: OperationCase) throws {
  var random = RandomNumbers(seed: 1)
  for shapes in test.shapes {
    for kind in RandomNumbers.Kind.allCases + RandomNumbers.Kind.allCases {
      let operands = shapes.map { random.tensor($0, kind) }
      let result = try test.operation.apply(operands).get()
      let expected = test.naive(operands)
      #expect(result == expected, "\(test.operation.name) of \(operands)")
      #expect(try test.operation.prepare(shapes).get().shape == expected.shape)
    }
  }
}

@Test("a row of many has the bits of the single call", arguments: OperationCase.all)
func rowsAreSingleCalls(_ test: OperationCase) throws {
  var random = RandomNumbers(seed: 2)
  let rows = 5
  for shapes in test.shapes {
    // Every operand once shared by all rows, once one a row; at least one is one a row.
    for sharing in 0..<(1 << shapes.count) - 1 {
      let operands = shapes.enumerated().map { i, shape in
        let shared = sharing >> i & 1 == 1
        let first = random.tensor(shape, .awkward)
        return (0..<rows).map { _ in shared ? first : random.tensor(shape, .awkward) }
      }
      let prepared = try test.operation.prepare(shapes).get()
      let together = applyRows(
        prepared, rows,
        operands.enumerated().map { i, values in
          sharing >> i & 1 == 1 ? ([values[0]], 0) : (values, shapes[i].count)
        })
      let alone = (0..<rows).flatMap { row in prepared.apply(operands.map { $0[row] }).elements }
      #expect(together.map(\.canonical.bitPattern) == alone.map(\.canonical.bitPattern), "\(shapes)")
    }
  }
}

@Test("a linear operation is linear in the operands it says", arguments: OperationCase.all)
func linearityHolds(_ test: OperationCase) throws {
  let linear: [Int]
  switch test.operation.linearity {
  case .none: return
  case .joint, .inEach: linear = Array(test.shapes[0].indices)
  case .inFirst: linear = [0]
  case .first: return
  }
  var state = RandomNumbers(seed: 3)
  // Small whole numbers over a power of two: every sum and product is exact.
  func whole(_ shape: Shape) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in Double(1 << (state.bits() % 4)) })
  }
  // A mean divides, and is rounded.
  if case .reduce(.mean, _) = test.operation { return }
  if case .reduce(.wideMean, _) = test.operation { return }
  for shapes in test.shapes {
    let (a, b) = (shapes.map(whole), shapes.map(whole))
    let turns = test.operation.linearity == .joint ? [linear] : linear.map { [$0] }
    for turn in turns {
      func mixed(_ f: (Double, Double) -> Double) throws -> Tensor {
        try test.operation.apply(
          shapes.indices.map { i in
            turn.contains(i) ? Tensor(shapes[i], zip(a[i].elements, b[i].elements).map(f)) : a[i]
          }
        ).get()
      }
      let (first, second, sum) = (try mixed { a, _ in a }, try mixed { _, b in b }, try mixed { $0 + $1 })
      let apart = zip(first.elements, second.elements).map { $0 + $1 }
      #expect(zip(sum.elements, apart).allSatisfy { abs($0 - $1) <= 1e-12 * abs($0) }, "\(shapes)")
    }
  }
}

@Test(
  "shapes that do not fit are told with their sizes",
  arguments: [
    (
      .add, [[2], [3]],
      "[2] and [3] do not fit: a vector goes with a number, a vector of the same length, or the rows of a matrix",
      nil
    ),
    (
      .multiply, [[2, 3], [3, 2]],
      "[2, 3] and [3, 2] do not fit: a matrix goes with a number, a matrix of the same sizes, or a vector as long as its rows",
      "transpose the left side with .T: it is then [3, 2]"
    ),
    (
      .add, [[2, 2, 2], [2, 2]],
      "[2, 2, 2] and [2, 2] do not fit: a matrix goes with a number, a matrix of the same sizes, or a vector as long as its rows",
      nil
    ),
    (
      .matrixProduct, [[64, 784], [100, 10]],
      "[64, 784] and [100, 10] do not fit: the inner sizes are 784 and 100", nil
    ),
    (
      .matrixProduct, [[3], [2, 3]], "[3] and [2, 3] do not fit: the inner sizes are 3 and 2",
      "transpose the right side with .T: it is then [3, 2]"
    ),
    (.matrixProduct, [[], [2]], "@ takes vectors and matrices, not a number", "write *"),
    (.index([.at(4)]), [[3]], "there is no position 4: the vector has 3 elements", nil),
    (.index([.at(0)]), [[3]], "there is no position 0: the vector has 3 elements", "positions start at 1"),
    (.index([.at(3), .all]), [[2, 3]], "there is no position 3: the matrix has 2 rows", nil),
    (.index([.all, .range(1, 4)]), [[2, 1]], "there is no position 4: the matrix has 1 column", nil),
    (.index([.range(2, 1)]), [[3]], "the range 2..1 is empty", "write the smaller end first"),
    (.index([.at(1)]), [[2, 3]], "[2, 3] takes 2 positions, not 1", "write [1, :]"),
    (.index([.at(1)]), [[]], "a number has no elements to index", nil),
    (.sum(.rows), [[3]], "only a matrix has rows; this is [3]", "leave along out"),
    (.mean(.all), [[0]], "[0] has no elements to take the mean of", nil),
    (.stack(2), [[], [2]], "the parts differ: number 1 is a number, number 2 is [2]", nil),
    (.stack(1), [[1, 1, 1, 1]], "an array has at most 4 axes", nil),
    (.near, [[2], [2], [2]], "a bound is a number, not [2]", nil),
    (.select, [[2], [], []], "a condition is a number, not [2]", "take one element of it"),
    (.select, [[], [], [2]], "the two cases differ: a number and [2]", nil),
    (.softmax, [[]], "softmax takes a vector or the rows of a matrix, not a number", nil),
    (.argmax, [[2, 0]], "[2, 0] has no elements to take the argmax of", nil),
    (.transpose, [[2, 2, 2]], ".T turns a matrix, not [2, 2, 2]", nil),
  ] as [(Operation, [Shape], String, String?)])
func problemsSayTheSizes(_ operation: Operation, _ shapes: [Shape], _ message: String, _ hint: String?) {
  guard case .failure(let problem) = operation.prepare(shapes) else {
    Issue.record("\(operation.name) takes \(shapes)")
    return
  }
  #expect(problem.message.english == message)
  #expect(problem.hint?.english == hint)
}

@Test("fuel is charged from shapes, and never overflows")
func costs() throws {
  func cost(_ operation: Operation, _ shapes: Shape...) throws -> Int {
    try operation.prepare(shapes).get().cost
  }
  #expect(try cost(.add, [2, 3], [3]) == 6)
  #expect(try cost(.matrixProduct, [2, 3], [3, 4]) == 24)
  #expect(try cost(.power, [2], []) == 40)
  #expect(try cost(.sum(.all), [7]) == 7)
  #expect(try cost(.matrixProduct, [1 << 31, 1 << 31], [1 << 31, 1 << 31]) == .max)
}

@Test("tensors are equal by bits, every NaN as one")
func tensorEquality() {
  #expect(Tensor([.nan]) == Tensor([-.nan]))
  #expect(Tensor([.nan]).hashValue == Tensor([Double(nan: 5, signaling: false)]).hashValue)
  #expect(Tensor([0.0]) != Tensor([-0.0]))
  #expect(Tensor([1]) != Tensor(1))
  #expect(Tensor(Shape([2, 2]), [1, 2, 3, 4]).row(1) == Tensor([3, 4]))
  #expect(Tensor([0, 1]).isBoolean && !Tensor([2]).isBoolean && !Tensor([.nan]).isBoolean)
}

/// Applies an operation to many rows at once; an operand is a tensor for all of them, or one each and their size.
private func applyRows(
  _ prepared: Operation.Prepared, _ rows: Int, _ operands: [(tensors: [Tensor], step: Int)]
) -> [Double] {
  let memory = operands.map { operand in
    let elements = operand.tensors.flatMap(\.elements)
    let place = UnsafeMutableRawPointer.allocate(byteCount: 8 * max(elements.count, 1), alignment: 64)
    Precision.float64.write(elements, to: place)
    return place
  }
  let count = rows * prepared.shape.count
  let result = UnsafeMutableRawPointer.allocate(byteCount: 8 * max(count, 1), alignment: 64)
  defer { for place in memory + [result] { place.deallocate() } }
  let work = Work(
    rows: rows, result: result, operands: zip(memory, operands).map { .init($0, step: $1.step) })
  var list = InstructionList()
  prepared.lower(work, into: &list)
  list.run()
  return Precision.float64.read(count, from: result)
}
