import Foundation
import Testing

@Suite struct RunTests {
  @Test func writesTheReportAndSaysSo() throws {
    let folder = try Folder(["gates.md": "# Gates\n\n" + cell("1 + 2")])
    let outcome = try folder.nnb("run", "gates.md")
    #expect(outcome.code == 0)
    #expect(outcome.output == "[1/1] cell 1  ok\n  3\n")
    #expect(outcome.errors.contains("wrote gates.html ("))
    #expect(folder.files == ["gates.html", "gates.md"])
    #expect(folder.text("gates.html")?.hasSuffix("</html>\n") == true)
  }

  /// A pipe gets what cells give, and nothing of what is wrong.
  @Test func problemsAreNoResults() throws {
    let folder = try Folder(["a.md": cell("40 + 2\ncheck 1 == 2") + "\n\n" + cell("nothing")])
    let outcome = try folder.nnb("run", "a.md")
    #expect(outcome.output == "  42\n", "\(outcome.everything)")
    #expect(outcome.errors.contains("1 == 2") && outcome.errors.contains("unknown-name"))
  }

  @Test(arguments: [("out.html", "out.html"), ("pages", "pages/a.html"), ("pages/b.html", "pages/b.html")])
  func outputNamesAFileOrADirectory(option: String, page: String) throws {
    let folder = try Folder(["a.md": cell("1"), "pages/other.txt": ""])
    let outcome = try folder.nnb("run", "a.md", "-o", option)
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(outcome.errors.contains("wrote \(page) "))
    #expect(folder.files == ["a.md", "pages", "pages/other.txt", page].sorted())
  }

  @Test func strictFailsOnWarnings() throws {
    let folder = try Folder(["a.md": "[a](javascript:a)\n", "b.md": "[a](#top)\n\n" + cell("1")])
    for command in ["run", "check"] {
      #expect(try folder.nnb(command, "a.md").code == 0)
      #expect(try folder.nnb(command, "--strict", "a.md").code == 1)
      #expect(try folder.nnb(command, "--strict", "b.md").code == 0)
    }
  }

  @Test func everyExitCodeHasItsReason() throws {
    let folder = try Folder([
      "0.md": cell("x = ?\n"), "1.md": cell("check 1 == 2"),
      "2-name.md": cell("nothing"), "2-form.md": "```nn\n1\n",
      "3.md": cell(overLimit),
    ])
    for name in folder.files {
      let outcome = try folder.nnb("run", "--quiet", name)
      #expect(outcome.code == Int(name.prefix(1)), "\(name): \(outcome.everything)")
      #expect(outcome.errors.isEmpty == (outcome.code == 0))
    }
    #expect(try folder.nnb("run", "4.md").code == 4)
    #expect(try folder.nnb("run").code == 64)
  }

  @Test func quietSaysOnlyWhatIsWrong() throws {
    let folder = try Folder(["good.md": cell("1\ncheck 1 == 1"), "bad.md": cell("1\ncheck 1 == 2")])
    let good = try folder.nnb("run", "--quiet", "good.md")
    #expect(good.output.isEmpty && good.errors.isEmpty)
    #expect(folder.text("good.html") != nil)
    #expect(try folder.nnb("run", "--quiet", "bad.md").errors.contains("1 == 2"))
  }

  @Test(arguments: [
    ([String](), "solution"), (["--as", "solution"], "solution"), (["--as", "student"], "student"),
  ])
  func facesShowTheirPage(options: [String], face: String) throws {
    let folder = try Folder([
      "key.md": """
      ```nn
      #| exercise: half
      h = ?
      ```
      <!-- solution -->
      ```nn
      #| solution: half
      h = 0.4375
      ```
      <!-- /solution -->

      """
    ])
    let outcome = try Program.run(["run", "key.md", "--json"] + options, in: folder)
    #expect(outcome.code == 0, "\(outcome.everything)")
    let report = try #require(try events(outcome).last)
    #expect(report["as"] as? String == face)
    #expect(report["to_do"] as? Int == (face == "student" ? 1 : 0))
    #expect(folder.text("key.html")?.contains("0.4375") == (face == "solution"))
  }

  // MARK: JSON

  @Test func jsonLinesHaveThePromisedKeys() throws {
    let folder = try Folder([
      "all.md": cell("1\n[1, 2]\n\"text\"\ntable t(a -> b) { 0:0, 1:1 }\nt\ncheck 1 == 2") + "\n"
        + cell("tt = t + x") + "\nHalf is `{nn} 1/2`.\n"
    ])
    let outcome = try folder.nnb("run", "--json", "all.md")
    #expect(outcome.errors.isEmpty)
    let promised = [
      "diagnostic": [
        "severity", "id", "message", "hint", "file", "line", "column", "end_line", "end_column",
      ],
      "cell": ["cell", "label", "line", "status", "fuel"], "output": ["cell", "kind"],
      "value": ["line", "code", "text"],
      "check": ["cell", "text", "verdict", "reasons", "counterexample", "points", "compared", "line"],
      "report": [
        "file", "page", "as", "ran", "failed", "skipped", "to_do", "errors", "checks", "passed", "open",
      ],
    ]
    let events = try events(outcome)
    for event in events {
      let keys = try #require(promised[event["event"] as? String ?? ""], "\(event)")
      for key in keys { #expect(event[key] != nil, "\(key) is missing in \(event)") }
    }
    #expect(Set(events.compactMap { $0["event"] as? String }) == Set(promised.keys))
    #expect(events.last?["page"] as? String == "all.html")
  }

  @Test func jsonTellsFailuresToo() throws {
    let outcome = try Folder().nnb("run", "--json", "missing.md")
    #expect(outcome.code == 4)
    #expect(outcome.errors.isEmpty)
    let event = try #require(try events(outcome).first)
    #expect(event["event"] as? String == "error")
    #expect(event["message"] as? String == "there is no missing.md")
  }
}

/// A cell whose last statement is beyond its limit of work before it begins.
let overLimit = "v = [k for k in 0..3000]\na = [v for k in 0..3000]\na @ a"

/// A cell that works for seconds before it comes to its limit.
let longWork = "a = [k for k in 0..3000]\nf(x) = sum([y*x for y in a])\nsum([f(x) for x in a])"

/// The objects that a run printed, one a line.
func events(_ outcome: Program.Outcome) throws -> [[String: Any]] {
  try outcome.output.split(separator: "\n").map { line in
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
  }
}
