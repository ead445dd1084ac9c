import Foundation

extension Benchmark {
  /// The whole process of `nnb run` on a notebook of ten cells that trains a net and draws it.
  static let notebook = Benchmark(task: .notebook) { effort in
    let reports = FileManager.default.temporaryDirectory.appendingPathComponent("nnb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: reports) }
    let report = reports.appendingPathComponent("xor.html").path
    let run = ChildProcess(
      command: [Place.program("nnb"), "run", "--quiet", "-o", report, Place.source("Peers/xor.md")],
      folder: reports.path)
    let time = try Stopwatch.median(of: effort == .full ? 11 : 1) {
      try? FileManager.default.removeItem(atPath: report)
      try run.output()
      guard FileManager.default.fileExists(atPath: report) else {
        throw ChildProcess.Failure(description: "no report at \(report)")
      }
    }
    return [Measurement(.notebook, metric: "ms", value: time * 1e3)]
  }
}

/// Where things are.
enum Place {
  /// A program of ours, beside the one that runs.
  static func program(_ name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// A file of this target.
  static func source(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
