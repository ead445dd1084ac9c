import Diagnostics
import Synchronization

/// A world of files in memory, so that tests need no disk.
public final class MemoryWorld: World {
  private let files: Mutex<[String: [UInt8]]>

  /// Starts with these files.
  public init(_ files: [String: String] = [:]) {
    self.files = Mutex(files.mapValues { Array($0.utf8) })
  }

  /// Returns a file, or says why it cannot.
  public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    guard let bytes = files.withLock({ $0[path] }) else { throw .notFound(path: path) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }

  /// Puts a file in place of one that may be there.
  public func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    files.withLock { $0[path] = bytes }
  }

  /// Puts a file where there is none.
  public func create(_ bytes: [UInt8], at path: String) throws(WorldError) {
    guard !exists(path) else { throw .alreadyThere(path: path) }
    try write(bytes, to: path)
  }

  /// Whether a file or directory is there.
  public func exists(_ path: String) -> Bool { files.withLock { $0[path] != nil } || isDirectory(path) }

  /// Whether a file lies below this path.
  public func isDirectory(_ path: String) -> Bool {
    files.withLock { $0.keys.contains { $0.hasPrefix(path + "/") } }
  }

  /// Returns the sorted names of what lies in a directory.
  public func contents(of directory: String) throws(WorldError) -> [String] {
    let inside = files.withLock { $0.keys.filter { $0.hasPrefix(directory + "/") } }
    guard !inside.isEmpty else { throw .notFound(path: directory) }
    let names = inside.compactMap { $0.dropFirst(directory.count + 1).split(separator: "/").first }
    return Set(names.map(String.init)).sorted()
  }

  /// There is no environment.
  public func environment(_ name: String) -> String? { nil }
  /// It is always the beginning of time.
  public var now: Double { 0 }
}
