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

  @Test(arguments: [
    ["explain"], ["run", "--json", "a.md"], ["run", "a.md"], ["doctor"], ["--help"], ["help", "run"],
    ["--version"],
  ])
  func resultsThatCannotBePrintedAreAFailure(arguments: [String]) throws {
    let folder = try Folder(["a.md": cell("1")])
    let (full, said) = (open("/dev/full", O_WRONLY), try Capture())
    defer { close(full) }
    let process = try Program.start(arguments, in: folder, output: full, errors: said.descriptor)
    #expect(Program.wait(for: process).status == 4 << 8)
    #expect(said.text.contains("cannot write the results to standard output: No space left on device"))
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

  /// Work of many kinds hears the first Ctrl-C, and says what it kept from running.
  @Test(arguments: [
    "a = [k for k in 0..3000]\nf(x) = sum([y*x for y in a])\nx = sum([f(k) for k in a])",
    "f(x) = sum([x*0 + y for y in 1..3000])\nx = iterate(f, 0.5, 3000)",
    "A = normal(0, 1, size=[300, 300])\nx = sum([sum(A @ A) for k in 1..300])",
    """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    t(lr) = train(input(2) -> dense(2, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=sgd(lr), epochs=2000)
    x = sweep(t, lr=linspace(0.01, 1, 3000))
    """,
  ])
  func aLongCallHearsTheFirstInterrupt(work: String) throws {
    let folder = try Folder([
      "a.md": cell("check \"first\": 1 == 1") + "\n" + cell(work + "\ncheck \"later\": 1 == 1\nx") + "\n"
        + cell("#| label: tbl-last\n1")
    ])
    let errors = folder.path("errors")
    let descriptor = open(errors, O_WRONLY | O_CREAT, 0o644)
    let process = try Program.start(["run", "a.md"], in: folder, output: 1, errors: descriptor)
    close(descriptor)
    waitUntilItListens(process)
    usleep(300_000)
    let start = Date()
    kill(process, SIGINT)
    #expect(Program.wait(for: process).status == 130 << 8)
    #expect(Date().timeIntervalSince(start) < 20)
    let said = folder.text("errors") ?? ""
    let page = folder.text("a.html") ?? ""
    #expect(said.contains("`tbl-last` did not run") && said.contains("check \"later\": 1 == 1"), "\(said)")
    #expect(page.contains("Interrupted, so this is a part") && !page.contains("All checks hold"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func aSecondInterruptEndsItAtOnce() throws {
    // Few calls, none of which is parted, and together some ten times as long as the wait.
    let folder = try Folder([
      "a.md": cell("[det(normal(0, 1, size=[1000, 1000])), det(normal(0, 1, size=[1000, 1000]))]")
    ])
    let process = try Program.start(["run", "a.md"], in: folder, output: 1, errors: 1)
    waitUntilItListens(process)
    usleep(80_000)
    kill(process, SIGINT)
    usleep(20_000)
    kill(process, SIGINT)
    #expect(Program.wait(for: process).status == 130 << 8)
    #expect(folder.files == ["a.md"])
  }

  /// What is saved, or removed, while the records are made wins over the records.
  @Test(arguments: [true, false]) func anEditWhileItRecordsIsKept(isRemoved: Bool) throws {
    let work = "a = [k for k in 0..900]\nf(x) = sum([y*x for y in a])\nsum([f(x) for x in a])"
    let folder = try Folder(["a.md": cell(work)])
    let errors = open(folder.path("errors"), O_WRONLY | O_CREAT, 0o644)
    let process = try Program.start(["run", "--record", "a.md"], in: folder, output: 1, errors: errors)
    close(errors)
    waitUntilItListens(process)
    usleep(300_000)
    if isRemoved { unlink(folder.path("a.md")) } else { try folder.put("a.md", "My edit\n") }
    #expect(Program.wait(for: process).status == 4 << 8)
    let said = folder.text("errors") ?? ""
    #expect(
      said.contains(isRemoved ? "a.md was removed while it ran" : "a.md was changed while it ran"), "\(said)")
    #expect(folder.text("a.md") == (isRemoved ? nil : "My edit\n"))
    #expect(folder.files == (isRemoved ? ["errors"] : ["a.md", "errors"]))
  }

  @Test func whatAKilledRunLeftIsRemoved() throws {
    let folder = try Folder([
      "a.md": cell("1"), ".nnb-77-0": "<html", ".nnb-78-12": "", ".nnb-79-0": "busy", ".nnb-notes": "mine",
    ])
    // Another run is at work on this one.
    // Processes that other tests start meanwhile must not hold the lock, too.
    let busy = open(folder.path(".nnb-79-0"), O_WRONLY | O_CLOEXEC)
    flock(busy, LOCK_EX)
    #expect(try folder.nnb("run", "a.md").code == 0)
    #expect(folder.files == [".nnb-79-0", ".nnb-notes", "a.html", "a.md"])
    close(busy)
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    #expect(folder.files == [".nnb-notes", "a.html", "a.md"])
  }

  /// A name on Linux is bytes, not text.
  @Test(
    arguments: [[0xFC], [0x67, 0xFC, 0xC3, 0xBC], [0xF4, 0x8F, 0xB9, 0xBF], [0x80, 0xFF]] as [[UInt8]])
  func aNameThatIsNoTextRuns(bytes: [UInt8]) throws {
    let folder = try Folder(["x.md": cell("1 + 2")])
    func path(_ ending: String) -> [CChar] {
      (Array(folder.path("").utf8) + bytes + Array(ending.utf8) + [0]).map(CChar.init(bitPattern:))
    }
    #expect(rename(folder.path("x.md"), path(".md")) == 0)
    let outcome = try Program.run([Array("run".utf8), bytes + Array(".md".utf8)], in: folder)
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(access(path(".html"), F_OK) == 0)
    unlink(path(".html"))
    #expect(try folder.nnb("run", "--record", ".").code == 0)
    #expect(access(path(".md"), F_OK) == 0 && access(path(".html"), F_OK) != 0)
    #expect(try folder.nnb("run", "--check", "--json", ".").code == 0)
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
