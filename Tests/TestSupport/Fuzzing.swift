import Foundation
import Glibc

/// Calls `body` with seeds: with the first `count` of them, or for `NNB_FUZZ_SECONDS` with ever new ones.
///
/// The long run says how many inputs there were; `NNB_FUZZ_SEED` is its first seed.
public func fuzz(_ name: String, inputs count: Int, _ body: (_ seed: UInt64) -> Void) {
  let environment = ProcessInfo.processInfo.environment
  guard let seconds = environment["NNB_FUZZ_SECONDS"].flatMap(Double.init) else {
    for seed in 0..<UInt64(count) { body(seed) }
    return
  }
  var seed = environment["NNB_FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)
  let first = seed
  let end = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < end {
    body(seed)
    seed &+= 1
  }
  print("fuzzed \(name): \(seed &- first) inputs in \(seconds) s, first seed \(first)")
}

/// Keeps the input under test in the file `NNB_FUZZ_JOURNAL`, where it can be read after a crash.
public func keepInJournal(_ input: String) {
  guard journal >= 0 else { return }
  var input = input
  input.withUTF8 { bytes in
    _ = ftruncate(journal, 0)
    _ = pwrite(journal, bytes.baseAddress, bytes.count, 0)
  }
}

private let journal: Int32 =
  ProcessInfo.processInfo.environment["NNB_FUZZ_JOURNAL"].map { open($0, O_WRONLY | O_CREAT, 0o644) } ?? -1
