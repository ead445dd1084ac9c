import Foundation
import Testing

/// What grading leaves behind when it is killed, when the disk is full, and when the work is parted.
@Suite(.serialized) struct GradingSurvivalTests {
  private let key = """
    ---
    title: Gates
    ---
    ```nn
    #| exercise: number
    #| points: 3
    n = ?
    ```

    ```nn
    #| solution: number
    n = 3
    ```

    ```nn
    #| tests: number
    check n == 3
    check n > 1
    ```
    """

  /// A course of so many, a few of them with the same answer.
  private func course(_ count: Int) throws -> Folder {
    let folder = try Folder(["key.md": key])
    for number in 1...count {
      try folder.put("in/s\(number)/a.md", "```nn\n#| exercise: number\nn = \(number % 4)\n```\n")
    }
    return folder
  }

  private let grade = ["grade", "key.md", "in", "-o", "out", "--format", "junit"]

  /// What the course was given, without the journal: that tells the order in which it was found.
  private func exports(_ folder: Folder, _ out: String = "out") -> [String: String] {
    var exports: [String: String] = [:]
    for file in folder.files where file.hasPrefix(out + "/") && !file.contains("jsonl") {
      exports[String(file.dropFirst(out.count + 1))] = folder.text(file) ?? "a folder"
    }
    return exports
  }

