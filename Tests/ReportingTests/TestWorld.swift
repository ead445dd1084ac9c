import Diagnostics
import Foundation

/// The disk for reading, with files in memory in front of it.
struct TestWorld: World {
  var files: [String: String] = [:]

  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    if let text = files[path] { return Array(text.utf8) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .notFound(path: path) }
    return Array(data)
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    throw .notWritable(path: path, reason: "tests do not write here")
  }

  func create(_ bytes: [UInt8], at path: String) throws(WorldError) { try write(bytes, to: path) }

  func exists(_ path: String) -> Bool { files[path] != nil || FileManager.default.fileExists(atPath: path) }

  func isDirectory(_ path: String) -> Bool { files.keys.contains { $0.hasPrefix(path + "/") } }

  func contents(of directory: String) throws(WorldError) -> [String] {
    let inMemory = files.keys.filter { $0.hasPrefix(directory + "/") }.map {
      String($0.dropFirst(directory.utf8.count + 1))
    }
    if !inMemory.isEmpty { return inMemory.sorted() }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw .notFound(path: directory)
    }
    return names.sorted()
  }

  func environment(_ name: String) -> String? { nil }

  var now: Double { 0 }
}

/// The project's top folder.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
