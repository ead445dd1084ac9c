import Foundation
import Testing

/// What students hand in who want to break the grading: each is graded as it should be, nothing is learnt and nothing lost.
@Suite struct HostileSubmissionTests {
  /// What the table makes of an id: no formula, no control characters.
  private func shown(_ id: String) -> String {
    let plain = String(
      String.UnicodeScalarView(
        id.unicodeScalars.map { $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? " " : $0 }))
    // The reader of the test drops quotes.
    return "=+-@\t＝＋－＠".contains(id.first ?? "x") ? "'" + plain : plain.replacing("\"", with: "")
  }

  @Test func eachIsGradedAsItShouldBe() throws {
    let cases = HostileSubmission.all
    #expect(cases.count >= 80)
    let folder = try Folder(["key.md": HostileSubmission.key, "secret.txt": "root: 73819"])
    for hostile in cases {
      for file in hostile.files { try folder.put("in/\(hostile.name)/\(file.path)", bytes: file.bytes) }
    }
    // What is no file: links, a pipe, a folder with the name of a notebook.
    try folder.put("in/special/keep.txt", "")
    for (name, target) in [
      ("a.md", "/etc/passwd"), ("b.md", "../../secret.txt"), ("c.md", "/dev/zero"), ("loop", ".."),
    ] {
      symlink(target, folder.path("in/special/\(name)"))
    }
    mkfifo(folder.path("in/special/pipe.md"), 0o666)
    mkdir(folder.path("in/special/folder.md"), 0o777)
    mkdir(folder.path("in/pipe"), 0o777)
    mkfifo(folder.path("in/pipe/a.md"), 0o666)
    let outcome = try folder.nnb("grade", "key.md", "in", "-o", "out")
    let grades = try GradesFile(folder.text("out/grades.csv"))
    #expect(grades.rows.count == cases.count + 2, "\(outcome.errors.suffix(3_000))")
    for hostile in cases {
      let grade = grades[shown(hostile.name)]
      #expect(grade == hostile.expected, "\(hostile.name.prefix(60).debugDescription)")
    }
    #expect(outcome.everything.contains("a.md: it is not a regular file"))
    #expect(outcome.code == 0, "\(outcome.errors.suffix(3_000))")
    // The program itself stays small, whatever its workers hold.
    #expect(outcome.ownPeakMemory > 0 && outcome.ownPeakMemory < 300_000_000, "\(outcome.ownPeakMemory)")
    #expect(!outcome.everything.contains("\u{1B}") && !outcome.everything.contains("root:"))
    let pages = folder.files.filter { $0.hasPrefix("out/") && $0.hasSuffix(".html") }
    #expect(pages.count == cases.count + 3)
    for page in pages {
      let text = try #require(folder.text(page))
      #expect(!text.contains("<script") && !text.contains("root:") && !text.contains("<b>"), "\(page)")
      // The lecturer's page may name what is hidden.
      #expect(page == "out/matrix.html" || !text.contains("73819"), "\(page)")
    }
    #expect(!folder.files.contains { $0.contains("evil") })
  }
}
