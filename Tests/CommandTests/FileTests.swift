import Foundation
import Glibc
import Testing

/// Files that cannot be read or written, and what must be left of them.
@Suite struct FileTests {
  @Test(arguments: [
    ("missing.md", "there is no missing.md"), ("gates", "did you mean gates.md?"),
    ("gaets.md", "did you mean gates.md?"), ("gates.html", "run the notebook it came from: gates.md"),
    ("pipe.md", "it is not a regular file"), ("/dev/zero", "it is not a regular file"),
    ("loop.md", "Too many levels of symbolic links"), ("gates.md/x.md", "Not a directory"),
    (String(repeating: "n", count: 300) + ".md", "File name too long"),
    (String(repeating: "n/", count: 3000) + ".md", "File name too long"),
  ])
  func whatIsNoNotebookIsSaid(path: String, message: String) throws {
    let folder = try Folder(["gates.md": cell("1"), "gates.html": ""])
    mkfifo(folder.path("pipe.md"), 0o644)
    symlink("loop.md", folder.path("loop.md"))
    for command in ["run", "check"] {
      let outcome = try folder.nnb(command, path)
      #expect(outcome.code == 4)
      #expect(outcome.errors.contains(message), "\(outcome.everything)")
    }
    #expect(folder.files == ["gates.html", "gates.md", "loop.md", "pipe.md"])
  }

  @Test func theLongestNameCanBeRead() throws {
    let name = String(repeating: "n", count: 252) + ".md"
    let folder = try Folder([name: cell("1")])
    let outcome = try folder.nnb("run", "--quiet", name)
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("cannot write nnn") && outcome.errors.contains("File name too long"))
    #expect(try folder.nnb("run", "--quiet", name, "-o", "n.html").code == 0)
    #expect(try folder.nnb("run", "--record", name).code == 0)
    #expect(folder.text(name)?.contains("```output") == true)
    #expect(folder.files == ["n.html", name])
  }

  @Test(arguments: [
    ("nowhere/x.html", "there is no directory nowhere"), ("nowhere/", "there is no directory nowhere"),
    ("a.md/x.html", "Not a directory"), ("/dev/null", "it is not a regular file"), ("", "cannot write"),
    ("pipe", "it is not a regular file"), ("link.html", "would replace the notebook"),
  ])
  func whatCannotBeWrittenIsSaid(output: String, message: String) throws {
    let folder = try Folder(["a.md": cell("1")])
    mkfifo(folder.path("pipe"), 0o644)
    symlink("a.md", folder.path("link.html"))
    let before = folder.files
    let outcome = try folder.nnb("run", "a.md", "-o", output)
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains(message), "\(outcome.everything)")
    #expect(folder.files == before && folder.text("a.md") == cell("1"))
  }

  @Test func aLinkStaysALinkAndAFileKeepsItsMode() throws {
    let folder = try Folder(["real/a.md": cell("1")])
    chmod(folder.path("real/a.md"), 0o640)
    symlink("real/a.md", folder.path("a.md"))
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    let path = folder.path("a.md")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "real/a.md")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("real/a.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(folder.text("real/a.md")?.contains("```output") == true)
    #expect(folder.files == ["a.md", "real", "real/a.md"])
  }

  /// Whatever a process that was killed has left, the old report is whole, and the next run works.
  @Test func aKilledRunLeavesTheOldReport() throws {
    let folder = try Folder(["a.md": cell("1\n" + longWork)])
    try folder.put("a.html", "the old report")
    let process = try Program.start(["run", "a.md"], in: folder, output: 1, errors: 1)
    usleep(50_000)
    kill(process, SIGKILL)
    #expect(Program.wait(for: process).status == SIGKILL)
    #expect(folder.text("a.html") == "the old report")
  }

  @Test(arguments: [["explain"], ["run", "--json", "a.md"], ["run", "a.md"], ["--help"], ["doctor"]])
  func aClosedPipeDoesNoHarm(arguments: [String]) throws {
    let folder = try Folder(["a.md": cell(String(repeating: "1\n", count: 2_000))])
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let process = try Program.start(arguments, in: folder, output: ends[1], errors: ends[1])
    close(ends[1])
    #expect(Program.wait(for: process).status == 0)
    if arguments.first == "run" { #expect(folder.text("a.html")?.hasSuffix("</html>\n") == true) }
  }

  @Test func anInterruptEndsTheRunInOrder() throws {
    let training = """
      table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
      train(input(2) -> dense(2, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=sgd(0.1), epochs=5000000)
      """
    let folder = try Folder(["a.md": cell(training)])
    let process = try Program.start(["run", "a.md"], in: folder, output: 1, errors: 1)
    waitUntilItListens(process)
    kill(process, SIGINT)
    #expect(Program.wait(for: process).status == 130 << 8)
    #expect(folder.text("a.html")?.hasSuffix("</html>\n") == true)
  }

  @Test func aSecondInterruptEndsItAtOnce() throws {
    let folder = try Folder(["a.md": cell(longWork)])
    let process = try Program.start(["run", "a.md"], in: folder, output: 1, errors: 1)
    waitUntilItListens(process)
    kill(process, SIGINT)
    usleep(50_000)
    kill(process, SIGINT)
    #expect(Program.wait(for: process).status == 130 << 8)
    #expect(folder.files == ["a.md"])
  }

  /// Waits until the program keeps Ctrl-C for itself, as Linux shows it.
  private func waitUntilItListens(_ process: pid_t) {
    for _ in 0..<2_000 {
      let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let blocked = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }?.split(separator: "\t")
        .last
      if let mask = blocked.flatMap({ UInt64($0, radix: 16) }), mask >> UInt64(SIGINT - 1) & 1 == 1 { return }
      usleep(5_000)
    }
  }
}
