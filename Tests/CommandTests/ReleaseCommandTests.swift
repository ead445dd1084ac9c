import Foundation
import Testing

/// `nnb release` from outside: what it writes, and when it writes nothing.
@Suite struct ReleaseCommandTests {
  private let key = """
    # List

    ![a line](line.png)

    ```nn
    #| exercise: gate
    #| points: 2
    g = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: gate
    g = perceptron(w=[1, 1], T=1.5)
    ```

    ```nn
    #| tests: gate
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    check g == AND
    ```
    """

  @Test func theSheetAndItsPicturesAreWritten() throws {
    let folder = try Folder(["key.md": key])
    let picture = try Data(contentsOf: URL(fileURLWithPath: "Notebooks/guide/first-report.png"))
    try folder.put("line.png", bytes: Array(picture))
    let outcome = try folder.nnb("release", "key.md")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.errors.contains("wrote release/key.md: 1 exercise, "))
    #expect(folder.files == ["key.md", "line.png", "release", "release/key.md", "release/line.png"])
    let sheet = try #require(folder.text("release/key.md"))
    #expect(sheet.contains("#| binds: [g]") && !sheet.contains("T=1.5"))
    // The sheet is a notebook of its own: its blanks are no failures.
    #expect(try folder.nnb("run", "release/key.md").code == 0)
  }

  @Test func nothingIsWrittenOfAKeyThatIsNotFit() throws {
    let folder = try Folder(["key.md": key.replacing("check g == AND", with: "check g(1, 1) == 1")])
    let outcome = try folder.nnb("release", "key.md")
    #expect(outcome.code == 1 && folder.files == ["key.md"], "\(outcome.everything)")
    #expect(outcome.errors.contains("error[weak-check]: no check of `gate` tells these apart"))
    #expect(try folder.nnb("release", "key.md", "--accept-survivors", " ").code == 64)
    let accepted = try folder.nnb("release", "key.md", "--accept-survivors", "both are right")
    #expect(accepted.code == 0 && folder.files.contains("release/key.md"), "\(accepted.everything)")
  }

  /// A helper is needed by what is checked; a blank that no check needs could be filled in with anything.
  @Test func everythingThatIsAskedForIsChecked() throws {
    let asked = key.replacing("g = perceptron(w=[?, ?], T=?)", with: "h = ?\ng = perceptron(w=[h, h], T=?)")
    let solved = asked.replacing(
      "g = perceptron(w=[1, 1], T=1.5)", with: "h = 1\ng = perceptron(w=[h, h], T=1.5)")
    let helped = try Folder(["key.md": solved]).nnb("release", "key.md")
    #expect(helped.code == 0, "\(helped.everything)")
    let loose = solved.replacing("h = ?\n", with: "h = ?\nnot_both(a, b) = ?\n")
      .replacing("h = 1\n", with: "h = 1\nnot_both(a, b) = not (a and b)\n")
    let folder = try Folder(["key.md": loose])
    let outcome = try folder.nnb("release", "key.md")
    #expect(outcome.code == 1 && folder.files == ["key.md"], "\(outcome.everything)")
    #expect(outcome.errors.contains("no check of `gate` needs `not_both`, which it asks for"))
    let accepted = try folder.nnb("release", "key.md", "--accept-survivors", "for the discussion")
    #expect(accepted.code == 0, "\(accepted.everything)")
  }

  @Test func theReasonOfAReleaseGoesIntoTheGradebook() throws {
    let weak = key.replacing("check g == AND", with: "check g(1, 1) == 1")
    let folder = try Folder(["key.md": weak])
    #expect(try folder.nnb("release", "key.md", "--accept-survivors", "both are right").code == 0)
    let accepted = try #require(folder.text("key.accepted.json"))
    #expect(accepted.contains("both are right") && accepted.contains("gate: "))
    let graded = try folder.nnb("grade", "key.md", "release/key.md", "-o", "grades")
    #expect(graded.code == 0 && !graded.everything.contains("left out"), "\(graded.everything)")
    #expect(folder.text("grades/journal.jsonl")?.contains("both are right") == true)
    let book = try Data(contentsOf: URL(fileURLWithPath: folder.path("grades/gradebook.sqlite")))
    #expect(String(decoding: book, as: UTF8.self).contains("both are right"))
    // Of a key that changed since, nothing was accepted.
    try folder.put("key.md", weak + "\n")
    let later = try folder.nnb("grade", "key.md", "release/key.md", "-o", "later")
    #expect(later.everything.contains("key.accepted.json belongs to another version of the key"))
    #expect(folder.text("later/journal.jsonl")?.contains("both are right") == false)
  }

  @Test func aKeyIsNeverReplacedByItsSheet() throws {
    let folder = try Folder(["key.md": key, "plain.md": "# nothing\n"])
    let outcome = try folder.nnb("release", "key.md", "-o", ".")
    #expect(outcome.code == 4 && folder.text("key.md") == key, "\(outcome.everything)")
    #expect(try folder.nnb("release", "plain.md").code == 2)
    #expect(try folder.nnb("release", "none.md").code == 4)
  }
}
