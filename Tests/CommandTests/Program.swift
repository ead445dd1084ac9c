import Foundation
import Glibc
import Testing

/// The program under test: the real binary, as the build put it beside the tests.
enum Program {
  /// What one run of it gave.
  struct Outcome {
    /// The exit code; the negative number of the signal that ended the run.
    let code: Int
    /// What was printed for a pipe.
    let output: String
    /// What was said to a person.
    let errors: String
    /// The most bytes that were resident at once in the program or in a process that it started.
    let peakMemory: Int
    /// The same of the program alone, as it was shortly before its end.
    let ownPeakMemory: Int

    /// Both streams, for a comment.
    var everything: String { "exit \(code)\n\(output)\(errors)" }
  }

  /// The binary.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("nnb").path
  }()

  /// The longest a run may take; one that hangs is killed.
  private static let patience = 100.0

  /// Runs the program in a folder; `by` is a command that starts it, and is itself the program in the end.
  static func run(
    _ arguments: [String], in folder: Folder, environment: [String] = [], by command: [String] = []
  ) throws -> Outcome {
    try run(arguments.map { Array($0.utf8) }, in: folder, environment: environment, by: command)
  }

  /// Runs the program in a folder, with arguments that need not be text.
  static func run(
    _ arguments: [[UInt8]], in folder: Folder, environment: [String] = [], by command: [String] = []
  ) throws -> Outcome {
    let (output, errors) = (try Capture(), try Capture())
    let process = try start(
      arguments, in: folder, output: output.descriptor, errors: errors.descriptor, environment: environment,
      by: command)
    let (status, usage, own) = wait(for: process)
    return Outcome(
      code: status & 0x7F == 0 ? Int(status >> 8) & 0xFF : -Int(status & 0x7F), output: output.text,
      errors: errors.text, peakMemory: usage.ru_maxrss * 1024, ownPeakMemory: own)
  }

  /// Starts the program and leaves it running, in a group of its own if asked.
  static func start(
    _ arguments: [String], in folder: Folder, output: Int32, errors: Int32, environment more: [String] = [],
    inOwnGroup: Bool = false
  ) throws -> pid_t {
    try start(
      arguments.map { Array($0.utf8) }, in: folder, output: output, errors: errors, environment: more, by: [],
      inOwnGroup: inOwnGroup)
  }

  private static func start(
    _ arguments: [[UInt8]], in folder: Folder, output: Int32, errors: Int32, environment more: [String],
    by starter: [String], inOwnGroup: Bool = false
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Whoever runs the tests may be deaf to interrupts; a student's shell is not.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let group = inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
    // `env` changes the folder and then becomes the program.
    let command =
      (["/usr/bin/env", "-C", folder.path] + starter + [path]).map { Array($0.utf8) } + arguments
    var words: [UnsafeMutablePointer<CChar>?] =
      command.map { strdup(($0 + [0]).map(CChar.init(bitPattern:))) } + [nil]
    let variables = ["PATH=/usr/bin:/bin", "LC_ALL=C"] + more
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var process = pid_t()
    let problem = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, &words, &environment)
    try #require(problem == 0, "cannot start \(path): \(String(cString: strerror(problem)))")
    return process
  }

  /// Waits for the end of a process; tells the most memory that it had itself, too.
  @discardableResult static func wait(
    for process: pid_t
  ) -> (status: Int32, usage: rusage, ownPeakMemory: Int) {
    var status: Int32 = 0
    var usage = rusage()
    var peak = 0
    let deadline = Date(timeIntervalSinceNow: patience)
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      if Date() > deadline { kill(process, SIGKILL) }
      peak = max(peak, highWater(of: process))
      usleep(2_000)
    }
    return (status, usage, peak)
  }

  /// The most bytes that a process had resident so far; 0 where nothing tells.
  private static func highWater(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return (text.split(separator: " ").dropFirst().first ?? text.split(separator: "\t").dropFirst().first)
        .flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
    }
    return 0
  }
}

/// A nameless file that takes up what a process prints.
final class Capture {
  private let file: UnsafeMutablePointer<FILE>
  /// What the process writes to.
  var descriptor: Int32 { fileno(file) }

  init() throws { file = try #require(tmpfile()) }

  deinit { fclose(file) }

  var text: String {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: size)
    _ = pread(descriptor, &bytes, size, 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
