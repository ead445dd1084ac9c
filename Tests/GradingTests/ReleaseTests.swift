import Diagnostics
@testable import Grading
import NotebookFormat
import Testing

/// The student's file, and the keys that must not be released.
@Suite struct ReleaseTests {
  private func problems(_ changes: [(String, String)]) -> [Diagnostic] {
    SheetRelease(SampleKey.key(changes)).problems
  }

  @Test func theSheetHoldsWhatStudentsMaySee() {
    let sheet = SampleKey.key().sheetText
    #expect(
      sheet == """
        ---
        title: "Gates"
        ---

        # Gates

        ```nn
        table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
        table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
        ```

        ## AND

        ```nn
        #| label: fig-and
        #| exercise: and
        #| points: 2
        #| binds: [and_gate]
        and_gate = perceptron(w=[?, ?], T=?)
        ```

        ```nn
        #| tests: and
        check "the gate is AND": and_gate == AND
        ```

        ## OR

        ```nn
        #| exercise: or
        #| points: 1
        #| binds: [or_gate]
        or_gate = perceptron(w=[?, ?], T=?)
        ```

        ```nn
        both = [and_gate(1, 1), or_gate(0, 0)]
        both
        ```

        ```nn
        #| tests: or
        check "the gate is OR": or_gate == OR
        check "as computed above": both == [1, 0]
        ```

        """)
  }

  @Test func aFitKeyIsReleased() {
    let release = SheetRelease(SampleKey.key())
    #expect(release.problems.map(\.message) == [])
    #expect(release.isFit && release.mutantCount > 20)
  }

  @Test func aCheckThatNeedsNoAnswerIsRefused() throws {
    let found = try #require(problems([("check \"the gate is OR\": or_gate == OR", "check 1 == 1")]).first)
    #expect(found.kind == .sheetScores && found.primary.range.text == "or")
  }

  @Test func aSolutionThatLosesPointsIsRefused() throws {
    let found = try #require(problems([("T=0.5)", "T=1.5)")]).first)
    #expect(found.kind == .keyLosesPoints && found.primary.range.text == "or")
    #expect(found.message.english.contains("scores 0.5 of 1"))
  }

  @Test func aWeakCheckIsRefusedWithItsSurvivor() throws {
    let weak = [("check \"the gate is OR\": or_gate == OR", "check or_gate(1, 1) == 1")]
    let found = problems(weak)
    #expect(!found.isEmpty && found.allSatisfy { $0.kind == .weakCheck && $0.severity == .error })
    #expect(found.contains { $0.message.english.contains("`0.5` → `1.5` in its line 1") })
    let accepted = SheetRelease(SampleKey.key(weak), acceptsSurvivors: true)
    #expect(accepted.isFit && accepted.survivors.contains("or: `0.5` → `1.5`"))
  }

  @Test func whatARecordTellsOfASolutionIsFound() {
    // A record behind a cell that no answer reaches stays in the sheet.
    let changes = [
      ("```\n\n## AND", "```\n```output\nonly the secret knows 1, 1, 1.5\n```\n\n## AND"),
      ("secret = [1, 1]", "# only the secret knows 1, 1, 1.5\nsecret = [1, 1]"),
    ]
    let found = problems(changes)
    #expect(found.contains { $0.kind == .releaseLeak && $0.message.english.contains("1.0, 1.0, 1.5") })
  }

  @Test func dataFilesAreSearchedToo() {
    let beside = ["x,y\nThe sums are 0, 1, 1 and 2, and only the last may reach the threshold.\n"]
    let release = SheetRelease(SampleKey.key(), beside: beside)
    #expect(release.problems.allSatisfy { $0.kind == .releaseLeak } && !release.isFit)
  }

  @Test func listsOfNumbersAreFoundHoweverTheyAreWritten() {
    #expect(LeakSearch.lists(in: "w = [1, 2; -3.50], b = 4, 5") == ["1.0, 2.0, -3.5"])
    let search = LeakSearch(written: "[7, 8, 9]")
    #expect(
      search.leaks(of: ["a [1,2,3]", "[7, 8, 9]"], in: "0, 1, 2, 3, 4 and 7, 8, 9; 1 1 1") == [
        "1.0, 2.0, 3.0"
      ])
  }

  @Test func commentsInListsAndQuotesGo() {
    let text =
      "- one <!-- secret one -->\n- two\n  <!-- secret two -->\n- `<!-- code -->`\n\n> three <!-- no -->\n> four\n"
    let (notebook, _) = readNotebook(SourceFile(path: "key.md", text: text))
    let sheet = notebook.studentSheet(binds: [:]) { _ in true }
    #expect(!sheet.contains("secret") && !sheet.contains("<!-- no") && sheet.contains("`<!-- code -->`"))
    #expect(sheet.contains("- one") && sheet.contains("four"))
  }

  @Test func aSolutionInAListGoes() {
    let text =
      "- one\n\n  <!-- solution -->\n  hidden words\n  <!-- /solution -->\n- two\n\n[w]: https://example.org\n"
    let (notebook, _) = readNotebook(SourceFile(path: "key.md", text: text))
    let sheet = notebook.studentSheet(binds: [:]) { _ in true }
    #expect(
      !sheet.contains("hidden") && sheet.contains("- two") && sheet.contains("[w]: https://example.org"))
  }
}
