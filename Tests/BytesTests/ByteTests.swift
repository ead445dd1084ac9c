import Bytes
import TestSupport
import Testing

/// Writes a value and reads it back from exactly these bytes.
private func roundTrip<Value: ByteCoded & Equatable>(_ value: Value) throws -> (bytes: [UInt8], value: Value)
{
  var writer = ByteWriter()
  writer.write(value)
  var reader = ByteReader(writer.bytes[...])
  let read: Value = try reader.read()
  #expect(reader.isAtEnd)
  return (writer.bytes, read)
}

private func problem<Value: ByteCoded>(_ type: Value.Type, _ bytes: [UInt8]) -> ByteProblem? {
  var reader = ByteReader(bytes[...])
  do throws(ByteProblem) {
    _ = try reader.read() as Value
    return nil
  } catch {
    return error
  }
}

@Suite struct ByteTests {
  @Test(arguments: [
    (0, 1), (-1, 1), (63, 1), (-64, 1), (64, 2), (1 << 20, 4), (.max, 10), (.min, 10), (.min + 1, 10),
  ])
  func wholeNumbersAreShort(_ number: Int, _ length: Int) throws {
    let (bytes, read) = try roundTrip(number)
    #expect(read == number && bytes.count == length)
  }

  @Test func numbersKeepTheirBitsAndEveryNaNIsOne() throws {
    for number in [0.1, -0.0, .infinity, 5e-324, -1e308] {
      #expect(try roundTrip(number).value.bitPattern == number.bitPattern)
    }
    let odd = Double(nan: 7, signaling: false)
    #expect(try roundTrip([odd, 1]).value[0].bitPattern == Double.nan.bitPattern)
    #expect(try roundTrip([-Double.nan]).bytes == roundTrip([Double.nan]).bytes)
  }

  @Test func textsOptionalsArraysAndNamesComeBack() throws {
    #expect(try roundTrip(["", "η₁", "🙂"]).value == ["", "η₁", "🙂"])
    #expect(try roundTrip([nil, true, false]).value == [nil, true, false])
    // Composed and decomposed letters are two texts, and the order is that of the bytes.
    let names = ["b": 1, "a": 2, "é": 3]
    #expect(try roundTrip(names).value == names)
    #expect(try roundTrip(names).bytes == roundTrip(["a": 2, "é": 3, "b": 1]).bytes)
  }

  @Test func everyOtherFormIsRefused() {
    #expect(problem(Bool.self, [2]) == .invalid("a truth"))
    #expect(problem(Int.self, [0x80, 0]) == .invalid("a whole number"))
    #expect(problem(Int.self, [UInt8](repeating: 0xFF, count: 10)) == .invalid("a whole number"))
    #expect(problem(Double.self, [1, 0, 0, 0, 0, 0, 0xF8, 0x7F]) == .invalid("a number"))
    #expect(problem(String.self, [2, 0xFF]) == .invalid("a text"))
    #expect(problem(String.self, [4, 65]) == .truncated)
    #expect(problem([Int].self, [1]) == .invalid("a count"))
    // A billion elements in five bytes.
    #expect(problem([Int].self, [0x80, 0xA8, 0xD6, 0xB9, 0x07]) == .truncated)
    #expect(problem([String: Int].self, [4, 2, 98, 0, 2, 97, 0]) == .invalid("a name"))
    #expect(problem([String: Int].self, [4, 2, 97, 0, 2, 97, 0]) == .invalid("a name"))
  }

  @Test func aDigestIsThatOfAnotherProgram() {
    for message in [[], Array("abc".utf8), [UInt8](repeating: 7, count: 1_000)] as [[UInt8]] {
      #expect(Digest(of: message).bytes == sha256(message))
    }
    #expect(
      Digest(of: Array("abc".utf8)).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
