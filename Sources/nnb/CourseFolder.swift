import Diagnostics
import NotebookFormat

/// The name of a course's settings.
private let settingsName = "nnb.yml"

extension DiskWorld {
  /// The files that the notebook at `path` may speak of: those of the nearest folder at or above it that holds
  /// `nnb.yml`, else of its own folder.
  func courseFiles(of path: String) throws(NotebookFileError) -> CourseFiles {
    guard let own = resolved(directory(of: path)) else { return .none }
    var folder = own
    var settings: SourceFile?
    for candidate in Self.foldersUpwards(from: own) where exists(joined(candidate, settingsName)) {
      folder = candidate
      settings = try readSource(joined(candidate, settingsName), in: self)
      break
    }
    return CourseFiles(settings: settings) { [folder] path, limit throws(CourseFiles.Refusal) in
      let own = resolved(directory(of: path)).map { joined($0, fileName(of: path)) }
      guard let place = own ?? Self.absolute(path, resolved(".")), Self.isInside(place, folder) else {
        throw .outside
      }
      // A link inside the folder may lead out of it.
      if let real = resolved(path), !Self.isInside(real, folder) { throw .outside }
      do throws(WorldError) { return try read(path, limit: limit) } catch { throw .world(error) }
    }
  }

  /// A folder and at most ten above it.
  private static func foldersUpwards(from folder: String) -> [String] {
    var folders = [folder]
    while folders.count <= 10, let last = folders.last, last != "/" { folders.append(directory(of: last)) }
    return folders
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The path from the root with `..` worked out as it is written: what it names need not be there.
  private static func absolute(_ path: String, _ current: String?) -> String? {
    guard let current else { return nil }
    let whole = path.hasPrefix("/") ? path : current + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
