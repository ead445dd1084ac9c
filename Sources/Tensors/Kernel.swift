import CKernels

/// How a machine computes an operation on tensors of known shapes.
///
/// A kernel works on ONE example or on many rows of them with the same bits for each row.
public struct Kernel: Sendable {
  /// The records that do the work at these places.
  public let records: @Sendable (_ work: Work) -> [nnb_record]

  /// Makes a kernel.
  public init(_ records: @escaping @Sendable (_ work: Work) -> [nnb_record]) { self.records = records }

  /// Where the numbers of one application stand, and for how many rows it is.
  public struct Work {
    /// An operand: its first element, and how far it moves on for each row; 0 where all rows share it.
    public struct Operand {
      /// The first element.
      public let place: UnsafeMutableRawPointer
      /// The elements from one row to the next.
      public let step: Int

      /// Makes an operand.
      public init(_ place: UnsafeMutableRawPointer, step: Int = 0) {
        self.place = place
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
    /// The instructions to use; every set gives the same bits.
    public let instructions: InstructionSet

    /// Makes a piece of work.
    public init(
      rows: Int = 1, result: UnsafeMutableRawPointer, operands: [Operand], precision: Precision = .float64,
      instructions: InstructionSet = .inUse
    ) {
      self.rows = rows
      self.result = result
      self.operands = operands
      self.precision = precision
      self.instructions = instructions
    }

    /// A record for `code` with the result and the operands as its places, the rest still to fill in.
    public func record(_ code: nnb_code) -> nnb_record {
      var record = nnb_record()
      record.run = instructions.kernel(code, precision)
      record.place.0 = result
      if operands.count > 0 { record.place.1 = operands[0].place }
      if operands.count > 1 { record.place.2 = operands[1].place }
      if operands.count > 2 { record.place.3 = operands[2].place }
      return record
    }
  }
}

extension Precision {
  /// The bytes of one number.
  public var width: Int {
    switch self {
    case .float64: 8
    case .float32: 4
    }
  }

  /// The value that the C code knows it by.
  public var code: nnb_precision {
    switch self {
    case .float64: NNB_FLOAT64
    case .float32: NNB_FLOAT32
    }
  }

  /// Returns the nearest number of this width.
  public func rounded(_ value: Double) -> Double {
    switch self {
    case .float64: value
    case .float32: Double(Float(value))
    }
  }

  /// Writes numbers to memory in this width.
  public func write(_ numbers: [Double], to place: UnsafeMutableRawPointer) {
    numbers.withUnsafeBufferPointer { write($0, to: place) }
  }

  /// Writes numbers to memory in this width.
  public func write(_ numbers: UnsafeBufferPointer<Double>, to place: UnsafeMutableRawPointer) {
    guard let source = numbers.baseAddress else { return }
    switch self {
    case .float64: place.copyMemory(from: source, byteCount: 8 * numbers.count)
    case .float32:
      let target = place.assumingMemoryBound(to: Float.self)
      for i in 0..<numbers.count { target[i] = Float(source[i]) }
    }
  }

  /// Reads `count` numbers of this width from memory.
  public func read(_ count: Int, from place: UnsafeRawPointer) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let target = buffer.baseAddress { read(count, from: place, to: target) }
      initialized = count
    }
  }

  /// Reads `count` numbers of this width from memory into other memory.
  public func read(_ count: Int, from place: UnsafeRawPointer, to target: UnsafeMutablePointer<Double>) {
    switch self {
    case .float64: UnsafeMutableRawPointer(target).copyMemory(from: place, byteCount: 8 * count)
    case .float32:
      let source = place.assumingMemoryBound(to: Float.self)
      for i in 0..<count { target[i] = Double(source[i]) }
    }
  }
}

/// A set of instructions that the kernels are compiled for.
public struct InstructionSet: Sendable, Hashable {
  private let code: UInt32

  private init(_ code: nnb_instruction_set) { self.code = code.rawValue }

  private var set: nnb_instruction_set { nnb_instruction_set(code) }

  /// The best that this machine has, or the one that the environment variable `NNB_ISA` names.
  public static let inUse = InstructionSet(nnb_instruction_set_in_use())

  /// Those that this machine can run, the plainest first.
  public static let present = [NNB_PORTABLE, NNB_AVX2, NNB_AVX512, NNB_NEON]
    .filter { nnb_is_present($0) != 0 }.map(InstructionSet.init)

  /// The name, such as `avx2`.
  public var name: String { String(cString: nnb_instruction_set_name(set)) }

  /// Returns the kernel for a code.
  public func kernel(_ code: nnb_code, _ precision: Precision) -> nnb_kernel {
    guard let kernel = nnb_find_kernel(set, precision.code, code) else {
      preconditionFailure("no kernel for code \(code.rawValue) on \(name)")
    }
    return kernel
  }
}

/// Positions of elements, at a place in memory that records can point to.
final class OffsetTable: Sendable {
  // The memory is written before anyone else sees it and freed after.
  nonisolated(unsafe) let offsets: UnsafePointer<Int>

  init(_ offsets: [Int]) {
    let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(offsets.count, 1))
    memory.initialize(from: offsets, count: offsets.count)
    self.offsets = UnsafePointer(memory)
  }

  deinit { offsets.deallocate() }
}
