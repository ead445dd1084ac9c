import CKernels

extension Operation.Prepared {
  /// Adds the instructions that do a piece of work to a list.
  ///
  /// They are for one example or for many rows, with the same bits for each row.
  public func lower(_ work: Work, into list: inout InstructionList) {
    switch operation {
    case .map(let function): list.map(function.code, count: shape.count, work)
    case .dropout, .reshape: list.map(NNB_COPY, count: shape.count, work)
    case .meet(let function): list.meet(function.code, broadcast, work)
    case .near: list.meet(NNB_NEAR, broadcast.withNumber, work)
    case .choice, .select: list.meet(NNB_CHOICE, Broadcast(operands, repeatedIn: shape), work)
    case .reduce(let reduction, let along): list.reduce(reduction.code, operands[0], along, work)
    case .softmax: list.lastAxis(NNB_SOFTMAX, operands[0], work)
    case .argmax: list.lastAxis(NNB_ARGMAX, operands[0], work)
    case .crossEntropy: lowerLabelled(NNB_CROSS_ENTROPY, work, into: &list)
    case .crossEntropySlope: lowerLabelled(NNB_CROSS_ENTROPY_SLOPE, work, into: &list)
    case .matrixProduct: list.product(ProductSizes(operands), work)
    case .exactNearZero: list.exactNearZero(inputs: operands[1].count, units: shape.count, work)
    case .convolve(let convolution, let part): lower(convolution, part, work, into: &list)
    case .pool(let pooling, let part): lower(pooling, part, work, into: &list)
    case .transpose: list.transpose(operands[0], work)
    case .stack(let count): list.join(count, size: operands[0].count, work)
    case .index(let items): list.choose(Operation.offsets(of: items, in: operands[0]), work)
    case .gather(let movement): lower(NNB_GATHER, movement, from: movement.rowSize, work, into: &list)
    case .scatter(let movement): lower(NNB_SCATTER, movement, from: movement.table.count, work, into: &list)
    case .eachRow(let each): lower(each, work, into: &list)
    }
  }

  /// How the first two operands meet.
  private var broadcast: Broadcast {
    guard let broadcast = Broadcast(operands[0], operands[1]) else {
      preconditionFailure("\(operation.name) prepared for \(operands)")
    }
    return broadcast
  }

  /// Adds a function of rows with labels; where some operands are shared, each application goes alone.
  private func lowerLabelled(_ code: nnb_code, _ work: Work, into list: inout InstructionList) {
    let joins = work.rows == 1 || zip(work.operands, operands).allSatisfy { $0.step == $1.count }
    for work in joins ? [work] : work.alone(shape.count) { list.lastAxis(code, operands[0], work) }
  }

  /// Adds a convolution; unless windows differ by row, the pictures of all rows are pictures of one convolution.
  private func lower(
    _ convolution: Operation.Convolution, _ part: Operation.Convolution.Part, _ work: Work,
    into list: inout InstructionList
  ) {
    let sizes = convolution.sizes(part, self)
    let joins = work.rows == 1 || part.joinsRows && work.operands[1].step == 0
    for work in joins ? [work] : work.alone(shape.count) {
      list.convolve(part.code, sizes, convolution, work)
    }
  }

  /// Adds a pooling; the pictures of all rows are pictures of one pooling, unless rows share some.
  private func lower(
    _ pooling: Operation.Pooling, _ part: Operation.Pooling.Part, _ work: Work,
    into list: inout InstructionList
  ) {
    let sizes = pooling.sizes(part, self)
    let joins = work.rows == 1 || work.operands.allSatisfy { $0.step != 0 }
    for work in joins ? [work] : work.alone(shape.count) { list.pool(part.code, sizes, pooling, work) }
  }

  /// Adds a movement of rows of `size` elements, which stand one behind the other; where all rows of the work share
  /// them, each goes alone.
  private func lower(
    _ code: nnb_code, _ movement: Operation.Movement, from size: Int, _ work: Work,
    into list: inout InstructionList
  ) {
    let joins = work.rows == 1 || work.operands[0].step == movement.rows * size
    for work in joins ? [work] : work.alone(shape.count) { list.move(code, movement, from: size, work) }
  }

  /// Adds the operation of each row, of every row of the work.
  private func lower(_ each: Operation.EachRow, _ work: Work, into list: inout InstructionList) {
    let one = each.one(of: self)
    let steps = zip(one.operands, each.perRow).map { $1 ? $0.count : 0 }
    for work in work.alone(shape.count) { one.lower(work.rows(each.rows, steps), into: &list) }
  }
}
