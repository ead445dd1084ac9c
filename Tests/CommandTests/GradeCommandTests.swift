import Foundation
import TestSupport
import Testing

/// `nnb grade` from outside: workers, tables, pages, and what it does with what is hostile.
@Suite struct GradeCommandTests {
  private let key = """
    ---
    title: Gates
    ---
    ```nn
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    ```

    ```nn
    #| exercise: and
    #| points: 2
    #| budget: {fuel: 3e7}
    g = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: and
    g = perceptron(w=[1, 1], T=1.5)
    ```

    ```nn
    #| tests: and
    check "the gate is AND": g == AND
    ```

    ```nn
    #| hidden: and
    check "the hidden words": max(g.w) < g.T
    ```

    ```nn
    #| exercise: number
    #| points: 1
    n = ?
    ```

    ```nn
    #| solution: number
    n = 3
    ```

    ```nn
    #| tests: number
    check n == 3
    ```
    """

  private func answer(_ and: String = "g = perceptron(w=[1, 1], T=1.5)", _ number: String = "n = 3") -> String
  {
    "```nn\n#| exercise: and\n\(and)\n```\n\n```nn\n#| exercise: number\n\(number)\n```\n"
  }

  /// The rows of the table by id: status and total.
  private func grades(_ folder: Folder) throws -> [String: String] {
    let lines = try #require(folder.text("out/grades.csv")).split(separator: "\r\n").dropFirst()
    return Dictionary(
      lines.map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(fields[0]), "\(fields[2]) \(fields[3])")
      }, uniquingKeysWith: { $1 })
  }

  @Test func aCourseIsGraded() throws {
    let folder = try Folder([
      "key.md": key, "in/right/a.md": answer(), "in/half/a.md": answer("g = perceptron(w=[1, 1], T=0.5)"),
      "in/open/a.md": answer("g = perceptron(w=[?, ?], T=?)", "n = 4"),
      "in/broken/a.md": answer("g = )", "n = 3"),
    ])
    try folder.put("in/empty/scan.pdf", "%PDF")
    let outcome = try folder.nnb("grade", "key.md", "in", "-o", "out")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.errors.contains("5 submissions, 4 graded, 1 unreadable, 0 needs a human"))
    #expect(
      try grades(folder) == [
        "right": "graded 3", "half": "graded 1", "open": "graded 0", "broken": "graded 1",
        "empty": "unreadable 0",
      ])
    let page = try #require(folder.text("out/feedback/half.html"))
    #expect(page.contains("the gate is AND") && page.contains("hidden check 1 of 1"))
    #expect(!page.contains("hidden words") && !page.contains("<script"))
    #expect(try #require(folder.text("out/matrix.html")).contains("the hidden words"))
    // Every worker was locked in.
    #expect(try #require(folder.text("out/grades.csv")).components(separatedBy: ",A\r\n").count == 5)
  }

  @Test func aMoodleArchiveIsReadInMemory() throws {
    let folder = try Folder(["key.md": key])
    let name = "Jan Kowalski_12_assignsubmission_file/"
    try folder.put(
      "list.zip",
      bytes: Zip([
        .init(name + "a.md", answer()), .init("Anna Żak_9_assignsubmission_file_/lab/b.md", answer("g = 1")),
        .init("../../evil_7_assignsubmission_file/a.md", answer()), .init("/etc/passwd", answer()),
        .init("link_6_assignsubmission_file/a.md", "/etc/passwd", mode: 0o120777),
        .init(
          name: [0xFF, 0xFE] + Array("x_5_assignsubmission_file/a.md".utf8), content: Array(answer().utf8)),
      ]).bytes)
    let outcome = try folder.nnb("grade", "key.md", "list.zip", "-o", "out")
    let grades = try grades(folder)
    #expect(grades["12"] == "graded 3" && grades["9"] == "graded 1", "\(outcome.everything)")
    #expect(grades["7"] == nil && grades.keys.allSatisfy { !$0.contains("passwd") })
    #expect(outcome.errors.contains("its path leads outside") && outcome.errors.contains("it is a link"))
  }

  @Test func gradingAgainChangesOnlyWhatChanged() throws {
    let folder = try Folder(["key.md": key, "in/a/a.md": answer(), "in/b/a.md": answer("g = 1")])
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    let first = try #require(folder.text("out/journal.jsonl"))
    #expect(first.split(separator: "\n").count == 4)
    let table = folder.text("out/grades.csv")
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    #expect(folder.text("out/journal.jsonl") == first && folder.text("out/grades.csv") == table)
    try folder.put("in/b/a.md", answer())
    let again = try folder.nnb("grade", "key.md", "in", "-o", "out")
    #expect(again.errors.contains("b: 1 → 3") && !again.errors.contains("a: "), "\(again.everything)")
    #expect(try #require(folder.text("out/journal.jsonl")).split(separator: "\n").count == 6)
    let replay = try folder.nnb("grade", "--replay", "b", "-o", "out")
    #expect(replay.code == 0 && replay.errors.contains("the same verdicts"), "\(replay.everything)")
    // A line that was not written in full is none; one that was changed is told.
    try folder.put("out/journal.jsonl", first + "{\"previous\": \"")
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    try folder.put("out/journal.jsonl", first.replacing("title: Gates", with: "title: Gated"))
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 4)
  }

  @Test func answersInWordsAreMarkedByAPerson() throws {
    let prose =
      "\n\n```nn\n#| exercise: why\n#| points: 2\n```\n\n<!-- answer: why -->\nWrite here.\n<!-- /answer -->\n"
    let written = "\n\n<!-- answer: why -->\nBecause.\n<!-- /answer -->\n"
    let folder = try Folder([
      "key.md": key + prose, "in/a/a.md": answer() + written, "in/b/a.md": answer(),
      "marks.csv": "id,exercise,points\na,why,1.5\n",
    ])
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 1)
    #expect(try grades(folder) == ["a": "needs a human ", "b": "graded 3"])
    #expect(folder.text("out/to-mark.csv") == "id,exercise,points,comment,answer\r\na,why,,,Because.\r\n")
    let marked = try folder.nnb("grade", "key.md", "in", "-o", "out", "--marks", "marks.csv")
    #expect(marked.code == 0 && marked.errors.contains("a: not marked → 4.5"), "\(marked.everything)")
    // The mark stays without its sheet.
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    #expect(try grades(folder)["a"] == "graded 4.5")
  }

  @Test func whatAPersonSaysReachesTheStudent() throws {
    let folder = try Folder([
      "key.md": "```nn\n#| exercise: why\n#| points: 2\n```\n\n<!-- answer: why -->\n<!-- /answer -->\n",
      "in/a/a.md":
        "```nn\n#| exercise: why\n```\n\n<!-- answer: why -->\nOne line is not enough.\n<!-- /answer -->\n",
      "marks.csv": "id,exercise,points,comment\na,why,1.5,Say which corners\n",
      "stranger.csv": "id,exercise,points\nzoe,why,1\n",
    ])
    _ = try folder.nnb("grade", "key.md", "in", "-o", "grades")
    #expect(folder.text("grades/feedback/a.html")?.contains("not marked yet of 2") == true)
    #expect(folder.text("grades/grades.csv")?.contains("a,,needs a human,,0,0,2,,") == true)
    let marked = try folder.nnb("grade", "key.md", "in", "-o", "grades", "--marks", "marks.csv")
    #expect(marked.code == 0, "\(marked.everything)")
    let page = try #require(folder.text("grades/feedback/a.html"))
    #expect(page.contains("1.5 of 2") && page.contains("Say which corners"))
    #expect(folder.text("grades/to-mark.csv")?.contains("a,why,1.5,Say which corners,") == true)
    let replay = try folder.nnb("grade", "--replay", "a", "-o", "grades")
    #expect(replay.output.contains("why: 1.5 of 2, marked by a person"), "\(replay.everything)")
    let stranger = try folder.nnb("grade", "key.md", "in", "-o", "grades", "--marks", "stranger.csv")
    #expect(stranger.code == 4 && stranger.errors.contains("nobody of what was handed in is `zoe`"))
  }

  @Test func feedbackShowsTheAnswerAsItWasTyped() throws {
    let typed = "g = perceptron(w=[2, 2, T=3   # my weights"
    let folder = try Folder(["key.md": key, "in/a/a.md": answer(typed)])
    _ = try folder.nnb("grade", "key.md", "in", "-o", "grades")
    #expect(folder.text("grades/feedback/a.html")?.contains("<pre>\(typed)</pre>") == true)
  }

  @Test func aDoubtfulKeyIsToldOf() throws {
    let doubtful = key.replacing("check n == 3", with: "check n == 4")
    let folder = try Folder(["key.md": doubtful, "in/a/a.md": answer(), "sheet.md": answer()])
    let outcome = try folder.nnb("grade", "key.md", "in", "-o", "grades")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(
      outcome.errors.contains("warning[key-loses-points]: the solution of `number` scores 0 of 1"),
      "\(outcome.everything)")
    // The students' sheet is no key.
    let sheet = try folder.nnb("grade", "sheet.md", "in", "-o", "other")
    #expect(sheet.code == 2 && sheet.errors.contains("sheet.md is no key that can grade"))
  }

  @Test func aReportOfOursHoldsItsNotebook() throws {
    let folder = try Folder(["key.md": key, "in/a/sheet.md": answer()])
    #expect(try folder.nnb("run", "in/a/sheet.md").code != 4)
    try FileManager.default.removeItem(atPath: folder.path("in/a/sheet.md"))
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    #expect(try grades(folder) == ["a": "graded 3"])
    // The page of a key tells nothing that it does not show.
    #expect(try folder.nnb("run", "key.md", "--as", "student").code == 0)
    #expect(try #require(folder.text("key.html")).contains("text/x-nnb-notebook") == false)
  }

  /// A dry run says all and leaves nothing behind; a run tells who gains and loses against the tables of before.
  @Test func changesAreToldBeforeTheyAreWritten() throws {
    let sheet =
      "Identifier,\"Full name\",Grade,\"Maximum grade\"\nParticipant 12,Jan,,3.00\nParticipant 13,Ola,,3.00\n"
    let file = "in/Jan_12_assignsubmission_file_/a.md"
    let folder = try Folder(["key.md": key, file: answer(), "Grades.csv": sheet])
    let grade = ["grade", "key.md", "in", "-o", "out", "--worksheet", "Grades.csv"]
    let dry = try Program.run(grade + ["--dry-run"], in: folder)
    #expect(dry.code == 0 && folder.text("out/grades.csv") == nil && !folder.files.contains("out"))
    #expect(dry.errors.contains("Moodle will skip Ola (13): nothing was handed in"), "\(dry.everything)")
    #expect(dry.errors.contains("Moodle will take 1 grade\nnothing was written: 1 submission, 1 graded"))
    let all = try Program.run(grade + ["--format", "gradescope", "--format", "junit"], in: folder)
    #expect(all.code == 0 && folder.text("Grades.csv") == sheet, "\(all.everything)")
    #expect(try #require(folder.text("out/moodle-Grades.csv")) == sheet.replacing("Jan,,", with: "Jan,3,"))
    #expect(try #require(folder.text("out/gradescope/12.json")).contains("\"score\": 3"))
    #expect(
      try #require(folder.text("out/junit.xml")).contains("<testsuite name=\"12\" tests=\"3\" failures=\"0\"")
    )
    try folder.put(file, answer("g = 1"))
    let worse = try Program.run(grade + ["--dry-run"], in: folder)
    #expect(worse.errors.contains("12: 3 → 1"), "\(worse.everything)")
    #expect(try grades(folder) == ["12": "graded 3"])
    // Still told when it is written, and then no more.
    #expect(try Program.run(grade, in: folder).errors.contains("12: 3 → 1"))
    #expect(try !Program.run(grade, in: folder).errors.contains("→"))
    try folder.put("Grades.csv", "a,b\n1,2\n")
    let other = try Program.run(grade, in: folder)
    #expect(other.code == 4 && other.errors.contains("it has no column `identifier`"), "\(other.everything)")
  }
}
