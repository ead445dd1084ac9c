import Testing

@testable import Reporting

struct TemplateTests {
  private func problem(_ files: [String: String]) -> ReportError? {
    let world = TestWorld(files: Dictionary(uniqueKeysWithValues: files.map { ("t/\($0)", $1) }))
    do throws(ReportError) {
      _ = try Templates.load(from: "t", in: world)
      return nil
    } catch {
      return error
    }
  }

  @Test func missingFolderIsSaid() {
    #expect(
      throws: ReportError.unreadableTemplate(path: "/nowhere/at/all", reason: "there is no such file")
    ) { _ = try Templates.load(from: "/nowhere/at/all", in: TestWorld()) }
  }

  @Test func missingFilesAreSaid() {
    #expect(
      problem(["report.css": ""])
        == .unreadableTemplate(path: "t/report.html", reason: "there is no such file"))
    #expect(
      problem(["report.html": ""])
        == .unreadableTemplate(path: "t/report.css", reason: "there is no such file"))
    #expect(problem(["report.html": "", "report.css": ""]) == nil)
  }

  @Test(arguments: [
    // The engine notices an open name on the line below it.
    ("<p>\n{{#banner}}\n</p>", 3, "a section is not closed"),
    ("<p>\n{{title\n</p>", 3, "a name is not closed by }}"),
    ("{{#a}}\n{{/b}}", 2, "a section is closed by another name than it was opened with"),
    ("a\n{{> gone}}", 2, "there is no template gone.html"),
    ("a\nb {{>gone }} {{> report}}", 2, "there is no template gone.html"),
    ("a\n\n{{> report}}", 3, "templates include each other in a circle"),
  ])
  func brokenTemplatesAreSaidWithTheirLine(text: String, line: Int, words: String) {
    #expect(
      problem(["report.html": text, "report.css": ""])
        == .brokenTemplate(path: "t/report.html", line: line, problem: words))
  }

  @Test func styleCannotEndItsElement() throws {
    let world = TestWorld(files: [
      "t/report.html": "<style>{{{style}}}</style>", "t/report.css": "a { content: '</style>' }",
    ])
    let templates = try Templates.load(from: "t", in: world)
    let page = try HTMLReport(
      record: gatesRecord(), templates: templates, version: "0", pictures: { _, _ in samplePicture }
    ).rendered()
    #expect(page == "<style>a { content: '<\\/style>' }</style>")
  }

  @Test func templatesStandBesideTheExecutable() throws {
    #expect(
      Templates.directory(besideExecutable: "/opt/nnb/bin/nnb")
        == "/opt/nnb/bin/nnb_Reporting.resources/Templates")
    // The tests' own executable has them beside it too.
    _ = try Templates.load(from: Templates.installedDirectory, in: TestWorld())
  }

  /// The engine escapes whole characters only, so a combining mark must not hide a quote from it.
  @Test(arguments: ["\"\u{301}", "\u{600}\"", "<\u{338}", "'\u{FE0F}", "&\u{20DD}"])
  func textsForTemplatesStandAlone(text: String) {
    let characters = TemplateText(text).renderText.filter { !$0.isASCII }
    #expect(
      characters.allSatisfy { character in
        !character.unicodeScalars.contains { "<>&\"'".unicodeScalars.contains($0) }
      })
  }
}
