import Foundation
import Testing

/// Texts that no student writes: an answer, an exit code, never a trap, a hang or half a report.
@Suite struct HostileTextTests {
  /// A text, and what the program must make of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let code: Int
    /// A part of what is said.
    let message: String

    init(_ name: String, _ text: String, _ code: Int, _ message: String = "") {
      self.init(name, bytes: Array(text.utf8), code, message)
    }

    init(_ name: String, bytes: [UInt8], _ code: Int, _ message: String = "") {
      (testDescription, self.bytes, self.code, self.message) = (name, bytes, code, message)
    }
  }

  static let cases = [
    Case("empty", "", 0),
    Case("a byte order mark", "\u{FEFF}" + cell("1"), 0),
    Case(
      "not UTF-8", bytes: Array("# Übung\n".utf8) + [0xE9, 0x0A], 4, "a.md is not UTF-8 text: look at line 2"),
    Case("UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], 4, "is not UTF-8 text: look at line 1"),
    Case("NUL bytes", "a\u{0}b\n\n" + cell("1\u{0} + 2"), 2, "error["),
    Case("an unclosed fence", "```nn\n1 + 2\n", 2, "error[unclosed-fence]"),
    Case("options that are no YAML", cell("#| {[: ]\n1"), 2, "error["),
    Case("50 MB", bytes: [UInt8](repeating: 0x61, count: 50_000_000), 4, "is larger than"),
    Case("200,000 parentheses", cell(repeated("(", 200_000) + "1" + repeated(")", 200_000)), 2, "error["),
    Case("200,000 open parentheses", cell(repeated("(", 200_000)), 2, "error["),
    Case("200,000 minus signs", cell(repeated("-", 200_000) + "1"), 2, "error["),
    Case("200,000 quotes", repeated(">", 200_000) + " x\n", 2, "error[nested-too-deep]"),
    Case("a line of bars", repeated("|", 990_000), 2, "error[markdown-table-too-large]"),
    Case(
      "a table of 10,000 names", "| " + repeated("n | ", 10_000) + "\n|" + repeated("-|", 10_000) + "\n", 0),
    Case("as much code as is allowed", cell(repeated("x = 1 + 2\n", 16_000)), 0),
    Case("1 MB of code", cell(repeated("x = 1 + 2\n", 95_000)), 2, "error[notebook-too-large]"),
    Case("1 MB of one line", cell("x = 1" + repeated(" + 1", 240_000)), 2, "error["),
    Case("a deep chain of calls", cell(chain), 3, "error[call-limit]"),
    Case("endless recursion", cell("f(n) = f(n + 1)\nf(1)"), 2, "error["),
    Case("work beyond the limit", cell(overLimit), 3, "error[fuel-limit]"),
    Case("a table of 10,000 columns", cell("table t(" + names + " -> y) { }"), 2, "error["),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
  private static let names = (1...10_000).map { "x\($0)" }.joined(separator: ", ")
  private static let chain =
    "f0(x) = x\n" + (1...2_000).map { "f\($0)(x) = f\($0 - 1)(x)\n" }.joined() + "f2000(1)"

  @Test(arguments: cases) func eachHasItsAnswer(test: Case) throws {
    let folder = try Folder()
    try folder.put("a.md", bytes: test.bytes)
    let outcome = try folder.nnb("run", "--quiet", "a.md")
    #expect(outcome.code == test.code, "\(outcome.everything.prefix(2_000))")
    #expect(
      test.message.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(test.message),
      "\(outcome.everything.prefix(2_000))")
    #expect(outcome.errors.ranges(of: "error[").count <= 1)
    #expect(folder.files == (test.code == 4 ? ["a.md"] : ["a.html", "a.md"]))
    #expect(outcome.errors.utf8.count < 10_000)
    #expect(test.code == 4 || folder.text("a.html")?.hasSuffix("</html>\n") == true)
  }

  /// The limit of memory stops the cell, not the system.
  @Test func memoryStaysWithinItsLimit() throws {
    let folder = try Folder([
      "a.md": cell("b = normal(0, 1, size=[2000, 2000])\n[b for k in 0..200]")
    ])
    let outcome = try folder.nnb("run", "--quiet", "a.md")
    #expect(outcome.code == 3, "\(outcome.everything)")
    #expect(outcome.errors.contains("error[memory-limit]"))
    #expect(outcome.peakMemory < 1_500_000_000)
  }

  @Test func twoThousandCellsAreRead() throws {
    let folder = try Folder(["a.md": String(repeating: cell("1 + 2") + "\n", count: 2_000)])
    #expect(try folder.nnb("check", "a.md").code == 0)
    #expect(try folder.nnb("run", "a.md").everything.contains("[2000/2000]"))
  }
}
