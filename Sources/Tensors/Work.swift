import CKernels

/// Where the numbers of one application of an operation stand, and for how many rows it is.
public struct Work {
  /// An operand: its first element, and how far it moves on for each row; 0 where all rows share it.
  public struct Operand {
    /// The first element.
    public let address: UnsafeMutableRawPointer
    /// The elements from one row to the next.
    public let step: Int

    /// Makes an operand.
    public init(_ address: UnsafeMutableRawPointer, step: Int = 0) {
      self.address = address
      self.step = step
    }
  }

  /// The number of rows, whose results stand one behind the other; beyond one row some operand moves on.
  public let rows: Int
  /// The first element of the result.
  public let result: UnsafeMutableRawPointer
  /// The operands.
  public let operands: [Operand]
  /// The width of the numbers.
  public let precision: Precision
  /// The instruction set to use; every set gives the same bits.
  public let instructionSet: InstructionSet

  /// Makes a piece of work.
  public init(
    rows: Int = 1, result: UnsafeMutableRawPointer, operands: [Operand], precision: Precision = .float64,
    instructionSet: InstructionSet = .inUse
  ) {
    self.rows = rows
    self.result = result
    self.operands = operands
    self.precision = precision
    self.instructionSet = instructionSet
  }

  /// An instruction for `code` with the result and the operands as its addresses, the rest still to fill in.
  func instruction(_ code: nnb_code) -> nnb_instruction {
    var instruction = nnb_instruction()
    instruction.run = instructionSet.kernel(code, precision)
    instruction.address.0 = result
    if operands.count > 0 { instruction.address.1 = operands[0].address }
    if operands.count > 1 { instruction.address.2 = operands[1].address }
    if operands.count > 2 { instruction.address.3 = operands[2].address }
    return instruction
  }

  /// The same work for each row alone; a row of the result has `size` elements.
  func alone(_ size: Int) -> [Work] {
    (0..<rows).map { row in
      Work(
        result: result + row * size * precision.width,
        operands: operands.map { Operand($0.address + row * $0.step * precision.width) },
        precision: precision, instructionSet: instructionSet)
    }
  }

  /// The work of one row, seen as `count` rows of its own.
  func rows(_ count: Int, _ steps: [Int]) -> Work {
    Work(
      rows: count, result: result, operands: zip(operands, steps).map { Operand($0.address, step: $1) },
      precision: precision, instructionSet: instructionSet)
  }
}
