import CKernels

// The instructions of the families in Instructions.h.
extension InstructionList {
  /// A function of each of `count` elements a row.
  mutating func map(_ code: nnb_code, count: Int, _ work: Work) {
    var instruction = work.instruction(code)
    instruction.size.0 = work.rows * count
    append(instruction)
  }

  /// A function of two or three elements that meet.
  mutating func meet(_ code: nnb_code, _ broadcast: Broadcast, _ work: Work) {
    var extents = [work.rows, broadcast.rows, broadcast.columns]
    var operands = zip(work.operands, broadcast.steps).map { [$0.step, $1.row, $1.column] }
    Self.collapse(&extents, &operands)
    var instruction = work.instruction(code)
    (instruction.size.0, instruction.size.1, instruction.size.2) = (extents[0], extents[1], extents[2])
    let flat = operands.flatMap { $0 }
    (instruction.step.0, instruction.step.1, instruction.step.2) = (flat[0], flat[1], flat[2])
    (instruction.step.3, instruction.step.4, instruction.step.5) = (flat[3], flat[4], flat[5])
    if flat.count > 6 {
      (instruction.step.6, instruction.step.7, instruction.step.8) = (flat[6], flat[7], flat[8])
    }
    append(instruction)
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
    var instruction = work.instruction(code)
    instruction.size.0 = work.rows
    instruction.step.0 = work.operands[0].step
    switch along {
    case .all:
      (instruction.size.1, instruction.size.2) = (1, shape.count)
      (instruction.step.1, instruction.step.2) = (0, 1)
    case .rows:
      (instruction.size.1, instruction.size.2) = (shape.sizes[0], shape.sizes[1])
      (instruction.step.1, instruction.step.2) = (shape.sizes[1], 1)
    case .columns:
      (instruction.size.1, instruction.size.2) = (shape.sizes[1], shape.sizes[0])
      (instruction.step.1, instruction.step.2) = (1, shape.sizes[1])
    }
    append(instruction)
  }

  /// A function of each run of elements along the last axis of a shape.
  mutating func lastAxis(_ code: nnb_code, _ shape: Shape, _ work: Work) {
    let size = shape.sizes[shape.rank - 1]
    var instruction = work.instruction(code)
    (instruction.size.0, instruction.size.1) = (work.rows * (shape.count / size), size)
    append(instruction)
  }

  /// The elements at these positions.
  mutating func choose(_ offsets: [Int], _ work: Work) {
    if let first = offsets.first, offsets == Array(first..<first + offsets.count) {
      return copy(work, 0, to: 0, of: offsets.count, from: first, count: offsets.count)
    }
    var instruction = work.instruction(NNB_GATHER)
    (instruction.size.0, instruction.size.1) = (work.rows, offsets.count)
    instruction.step.0 = work.operands[0].step
    instruction.table = table(of: offsets)
    append(instruction)
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
    var instruction = nnb_instruction()
    let width = work.precision.width
    instruction.run = work.instructionSet.kernel(NNB_COPY_ROWS, work.precision)
    instruction.address.0 = work.result + target * width
    instruction.address.1 = work.operands[operand].address + start * width
    (instruction.size.0, instruction.size.1) = (work.rows, count)
    (instruction.step.0, instruction.step.1) = (length, work.operands[operand].step)
    append(instruction)
  }

  /// A matrix product.
  mutating func product(_ sizes: ProductSizes, _ work: Work) {
    var instruction = work.instruction(NNB_PRODUCT_NN)
    let (left, right) = (work.operands[0].step, work.operands[1].step)
    // Rows that share the right side are rows of one product.
    let joins = right == 0 && (left == sizes.rows * sizes.inner || work.rows == 1)
    (instruction.size.0, instruction.size.1) = joins ? (1, work.rows * sizes.rows) : (work.rows, sizes.rows)
    (instruction.size.2, instruction.size.3) = (sizes.inner, sizes.columns)
    (instruction.step.0, instruction.step.1) = (left, right)
    append(instruction)
  }

  /// The transpose of a matrix; a copy of anything else.
  mutating func transpose(_ shape: Shape, _ work: Work) {
    guard shape.rank == 2 else { return map(NNB_COPY, count: shape.count, work) }
    var instruction = work.instruction(NNB_TRANSPOSE)
    (instruction.size.0, instruction.size.1, instruction.size.2) = (work.rows, shape.sizes[0], shape.sizes[1])
    instruction.step.0 = work.operands[0].step
    append(instruction)
  }

  /// A movement of rows of `size` elements that stand one behind the other.
  mutating func move(_ code: nnb_code, _ movement: Operation.Movement, from size: Int, _ work: Work) {
    var instruction = work.instruction(code)
    (instruction.size.0, instruction.size.1) = (work.rows * movement.rows, movement.table.count)
    instruction.size.2 = movement.rowSize
    instruction.step.0 = size
    instruction.table = table(of: movement.table)
    append(instruction)
  }
}
