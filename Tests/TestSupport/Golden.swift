import Foundation
import Testing

/// Compares a text with the file `name` in Tests/Golden, such as `help/run.txt`.
///
/// A file that is missing is recorded and fails, so that someone reads it; `NNB_RECORD=1` records anew. A
/// difference leaves the new text beside the file, with `-changed` in its name.
public func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = goldenFolder.appendingPathComponent(name)
  let changed = URL(
    fileURLWithPath: "\(file.deletingPathExtension().path)-changed.\(file.pathExtension)")
  try? FileManager.default.removeItem(at: changed)
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  guard actual != recorded else { return }
  let isRecording = ProcessInfo.processInfo.environment["NNB_RECORD"] == "1"
  if isRecording || recorded == nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
  } else {
    try actual.write(to: changed, atomically: true, encoding: .utf8)
  }
  let problem = recorded == nil ? "is recorded for the first time; read it" : "differs; see \(changed.path)"
  #expect(isRecording, "\(name) \(problem)", sourceLocation: sourceLocation)
}

/// Expects that a folder of Tests/Golden holds these files and no orphans, which no test would compare.
public func expectGoldenFiles(
  _ names: [String], in folder: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = goldenFolder.appendingPathComponent(folder).path
  let files = try FileManager.default.contentsOfDirectory(atPath: path).filter {
    !$0.contains("-changed") && !$0.hasPrefix(".")
  }
  #expect(files.sorted() == names.sorted(), sourceLocation: sourceLocation)
}

private let goldenFolder = Repository.root.appendingPathComponent("Tests/Golden")
