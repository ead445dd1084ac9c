import Foundation
import Testing

/// Parameters, included files, pictures and settings, from the command line on.
@Suite struct CourseFolderTests {
  @Test(arguments: [
    (["-P", "lr:0.1"], "0.1"), (["-P", "lr=2"], "2"), (["-P", "lr:1", "-P", "name=x:y=z"], "1"), ([], "0.5"),
  ])
  func parametersHaveOtherValues(options: [String], value: String) throws {
    let folder = try Folder(["a.md": "---\nparams: {lr: 0.5, name: Ada}\n---\n" + cell("lr\nname")])
    let outcome = try Program.run(["run", "a.md"] + options, in: folder)
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.output.contains("  \(value)\n"))
    #expect(outcome.output.contains(options.count > 2 ? "  x:y=z\n" : "  Ada\n"))
  }

  @Test(arguments: [
    ("lt:0.1", "did you mean `lr`?"), ("other:1", "known are `lr`, `deep`"),
    ("lr:x", "expected a number, found `x`"),
    ("deep:1", "expected `true` or `false`"), ("lr", "lr"), (":1", ":1"), ("l\u{1B}[31m:1", "no parameter"),
  ])
  func wrongParametersAreWrongUsage(option: String, part: String) throws {
    let folder = try Folder(["a.md": "---\nparams: {lr: 0.5, deep: true}\n---\n" + cell("lr")])
    for command in ["run", "check"] {
      let outcome = try folder.nnb(command, "a.md", "-P", option)
      #expect(outcome.code == 64, "\(outcome.everything)")
      #expect(outcome.errors.contains(part), "\(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}"))
    }
    #expect(folder.files == ["a.md"])
  }

  @Test func settingsOfTheCourseStandAbove() throws {
    let folder = try Folder([
      "nnb.yml": "author: Ada\nparams: {lr: 0.5, a: 1}\n", "_b.md": cell("lr + a"),
      "lists/a.md": "---\nparams: {a: 2}\n---\n{{< include ../_b.md >}}\n",
    ])
    let outcome = try folder.nnb("run", "lists/a.md", "-P", "lr:1")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.output.contains("  3\n"))
    #expect(folder.text("lists/a.html")?.contains("Ada") == true)
  }

  @Test func recordsGoToTheIncludedFile() throws {
    let folder = try Folder(["a.md": "{{< include _b.md >}}\n\n" + cell("1"), "_b.md": cell("2")])
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    #expect(folder.text("_b.md") == cell("2") + "```output\n2\n```\n")
    #expect(folder.text("a.md") == "{{< include _b.md >}}\n\n" + cell("1") + "```output\n1\n```\n")
    #expect(try folder.nnb("run", "--check", "a.md").code == 0)
    try folder.put("_b.md", cell("3") + "```output\n2\n```\n")
    let outcome = try folder.nnb("run", "--check", "a.md")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("_b.md:4: the output differs"))
  }

  /// Neither by its path nor through a link does a notebook reach what is not the course's.
  @Test(arguments: [
    "../secret.md", "SECRET", "link.md", "links/secret.md", "x/../../secret.md", "../none.md",
  ])
  func nothingOutsideTheFolderIsIncluded(target: String) throws {
    let outer = try Folder([
      "secret.md": "The secret.\n", "course/x/y.md": "", "secrets/secret.md": "The secret.\n",
    ])
    let course = outer.path("course")
    try FileManager.default.createSymbolicLink(
      atPath: course + "/link.md", withDestinationPath: outer.path("secret.md"))
    try FileManager.default.createSymbolicLink(
      atPath: course + "/links", withDestinationPath: outer.path("secrets"))
    let path = target == "SECRET" ? outer.path("secret.md") : target
    try outer.put("course/a.md", "{{< include \(path) >}}\n\n![p](\(path))\n")
    let outcome = try outer.nnb("run", "course/a.md")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("lies outside the course's folder"), "\(outcome.errors)")
    #expect(outer.text("course/a.html")?.contains("The secret") == false)
  }

  @Test func aLinkedFolderIsACourseToo() throws {
    let folder = try Folder(["course/a.md": "{{< include _b.md >}}\n", "course/_b.md": cell("41 + 1")])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("course"))
    let outcome = try folder.nnb("run", "link/a.md")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.output.contains("  42\n"))
  }

  @Test func deviceFilesAreNoPictures() throws {
    let folder = try Folder(["a.md": "![p](pipe)\n"])
    mkfifo(folder.path("pipe"), 0o644)
    let outcome = try folder.nnb("run", "a.md")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("picture-not-shown"))
  }

  /// What the settings of the course allow needs no option, and a page cannot allow it to itself.
  @Test func settingsOfTheCourseAllowData() throws {
    let reading = cell("t = read(\"marks.csv\")\ncheck t.x == [1]")
    let folder = try Folder([
      "nnb.yml": "data: [files]\n", "files/marks.csv": "x,y\n1,2\n", "lists/a.md": reading,
    ])
    let outcome = try folder.nnb("run", "lists/a.md")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(try folder.nnb("check", "lists/a.md").code == 0)
    let own = try Folder(["a.md": "---\ndata: [marks.csv]\n---\n" + reading, "marks.csv": "x,y\n1,2\n"])
    let refused = try own.nnb("run", "a.md")
    #expect(refused.code == 2 && refused.errors.contains("write it into nnb.yml"), "\(refused.everything)")
    try folder.put("nnb.yml", "data: [../files]\n")
    #expect(try folder.nnb("run", "lists/a.md").code == 2)
  }

  /// A link to a notebook leads to its page where the same run writes one, or one is there.
  @Test func linksLeadToReports() throws {
    let text = "[b](../b%20c.md#x) [d](d.md) [e](e.md) [f](f.pdf) [out](../../out.md) [gone](gone.md)\n"
    let folder = try Folder([
      "nnb.yml": "author: Ada\n", "lists/a.md": text, "b c.md": "# B\n", "lists/d.md": "# D\n",
      "lists/e.md": "# E\n", "lists/e.html": "", "lists/f.pdf": "", "pages/x": "",
    ])
    let outcome = try folder.nnb("run", "lists/a.md", "b c.md")
    #expect(outcome.code == 0, "\(outcome.everything)")
    let page = folder.text("lists/a.html") ?? ""
    for address in ["../b%20c.html#x", "d.md", "e.html", "f.pdf", "../../out.md", "gone.md"] {
      #expect(page.contains("href=\"\(address)\""), "\(address)")
    }
    #expect(outcome.errors.contains("link-to-nothing") && outcome.errors.contains("gone.md"))
    #expect(outcome.errors.ranges(of: "link-to-nothing").count == 1, "\(outcome.errors)")
    // Pages that go into one folder lead to each other there.
    _ = try folder.nnb("run", "lists/a.md", "b c.md", "-o", "pages")
    #expect(folder.text("pages/a.html")?.contains("href=\"b%20c.html#x\"") == true)
  }
}
