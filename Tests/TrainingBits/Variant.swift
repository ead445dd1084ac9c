import CKernels
import NeuralNetworks
import Tensors
import TestSupport

/// A way to run a training; none may change a bit.
struct Variant: Sendable, CustomStringConvertible {
  let instructionSet: InstructionSet
  let threads: Int
  /// The steps between two looks at the world.
  let slice: Int
  let fuses: Bool

  /// Every one on this machine.
  static let all: [Variant] = InstructionSet.present.flatMap { instructionSet in
    [1, 2].flatMap { threads in
      [Int.max, 7, 1].flatMap { slice in
        [true, false].map {
          Variant(instructionSet: instructionSet, threads: threads, slice: slice, fuses: $0)
        }
      }
    }
  }

  /// One for each set of instructions, for samples that take long.
  static let few = all.filter { $0.threads == 1 && $0.slice == .max && $0.fuses }

  /// What a training leaves.
  func result(of training: Training, until epochs: Int? = nil) -> Training.Result {
    let threadsBefore = nnb_threads()
    defer { nnb_set_threads(threadsBefore) }
    nnb_set_threads(Int32(threads))
    return training.run(until: epochs, instructionSet: instructionSet, fuses: fuses, slice: slice)
  }

  var description: String {
    "\(instructionSet.name), \(threads) threads, slices of \(slice), \(fuses ? "fused" : "one by one")"
  }
}

extension Sample {
  /// The different hashes of the trained parameters in these variants: one, if they have equal bits.
  func hashes(in variants: [Variant]) throws -> [String] {
    let training = try training()
    var seen: [[UInt64]] = []
    for variant in variants {
      let bits = variant.result(of: training).graph.parameterBits
      if !seen.contains(bits) { seen.append(bits) }
    }
    return seen.map(hexadecimalHash)
  }
}

extension Graph {
  /// The bits of all parameters in their order.
  var parameterBits: [UInt64] {
    parameters.flatMap { constant(at: $0)?.elements.map(\.bitPattern) ?? [] }
  }
}

/// The SHA-256 of words, the lowest byte first.
private func hexadecimalHash(_ words: [UInt64]) -> String {
  let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  return sha256(bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
}
