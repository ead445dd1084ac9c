import CourseLibrary
import Diagnostics
import Language

extension DiskWorld {
  /// The library of a run in which cells may read the files at `paths` and those in the folders at `paths`.
  ///
  /// A file is asked for by its name alone; a link that leads out of its folder is not followed.
  /// - Throws: a path at which nothing is.
  func library(allowing paths: [String]) throws(WorldError) -> Library {
    guard !paths.isEmpty else { return .course }
    for path in paths where !exists(path) { throw .notFound(path: path) }
    return .course(
      reading: DataFiles { name throws(WorldError) in
        guard !name.contains("/") else { return nil }
        for path in paths {
          if !isDirectory(path) {
            if fileName(of: path) == name { return try read(path, limit: DataFiles.sizeLimit) }
          } else if let folder = resolved(path), let file = resolved(joined(path, name)),
            file == joined(folder, name), !isDirectory(file)
          {
            return try read(file, limit: DataFiles.sizeLimit)
          }
        }
        return nil
      })
  }
}

extension Messages {
  /// The library for `--allow-data`; nil, and a message, where nothing is at one of its paths.
  func library(allowing paths: [String], in world: DiskWorld) -> Library? {
    do throws(WorldError) { return try world.library(allowing: paths) } catch {
      failure(
        "--allow-data: \(error)", hint: "give a file or a folder that is there, seen from where nnb runs")
      return nil
    }
  }
}
