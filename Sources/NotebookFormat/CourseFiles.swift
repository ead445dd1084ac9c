import Diagnostics
import Wording

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

  /// What is at the end of a link.
  public enum Place: Sendable, Hashable {
    /// A file or a folder that is there, or will be when the run has written its reports.
    case there
    /// A notebook that has a report, or will have one: the report's path as seen from the page.
    case report(path: String)
    /// Nothing; the names beside it that may be meant.
    case nothing(near: [String])
    /// A path outside the course's folder, where nobody looks.
    case outside
  }

  /// Returns what is at a path, which begins where that of the notebook does; nothing is opened.
  public typealias Finder = @Sendable (_ path: String) -> Place

  /// The course's settings, where it has any.
  public let settings: SourceFile?
  /// Reads a file.
  public let read: Reader
  /// Looks where a link leads.
  public let find: Finder

  /// Makes a folder that is read by `read`; `settings` is its `nnb.yml`, and `find` knows where links lead.
  public init(
    settings: SourceFile? = nil, find: @escaping Finder = { _ in .outside }, read: @escaping Reader
  ) {
    self.settings = settings
    self.find = find
    self.read = read
  }

  /// No files at all.
  public static let none = CourseFiles(find: { _ in .nothing(near: []) }) { path, _ throws(Refusal) in
    throw .world(.notFound(path: path))
  }

  /// Returns the path of `target` as seen from the file at `path`: `..` and `.` are worked out.
  public static func path(of target: String, from path: String) -> String? {
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
  var text: Message {
    switch self {
    case .outside: "it lies outside the course's folder"
    case .world(let error): error.message
    }
  }
}
