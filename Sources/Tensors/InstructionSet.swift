import CKernels

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
