import Foundation
import Testing

/// `nnb verify`: whether a report is what its notebook gives.
@Suite struct VerifyTests {
  private let notebook = """
    ---
    title: Gates
    params: {rate: 0.5}
    ---
    # Gates

    ```nn
    x = rate * 2
    x
    check x == 1
    ```

    A word between.

    ```nn
    plot(sin, x=[0, 3])
    ```

    """

  private func folder() throws -> Folder {
    let folder = try Folder(["a.md": notebook])
    #expect(try folder.nnb("run", "--quiet", "a.md").code == 0)
    return folder
  }

  private func verified(_ folder: Folder, code: Int, _ words: String...) throws {
    let outcome = try folder.nnb("verify", "a.html")
    #expect(outcome.code == code, "\(outcome.everything)")
    for word in words { #expect(outcome.output.contains(word), "\(outcome.everything)") }
  }

  @Test func aReportIsReproducedWithoutItsNotebook() throws {
    let folder = try folder()
    try verified(folder, code: 0, "a.html: reproduced")
    try FileManager.default.removeItem(atPath: folder.path("a.md"))
    try verified(folder, code: 0, "a.html: reproduced")
    #expect(folder.files == ["a.html"])
  }

  @Test func parametersAreGivenAgain() throws {
    let folder = try Folder(["a.md": notebook])
    _ = try folder.nnb("run", "--quiet", "a.md", "-P", "rate:0.7", "--as", "student")
    #expect(folder.text("a.html")?.contains("1.4") == true)
    try verified(folder, code: 0, "reproduced")
  }

  @Test func whatWasAlteredIsTold() throws {
    let folder = try folder()
    let page = try #require(folder.text("a.html"))
    try folder.put("a.html", page.replacing("<output>1</output>", with: "<output>1000</output>"))
    try verified(folder, code: 1, "a.html: altered", "at cell 1, line 7: it shows `1000`, the run gives `1`")
    try folder.put("a.html", page.replacing("A word between", with: "Another word"))
    try verified(
      folder, code: 1, "altered",
      "at cell 1, line 7: it shows `Another word.`, the run gives `A word between.`")
    try folder.put("a.html", page.replacing("<title>Gates", with: "<title>Grades"))
    try verified(folder, code: 1, "altered", "before the cells: it shows `Grades`, the run gives `Gates`")
    let source = try #require(page.range(of: "data-name=\"a.md\">"))
    let changed = Data(notebook.replacing("rate * 2", with: "rate * 3").utf8).base64EncodedString()
    let end = try #require(page.range(of: "</script>", range: source.upperBound..<page.endIndex))
    try folder.put("a.html", page.replacingCharacters(in: source.upperBound..<end.lowerBound, with: changed))
    try FileManager.default.removeItem(atPath: folder.path("a.md"))
    try verified(folder, code: 1, "altered", "before the cells", "at cell 1")
  }

  @Test func dataThatChangedMakesAReportStale() throws {
    let csv = "x,y\n0,0\n1,2\n"
    let folder = try Folder(["a.md": cell("t = read(\"d.csv\")\nsum(t.y)"), "d.csv": csv])
    #expect(try folder.nnb("run", "--quiet", "a.md", "--allow-data", "d.csv").code == 0)
    func verified(_ words: String, code: Int, _ arguments: [String] = ["--allow-data", "d.csv"]) throws {
      let outcome = try Program.run(["verify", "a.html"] + arguments, in: folder)
      #expect(outcome.code == code && outcome.output.contains(words), "\(outcome.everything)")
    }
    try verified("reproduced", code: 0)
    try verified("stale: the data file d.csv was not read now: allow it with --allow-data", code: 1, [])
    // Another file with the same sum is not the file of the report.
    try folder.put("d.csv", "x,y\n0,2\n1,0\n")
    try verified("stale: the data file d.csv has changed since", code: 1)
    try folder.put("d.csv", csv)
    try verified("reproduced", code: 0)
  }

  @Test func whatIsOldIsStale() throws {
    let folder = try folder()
    try folder.put("a.md", notebook + "\nMore.\n")
    try verified(folder, code: 1, "a.html: stale: a.md has changed since; its own text still gives this page")
    try folder.put("a.md", notebook)
    let page = try #require(folder.text("a.html"))
    try folder.put("a.html", page.replacing("nnb 0.1.0", with: "nnb 0.0.9"))
    try verified(folder, code: 1, "stale: it was made with nnb 0.0.9, this is nnb")
  }

  @Test(arguments: [
    "", "<html></html>", "<script type=\"text/x-nnb-notebook\" data-name=\"a.md\">%%%</script>",
    "<script type=\"text/x-nnb-run\"><script type=\"text/x-nnb-notebook\" data-name=\"",
  ])
  func otherFilesAreRefused(page: String) throws {
    let folder = try Folder(["a.html": page])
    let outcome = try folder.nnb("verify", "a.html")
    #expect(outcome.code == 2 && outcome.errors.contains("holds no notebook"), "\(outcome.everything)")
    #expect(try folder.nnb("verify", "b.html").code == 4)
  }

  /// A name in a report leads nowhere else.
  @Test func aForgedNameReadsNothing() throws {
    let text = Data("{{< include ../../etc/passwd >}}\n\n```nn\n1\n```\n".utf8).base64EncodedString()
    let folder = try Folder([
      "a.html": "<script type=\"text/x-nnb-notebook\" data-name=\"../../../etc/passwd\">\(text)</script>"
    ])
    let outcome = try folder.nnb("verify", "a.html")
    #expect(outcome.code == 1 && !outcome.everything.contains("root:"), "\(outcome.everything)")
  }
}
