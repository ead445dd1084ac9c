import NotebookFormat
import TestSupport
import Testing

@testable import Reporting

struct HTMLReportTests {
  @Test(arguments: Face.allCases) func pageIsAsRecorded(face: Face) throws {
    // The style sheet is read by eye on a page, not in a difference.
    let templates = try projectTemplates()
    let page = try rendered(gatesRecord(face: face)).replacing(
      templates.style(formulas: [], hasPlayers: false), with: "the style sheet and the font\n"
    ).replacing(templates.style(formulas: nil, hasPlayers: false), with: "the style sheet\n")
    try expectGolden(page, "reports/gates-\(face.rawValue).html")
  }

  @Test func everyGoldenFileIsUsed() throws {
    try expectGoldenFiles(
      [
        "gates-events.txt", "gates-records.txt", "gates-solution.html", "gates-student.html",
        "gates-terminal.txt",
      ], in: "reports")
  }
}
