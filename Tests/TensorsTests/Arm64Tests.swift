import Foundation
import Testing

@Test("kernels cross-compiled for arm64 give the same bits, and nothing is contracted")
func arm64HasTheSameBits() throws {
  let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Arm64/run.sh")
  let process = Process()
  process.executableURL = script
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  if said.hasPrefix("skipped") {
    print("arm64 kernels \(said)", terminator: "")
  } else {
    #expect(said == "equal\n")
  }
  #expect(process.terminationStatus == 0)
}
