/// A file as it was handed in.
public struct HandedInFile: Sendable, Hashable {
  /// Its path below what was given to the command; only a label, nothing is ever written there.
  public var path: String
  /// Its bytes; nil of one that was not read.
  public var bytes: [UInt8]?
  /// Why it was not read, in words.
  public var problem: String?
  /// When it was handed in, in seconds since 1970; nil where nothing says so.
  public var time: Int?

  /// Makes a file.
  public init(path: String, bytes: [UInt8]?, problem: String? = nil, time: Int?) {
    self.path = path
    self.bytes = bytes
    self.problem = problem
    self.time = time
  }

  /// The part of the path behind the last slash.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// How much of what was handed in is read.
public enum SubmissionBounds {
  /// The most bytes of a notebook.
  public static let notebookBytes = 1_000_000
  /// The most bytes of a report, which holds pictures too.
  public static let reportBytes = 60_000_000
  /// The most files of a course.
  public static let files = 50_000
  /// The most bytes of all files that could be notebooks.
  public static let totalBytes = 1_000_000_000
  /// The most folders in one another.
  public static let depth = 16
  /// How many times its size an archive may hold.
  static let ratio = 200

  /// The most bytes that are read of a file of this name; nil where it cannot hold a notebook.
  public static func limit(ofFile path: String) -> Int? {
    guard !isHidden(path) else { return nil }
    return switch suffix(of: path) {
    case "md", "markdown", "txt", "ipynb": notebookBytes * 4
    case "html", "htm": reportBytes
    case "zip": reportBytes
    case _: nil
    }
  }

  /// The suffix of a path in small letters.
  static func suffix(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }

  /// Whether a part of a path is what systems leave behind: names with a point before them, `__MACOSX`.
  static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~") || $0 == "__MACOSX" }
  }
}
