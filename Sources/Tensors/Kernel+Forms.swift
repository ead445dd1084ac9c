import CKernels

// The records of the families in Records.h.

extension Kernel {
  /// A function of each element; `count` elements a row.
  static func map(_ code: nnb_code, count: Int) -> Kernel {
    Kernel { work in
      var record = work.record(code)
      record.size.0 = work.rows * count
      return [record]
    }
  }

  /// How an operand moves along the rows and columns of an element-wise result.
  struct Steps: Sendable {
    let row: Int
    let column: Int

    static let scalar = Steps(row: 0, column: 0)
    static let repeated = Steps(row: 0, column: 1)
  }

  /// A function of two or three elements that meet, `rows` runs of `columns` elements for each row of the work.
  static func meet(_ code: nnb_code, rows: Int, columns: Int, _ steps: [Steps]) -> Kernel {
    Kernel { work in
      var extents = [work.rows, rows, columns]
      var operands = zip(work.operands, steps).map { [$0.step, $1.row, $1.column] }
      collapse(&extents, &operands)
      var record = work.record(code)
      (record.size.0, record.size.1, record.size.2) = (extents[0], extents[1], extents[2])
      let flat = operands.flatMap { $0 }
      (record.step.0, record.step.1, record.step.2) = (flat[0], flat[1], flat[2])
      (record.step.3, record.step.4, record.step.5) = (flat[3], flat[4], flat[5])
      if flat.count > 6 { (record.step.6, record.step.7, record.step.8) = (flat[6], flat[7], flat[8]) }
      return [record]
    }
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

  /// A reduction of `count` elements that stand `stride` apart, for each of `groups` that stand `step` apart.
  static func reduce(_ code: nnb_code, groups: Int, step: Int, count: Int, stride: Int) -> Kernel {
    Kernel { work in
      var record = work.record(code)
      (record.size.0, record.size.1, record.size.2) = (work.rows, groups, count)
      (record.step.0, record.step.1, record.step.2) = (work.operands[0].step, step, stride)
      return [record]
    }
  }

  /// A function of each run of `size` elements; `runs` of them a row.
  static func lastAxis(_ code: nnb_code, runs: Int, size: Int) -> Kernel {
    Kernel { work in
      var record = work.record(code)
      (record.size.0, record.size.1) = (work.rows * runs, size)
      return [record]
    }
  }

  /// The elements at these positions.
  static func gather(_ offsets: [Int]) -> Kernel {
    if let first = offsets.first, offsets == Array(first..<first + offsets.count) {
      return Kernel { work in
        [copy(work, 0, to: 0, of: offsets.count, from: first, count: offsets.count)]
      }
    }
    let table = OffsetTable(offsets)
    return Kernel { work in
      var record = work.record(NNB_GATHER)
      (record.size.0, record.size.1) = (work.rows, offsets.count)
      record.step.0 = work.operands[0].step
      record.table = table.offsets
      return [record]
    }
  }

  /// The operands, `size` elements each, one behind the other.
  static func join(_ count: Int, size: Int) -> Kernel {
    Kernel { work in
      (0..<count).map { copy(work, $0, to: $0 * size, of: count * size, from: 0, count: size) }
    }
  }

  /// Copies `count` elements of an operand from `start` to `target` inside a result of `length` a row.
  private static func copy(
    _ work: Work, _ operand: Int, to target: Int, of length: Int, from start: Int, count: Int
  ) -> nnb_record {
    var record = nnb_record()
    let width = work.precision.width
    record.run = work.instructions.kernel(NNB_COPY_ROWS, work.precision)
    record.place.0 = work.result + target * width
    record.place.1 = work.operands[operand].place + start * width
    (record.size.0, record.size.1) = (work.rows, count)
    (record.step.0, record.step.1) = (length, work.operands[operand].step)
    return record
  }

  /// The matrix product of `[m, n]` and `[n, k]`, or of vectors read as such.
  static func product(_ m: Int, _ n: Int, _ k: Int) -> Kernel {
    Kernel { work in
      var record = work.record(NNB_PRODUCT_NN)
      let (left, right) = (work.operands[0].step, work.operands[1].step)
      // Rows that share the right side are rows of one product.
      let joins = right == 0 && (left == m * n || work.rows == 1)
      (record.size.0, record.size.1) = joins ? (1, work.rows * m) : (work.rows, m)
      (record.size.2, record.size.3) = (n, k)
      (record.step.0, record.step.1) = (left, right)
      return [record]
    }
  }

  /// The transpose of a matrix.
  static func transpose(_ rows: Int, _ columns: Int) -> Kernel {
    Kernel { work in
      var record = work.record(NNB_TRANSPOSE)
      (record.size.0, record.size.1, record.size.2) = (work.rows, rows, columns)
      record.step.0 = work.operands[0].step
      return [record]
    }
  }

  /// The elements of each row of a movement.
  static func gather(_ movement: Operation.Movement) -> Kernel {
    moved(NNB_GATHER, movement, from: movement.rowSize)
  }

  /// The sums of the elements that a movement would take from each place of a row.
  static func scatter(_ movement: Operation.Movement) -> Kernel {
    moved(NNB_SCATTER, movement, from: movement.table.count)
  }

  private static func moved(_ code: nnb_code, _ movement: Operation.Movement, from size: Int) -> Kernel {
    let table = OffsetTable(movement.table)
    let resultSize = movement.rows * (code == NNB_GATHER ? movement.table.count : movement.rowSize)
    return Kernel { work in
      // The rows of each row of the work stand one behind the other; where all share them, each goes alone.
      let joins = work.rows == 1 || work.operands[0].step == movement.rows * size
      return (joins ? [work] : work.alone(resultSize)).map { work in
        var record = work.record(code)
        (record.size.0, record.size.1) = (work.rows * movement.rows, movement.table.count)
        record.size.2 = movement.rowSize
        record.step.0 = size
        record.table = table.offsets
        return record
      }
    }
  }

  /// A kernel applied to each of `rows` rows, of `size` elements, of every row.
  static func eachRow(_ kernel: Kernel, rows: Int, size: Int, steps: [Int]) -> Kernel {
    Kernel { work in
      work.alone(rows * size).flatMap { kernel.records($0.rows(rows, steps)) }
    }
  }
}

extension Kernel.Work {
  /// The same work for each row alone; a row of the result has `size` elements.
  func alone(_ size: Int) -> [Kernel.Work] {
    (0..<rows).map { row in
      Kernel.Work(
        result: result + row * size * precision.width,
        operands: operands.map { Operand($0.place + row * $0.step * precision.width) },
        precision: precision, instructions: instructions)
    }
  }

  /// The work of one row, seen as `count` rows of its own.
  fileprivate func rows(_ count: Int, _ steps: [Int]) -> Kernel.Work {
    Kernel.Work(
      rows: count, result: result, operands: zip(operands, steps).map { Operand($0.place, step: $1) },
      precision: precision, instructions: instructions)
  }
}
