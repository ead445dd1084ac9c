import Testing

/// What `nnb explain` shows of words that no other table holds.
@Suite struct ReferenceTests {
  /// Every example of a keyword, a sign and a concept is a cell that runs.
  @Test func examplesRun() throws {
    let contents = try Program.run(["explain"], in: Folder()).output.split(separator: "\n").map(String.init)
    let words = contents.drop { $0 != "keywords:" }.prefix { $0 != "activations:" }.filter {
      $0.hasPrefix("  ")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(words.count > 50)
    var cells: [String] = []
    for word in words {
      let page = try Program.run(["explain", word], in: Folder()).output.components(separatedBy: "\n")
      let example = page.drop { $0 != "  example:" }.dropFirst().prefix { $0.hasPrefix("    ") }
      #expect(!example.isEmpty, "\(word)")
      cells.append(cell(example.map { String($0.dropFirst(4)) }.joined(separator: "\n")))
    }
    let folder = try Folder(["words.md": cells.joined(separator: "\n\n")])
    let outcome = try folder.nnb("run", "words.md")
    #expect(outcome.code == 0, "\(outcome.everything)")
  }

  @Test func markersHavePages() throws {
    #expect(
      try Program.run(["explain", "answer"], in: Folder()).output == """
        <!-- answer: NAME --> … <!-- /answer -->
          the place for an answer in words to the exercise NAME; each stands alone on its line

        """)
    #expect(try Program.run(["explain", "pause"], in: Folder()).output.hasPrefix("<!-- pause -->\n"))
    // The option and the comment of one name share a page.
    let both = try Program.run(["explain", "solution"], in: Folder()).output
    #expect(both.contains("#| solution:") && both.contains("<!-- solution --> … <!-- /solution -->"))
  }

  @Test func formulasAreText() throws {
    let page = try Program.run(["explain", "adam"], in: Folder()).output
    #expect(page.contains("formula: m ← β_1 m"), "\(page)")
    #expect(!page.contains("\\"))
  }
}
