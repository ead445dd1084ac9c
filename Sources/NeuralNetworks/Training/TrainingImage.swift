import CKernels
import Tensors

/// A training before its first step as bytes, so that `Tests/Machines/Replay.c` runs it on a machine without Swift.
///
/// The blocks of its memory stand one after the other. An address, in the state of the training and in its instructions,
/// becomes its distance from the first byte, plus 1; 0 is none. A kernel becomes its code plus 1; behind the codes
/// follow the kernels of the loop itself, `nnb_take_rows` and `nnb_draw_mask`.
struct TrainingImage {
  private(set) var bytes: [UInt8] = []
  private var blocks: [(memory: UnsafeRawBufferPointer, start: Int)] = []

  init(_ blocks: [UnsafeRawBufferPointer]) {
    for block in blocks {
      self.blocks.append((block, bytes.count))
      bytes += Array(block)
      bytes += [UInt8](repeating: 0, count: Arena.padded(bytes.count) - bytes.count)
    }
  }

  /// Where a byte of the blocks stands in the image.
  func offset(of address: UnsafeRawPointer) -> Int {
    for block in blocks {
      guard let base = block.memory.baseAddress, address >= base else { continue }
      if address < base + block.memory.count { return block.start + (address - base) }
    }
    preconditionFailure("an address outside the training")
  }

  private func moved<T>(_ pointer: UnsafeMutablePointer<T>?) -> UnsafeMutablePointer<T>? {
    pointer.flatMap { UnsafeMutablePointer(bitPattern: offset(of: $0) + 1) }
  }
  private func moved<T>(_ pointer: UnsafePointer<T>?) -> UnsafePointer<T>? {
    pointer.flatMap { UnsafePointer(bitPattern: offset(of: $0) + 1) }
  }
  private func moved(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    pointer.flatMap { UnsafeMutableRawPointer(bitPattern: offset(of: $0) + 1) }
  }
  private func moved(_ pointer: UnsafeRawPointer?) -> UnsafeRawPointer? {
    pointer.flatMap { UnsafeRawPointer(bitPattern: offset(of: $0) + 1) }
  }

  private mutating func replace<T>(_ original: UnsafePointer<T>, by value: T) {
    let start = offset(of: original)
    withUnsafeBytes(of: value) { bytes.replaceSubrange(start..<start + $0.count, with: $0) }
  }

  /// Writes the state of the training, and the instructions of its batches, with the addresses of the image.
  mutating func move(_ state: UnsafeMutablePointer<nnb_training>, _ instructionSet: InstructionSet) {
    var copy = state.pointee
    let precision = copy.precision == NNB_FLOAT64 ? Precision.float64 : .float32
    copy.full = moved(copy.full, instructionSet, precision)
    copy.last = moved(copy.last, instructionSet, precision)
    copy.validation = moved(copy.validation, instructionSet, precision)
    copy.order = moved(copy.order)
    copy.losses = moved(copy.losses)
    copy.validation_losses = moved(copy.validation_losses)
    replace(UnsafePointer(state), by: copy)
  }

  private mutating func moved(
    _ batch: nnb_batch, _ instructionSet: InstructionSet, _ precision: Precision
  ) -> nnb_batch {
    for i in 0..<batch.count {
      var instruction = batch.instructions[i]
      let code = instructionSet.code(of: instruction.run, precision)
      instruction.run = unsafeBitCast(code + 1, to: nnb_kernel?.self)
      withUnsafeMutableBytes(of: &instruction.address) { addresses in
        for address in addresses.bindMemory(to: UnsafeMutableRawPointer?.self).indices {
          let bound = addresses.bindMemory(to: UnsafeMutableRawPointer?.self)
          bound[address] = moved(bound[address])
        }
      }
      instruction.table = moved(instruction.table)
      replace(batch.instructions + i, by: instruction)
    }
    var batch = batch
    batch.instructions = moved(batch.instructions)
    batch.loss = moved(batch.loss)
    return batch
  }
}

extension InstructionSet {
  /// The code of a kernel; behind the codes, those of the training loop.
  fileprivate func code(of run: nnb_kernel?, _ precision: Precision) -> Int {
    let wanted = unsafeBitCast(run, to: Int.self)
    let loop: [nnb_kernel] = [nnb_take_rows, nnb_draw_mask]
    let kernels = (0..<NNB_CODES.rawValue).map { kernel(nnb_code($0), precision) } + loop
    guard let code = kernels.firstIndex(where: { unsafeBitCast($0, to: Int.self) == wanted }) else {
      preconditionFailure("an instruction without a kernel")
    }
    return code
  }
}
