import Foundation
import Testing

/// Keys whose parameters each student has values of their own for.
@Suite struct IndividualSheetTests {
  private let key = """
    ---
    title: Steps
    params: {start: 2}
    variants: {rate: [0.1, 0.2, 0.5, 0.25], n: 3..40}
    ---
    # Steps

    ```nn
    #| exercise: after
    #| points: 2
    after = ?
    ```

    ```nn
    #| solution: after
    after = start - rate * n
    ```

    ```nn
    #| tests: after
    check after ~ start - rate * n within 1e-9
    ```
    """

  private func folder() throws -> Folder {
    let folder = try Folder(["key.md": key, "class.csv": "id,name\n101,Anna\n102,Jan\n103,Ola\n"])
    let outcome = try folder.nnb("release", "key.md", "-o", "sheets", "--for", "class.csv")
    #expect(
      outcome.code == 0 && outcome.errors.contains("wrote 3 sheets into sheets"), "\(outcome.everything)")
    #expect(outcome.errors.contains("made nnb.secret"))
    return folder
  }

  /// The parameters of a sheet, as its settings say them.
  private func settings(_ sheet: String?) -> [String: String] {
    let line = sheet?.split(separator: "\n").first { $0.hasPrefix("params: {") } ?? ""
    let pairs = line.dropFirst("params: {".count).dropLast().split(separator: ",").map {
      $0.split(separator: ":")
    }
    return Dictionary(
      pairs.map { ($0[0].trimmingCharacters(in: .whitespaces), $0[1].trimmingCharacters(in: .whitespaces)) }
    ) { first, _ in first }
  }

  private func answer(_ sheet: String, _ code: String) -> String { sheet.replacing("after = ?", with: code) }

  @Test func eachStudentHasASheetOfTheirOwn() throws {
    let folder = try folder()
    let sheets = try ["101", "102", "103"].map { try #require(folder.text("sheets/\($0).md")) }
    #expect(Set(sheets.map { settings($0) }).count > 1)
    for sheet in sheets {
      #expect(!sheet.contains("variants") && !sheet.contains("solution") && sheet.contains("signature: \""))
      #expect(settings(sheet)["start"] == "2" && (Int(settings(sheet)["n"] ?? "") ?? 0) >= 3)
      // It runs as it is.
      try folder.put("own.md", answer(sheet, "after = start - rate * n"))
      #expect(try folder.nnb("run", "--quiet", "own.md").code == 0)
    }
    // The secret draws the same again, another one draws others.
    #expect(try folder.nnb("release", "key.md", "-o", "again", "--for", "class.csv").code == 0)
    #expect(folder.text("again/102.md") == sheets[1])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("nnb.secret"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try folder.put("other", "another secret of thirty letters")
    #expect(
      try folder.nnb("release", "key.md", "-o", "third", "--for", "class.csv", "--secret", "other").code == 0)
    #expect(
      ["101", "102", "103"].contains { folder.text("third/\($0).md") != folder.text("sheets/\($0).md") })
  }

  @Test func gradingKnowsTheValuesOfEach() throws {
    let folder = try folder()
    let sheets = Dictionary(
      ["101", "102", "103"].map { ($0, folder.text("sheets/\($0).md") ?? "") }
    ) { first, _ in first }
    let rate = settings(sheets["102"])["rate"] ?? "", n = settings(sheets["102"])["n"] ?? ""
    try folder.put("in/101/a.md", answer(sheets["101"] ?? "", "after = start - rate * n"))
    // As a number, and with the settings changed: the key's count.
    let own = answer(sheets["102"] ?? "", "after = 2 - \(rate) * \(n)")
    try folder.put("in/102/a.md", own.replacing("n: \(n)}", with: "n: 1}"))
    try folder.put("in/103/a.md", answer(sheets["101"] ?? "", "after = start - rate * n"))
    try folder.put("in/104/a.md", "```nn\n#| exercise: after\nafter = 1000\n```\n")
    let outcome = try folder.nnb("grade", "key.md", "in", "-o", "out")
    #expect(outcome.code == 0, "\(outcome.everything)")
    let grades = try GradesFile(folder.text("out/grades.csv"))
    #expect(
      ["101", "102", "103", "104"].map { grades[$0] } == ["graded 2", "graded 2", "graded 2", "graded 0"])
    #expect(grades.rows["103"]?["remarks"] == "the sheet was made for `101`")
    #expect(grades.rows["104"]?["remarks"] == "the sheet is not signed: the values of `104` are used")
    #expect(try folder.nnb("grade", "--replay", "102", "-o", "out").errors.contains("the same verdicts"))
    // A signature for another id is none.
    let forged = (sheets["101"] ?? "").replacing("student: \"101\"", with: "student: \"102\"")
    try folder.put("in/103/a.md", answer(forged, "after = start - rate * n"))
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "out").code == 0)
    let again = try GradesFile(folder.text("out/grades.csv"))
    #expect(again.rows["103"]?["remarks"] == "the sheet is not signed: the values of `103` are used")
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let folder = try Folder([
      "key.md": key, "class.csv": "id\n1\n", "twice.csv": "id\n1\n1\n", "names.csv": "name\nx\n",
      "short": "abc",
      "plain.md": key.replacing("variants:", with: "params:").replacing("params: {start: 2}\n", with: ""),
      "moodle.csv": "Identifier,Grade\nParticipant 12,\n",
    ])
    func refused(_ arguments: String..., code: Int, _ words: String) throws {
      let outcome = try Program.run(["release", "-o", "out"] + arguments, in: folder)
      #expect(outcome.code == code && outcome.errors.contains(words), "\(arguments): \(outcome.everything)")
      #expect(!folder.files.contains { $0.hasPrefix("out") })
    }
    try refused("key.md", code: 64, "each student must have a sheet of their own")
    try refused("plain.md", "--for", "class.csv", code: 64, "has no `variants`")
    try refused("key.md", "--for", "twice.csv", code: 4, "`1` is there twice")
    try refused("key.md", "--for", "names.csv", code: 4, "no column `id`")
    try refused("key.md", "--for", "none.csv", code: 4, "none.csv")
    try refused("key.md", "--for", "class.csv", "--secret", "short", code: 4, "at least 16 bytes")
    #expect(try folder.nnb("grade", "key.md", "class.csv", "-o", "out").errors.contains("nnb.secret"))
    #expect(try folder.nnb("release", "key.md", "-o", "out", "--for", "moodle.csv").code == 0)
    #expect(folder.text("out/12.md") != nil)
  }

  @Test(arguments: [
    "{}", "5", "{a: 3}", "{a: 9..3}", "{a: 0..99999999}", "{a: []}", "{a: [1, x]}", "{if: [1]}", "{a: [[1]]}",
  ])
  func otherVariantsAreErrors(variants: String) throws {
    let folder = try Folder(["a.md": "---\nvariants: \(variants)\n---\n"])
    #expect(try folder.nnb("check", "a.md").code == 2)
  }
}
