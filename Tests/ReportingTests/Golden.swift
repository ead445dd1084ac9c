import Foundation
import Testing

/// Compares a text with the golden file `name`; records it where it is missing or `NNB_RECORD` is 1.
func expectGolden(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let path = "\(projectFolder)/Tests/Golden/reports/\(name)"
  if ProcessInfo.processInfo.environment["NNB_RECORD"] == "1" {
    try actual.write(toFile: path, atomically: true, encoding: .utf8)
    return
  }
  guard let expected = try? String(contentsOfFile: path, encoding: .utf8) else {
    try actual.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("recorded the new golden file \(name); read it", sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  let changedPath = (path as NSString).deletingPathExtension + "-changed." + (path as NSString).pathExtension
  try actual.write(toFile: changedPath, atomically: true, encoding: .utf8)
  Issue.record("\(name) differs; see \(changedPath)", sourceLocation: sourceLocation)
}
