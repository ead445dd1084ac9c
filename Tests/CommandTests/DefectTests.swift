import Foundation
import Testing

/// A defect of the program ends it by a signal: here the signal comes from outside, in the middle of a long cell.
@Suite struct DefectTests {
  /// The first cell has run and been told of, the second one works for seconds.
  private static let notebook =
    cell("one = 1\none + 41") + "\n" + cell("b = 2\n" + longWork) + "\n" + cell("one + 6") + "\n" + cell("b")

  @Test(arguments: [SIGILL, SIGSEGV, SIGTRAP, SIGABRT, SIGBUS, SIGFPE])
  func aDefectCostsOnlyItsCell(signal: Int32) throws {
    let folder = try Folder(["1.md": Self.notebook, "2.md": cell("1 + 1")])
    let process = try start(["run", "--json", "1.md", "2.md"], in: folder)
    kill(process, signal)
    #expect(Program.wait(for: process).status == 70 << 8)
    let report = try #require(folder.text("1.html"))
    for text in [">42<", ">7<", "program-defect", "nnb itself failed here"] {
      #expect(report.contains(text), "no \(text)")
    }
    #expect(folder.text("2.html")?.hasSuffix("</html>\n") == true)
    let output = try #require(folder.text("output.txt"))
    let events = output.split(separator: "\n").filter { $0.hasPrefix("{\"event\": \"cell\"") }
    let cells = events.compactMap { $0.firstMatch(of: #/"cell": (\d)/#)?.output.1 }
    #expect(cells == ["1", "2", "3", "4", "1"], "\(output)")
    #expect(output.contains("\"page\": \"1.html\"") && output.contains("\"page\": \"2.html\""))
  }

  @Test func whatFailsAgainIsGivenUp() throws {
    let folder = try Folder(["1.md": Self.notebook, "2.md": cell("1 + 1")])
    // The note of an attempt that has failed outside of any cell.
    let outcome = try Program.run(["run", "."], in: folder, environment: ["NNB_RESCUE=/0 0:11"])
    #expect(outcome.code == 70)
    #expect(outcome.errors.contains("nnb itself failed at 1.md: segmentation fault"), "\(outcome.errors)")
    #expect(folder.files == ["1.md", "2.html", "2.md"])
    // Twice outside of everything: there is nothing left to leave out.
    let twice = try Program.run(["run", "."], in: folder, environment: ["NNB_RESCUE=/0 0:11 0:11"])
    #expect(twice.code == 70)
    // A cell that is left out and fails all the same.
    let again = try Program.run(["check", "1.md"], in: folder, environment: ["NNB_RESCUE=/0 2:4 2:4"])
    #expect(again.code == 70)
    #expect(again.errors.contains("nnb itself failed at 1.md: illegal instruction"), "\(again.errors)")
  }

  @Test func theCheckLeavesOutWhatFailed() throws {
    let folder = try Folder(["1.md": Self.notebook + "\nHalf is `{nn} 1/2`.\n"])
    let outcome = try Program.run(["check", "1.md"], in: folder, environment: ["NNB_RESCUE=/0 2:4 5:8"])
    #expect(outcome.code == 70)
    #expect(outcome.errors.contains("nnb itself failed here (illegal instruction)"), "\(outcome.errors)")
    #expect(outcome.errors.contains("nnb itself failed here (floating point exception)"), "\(outcome.errors)")
  }

  @Test(arguments: ["", "nonsense", "/", "9,9/x", "0/1 7", "/0 3", "/99999999999999999999 1:2"])
  func aStrangeNoteDoesNoHarm(note: String) throws {
    let folder = try Folder(["a.md": cell("1")])
    let outcome = try Program.run(["run", "a.md"], in: folder, environment: ["NNB_RESCUE=\(note)"])
    #expect([0, 70].contains(outcome.code), "\(outcome.everything)")
  }

  /// Starts the program, and returns once it has told of the first cell.
  private func start(_ arguments: [String], in folder: Folder) throws -> pid_t {
    let output = open(folder.path("output.txt"), O_WRONLY | O_CREAT | O_APPEND, 0o644)
    defer { close(output) }
    let process = try Program.start(arguments, in: folder, output: output, errors: output)
    for _ in 0..<10_000 where folder.text("output.txt")?.contains("\"event\": \"cell\"") != true {
      usleep(2_000)
    }
    usleep(100_000)
    return process
  }
}
