import Testing

/// Cells read the files that the invoker allows, and no others.
@Suite struct DataFileTests {
  private let csv = "size,kind\n1,owl\n2,cat\n"
  private let reading = cell("t = read(\"marks.csv\", target=\"kind\")\nt\ncheck t.y == [1, 0]")

  @Test(arguments: ["data", "data/marks.csv"]) func anAllowedFileIsATable(path: String) throws {
    let folder = try Folder(["a.md": reading, "data/marks.csv": csv])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", path)
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.output.contains("| owl"))
    #expect(try folder.nnb("check", "a.md", "--allow-data", path).code == 0)
  }

  @Test func nothingIsReadWithoutLeave() throws {
    let folder = try Folder(["a.md": reading, "marks.csv": csv, "data/other.csv": csv])
    let bare = try folder.nnb("run", "a.md")
    #expect(bare.code == 2 && bare.everything.contains("--allow-data"))
    let other = try folder.nnb("run", "a.md", "--allow-data", "data")
    #expect(other.code == 2 && other.everything.contains("none of the files that may be read"))
  }

  @Test func noNameLeadsOutOfTheFolder() throws {
    let folder = try Folder([
      "a.md": cell("read(\"../marks.csv\")"), "marks.csv": csv, "data/other.csv": csv,
    ])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", "data")
    #expect(outcome.code == 2 && outcome.everything.contains("none of the files"))
  }

  @Test func aBrokenFileSaysWhere() throws {
    let folder = try Folder(["a.md": cell("read(\"m.csv\")"), "m.csv": "a,b\n1,2\n3\n"])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", ".")
    #expect(outcome.code == 2 && outcome.everything.contains("line 3 has 1 value,"))
  }

  @Test func aMixedColumnIsAnErrorWithItsLine() throws {
    let csv = "a,b,y\n10,1,0\n9,2,1\nNA,3,0\n100,4,1\n"
    let folder = try Folder([
      "a.md": cell("t = read(\"m.csv\", target=\"y\")\ncheck t.a[1] == 10"), "m.csv": csv,
      "b.md": cell("t = read(\"m.csv\", missing=[\"NA\"])\ncheck t.a[1] == 10\nt.a[3]"),
      "c.md": cell("t = read(\"m.csv\", missing=\"NA\")\ncheck t.a[4] == 100"),
      "d.md": cell("t = read(\"m.csv\", missing=[1, 2])"),
    ])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", ".")
    #expect(outcome.code == 2 && outcome.everything.contains("error[data-file]"))
    #expect(outcome.everything.contains("line 4 has `NA` for `a`, a column of numbers"))
    #expect(try folder.nnb("check", "a.md", "--allow-data", ".").code == 2)
    let asked = try folder.nnb("run", "b.md", "--allow-data", ".")
    #expect(asked.code == 0 && asked.everything.contains("nan"), "\(asked.everything)")
    #expect(try folder.nnb("run", "c.md", "--allow-data", ".").code == 0)
    let wrong = try folder.nnb("run", "d.md", "--allow-data", ".")
    #expect(wrong.code == 2 && wrong.everything.contains("`missing` is a list of texts"))
  }

  @Test func aFirstLineOfNumbersIsAWarning() throws {
    let folder = try Folder(["a.md": cell("read(\"m.csv\")"), "m.csv": "1,0\n2,1\n3,1\n"])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", "m.csv")
    #expect(outcome.code == 0 && outcome.everything.contains("warning[data-file-doubt]"))
    #expect(outcome.everything.contains("line 1 is to name the columns"))
  }

  @Test(arguments: [["run"], ["run", "--json"], ["run", "--quiet"], ["check"], ["check", "--json"]])
  func aPathAtWhichNothingIsIsSaid(command: [String]) throws {
    let folder = try Folder(["a.md": cell("1 + 1"), "data/marks.csv": csv])
    let arguments = command + ["a.md", "--allow-data", "data", "--allow-data", "dat"]
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.code == 4 && outcome.everything.contains("--allow-data: there is no dat"))
  }
}
