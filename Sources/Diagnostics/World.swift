/// Why the disk refused.
public enum WorldError: Error, Equatable {
  case notFound(path: String)
  case notReadable(path: String, reason: String)
  case notWritable(path: String, reason: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
}

/// What the program may know of the world outside: files, the clock and the environment.
///
/// The program has one on the disk; the tests have one in memory.
public protocol World: Sendable {
  /// Returns the bytes of a file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8]
  /// Replaces a file as a whole: written beside it, then renamed, so nobody sees half of it.
  func write(_ bytes: [UInt8], to path: String) throws(WorldError)
  /// Whether something is there.
  func exists(_ path: String) -> Bool
  /// Whether a directory is there.
  func isDirectory(_ path: String) -> Bool
  /// Returns the names in a directory, sorted.
  func contents(of directory: String) throws(WorldError) -> [String]
  /// The variable `name` of the environment.
  func environment(_ name: String) -> String?
  /// Seconds on a clock that only goes forward.
  var now: Double { get }
}
