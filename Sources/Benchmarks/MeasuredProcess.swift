import Foundation

/// Another program that ran to its end, with what it took of the machine.
struct MeasuredProcess {
  /// The seconds that processors worked for it, so that other work on the machine does not count.
  let seconds: Double
  /// The most memory it held at once, in bytes.
  let peakBytes: Int
  /// What it printed, errors aside.
  let output: String

  /// Runs a program; what it prints goes through a file in `folder`.
  /// - Throws: where it does not start.
  init(_ command: [String], folder: URL) throws {
    let log = folder.appendingPathComponent("output").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    var (arguments, variables) = (command.map { strdup($0) } + [nil], environment.map { strdup($0) } + [nil])
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    var usage = rusage()
    var status: Int32 = 0
    let code = posix_spawn(&process, command[0], &actions, nil, &arguments, &variables)
    if code == 0 { wait4(process, &status, 0, &usage) }
    seconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
    }
    guard code == 0 else {
      throw ChildProcess.Failure(
        description: "\(command[0]) does not start: \(String(cString: strerror(code)))")
    }
    peakBytes = Int(usage.ru_maxrss) * 1024
    output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
  }
}
