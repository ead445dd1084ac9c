import Diagnostics
import NotebookFormat

/// The name of a course's settings.
private let settingsName = "nnb.yml"

extension DiskWorld {
  /// The files that the notebook at `path` may speak of: those of the nearest folder at or above it that holds
  /// `nnb.yml`, else of the folder that a site is made of, else of its own folder.
  ///
  /// `reports` are those that the run writes.
  func courseFiles(of path: String, _ reports: Reports) throws(NotebookFileError) -> CourseFiles {
    guard let own = resolved(directory(of: path)) else { return .none }
    var folder = reports.course.flatMap { own == $0 || Self.isInside(own, $0) ? $0 : nil } ?? own
    var settings: SourceFile?
    for candidate in Self.foldersUpwards(from: own) where exists(joined(candidate, settingsName)) {
      folder = candidate
      settings = try readSource(joined(candidate, settingsName), in: self)
      break
    }
    let find: CourseFiles.Finder = { [folder] target in
      self.find(target, inside: folder, from: reports.page(of: path, in: self), reports)
    }
    return CourseFiles(settings: settings, find: find) { [folder] path, limit throws(CourseFiles.Refusal) in
      guard let place = place(of: path), Self.isInside(place, folder) else { throw .outside }
      // A link inside the folder may lead out of it.
      if let real = resolved(path), !Self.isInside(real, folder) { throw .outside }
      do throws(WorldError) { return try read(path, limit: limit) } catch { throw .world(error) }
    }
  }

  /// Looks what is at a path inside `folder`, for a link of the page at `page`.
  private func find(
    _ path: String, inside folder: String, from page: String, _ reports: Reports
  ) -> CourseFiles.Place {
    guard let place = place(of: path), place == folder || Self.isInside(place, folder) else {
      return .outside
    }
    if let real = resolved(path), real != folder, !Self.isInside(real, folder) { return .outside }
    if path.hasSuffix(".md") {
      let beside = nnb.page(of: place, ending: ".html")
      let report = reports.page(writtenFor: place) ?? (exists(beside) ? beside : nil)
      if let report { return .report(path: relativePath(to: report, from: directory(of: page))) }
    }
    if exists(path) || reports.isWritten(place) { return .there }
    let names = (try? contents(of: directory(of: path))) ?? []
    return .nothing(near: nearMisses(of: fileName(of: path), in: names))
  }

  /// The path from the root, without links but that of the last part: what it names need not be there.
  func place(of path: String) -> String? {
    let own = resolved(directory(of: path)).map { joined($0, fileName(of: path)) }
    return own ?? Self.absolute(path, resolved("."))
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
