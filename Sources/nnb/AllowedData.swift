import CourseLibrary
import Diagnostics
import Language
import NotebookFormat

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

extension DiskWorld {
  /// The library of a notebook in whose course cells may read files: those at `paths`, and those that the settings of
  /// the course name.
  func library(_ library: Library, allowing paths: [String], of notebook: Notebook, _ files: CourseFiles)
    -> Library
  {
    guard let settings = files.settings, !notebook.frontMatter.dataPaths.isEmpty else { return library }
    let folder = directory(of: settings.path)
    let own = notebook.frontMatter.dataPaths.map { joined(folder, $0) }.filter(exists)
    do throws(WorldError) { return try self.library(allowing: paths + own) } catch { return library }
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
