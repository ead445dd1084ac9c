import Diagnostics
@testable import Grading
import NotebookFormat
import Testing

/// What was handed in, whose it is, and which answers it holds.
@Suite struct SubmissionTests {
  private func file(_ path: String, _ text: String = "# a\n", time: Int? = nil) -> HandedInFile {
    HandedInFile(path: path, bytes: Array(text.utf8), time: time)
  }

  @Test(arguments: [
    ("Jan Kowalski_12345_assignsubmission_file/xor.md", "12345", "Jan Kowalski"),
    ("Jan Kowalski_12345_assignsubmission_file_/xor.md", "12345", "Jan Kowalski"),
    ("Jan Kowalski_12345_assignsubmission_file_xor.md", "12345", "Jan Kowalski"),
    ("Żak_Łucja_9_7_assignsubmission_file/lab/xor.md", "7", "Żak_Łucja_9"),
    ("李雷_8_assignsubmission_onlinetext/text.html", "8", "李雷"),
    ("x_assignsubmission_y_6_assignsubmission_file/a.md", "6", "x_assignsubmission_y"),
    ("list/Anna_5_assignsubmission_file/a.md", "5", "Anna"),
    ("kowalski/deep/xor.md", "kowalski", nil), ("kowalski.md", "kowalski", nil),
    ("Anna_x_assignsubmission_file/a.md", "Anna_x_assignsubmission_file", nil),
    ("empty/", "empty", nil),
  ])
  func thePathTellsWhoseItIs(path: String, id: String, name: String?) {
    #expect(Identity(path: path) == Identity(id: id, name: name))
  }

