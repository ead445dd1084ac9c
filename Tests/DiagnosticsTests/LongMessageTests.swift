import Diagnostics
import Testing

/// A message that quotes a value of a million numbers stays one that can be read.
@Test func aMessageIsCutWhereItIsTooLong() {
  let range = SourceRange(SourceFile(path: "a.md", text: "x"), 0..<1)
  let long = Diagnostic(.programDefect, .english(String(repeating: "[0, 1] ", count: 400_000)), at: range)
  #expect(
    long.message.english.hasPrefix("[0, 1] [0, 1]") && long.message.english.hasSuffix("…")
      && long.message.english.count == 1_000)
  #expect(Diagnostic(.programDefect, "a message", at: range).message == "a message")
}
