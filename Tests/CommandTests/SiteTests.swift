import Foundation
import Testing

@Suite struct SiteTests {
  private let key = """
    ---
    title: "A key & more"
    ---
    First words of the key.

    <!-- notes -->
    Say slowly: the lecturer's own words.
    <!-- /notes -->

    ## The gate

    ```nn
    #| exercise: gate
    #| points: 2
    g = ?
    ```

    ```nn
    #| solution: gate
    g = perceptron(w=[4711, 4712], T=4713)
    ```

    ```nn
    #| tests: gate
    check g.T > 0
    ```

    ```nn
    #| hidden: gate
    check "a hidden claim of the grader": g.T == 4713
    ```

    <!-- solution -->
    The answer is a perceptron with large numbers.
    <!-- /solution -->

    """

  private func course() throws -> Folder {
    try Folder([
      "course/a.md": "# Alpha\n\nSee [the key](lists/b.md) and [another](lists/b.md#the-gate).\n\n"
        + cell("1 + 1"),
      "course/lists/b.md": key, "course/_part.md": "not a page\n", "course/nnb.yml": "author: Ada\n",
    ])
  }

  @Test func pagesMirrorTheFoldersAndLeadToOneAnother() throws {
    let folder = try course()
    let outcome = try folder.nnb("site", "course", "-o", "out", "--as", "student")
    #expect(outcome.code == 0, "\(outcome.everything)")
    let files = folder.files.filter { $0.hasPrefix("out/") }
    #expect(
      files == [
        "out/.nnb-site.json", "out/a.html", "out/index.html", "out/lists", "out/lists/b.html",
        "out/search.html",
      ])
    #expect(folder.text("out/a.html")?.contains("href=\"lists/b.html#the-gate\"") == true)
    let index = try #require(folder.text("out/index.html"))
    #expect(index.contains("<a href=\"lists/b.html\">A key &amp; more</a><p>First words of the key.</p>"))
    #expect(index.contains("1 exercise, 2 points") && index.contains("<h2>lists</h2>"))
    #expect(
      folder.text("out/search.html")?.contains("<a href=\"lists/b.html#the-gate\">The gate</a>") == true)
  }

  @Test func studentsPagesHoldNothingHidden() throws {
    let folder = try course()
    #expect(try folder.nnb("site", "course", "-o", "out", "--as", "student").code == 0)
    #expect(
      try folder.nnb("slides", "course/lists/b.md", "--as", "student", "-o", "out/b.slides.html").code == 0)
    for file in folder.files where file.hasPrefix("out/") {
      let text = folder.text(file) ?? ""
      for secret in ["4711", "4713", "Say slowly", "hidden claim", "large numbers"] {
        #expect(!text.contains(secret), "\(file) holds \(secret)")
      }
    }
  }

  @Test(arguments: [[], ["--as", "solution"]])
  func aPageWithSolutionsIsNotPublished(options: [String]) throws {
    let folder = try course()
    let outcome = try Program.run(["site", "course", "-o", "out"] + options, in: folder)
    #expect(
      outcome.code == 1 && outcome.errors.contains("lists/b.md holds solutions"), "\(outcome.everything)")
    #expect(folder.text("out/lists/b.html") == nil && folder.text("out/a.html") != nil)
    #expect(folder.text("out/index.html")?.contains("lists/b") == false)
  }

  /// A check of the tests shows on the page what only the solution says: the numbers of its weights.
  @Test func aLeakIsFound() throws {
    let folder = try course()
    let told = cell("[4711, 4712, 4713, 4714]").replacing(
      "4711, 4712, 4713, 4714", with: "4000 + 711, 4000 + 712, 4713, 4714")
    try folder.put("course/c.md", key.replacing("large numbers", with: "4711, 4712, 4713, 4714") + told)
    let outcome = try folder.nnb("site", "course", "-o", "out", "--as", "student")
    #expect(
      outcome.code == 1 && outcome.errors.contains("course/c.md is not published: its page tells"),
      "\(outcome.everything)")
    #expect(folder.text("out/c.html") == nil && folder.text("out/a.html") != nil)
  }

  @Test func nothingIsMadeTwice() throws {
    let folder = try course()
    #expect(
      try folder.nnb("site", "course", "-o", "out", "--as", "student").errors.contains("wrote out/a.html"))
    let again = try folder.nnb("site", "course", "-o", "out", "--as", "student")
    #expect(
      !again.errors.contains("wrote out/a.html") && !again.errors.contains("wrote out/lists"),
      "\(again.everything)")
    #expect(again.code == 0)
    // A change, a new setting, a page that somebody changed, a missing notebook.
    try folder.put("course/lists/b.md", key + "\nMore.\n")
    let changed = try folder.nnb("site", "course", "-o", "out", "--as", "student").errors
    #expect(changed.contains("wrote out/lists/b.html") && !changed.contains("wrote out/a.html"), "\(changed)")
    try folder.put("course/nnb.yml", "author: Eve\n")
    #expect(
      try folder.nnb("site", "course", "-o", "out", "--as", "student").errors.contains("wrote out/a.html"))
    try folder.put("out/a.html", "mine")
    #expect(
      try folder.nnb("site", "course", "-o", "out", "--as", "student").errors.contains("wrote out/a.html"))
    try FileManager.default.removeItem(atPath: folder.path("course/lists/b.md"))
    let gone = try folder.nnb("site", "course", "-o", "out", "--as", "student")
    #expect(
      gone.errors.contains("removed out/lists/b.html") && folder.text("out/lists/b.html") == nil,
      "\(gone.everything)")
  }

  @Test func wrongUseIsSaid() throws {
    let folder = try Folder(["a.md": "", "index.md": "# I\n", "empty/x.txt": ""])
    #expect(try folder.nnb("site", "a.md", "-o", "out").code == 4)
    #expect(try folder.nnb("site", "nothing", "-o", "out").code == 4)
    #expect(try folder.nnb("site", "empty", "-o", "out").code == 4)
    #expect(try folder.nnb("site", ".").code == 64)
    let outcome = try folder.nnb("site", ".", "-o", "out")
    #expect(outcome.code == 4 && outcome.errors.contains("index.md"), "\(outcome.everything)")
    #expect(folder.text("out/index.html") == nil)
  }
}
