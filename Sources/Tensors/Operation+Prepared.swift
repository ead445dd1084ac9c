extension Operation {
  /// An operation on operands of known shapes that fit.
  public struct Prepared: Sendable, Hashable {
    /// The operation.
    public let operation: Operation
    /// The operands' shapes.
    public let operands: [Shape]
    /// The result's shape.
    public let shape: Shape

    /// Makes a prepared operation without looking at the shapes again.
    /// - Precondition: `shape` is what the operation gives for these operands.
    public init(_ operation: Operation, on operands: [Shape], giving shape: Shape) {
      self.operation = operation
      self.operands = operands
      self.shape = shape
    }

    /// Whether an application to tensors reads them where they are: it does nothing but choose elements.
    public var readsInPlace: Bool { if case .index = operation { true } else { false } }
  }

  /// Returns the operation on operands of these shapes, or why they do not fit.
  public func prepare(_ operands: [Shape]) -> Result<Prepared, ShapeProblem> {
    shape(of: operands).map { Prepared(self, on: operands, giving: $0) }
  }

  /// Applies the operation to tensors.
  ///
  /// Charge ``Prepared/cost`` first where operands are the user's: the result may be large.
  public func apply(
    _ operands: [Tensor], precision: Precision = .float64, instructionSet: InstructionSet = .inUse
  ) -> Result<Tensor, ShapeProblem> {
    prepare(operands.map(\.shape)).map {
      $0.apply(operands, precision: precision, instructionSet: instructionSet)
    }
  }
}

extension Operation.Prepared {
  /// Applies the operation to tensors of the shapes it was prepared for.
  public func apply(
    _ tensors: [Tensor], precision: Precision = .float64, instructionSet: InstructionSet = .inUse
  ) -> Tensor {
    // An element of a long vector is found without a copy of the vector.
    if case .index(let items) = operation {
      let elements = tensors[0].elements
      let chosen = Operation.offsets(of: items, in: operands[0]).map { elements[$0] }
      return Tensor(shape, chosen).rounded(to: precision)
    }
    let starts = tensors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let inputs = starts[tensors.count]
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(inputs + shape.count, 1) * precision.width, alignment: 64)
    defer { memory.deallocate() }
    let addresses = starts.map { memory + $0 * precision.width }
    for (tensor, address) in zip(tensors, addresses) { precision.write(tensor.elements, to: address) }
    let work = Work(
      result: addresses[tensors.count], operands: addresses.dropLast().map { Work.Operand($0) },
      precision: precision, instructionSet: instructionSet)
    var list = InstructionList()
    lower(work, into: &list)
    list.run()
    return Tensor(shape, precision.read(shape.count, from: work.result))
  }
}
