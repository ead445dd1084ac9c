import Diagnostics
@testable import Grading
import NotebookFormat
import Testing

/// What a student changed beside the answers has no effect.
@Suite struct AnswerSheetTests {
  private let key = SampleKey.key()

  private func sheet(_ text: String) -> AnswerSheet {
    AnswerSheet(readNotebook(SourceFile(path: "a.md", text: text)).notebook, for: key)
  }

  private func cell(_ name: String, _ code: String, options: String = "") -> String {
    "```nn\n#| exercise: \(name)\n\(options)\(code)\n```\n\n"
  }

  @Test func answersAreTakenFromWhereverTheyStand() {
    let moved = sheet(cell("or", "a = 1") + "> ```nn\n> #| exercise: and\n> b = 2\n> ```\n")
    #expect(moved.code == ["or": "a = 1\n", "and": "b = 2\n"] && moved.remarks.isEmpty)
  }

  @Test func aDeletedOrRenamedCellIsTold() {
    let renamed = sheet(cell("or", "a = 1") + cell("annd", "b = 2"))
    #expect(renamed.code.keys.sorted() == ["or"])
    #expect(
      renamed.remarks == [
        "a cell of exercise `annd`, which the key does not have", "no cell of exercise `and`",
      ])
  }

  @Test func ofDoubledCellsTheLastOneFilledInCounts() {
    let doubled = sheet(
      cell("and", "b = 1") + cell("and", "b = 2") + cell("and", "b = ?") + cell("or", "a = 1"))
    #expect(doubled.code["and"] == "b = 2\n")
    #expect(doubled.remarks == ["3 cells of exercise `and`, the last one filled in counts"])
    #expect(sheet(cell("and", "b = ?") + cell("and", "c = ?")).code["and"] == "c = ?\n")
  }

  @Test func optionsOfTheStudentAreNotTaken() {
    let options = "#| points: 100\n#| error: true\n#| budget: {fuel: 5e10}\n#| binds: [x]\n"
    #expect(sheet(cell("and", "b = 1", options: options)).code["and"] == "b = 1\n")
  }

  @Test func forgedMarkersAndOtherFencesChangeNothing() {
    let forged = sheet(
      "<!-- solution -->\n\n" + cell("and", "b = 1")
        + "<!-- /solution -->\n\n~~~nn\n#| exercise: or\na = 1\n~~~\n")
    #expect(forged.code == ["and": "b = 1\n"])
    let solution = sheet(cell("and", "b = 1") + "```nn\n#| solution: and\nb = 3\n```\n")
    #expect(solution.code == ["and": "b = 1\n"])
  }

  @Test func editedTestsAndProseAreNotTaken() {
    let edited = sheet(
      cell("and", "b = 1") + "```nn\n#| tests: and\ncheck 1 == 1\n```\n\n```nn\nx = 3\n```\n")
    #expect(edited.code == ["and": "b = 1\n"])
  }

  @Test func freeTextIsTakenWhereSomethingWasWritten() {
    let key = SampleKey.key([
      (
        "## OR",
        "```nn\n#| exercise: why\n#| points: 1\n```\n\n<!-- answer: why -->\nWrite here.\n<!-- /answer -->\n\n## OR"
      )
    ])
    func prose(_ answer: String) -> String? {
      let text = "<!-- answer: why -->\n\(answer)\n<!-- /answer -->\n"
      return AnswerSheet(readNotebook(SourceFile(path: "a.md", text: text)).notebook, for: key).prose["why"]
    }
    #expect(key.exercises[1].marking == .person)
    #expect(prose("Because.\n\nAnd so.") == "Because.\n\nAnd so.")
    #expect(prose("") == "" && prose("Write here.") == "")
  }
}
