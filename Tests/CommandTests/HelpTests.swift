import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(arguments: ["nnb", "run", "check", "explain", "new", "doctor"])
  func helpIsAsRecorded(command: String) throws {
    let outcome = try Program.run((command == "nnb" ? [] : [command]) + ["--help"], in: Folder())
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "\(command).txt")
  }

  @Test func everyCommandHasAGoldenFile() throws {
    let help = try Folder().nnb("--help").output
    let commands = help.matches(of: #/(?m)^  ([a-z]+) {2,}[A-Z]/#).map { String($0.output.1) }
    let recorded = Repository.files(below: "Tests/Golden/help", suffix: ".txt").map {
      $0.split(separator: "/").last
    }
    #expect(commands.count >= 5)
    for command in commands {
      #expect(recorded.contains("\(command).txt"[...]), "no golden help of \(command)")
    }
  }

  /// Each example in a help text is a command that the program accepts.
  @Test func examplesOfHelpRun() throws {
    let folder = try Folder([
      "xor.md": "", "key.md": "", "first.md": "", "Notebooks/a.md": "",
    ])
    for file in Repository.files(below: "Tests/Golden/help", suffix: ".txt") {
      for line in try Repository.text(file).split(separator: "\n") where line.hasPrefix("  nnb ") {
        // Two spaces set the explanation apart.
        let command = line.dropFirst(2).split(separator: "  ").first ?? ""
        let arguments = command.split(separator: " ").dropFirst().map(String.init)
        if arguments.first == "new" { try FileManager.default.removeItem(atPath: folder.path("first.md")) }
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.code == 0, "\(line): \(outcome.everything)")
      }
    }
  }
}

/// Compares a help text with its golden file; a missing one is recorded and fails, `NNB_RECORD=1` records anew.
private func expectGolden(_ actual: String, _ name: String) throws {
  let url = Repository.root.appendingPathComponent("Tests/Golden/help/\(name)")
  let recorded = try? String(contentsOf: url, encoding: .utf8)
  guard actual != recorded else { return }
  let isRecording = ProcessInfo.processInfo.environment["NNB_RECORD"] == "1"
  if isRecording || recorded == nil {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: url, atomically: true, encoding: .utf8)
  }
  #expect(isRecording, "help/\(name) differs; it is now:\n\(actual)")
}
