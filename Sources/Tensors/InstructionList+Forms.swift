import CKernels

// The instructions of the families in Records.h.
extension InstructionList {
  /// A function of each of `count` elements a row.
  mutating func map(_ code: nnb_code, count: Int, _ work: Work) {
    var record = work.record(code)
    record.size.0 = work.rows * count
    append(record)
  }

  /// A function of two or three elements that meet.
  mutating func meet(_ code: nnb_code, _ broadcast: Broadcast, _ work: Work) {
    var extents = [work.rows, broadcast.rows, broadcast.columns]
    var operands = zip(work.operands, broadcast.steps).map { [$0.step, $1.row, $1.column] }
    Self.collapse(&extents, &operands)
    var record = work.record(code)
    (record.size.0, record.size.1, record.size.2) = (extents[0], extents[1], extents[2])
    let flat = operands.flatMap { $0 }
    (record.step.0, record.step.1, record.step.2) = (flat[0], flat[1], flat[2])
    (record.step.3, record.step.4, record.step.5) = (flat[3], flat[4], flat[5])
    if flat.count > 6 { (record.step.6, record.step.7, record.step.8) = (flat[6], flat[7], flat[8]) }
    append(record)
  }

  /// Makes the innermost runs as long as they can be: where every operand goes on as it would inside a run.
  private static func collapse(_ extents: inout [Int], _ operands: inout [[Int]]) {
    for axis in [1, 0] {
      let inner = extents[2]
      let joins = operands.allSatisfy { steps in
        extents[axis] == 1 || inner == 1 || steps[axis] == inner * steps[2]
      }
      guard joins else { continue }
      if inner == 1 {
        let fits = operands.allSatisfy { extents[axis] == 1 || $0[axis] == 0 || $0[axis] == 1 }
        guard fits else { continue }
        for i in operands.indices where extents[axis] > 1 { operands[i][2] = operands[i][axis] }
      }
      extents[2] = inner * extents[axis]
      extents[axis] = 1
    }
  }

  /// A reduction of the elements of a shape.
  mutating func reduce(_ code: nnb_code, _ shape: Shape, _ along: Operation.Along, _ work: Work) {
    var record = work.record(code)
    record.size.0 = work.rows
    record.step.0 = work.operands[0].step
    switch along {
    case .all:
      (record.size.1, record.size.2) = (1, shape.count)
      (record.step.1, record.step.2) = (0, 1)
    case .rows:
      (record.size.1, record.size.2) = (shape.sizes[0], shape.sizes[1])
      (record.step.1, record.step.2) = (shape.sizes[1], 1)
    case .columns:
      (record.size.1, record.size.2) = (shape.sizes[1], shape.sizes[0])
      (record.step.1, record.step.2) = (1, shape.sizes[1])
    }
    append(record)
  }

  /// A function of each run of elements along the last axis of a shape.
  mutating func lastAxis(_ code: nnb_code, _ shape: Shape, _ work: Work) {
    let size = shape.sizes[shape.rank - 1]
    var record = work.record(code)
    (record.size.0, record.size.1) = (work.rows * (shape.count / size), size)
    append(record)
  }

  /// The elements at these positions.
  mutating func choose(_ offsets: [Int], _ work: Work) {
    if let first = offsets.first, offsets == Array(first..<first + offsets.count) {
      return copy(work, 0, to: 0, of: offsets.count, from: first, count: offsets.count)
    }
    var record = work.record(NNB_GATHER)
    (record.size.0, record.size.1) = (work.rows, offsets.count)
    record.step.0 = work.operands[0].step
    record.table = table(of: offsets)
    append(record)
  }

  /// The operands, `size` elements each, one behind the other.
  mutating func join(_ count: Int, size: Int, _ work: Work) {
    for operand in 0..<count {
      copy(work, operand, to: operand * size, of: count * size, from: 0, count: size)
    }
  }

  /// Copies `count` elements of an operand from `start` to `target` inside a result of `length` a row.
  private mutating func copy(
    _ work: Work, _ operand: Int, to target: Int, of length: Int, from start: Int, count: Int
  ) {
    var record = nnb_record()
    let width = work.precision.width
    record.run = work.instructions.kernel(NNB_COPY_ROWS, work.precision)
    record.place.0 = work.result + target * width
    record.place.1 = work.operands[operand].place + start * width
    (record.size.0, record.size.1) = (work.rows, count)
    (record.step.0, record.step.1) = (length, work.operands[operand].step)
    append(record)
  }

  /// A matrix product.
  mutating func product(_ sizes: ProductSizes, _ work: Work) {
    var record = work.record(NNB_PRODUCT_NN)
    let (left, right) = (work.operands[0].step, work.operands[1].step)
    // Rows that share the right side are rows of one product.
    let joins = right == 0 && (left == sizes.rows * sizes.inner || work.rows == 1)
    (record.size.0, record.size.1) = joins ? (1, work.rows * sizes.rows) : (work.rows, sizes.rows)
    (record.size.2, record.size.3) = (sizes.inner, sizes.columns)
    (record.step.0, record.step.1) = (left, right)
    append(record)
  }

  /// The transpose of a matrix; a copy of anything else.
  mutating func transpose(_ shape: Shape, _ work: Work) {
    guard shape.rank == 2 else { return map(NNB_COPY, count: shape.count, work) }
    var record = work.record(NNB_TRANSPOSE)
    (record.size.0, record.size.1, record.size.2) = (work.rows, shape.sizes[0], shape.sizes[1])
    record.step.0 = work.operands[0].step
    append(record)
  }

  /// A movement of rows of `size` elements that stand one behind the other.
  mutating func move(_ code: nnb_code, _ movement: Operation.Movement, from size: Int, _ work: Work) {
    var record = work.record(code)
    (record.size.0, record.size.1) = (work.rows * movement.rows, movement.table.count)
    record.size.2 = movement.rowSize
    record.step.0 = size
    record.table = table(of: movement.table)
    append(record)
  }
}
