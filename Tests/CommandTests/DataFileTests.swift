import Testing

/// Cells read the files that the invoker allows, and no others.
@Suite struct DataFileTests {
  private let csv = "size,kind\n1,owl\n2,cat\n"
  private let reading = cell("t = read(\"marks.csv\", target=\"kind\")\nt\ncheck t.y == [1, 0]")

  @Test(arguments: ["data", "data/marks.csv"]) func anAllowedFileIsATable(path: String) throws {
    let folder = try Folder(["a.md": reading, "data/marks.csv": csv])
    let outcome = try folder.nnb("run", "a.md", "--allow-data", path)
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.errors.contains("| owl"))
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
}
