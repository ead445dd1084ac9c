import Foundation

/// Another program, run to its end.
struct ChildProcess {
  /// What went wrong with one.
  struct Failure: Error, CustomStringConvertible {
    /// The command, its exit code and what it said.
    let description: String
  }

  /// The program and its arguments; a name without a slash is looked for in the path.
  let command: [String]
  /// Where it runs.
  let folder: String
  /// What it finds in its environment beside ours.
  var environment: [String: String] = [:]

  /// Returns what it printed, errors included.
  /// - Throws: where it does not start or ends with another code than 0.
  @discardableResult
  func output() throws -> String {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = command.joined(separator: " ")
      throw Failure(description: "\(words): exit \(process.terminationStatus)\n\(output.suffix(600))")
    }
    return output
  }
}
