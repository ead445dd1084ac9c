import CKernels

/// Instructions in the order they run, and the tables that they point to.
public struct InstructionList {
  /// The instructions, to be run by `nnb_run` while the tables live.
  public private(set) var instructions: [nnb_instruction] = []
  /// The tables.
  public private(set) var tables: [OffsetTable] = []

  /// Makes the list without instructions.
  public init() {}

  /// Adds an instruction.
  public mutating func append(_ instruction: nnb_instruction) { instructions.append(instruction) }

  /// Returns a table of these offsets, which lives as long as the list; rows one after the other share theirs.
  mutating func table(of offsets: [Int]) -> UnsafePointer<Int> {
    if let last = tables.last, last.offsets == offsets { return last.start }
    let table = OffsetTable(offsets)
    tables.append(table)
    return table.start
  }

  /// Runs the instructions.
  public func run() {
    withExtendedLifetime(tables) { nnb_run(instructions, instructions.count) }
  }
}

/// Positions of elements, at an address in memory that instructions can point to.
public final class OffsetTable: Sendable {
  let offsets: [Int]
  // The memory is written before anyone else sees it and freed after.
  nonisolated(unsafe) let start: UnsafePointer<Int>

  init(_ offsets: [Int]) {
    self.offsets = offsets
    let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(offsets.count, 1))
    memory.initialize(from: offsets, count: offsets.count)
    start = UnsafePointer(memory)
  }

  deinit { start.deallocate() }
}
