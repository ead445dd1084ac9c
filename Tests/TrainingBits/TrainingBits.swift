/// Prints the SHA-256 of the parameters that each sample ends with, in every variant.
///
/// One line a sample means that all variants have the same bits. The lines of the release build are compared with
/// Tests/Golden/training-bits.txt, those of the debug build by the tests.
@main struct TrainingBits {
  static func main() throws {
    for sample in Sample.all {
      for hash in try sample.hashes(in: Variant.all) { print(sample.name, hash) }
    }
  }
}
