import Foundation
import TestSupport
import Testing

/// Grades the made-up course of `Tests/Submissions`, whose table says what must come out.
@Suite struct SubmissionCourseTests {
  /// A row of a table in Markdown, by its headings.
  private func rows(_ text: String, after heading: String) -> [[String: String]] {
    let behind = text.range(of: heading).map { text[$0.upperBound...] } ?? ""
    let lines = behind.split(separator: "\n").drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    let cells = lines.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard let head = cells.first else { return [] }
    return cells.dropFirst(2).map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  /// When answers are due: 2026-11-20 23:59 +01:00.
  private let due = 1_795_215_540

  private func folder(_ expected: [[String: String]]) throws -> Folder {
    let folder = try Folder()
    let source = Repository.path("Tests/Submissions")
    for name in ["key.md", "handed-in", "second-round", "extensions.csv"] {
      try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: folder.path(name))
    }
    // What Git does not keep: an empty folder, times, and what is too large for it.
    try FileManager.default.createDirectory(
      atPath: folder.path("handed-in/Igor Szop_121_assignsubmission_file_"), withIntermediateDirectories: true
    )
    let answer = "```nn\n#| exercise: and\nand_gate = perceptron(w=[1, 1], T=1.5)\n```\n"
    try folder.put(
      "handed-in/Rafał Słoń_126_assignsubmission_file_/gates.md",
      answer + String(repeating: "word ", count: 220_000))
    let late = Dictionary(expected.map { ($0["id"] ?? "", $0["hours late"] ?? "") }) { first, _ in first }
    for file in folder.files where file.contains("_assignsubmission_") {
      let id = String(file.split(separator: "_")[1])
      let hours = Int(late[id] ?? "") ?? -1
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: TimeInterval(due + hours * 3_600))],
        ofItemAtPath: folder.path(file))
    }
    return folder
  }

  private func graded(_ folder: Folder) throws -> [String: [String: String]] {
    try GradesFile(folder.text("out/grades.csv")).rows
  }

  @Test func everyRowComesOutAsItStands() throws {
    let expected = rows(try Repository.text("Tests/Submissions/README.md"), after: "# A made-up course")
    #expect(expected.count >= 30)
    let folder = try folder(expected)
    let outcome = try folder.nnb(
      "grade", "key.md", "handed-in", "second-round", "-o", "out", "--extensions", "extensions.csv")
    #expect(outcome.code == 1, "\(outcome.everything)")
    let graded = try graded(folder)
    #expect(Set(graded.keys) == Set(expected.compactMap { $0["id"] }))
    for row in expected {
      let id = row["id"] ?? ""
      guard let got = graded[id] else { continue }
      #expect(got["status"] == row["status"], "\(id): \(got)")
      for exercise in ["and", "or", "both", "shifted", "thirds", "why"] {
        #expect(got[exercise] == row[exercise], "\(id), \(exercise): \(got)")
      }
      let said = "\(got["reason"] ?? ""); \(got["remarks"] ?? "")"
      let remark = row["remark"] ?? ""
      #expect(remark.isEmpty || said.contains(remark), "\(id): \(said)")
    }
    // What is late loses its part, and what has an extension nothing.
    #expect(
      graded["129"]?["late"] == "2.1" && graded["129"]?["total"] == "4.9" && graded["129"]?["grade"] == "3,5")
    #expect(
      graded["130"]?["late"] == "0" && graded["130"]?["total"] == "7" && graded["130"]?["grade"] == "4,5")
    #expect(graded["128"]?["total"] == "" && graded["128"]?["grade"] == "")
    try marksAndAttempts(folder)
  }

  private func marksAndAttempts(_ folder: Folder) throws {
    try folder.put("marks.csv", "id,exercise,points\n128,why,0.5\n")
    let again = try folder.nnb(
      "grade", "key.md", "handed-in", "-o", "out", "--extensions", "extensions.csv", "--marks", "marks.csv")
    #expect(again.code == 0, "\(again.everything)")
    let graded = try graded(folder)
    #expect(graded["128"]?["total"] == "7.5" && graded["128"]?["grade"] == "5,0")
    // Without the second round the first attempt counts.
    #expect(
      graded["120"]?["thirds"] == "0.666" && again.errors.contains("120: 7 → 6.666"), "\(again.everything)")
  }

  /// Each rule that the guide states is tried by someone of the course.
  @Test func everyRuleHasItsRow() throws {
    let rules = rows(try Repository.text("Notebooks/guide/07-grading.md"), after: "## The rules").compactMap {
      $0["what was handed in"]
    }
    let tried = rows(try Repository.text("Tests/Submissions/README.md"), after: "# A made-up course")
      .compactMap {
        $0["rule"]
      }
    #expect(rules.count > 20)
    #expect(Set(rules) == Set(tried), "\(Set(rules).symmetricDifference(tried))")
  }
}
