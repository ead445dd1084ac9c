import Foundation
import Testing

/// Compares `actual` with the recorded file `name` in Tests/Golden/figures.
///
/// A missing file is recorded and fails; `NNB_RECORD=1` records anew; a difference leaves `name-changed` beside it.
func expectGolden(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/figures")
  let file = folder.appendingPathComponent(name)
  let changed = folder.appendingPathComponent(name + "-changed")
  try? FileManager.default.removeItem(at: changed)
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  if recorded == nil || ProcessInfo.processInfo.environment["NNB_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
  }
  guard let recorded else {
    Issue.record("recorded \(name) for the first time; read it", sourceLocation: sourceLocation)
    return
  }
  if actual != recorded { try actual.write(to: changed, atomically: true, encoding: .utf8) }
  #expect(actual == recorded, "see \(name)-changed", sourceLocation: sourceLocation)
}
