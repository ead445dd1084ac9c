import Bytes
import CInterposer
import CourseLibrary
import NotebookRunning
import TestSupport
import Testing

@testable import Language

/// Bytes from anywhere: they are a value, which can be used like every other, or they are refused.
@Suite struct ValueReaderFuzzTests {
  private static let samples = ValueSamples.all.compactMap { sample in
    (try? sample.value.encoded()).map { (text: sample.text, bytes: $0) }
  }

  /// What may be held for so many bytes: a fixed amount, and some for each of them.
  private static func mostHeld(for bytes: [UInt8]) -> Int { 4_000_000 + 400 * bytes.count }

  /// Reads bytes, and uses what they are.
  private func survive(_ bytes: [UInt8], of text: String, uses: Int, _ chance: inout Chance) {
    nnb_watch_memory()
    let start = nnb_held_bytes()
    let value = try? Value(decoding: bytes, library: .course)
    let held = nnb_most_bytes() - start
    #expect(held <= Self.mostHeld(for: bytes), "\(held) bytes for \(bytes.count) of \(text)")
    guard let value else { return }
    #expect((try? value.encoded()) == bytes, "another form of \(text)")
    for _ in 0..<uses {
      let use = chance.pick(ValueSamples.uses)
      keepInJournal("\(text)\n\(use)\n\(bytes)")
      _ = ValueSamples.outcome(of: use, on: value)
    }
  }

  /// `NNB_FUZZ_SECONDS=600 swift test --filter bytesAreSurvived` runs on with ever new seeds.
  @Test func changedBytesAreSurvived() {
    withDeepStack {
      fuzz("bytes", inputs: 2_000) { seed in
        var chance = Chance(seed)
        let sample = Self.samples[chance.next(Self.samples.count)]
        let bytes = Self.changed(sample.bytes, &chance)
        keepInJournal("\(sample.text)\n\(bytes)")
        survive(bytes, of: sample.text, uses: 3, &chance)
      }
    }
  }

  /// The bytes with a few changes: bits, bytes, numbers, parts of other values.
  private static func changed(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0...chance.next(3) {
      // The header and the first entry say most.
      let end = chance.next(3) == 0 ? min(bytes.count, 40) : bytes.count
      let place = chance.next(max(end, 1))
      switch chance.next(7) {
      case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(chance.next(8))
      case 1 where !bytes.isEmpty: bytes[place] = UInt8(chance.next(256))
      case 2: bytes.insert(UInt8(chance.next(256)), at: min(place, bytes.count))
      case 3 where !bytes.isEmpty: bytes.remove(at: place)
      case 4: bytes.removeLast(min(bytes.count, chance.next(30)))
      case 5 where !bytes.isEmpty: bytes[place] = [0, 1, 2, 0x7F, 0x80, 0xFF][chance.next(6)]
      default:
        let other = samples[chance.next(samples.count)].bytes
        let start = chance.next(other.count)
        let part = other[start..<min(other.count, start + chance.next(40))]
        bytes.replaceSubrange(min(place, bytes.count)..<min(bytes.count, place + chance.next(40)), with: part)
      }
    }
    return bytes
  }

