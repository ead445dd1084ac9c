import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "nnb", "run", "watch", "slides", "figures", "site", "pdf", "gfm", "check", "explain", "new", "doctor",
    "release", "grade",
    "verify",
  ])
  func helpIsAsRecorded(command: String) throws {
    let outcome = try Program.run((command == "nnb" ? [] : [command]) + ["--help"], in: Folder())
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "help/\(command).txt")
  }

  @Test func everyCommandHasAGoldenFile() throws {
    let help = try Folder().nnb("--help").output
    let commands = help.matches(of: #/(?m)^  ([a-z]+) {2,}[A-Z]/#).map { String($0.output.1) }
    #expect(commands.count >= 5)
    try expectGoldenFiles((["nnb"] + commands).map { "\($0).txt" }, in: "help")
  }

  /// A key that can be released.
  private let key = """
    ```nn
    #| exercise: a
    #| points: 1
    x = ?
    ```

    ```nn
    #| solution: a
    x = 1
    ```

    ```nn
    #| tests: a
    check x == 1
    ```
    """

  /// Each example in a help text is a command that the program accepts.
  @Test func examplesOfHelpRun() throws {
    let folder = try Folder([
      "xor.md": "", "key.md": key, "first.md": "", "Notebooks/a.md": "", "handed-in/kowalski/a.md": key,
      "marked.csv": "id,exercise,points\n", "Grades.csv": "Identifier,Grade\n",
      "own.md": "---\nvariants: {n: 1..9}\n---\n" + key, "class.csv": "id\n101\n",
    ])
    try folder.put("list.zip", bytes: Zip([Zip.Entry("kowalski/a.md", key)]).bytes)
    for file in Repository.files(below: "Tests/Golden/help", suffix: ".txt") {
      for line in try Repository.text(file).split(separator: "\n") where line.hasPrefix("  nnb ") {
        // Two spaces set the explanation apart.
        let command = line.dropFirst(2).split(separator: "  ").first ?? ""
        let arguments = command.split(separator: " ").dropFirst().map(String.init)
        // A preview does not end by itself, and not every machine has a browser to print with: WatchTests, SlideCheckTests.
        if let word = arguments.first, ["watch", "pdf"].contains(word) { continue }
        if arguments.first == "new" { try FileManager.default.removeItem(atPath: folder.path("first.md")) }
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.code == 0, "\(line): \(outcome.everything)")
      }
    }
  }
}
