import Foundation
import Testing

@testable import TrainingBits

@Test("kernels and whole trainings have the same bits on arm64, and on x86-64 without AVX-512 or AVX2")
func otherMachinesHaveTheSameBits() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Sample.writeReplays(to: folder)
  let process = Process()
  process.executableURL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Machines/run.sh")
  process.arguments = [folder.path]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(said)")
  let count = Sample.all.count
  for (machine, set) in [("arm64", "neon"), ("Haswell", "avx2"), ("Nehalem", "portable")] {
    let lines = said.split(separator: "\n").filter { $0.hasPrefix(machine) }
    #expect(lines.count == 1 || said.contains("skipped"), "\(said)")
    #expect(lines.allSatisfy { $0 == "\(machine), \(set): \(count) of \(count) trainings equal" }, "\(said)")
  }
  if said.contains("skipped") { print("other machines: \(said)", terminator: "") }
}