  @Test func namesOfPagesAreHarmless() {
    #expect(Identity(id: "12345").fileName == "12345")
    for id in ["../../etc/passwd", "a b", "", ".hidden", "<script>", "ą", String(repeating: "x", count: 300)]
    {
      let name = Identity(id: id).fileName
      #expect(
        name.utf8.allSatisfy { "-_".utf8.contains($0) || $0.isLetterOrDigit } && name.count < 80, "\(name)")
    }
    #expect(Identity(id: "a b").fileName != Identity(id: "a  b").fileName)
  }

  @Test func studentsComeInTheOrderOfTheirNumbers() {
    let files = ["b/x.md", "10/x.md", "9/x.md", "a/x.md"].map { file($0) }
    #expect(Submission.grouped(files).map(\.identity.id) == ["9", "10", "a", "b"])
  }

  @Test func emptyFoldersAndOtherFilesAreRows() throws {
    let submissions = Submission.grouped([file("a/"), file("b/"), file("b/scan.pdf", "%PDF")])
    #expect(submissions.map(\.identity.id) == ["a", "b"])
    #expect(reason(submissions[0]) == "nothing was handed in")
    #expect(reason(submissions[1]) == "scan.pdf: it is no notebook")
  }

  private func reason(_ submission: Submission) -> String? {
    do throws(FoundNotebook.Reason) { _ = try FoundNotebook(in: submission, for: ["and"]) } catch {
      return error.words
    }
    return nil
  }

  private func found(_ files: [HandedInFile]) throws -> FoundNotebook {
    try FoundNotebook(in: Submission(identity: Identity(id: "1"), files: files), for: ["and", "or"])
  }

  @Test func ofTwoNotebooksTheOneWhoseExercisesFitCounts() throws {
    let and = "```nn\n#| exercise: and\nx = 1\n```\n"
    let other = "```nn\n#| exercise: other\nx = 1\n```\n"
    let fit = try found([file("1/a.md", and, time: 1), file("1/b.md", other, time: 9)])
    #expect(fit.path == "1/a.md" && fit.notes == ["one of 2 notebooks: 1/a.md"])
    #expect(try found([file("1/a.md", and, time: 9), file("1/b.md", and, time: 1)]).path == "1/a.md")
    #expect(try found([file("1/a.md", and, time: 1), file("1/b.md", and, time: 9)]).path == "1/b.md")
  }

  @Test func jupyterNotebooksHoldOne() throws {
    let json =
      ##"{"cells":[{"cell_type":"markdown","source":["# T\n","```nn\n","#| exercise: and\n","x = 1\n","```\n"]},{"cell_type":"code","source":"#| exercise: or\ny = \"\u0105\""}]}"##
    let notebook = try found([file("1/a.ipynb", json)])
    #expect(
      notebook.text
        == "# T\n```nn\n#| exercise: and\nx = 1\n```\n\n\n```nn\n#| exercise: or\ny = \"ą\"\n```")
    for broken in ["{", "[]", #"{"cells": 3}"#, String(repeating: "[", count: 100_000)] {
      #expect(reason(Submission(identity: Identity(id: "1"), files: [file("a.ipynb", broken)])) != nil)
    }
  }

  @Test func textsOfOtherEncodingsAreRead() throws {
    let latin = HandedInFile(
      path: "1/a.md", bytes: Array("za".utf8) + [0xBF, 0xF3, 0xB3, 0xE6, 0xFF], time: nil)
    #expect(try found([latin]).text == "zażółć˙")
    #expect(try found([latin]).notes == ["a.md: read as ISO 8859-2"])
    let wide = HandedInFile(path: "1/a.md", bytes: [0xFF, 0xFE, 0x61, 0, 0x05, 0x01], time: nil)
    #expect(try found([wide]).text == "aą")
    let marked = HandedInFile(path: "1/a.md", bytes: [0xEF, 0xBB, 0xBF, 0x61], time: nil)
    #expect(try found([marked]).text == "a" && found([marked]).notes == [])
    #expect(DecodedText([0x89, 0x50, 0x4E, 0x47, 0x00]) == nil)
    #expect(DecodedText([0x61, 0x00]) == nil)
  }

  @Test func whatIsTooLargeIsUnreadable() {
    let large = file("1/a.md", String(repeating: "a", count: 1_000_001))
    #expect(
      reason(Submission(identity: Identity(id: "1"), files: [large]))
        == "a.md: the notebook has more than 1 MB")
    let unread = HandedInFile(path: "1/a.md", bytes: nil, problem: "it is too large to be read", time: nil)
    #expect(
      reason(Submission(identity: Identity(id: "1"), files: [unread])) == "a.md: it is too large to be read")
  }

  @Test func attemptsAreChosenByTime() {
    let attempts = [3, 1, 2].map {
      Submission(identity: Identity(id: "1"), files: [file("1/\($0).md", time: $0)])
    }
    #expect(AttemptRule.last.candidates(attempts).map(\.time) == [3])
    #expect(AttemptRule.first.candidates(attempts).map(\.time) == [1])
    #expect(AttemptRule.best.candidates(attempts).map(\.time) == [1, 2, 3])
    var records = [1, 2].map { _ in GradeRecord(Identity(id: "1"), .graded) }
    records[0].exercises = [GradedExercise(name: "a", status: .ran, marked: 500)]
    #expect(AttemptRule.best.counting(records) == [records[0]])
  }

  @Test func lateRulesCostWhatTheySay() throws {
    let (notebook, found) = readNotebook(
      SourceFile(
        path: "k.md",
        text: "---\ndue: 2026-11-20 23:59 +01:00\nlate: {grace: 15 min, per-day: 10%, cap: 50%}\n---\n"))
    #expect(found.isEmpty)
    #expect(notebook.frontMatter.due == 1_795_215_540)
    let late = notebook.frontMatter.late
    #expect(
      [0, 900, 901, 86_400, 86_401, 864_000].map { late.loss(of: 2000, late: $0) } == [
        0, 0, 200, 200, 400, 1000,
      ])
    #expect(
      timeText(1_795_215_540) == "2026-11-20 22:59 UTC" && timeText(951_782_400) == "2000-02-29 00:00 UTC")
    #expect(readTime("2026-11-20T23:59:30Z") == 1_795_219_170)
    for wrong in ["2026-11-20", "2026-11-20 23:59", "2026-13-20 23:59 Z", "soon", "2026-11-20 25:00 Z"] {
      #expect(readTime(wrong) == nil, "\(wrong)")
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
