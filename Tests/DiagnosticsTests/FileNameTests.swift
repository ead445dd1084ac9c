import Diagnostics
import Testing

/// Names of files as text and back.
@Suite struct FileNameTests {
  @Test(arguments: [
    Array("größe 😀.md".utf8), [0xFC, 0x2E, 0x6D, 0x64], [0xC3, 0xFC, 0xC3, 0xBC], [0xE2, 0x82],
    [0x80, 0xFF, 0x2F],
    // The scalars that stand for bytes, when a name holds them by itself, and a surrogate.
    [0xF4, 0x8F, 0xBA, 0x80], [0xF4, 0x8F, 0xB9, 0xBF, 0xFC], [0xED, 0xA0, 0x80], [],
  ])
  func everyNameComesBack(bytes: [UInt8]) {
    #expect(FileName.bytes(FileName.text(bytes)) == bytes)
    #expect(printable(FileName.text(bytes)).unicodeScalars.allSatisfy { !FileName.isByte($0) })
  }

  @Test func textStaysAsItIs() {
    #expect(FileName.text("größe.md".utf8) == "größe.md")
    #expect(printable(FileName.text([0x67, 0xFC, 0x2E])) == "g\u{FFFD}.")
    #expect(JSONValue.string(FileName.text([0xFC])).text == "\"\u{FFFD}\"")
  }
}
