import Foundation
import NeuralNetworks
import Tensors

/// Prints the SHA-256 of the parameters that each sample ends with, in every variant.
///
/// One line a sample means that all variants have the same bits. The lines of the release build are compared with
/// Tests/Golden/training-bits.txt, those of the debug build by the tests. With `--sets` it names the instruction sets
/// of this machine instead.
@main struct TrainingBits {
  static func main() throws {
    if CommandLine.arguments.contains("--sets") {
      return print(InstructionSet.present.map(\.name).joined(separator: " "))
    }
    for sample in Sample.all {
      for hash in try sample.hashes(in: Variant.all) { print(sample.name, hash) }
    }
  }
}

extension Sample {
  /// Writes every sample to a folder, each with the parameters it ends with, for `Tests/Machines`.
  static func writeReplays(to folder: URL) throws {
    for sample in all {
      let name = sample.name.split(separator: " ").joined(separator: "-")
      try Data(sample.training().replay()).write(to: folder.appending(path: "\(name).training"))
    }
  }
}
