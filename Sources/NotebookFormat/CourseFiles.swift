import Diagnostics

/// The files beside a notebook that it may speak of: those of the course's folder, and no others.
///
/// Whoever reads the disk makes one and keeps it inside the folder.
public struct CourseFiles: Sendable {
  /// Why a file is not read.
  public enum Refusal: Error, Sendable {
    /// It lies outside the course's folder.
    case outside
    /// The world does not give it.
    case world(WorldError)
  }

  /// Returns the bytes of a file of at most `limit` bytes; the path begins where that of the notebook does.
  public typealias Reader = @Sendable (_ path: String, _ limit: Int) throws(Refusal) -> [UInt8]

  /// The course's settings, where it has any.
  public let settings: SourceFile?
  /// Reads a file.
  public let read: Reader

  /// Makes a folder that is read by `read`; `settings` is its `nnb.yml`.
  public init(settings: SourceFile? = nil, read: @escaping Reader) {
    self.settings = settings
    self.read = read
  }

  /// No files at all.
  public static let none = CourseFiles { path, _ throws(Refusal) in throw .world(.notFound(path: path)) }

  /// Returns the path of `target` as seen from the file at `path`: `..` and `.` are worked out.
  static func path(of target: String, from path: String) -> String? {
    guard !target.hasPrefix("/"), !target.utf8.contains(0), !target.isEmpty else { return nil }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for part in target.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension CourseFiles.Refusal {
  /// The fact in words.
  var text: String {
    switch self {
    case .outside: "it lies outside the course's folder"
    case .world(let error): error.description
    }
  }
}
