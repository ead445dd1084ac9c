import Foundation
import Glibc
import Testing

/// A worker that was taken over by whoever wrote the answers must still be unable to do anything.
@Suite struct RedTeamTests {
  private static let attempts = [
    "read", "write", "socket", "local-socket", "fork", "exec", "ptrace", "kill", "code", "protect", "unlink",
    "list",
    "limits", "x32", "io-uring", "memory",
  ]

  /// Runs one attempt; what it printed, and the signal that ended it.
  private func run(_ words: [String]) throws -> (output: String, signal: Int32) {
    let process = Process()
    let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent().appendingPathComponent(
      "RedTeam")
    process.executableURL = program
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (output, process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0)
  }

  @Test(arguments: attempts) func everyAttemptIsRefused(attempt: String) throws {
    let (output, signal) = try run([attempt])
    #expect(output == "A\n", "\(attempt)")
    // Memory is refused by a limit and opening by its answer; everything else ends the process.
    let isAnswered = ["memory", "read", "write", "list"].contains(attempt)
    #expect(signal == (isAnswered ? 0 : SIGSYS), "\(attempt)")
  }

  @Test(arguments: ["read", "socket", "fork", "code", "list"]) func outsideNothingIsRefused(attempt: String)
    throws
  {
    #expect(try run([attempt, "free"]).output.contains("done"))
  }
}
