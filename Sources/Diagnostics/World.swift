import Wording

/// Why the disk refused.
public enum WorldError: Error, Equatable, CustomStringConvertible {
  case notFound(path: String)
  case notReadable(path: String, reason: String)
  case notWritable(path: String, reason: String)
  case alreadyThere(path: String)
  case tooLarge(path: String, limit: Int)
  /// The file is not any more what was read.
  case changed(path: String)
  /// The file that was read is not there any more.
  case removed(path: String)

  /// The fact in one line, with the path, in English.
  public var description: String { message.english }

  /// The fact in one line, with the path.
  public var message: Message {
    switch self {
    case .notFound(let path): "there is no \(printable(path))"
    case .notReadable(let path, let reason): "cannot read \(printable(path)): \(reason)"
    case .notWritable(let path, let reason): "cannot write \(printable(path)): \(reason)"
    case .alreadyThere(let path): "\(printable(path)) is there already"
    case .tooLarge(let path, let limit): "\(printable(path)) is larger than \(limit) bytes"
    case .changed(let path): "\(printable(path)) was changed while it ran, so it is left as it is now"
    case .removed(let path): "\(printable(path)) was removed while it ran, so it is not written again"
    }
  }
}

/// What the program may know of the world outside: files, the clock and the environment.
///
/// The program has one on the disk; the tests have one in memory.
public protocol World: Sendable {
  /// Returns the bytes of a file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8]
  /// Replaces a file as a whole: written beside it, then renamed, so that no reader sees half of it.
  func write(_ bytes: [UInt8], to path: String) throws(WorldError)
  /// Writes a file that must not be there yet.
  func create(_ bytes: [UInt8], at path: String) throws(WorldError)
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
