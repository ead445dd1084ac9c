import Foundation
import TestSupport
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
    #expect(outcome.code == 0 && outcome.errors.contains("2 notebooks: 2 passed"), "\(outcome.everything)")
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

  /// Without `nnb.yml`, the folder that is given is the course.
  @Test func linksLeadUpwardsInsideTheFolder() throws {
    let folder = try Folder([
      "course/a.md": "# Alpha\n\nFirst.\n", "outside.md": "# Outside\n\nA file of another course.\n",
      "course/lists/b.md": "# Beta\n\nBack to [the first](../a.md), and [out](../../outside.md).\n",
    ])
    let outcome = try folder.nnb("site", "course", "-o", "site")
    #expect(folder.text("site/lists/b.html")?.contains("href=\"../a.html\"") == true, "\(outcome.everything)")
    #expect(!outcome.everything.contains("`../a.md`"), "\(outcome.everything)")
    #expect(outcome.everything.contains("outside.md"), "\(outcome.everything)")
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

  /// Files to which a page leads come along, in the same folders, and go when nothing leads to them any more.
  @Test func linkedFilesComeAlong() throws {
    let folder = try Folder([
      "course/lists/a.md":
        "# A\n\n[one](../data/one%20file.csv), [again](../data/one%20file.csv#x), [two](two.txt).\n",
      "course/data/one file.csv": "x,y\n1,2\n", "course/lists/two.txt": "two\n",
    ])
    let outcome = try folder.nnb("site", "course", "-o", "out")
    #expect(
      outcome.code == 0 && folder.text("out/data/one file.csv") == "x,y\n1,2\n", "\(outcome.everything)")
    #expect(folder.text("out/lists/two.txt") == "two\n")
    #expect(try !folder.nnb("site", "course", "-o", "out").errors.contains("wrote out/lists"))
    // A file that changed, and one that somebody removed.
    try folder.put("course/lists/two.txt", "three\n")
    #expect(try folder.nnb("site", "course", "-o", "out").errors.contains("wrote out/lists/two.txt"))
    try FileManager.default.removeItem(atPath: folder.path("out/lists/two.txt"))
    #expect(try folder.nnb("site", "course", "-o", "out").code == 0)
    #expect(folder.text("out/lists/two.txt") == "three\n")
    try folder.put("course/lists/a.md", "# A\n\n[two](two.txt)\n")
    #expect(try folder.nnb("site", "course", "-o", "out").errors.contains("removed out/data/one file.csv"))
    #expect(folder.text("out/data/one file.csv") == nil && folder.text("out/lists/two.txt") == "three\n")
  }

  /// A site in the folder of its notebooks has the files themselves, and never removes one.
  @Test func aSiteInPlaceKeepsItsFiles() throws {
    let folder = try Folder(["a.md": "# A\n\n[it](it.txt)\n", "it.txt": "it\n"])
    #expect(try folder.nnb("site", ".", "-o", ".").code == 0)
    try folder.put("a.md", "# A\n")
    #expect(try folder.nnb("site", ".", "-o", ".").code == 0 && folder.text("it.txt") == "it\n")
  }

  @Test(arguments: [
    "../outside.txt", "out.txt", "lists/", "_part.md", ".secret", "lists/.well/known.txt", "nnb.secret",
  ])
  func whatIsNoFileOfTheCourseStays(target: String) throws {
    let folder = try Folder([
      "course/a.md": "# A\n\n[it](\(target))\n", "course/lists/.well/known.txt": "k",
      "course/_part.md": "P\n",
      "course/.secret": "s", "course/nnb.secret": "s", "outside.txt": "o",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("course/out.txt"), withDestinationPath: folder.path("outside.txt"))
    let outcome = try folder.nnb("site", "course", "-o", "site/out")
    #expect(
      outcome.code == 0 && outcome.errors.contains("warning: course/a.md leads to \(target), which is not"),
      "\(outcome.everything)")
    #expect(
      folder.files.filter { $0.hasPrefix("site/") } == [
        "site/out", "site/out/.nnb-site.json", "site/out/a.html", "site/out/index.html",
        "site/out/search.html",
      ])
  }

  /// No file that a page leads to tells what the page hides: neither text nor slides, nor what cannot be searched.
  @Test(arguments: [
    "told.txt", "wide.txt", "told.ipynb", "told.zip", "lists/b.presenter.html", "lists/_b.html",
    "lists/b.pdf", "lists/b.slides.pdf",
  ])
  func aLinkedFileThatTellsASolutionStays(target: String) throws {
    let folder = try course()
    try folder.put("course/lists/_b.md", key)
    let told = "It is\ng = perceptron(w=[4711, 4712], T=4713)\n"
    try folder.put("course/told.txt", told)
    let wide = ([0xFEFF] + told.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.put("course/wide.txt", bytes: wide)
    let line = "g = perceptron(\\u0077=[4711, 4712],\\u0020T=4713)"
    let jupyter = "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"\(line)\"]}]}"
    try folder.put("course/told.ipynb", jupyter)
    try folder.put("course/told.zip", bytes: Zip([Zip.Entry("in/a.ipynb", jupyter)]).bytes)
    try folder.put("course/lists/b.md", key + "\n[it](../\(target)) and [slides](b.slides.html)\n")
    for command in [["slides", "--notes"], ["slides", "--as", "student"], ["run", "--as", "solution"]] {
      let file = command[0] == "run" ? "_b.md" : "b.md"
      #expect(try Program.run(command + ["course/lists/\(file)"], in: folder).code <= 1)
    }
    for file in ["b.pdf", "b.slides.pdf"] {
      try folder.put("course/lists/\(file)", bytes: [0x25, 0xFF, 0xFE])
    }
    let outcome = try folder.nnb("site", "course", "-o", "out", "--as", "student")
    #expect(
      outcome.code == 1 && outcome.errors.contains("leads to ../\(target), which is not published: it "),
      "\(outcome.everything)")
    #expect(folder.text("out/\(target)") == nil && folder.text("out/lists/b.html") != nil)
    #expect(folder.text("out/lists/b.slides.html") != nil)
    for file in folder.files where file.hasPrefix("out/") {
      #expect(folder.text(file)?.contains("4711") != true, "\(file)")
    }
  }

  @Test func wrongUseIsSaid() throws {
    let folder = try Folder(["a.md": "", "index.md": "# I\n", "empty/x.txt": ""])
    #expect(try folder.nnb("site", "a.md", "-o", "out").code == 4)
    #expect(try folder.nnb("site", "nothing", "-o", "out").code == 4)
    #expect(try folder.nnb("site", "empty", "-o", "out").code == 4)
    #expect(try folder.nnb("site", ".").code == 64)
    let file = try folder.nnb("site", ".", "-o", "a.md")
    #expect(
      file.code == 4 && file.errors == "error: a.md is not a folder\n  = hint: name another place with -o\n")
    let outcome = try folder.nnb("site", ".", "-o", "out")
    #expect(outcome.code == 4 && outcome.errors.contains("index.md"), "\(outcome.everything)")
    #expect(folder.text("out/index.html") == nil)
  }
}