  @Test func everyBeginningIsRefused() {
    for sample in Self.samples where sample.bytes.count < 2_000 {
      for end in sample.bytes.indices {
        #expect(throws: ByteProblem.self, "\(end) bytes of \(sample.text)") {
          try Value(decoding: Array(sample.bytes[..<end]), library: .course)
        }
      }
    }
  }

  // MARK: Bombs

  /// The header and so many entries.
  private static func bytes(_ count: Int, _ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.append(contentsOf: ValueForm.mark)
    bytes.write(ValueForm.version, count)
    write(&bytes)
    return bytes.bytes
  }

  private static let bombs: [(String, [UInt8])] = [
    ("nothing", []), ("no value", bytes(0) { _ in }),
    ("a version to come", Array("nnbv".utf8) + [UInt8(2 * ValueForm.version + 2), 2, 14]),
    ("more entries than bytes", bytes(1 << 40) { $0.append(14) }),
    ("an entry of itself", bytes(1) { $0.write(case: 8, [0]) }),
    ("a tensor larger than all memory", bytes(1) { $0.write(case: 0, [1 << 20, 1 << 19]) }),
    ("a shape beyond numbers", bytes(1) { $0.write(case: 0, [1 << 62, 1 << 62]) }),
    ("a negative shape", bytes(1) { $0.write(case: 13, [-1]) }),
    ("an empty tensor of endless rows", bytes(1) { $0.write(case: 13, [1 << 50, 0]) }),
    (
      "two of one name",
      bytes(2) { bytes in
        bytes.write(case: 14)
        bytes.write(case: 12, "a", ["x", "x"], [0, 0], [Int](), 0)
      }
    ),
    (
      "a value twice",
      bytes(3) { bytes in
        bytes.write(case: 1, "a")
        bytes.write(case: 1, "a")
        bytes.write(case: 8, [0, 1])
      }
    ),
    (
      "a value that nobody holds",
      bytes(2) { bytes in
        bytes.write(case: 1, "a")
        bytes.write(case: 1, "b")
      }
    ),
    (
      "what is behind the value",
      bytes(1) { bytes in
        bytes.write(case: 14)
        bytes.append(0)
      }
    ),
    (
      "values in one another",
      bytes(1_000) { bytes in
        bytes.write(case: 1, "a")
        for number in 0..<999 { bytes.write(case: 8, [number]) }
      }
    ),
    (
      "figures in one another",
      bytes(1) { bytes in
        bytes.append(9)
        for _ in 0..<200_000 { for byte in [0, 1, 2] as [UInt8] { bytes.append(byte) } }
      }
    ),
    (
      "rows in one another",
      bytes(1) { bytes in
        bytes.write(case: 3, false, 2)
        bytes.write(case: 0, [2])
        bytes.append(3)
        for _ in 0..<200_000 { bytes.append(21) }
      }
    ),
    (
      "a function in brackets",
      bytes(1) { bytes in
        let brackets = String(repeating: "(", count: 100_000)
        bytes.write(case: 4, 0, "f(x) = \(brackets)x", [String](), [Int]())
      }
    ),
    ("no function", bytes(1) { $0.write(case: 4, 0, "x = 1", [String](), [Int]()) }),
    ("a function that was never finished", bytes(1) { $0.write(case: 4, 0, "f(x) = ", [String](), [Int]()) }),
    (
      "a gradient of a number",
      bytes(2) { bytes in
        bytes.write(case: 0, [Int]())
        Double(1).write(to: &bytes)
        bytes.write(case: 6, "grad", [0, 0, 0])
      }
    ),
    ("a function that nobody knows", bytes(1) { $0.write(case: 5, "launch") }),
  ]

  @Test(arguments: bombs) func aBombIsRefused(name: String, bytes: [UInt8]) {
    withDeepStack {
      nnb_watch_memory()
      let start = nnb_held_bytes()
      #expect(throws: ByteProblem.self, "\(name)") { try Value(decoding: bytes, library: .course) }
      let held = nnb_most_bytes() - start
      #expect(held <= Self.mostHeld(for: bytes), "\(held) bytes for \(name)")
    }
  }

  @Test func aFewBytesAreAHugeListThatIsNotGoneThrough() throws {
    // Forty lists of the one before twice: a million million leaves.
    let bytes = Self.bytes(41) { bytes in
      bytes.write(case: 1, "a")
      for number in 0..<40 { bytes.write(case: 8, [number, number]) }
    }
    let value = try Value(decoding: bytes, library: .course)
    #expect(try value.encoded() == bytes)
    let outcome = withDeepStack { ValueSamples.outcome(of: "r", on: value) }
    #expect(outcome.words == ["fuel-limit"])
  }
}