  private func wanted(_ folder: Folder) throws -> [String: String] {
    #expect(
      try Program.run(["grade", "key.md", "in", "-o", "whole", "--format", "junit"], in: folder).code == 0)
    let wanted = exports(folder, "whole")
    #expect(["grades.csv", "matrix.html", "junit.xml", "feedback/s1.html"].allSatisfy { wanted[$0] != nil })
    return wanted
  }

  /// Whatever the program that starts it does with its own signals, files and limits.
  @Test(arguments: [
    ["/usr/bin/env", "--ignore-signal=CHLD"], ["/bin/sh", "-c", "exec \"$0\" \"$@\" 2>&-"],
    ["/bin/sh", "-c", "exec \"$0\" \"$@\" 0<&- 1>&- 2>&-"],
    ["/usr/bin/prlimit", "--as=3500000000", "--cpu=200"],
  ])
  func theStarterMakesNoDifference(starter: [String]) throws {
    let folder = try course(4)
    let wanted = try wanted(folder)
    let outcome = try Program.run(grade + ["--require", "A"], in: folder, by: starter)
    #expect(outcome.code == 0 && exports(folder) == wanted, "\(outcome.everything)")
    // The journal is whole: it is read and nothing is left to do.
    let again = try Program.run(grade, in: folder)
    #expect(again.code == 0 && exports(folder) == wanted, "\(again.everything)")
  }

  /// Where there is room for the workers of a few jobs only, those take the others' submissions.
  @Test(arguments: [40, 50, 60]) func fewDescriptorsAreEnough(descriptors: Int) throws {
    let folder = try course(12)
    let wanted = try wanted(folder)
    let outcome = try Program.run(
      grade + ["--jobs", "12"], in: folder, by: ["/usr/bin/prlimit", "--nofile=\(descriptors)"])
    #expect(outcome.code == 0 && exports(folder) == wanted, "\(outcome.everything)")
  }

  /// `NNB_KILLS` is how often it is killed.
  @Test func whoeverIsKilledGoesOn() throws {
    let folder = try course(6)
    let wanted = try wanted(folder)
    let kills = ProcessInfo.processInfo.environment["NNB_KILLS"].flatMap(Int.init) ?? 4
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    var random = SystemRandomNumberGenerator()
    for number in 1...kills {
      // Every other one begins anew, so that the first moments are hit, too.
      if number % 2 == 1 { try? FileManager.default.removeItem(atPath: folder.path("out")) }
      let process = try Program.start(grade, in: folder, output: null, errors: null, inOwnGroup: true)
      let pause = UInt32.random(in: 0..<1_000_000, using: &random)
      usleep(pause)
      kill(-process, SIGKILL)
      Program.wait(for: process)
      if number % 2 == 0 || number == kills {
        let outcome = try Program.run(grade, in: folder)
        #expect(outcome.code == 0, "after \(pause) µs: \(outcome.everything)")
        #expect(exports(folder) == wanted, "after \(pause) µs")
      }
    }
  }

  /// A file that may not grow is like a disk that is full.
  @Test(arguments: [400, 2_500]) func aFullDiskLosesNothing(limit: Int) throws {
    let folder = try course(4)
    let wanted = try wanted(folder)
    let full = try Program.run(grade, in: folder, by: ["/usr/bin/prlimit", "--fsize=\(limit)"])
    #expect(full.code == 4 && full.errors.contains("cannot write"), "\(full.everything)")
    // What is there is whole.
    for (name, text) in exports(folder) { #expect(wanted[name] == text, "\(name)") }
    #expect(try Program.run(grade, in: folder).code == 0)
    #expect(exports(folder) == wanted)
    // With results of before: they stay until the new ones are whole.
    try folder.put("in/s1/a.md", "```nn\n#| exercise: number\nn = 3\n```\n")
    #expect(try Program.run(grade, in: folder, by: ["/usr/bin/prlimit", "--fsize=\(limit)"]).code == 4)
    #expect(exports(folder)["grades.csv"] == wanted["grades.csv"])
  }

  @Test func aFolderThatCannotBeWrittenIsTold() throws {
    let folder = try course(2)
    #expect(try Program.run(grade, in: folder).code == 0)
    let before = exports(folder)
    try folder.put("in/s1/a.md", "```nn\n#| exercise: number\nn = 3\n```\n")
    let outcome: Program.Outcome
    if geteuid() == 0 {
      // Root may write anywhere but on a file system that is for reading.
      let script = "mount --bind out out && mount -o remount,ro,bind out && exec \"$@\""
      outcome = try Program.run(
        grade, in: folder, by: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", script, "sh"])
    } else {
      chmod(folder.path("out"), 0o555)
      chmod(folder.path("out/journal.jsonl"), 0o444)
      outcome = try Program.run(grade, in: folder)
      chmod(folder.path("out"), 0o755)
      chmod(folder.path("out/journal.jsonl"), 0o644)
    }
    #expect(
      outcome.code == 4 && outcome.errors.contains("cannot write out/journal.jsonl"), "\(outcome.everything)")
    #expect(exports(folder) == before)
    #expect(try Program.run(grade, in: folder).errors.contains("s1: 0 → 3"))
  }

  // MARK: Parts

  @Test func partsInAnyOrderGiveTheSame() throws {
    let folder = try course(7)
    let wanted = try wanted(folder)
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "run", "--plan", "3").code == 0)
    let merge = ["grade", "--merge", "-o", "run", "--format", "junit"]
    for part in ["3/3", "1/3"] { #expect(try folder.nnb("grade", "--shard", part, "-o", "run").code == 0) }
    let early = try Program.run(merge, in: folder)
    #expect(
      early.code == 1 && early.errors.contains("1 part of the plan is not done: 2"), "\(early.everything)")
    #expect(folder.text("run/grades.csv") == nil)
    // One that runs twice does no harm.
    for part in ["2/3", "1/3"] { #expect(try folder.nnb("grade", "--shard", part, "-o", "run").code == 0) }
    let joined = try Program.run(merge, in: folder)
    #expect(joined.code == 0, "\(joined.everything)")
    let results = exports(folder, "run").filter { $0.key != "plan.json" && $0.key != "shards" }
    #expect(results == wanted)
    // The journals of the folder are equal, too, whatever was done first.
    try FileManager.default.moveItem(atPath: folder.path("run"), toPath: folder.path("first"))
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "run", "--plan", "3").code == 0)
    for part in 1...3 { #expect(try folder.nnb("grade", "--shard", "\(part)/3", "-o", "run").code == 0) }
    #expect(try Program.run(merge, in: folder).code == 0)
    #expect(folder.text("run/journal.jsonl") == folder.text("first/journal.jsonl"))
  }

  @Test func aPlanThatDoesNotFitIsRefused() throws {
    let folder = try course(2)
    let none = try folder.nnb("grade", "--shard", "1/2", "-o", "run")
    #expect(none.code == 4 && none.errors.contains("there is no run/plan.json, which --plan makes"))
    #expect(try folder.nnb("grade", "key.md", "in", "-o", "run", "--plan", "2").code == 0)
    let other = try folder.nnb("grade", "--shard", "1/3", "-o", "run")
    #expect(other.code == 4 && other.errors.contains("it has 2 parts, not 3"), "\(other.everything)")
    for part in ["0/2", "3/2", "x", "1/99999999999999999999"] {
      #expect(try folder.nnb("grade", "--shard", part, "-o", "run").code == 64)
    }
    try folder.put("in/s2/a.md", "changed")
    let changed = try folder.nnb("grade", "--shard", "1/2", "-o", "run")
    #expect(changed.code == 4 && changed.errors.contains("has changed since: s2"), "\(changed.everything)")
    try folder.put("run/plan.json", "{\"key\": \"/etc/passwd\"}")
    #expect(try folder.nnb("grade", "--merge", "-o", "run").errors.contains("it is no plan"))
  }
}
