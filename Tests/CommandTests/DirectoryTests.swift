import Foundation
import Testing

@Suite struct DirectoryTests {
  @Test func runsEveryNotebookBelowAndSumsUp() throws {
    let folder = try Folder([
      "c/a.md": cell("1"), "c/b/deep.md": cell("check 1 == 2"), "c/_part.md": cell("nothing"),
      "c/notes.txt": "",
      "c/.hidden/h.md": cell("nothing"), "c/_drafts/d.md": cell("nothing"), "c/.#a.md": "",
      "c/z.md": cell("2"),
    ])
    let before = folder.files
    let outcome = try folder.nnb("run", "c")
    #expect(outcome.code == 1)
    #expect(Set(folder.files).subtracting(before) == ["c/a.html", "c/b/deep.html", "c/z.html"])
    #expect(outcome.errors.hasSuffix("3 notebooks: 2 passed, 1 did not\n"))
    #expect(outcome.errors.ranges(of: "notebooks:").count == 1)
    #expect(try folder.nnb("check", "c").code == 0)
    #expect(try folder.nnb("run", "--check", "--quiet", "c/a.md", "c/b").code == 1)
  }

  @Test func theWorstExitCodeWins() throws {
    let folder = try Folder(["a.md": cell("1"), "b.md": cell("nothing"), "c.md": cell("check 1 == 2")])
    #expect(try folder.nnb("run", "--quiet", ".").code == 2)
    try folder.put("d.md", bytes: [0xFF])
    #expect(try folder.nnb("run", "--quiet", ".").code == 4)
  }

  @Test func reportsGoIntoOneDirectory() throws {
    let folder = try Folder(["c/a.md": cell("1"), "c/b.md": cell("2"), "out/keep.txt": ""])
    #expect(try folder.nnb("run", "c", "-o", "out").code == 0)
    #expect(folder.files.filter { $0.hasSuffix(".html") } == ["out/a.html", "out/b.html"])
    let missing = try folder.nnb("run", "c", "-o", "nowhere")
    #expect(missing.code == 4)
    #expect(missing.errors.contains("for several notebooks it must be a directory"))
  }

  @Test func noReportReplacesAnother() throws {
    let folder = try Folder(["c/1/a.md": cell("1"), "c/2/a.md": cell("2"), "out/keep.txt": ""])
    let outcome = try folder.nnb("run", "c", "-o", "out")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("c/1/a.md and c/2/a.md would both write out/a.html"))
    #expect(!folder.files.contains { $0.hasSuffix(".html") })
  }

  @Test func linksMakeNoCircle() throws {
    let folder = try Folder(["c/a.md": cell("1")])
    for name in ["loop", "again"] {
      try FileManager.default.createSymbolicLink(atPath: folder.path("c/\(name)"), withDestinationPath: ".")
    }
    let outcome = try folder.nnb("run", "c")
    #expect(outcome.code == 0)
    #expect(outcome.errors.ranges(of: "wrote ").count == 1)
  }

  @Test func anEmptyDirectoryIsSaid() throws {
    let folder = try Folder(["c/_a.md": ""])
    let outcome = try folder.nnb("run", "c")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("there is no notebook in c"))
  }
}
