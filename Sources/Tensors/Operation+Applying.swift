import CKernels

extension Operation {
  /// Applies the operation to tensors.
  ///
  /// Charge `prepare`'s cost first where operands are the user's: the result may be large.
  public func apply(
    _ operands: [Tensor], precision: Precision = .float64, instructions: InstructionSet = .inUse
  ) -> Result<Tensor, ShapeProblem> {
    prepare(operands.map(\.shape)).map {
      $0.apply(operands, precision: precision, instructions: instructions)
    }
  }
}

extension Operation.Prepared {
  /// Applies the operation to tensors of the shapes it was prepared for.
  public func apply(
    _ operands: [Tensor], precision: Precision = .float64, instructions: InstructionSet = .inUse
  ) -> Tensor {
    // An element of a long vector is found without a copy of the vector.
    if let chosen {
      return Tensor(shape, chosen.map { operands[0].elements[$0] }).rounded(to: precision)
    }
    let starts = operands.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let inputs = starts[operands.count]
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(inputs + shape.count, 1) * precision.width, alignment: 64)
    defer { memory.deallocate() }
    let places = starts.map { memory + $0 * precision.width }
    for (operand, place) in zip(operands, places) { precision.write(operand.elements, to: place) }
    let work = Kernel.Work(
      result: places[operands.count], operands: places.dropLast().map { Kernel.Work.Operand($0) },
      precision: precision, instructions: instructions)
    let records = kernel.records(work)
    nnb_run(records, records.count)
    return Tensor(shape, precision.read(shape.count, from: work.result))
  }
}
