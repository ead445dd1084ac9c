import Diagnostics
import Synchronization

/// A world of files in memory, so that tests need no disk.
public final class MemoryWorld: World {
  private let files: Mutex<[String: [UInt8]]>

  /// Starts with these files.
  public init(_ files: [String: String] = [:]) {
    self.files = Mutex(files.mapValues { Array($0.utf8) })
  }

  public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    guard let bytes = files.withLock({ $0[path] }) else { throw .notFound(path: path) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }

  public func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    files.withLock { $0[path] = bytes }
  }

  public func create(_ bytes: [UInt8], at path: String) throws(WorldError) {
    guard !exists(path) else { throw .alreadyThere(path: path) }
    try write(bytes, to: path)
  }

  public func exists(_ path: String) -> Bool { files.withLock { $0[path] != nil } || isDirectory(path) }

  public func isDirectory(_ path: String) -> Bool {
    files.withLock { $0.keys.contains { $0.hasPrefix(path + "/") } }
  }

  public func contents(of directory: String) throws(WorldError) -> [String] {
    let inside = files.withLock { $0.keys.filter { $0.hasPrefix(directory + "/") } }
    guard !inside.isEmpty else { throw .notFound(path: directory) }
    return Set(inside.compactMap { $0.dropFirst(directory.count + 1).split(separator: "/").first.map(String.init) })
      .sorted()
  }

  public func environment(_ name: String) -> String? { nil }
  public var now: Double { 0 }
}
