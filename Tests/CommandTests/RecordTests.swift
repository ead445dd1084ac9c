import Testing

@Suite struct RecordTests {
  private let notebook = "Some prose\r\n\r\n```nn\r\n1 + 2\r\n```\r\n\r\nThe end, no line break"

  @Test func recordingChangesOnlyRecordsAndOnce() throws {
    let folder = try Folder(["a.md": notebook])
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    let recorded = try #require(folder.text("a.md"))
    let fence = "```output\r\n3\r\n```\r\n"
    #expect(recorded == notebook.replacing("```\r\n\r\nThe", with: "```\r\n\(fence)\r\nThe"))
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    #expect(folder.text("a.md") == recorded)
    #expect(folder.files == ["a.md"])
    let check = try folder.nnb("run", "--check", "a.md")
    #expect(check.code == 0)
    #expect(check.errors.contains("compared a.md with 1 record: no difference"))
  }

  @Test func recordsThatCouldNotBeReadAgainAreNotWritten() throws {
    let cells = cell("table P(X1..X16 -> y) = X1") + String(repeating: "\n" + cell("P"), count: 400)
    let folder = try Folder(["a.md": cells])
    let outcome = try folder.nnb("run", "--record", "a.md")
    #expect(outcome.code == 4 && folder.text("a.md") == cells, "\(outcome.everything.suffix(1_000))")
    #expect(outcome.errors.contains("with its records a.md would have more than 1 MB"))
  }

  @Test func checkShowsTheDifferenceAndWritesNothing() throws {
    let folder = try Folder(["a.md": cell("1 + 2\n\"same\"") + "\n```output\n4\nsame\n```\n"])
    let before = folder.text("a.md")
    let outcome = try folder.nnb("run", "--check", "a.md")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("a.md:6: the output differs from its record\n  - 4\n  + 3\n"))
    #expect(folder.files == ["a.md"] && folder.text("a.md") == before)
    let difference = try events(try folder.nnb("run", "--check", "--json", "a.md")).last
    #expect(difference?["event"] as? String == "difference")
    #expect(difference?["recorded"] as? String == "4\nsame\n")
    #expect(difference?["now"] as? String == "3\nsame\n")
  }

  @Test func aFailedCheckIsRecordedButStillFails() throws {
    let folder = try Folder(["a.md": cell("check 1 == 2")])
    #expect(try folder.nnb("run", "--record", "--quiet", "a.md").code == 1)
    #expect(try folder.nnb("run", "--check", "--quiet", "a.md").code == 1)
    #expect(folder.text("a.md")?.contains("```output") == true)
  }
}
