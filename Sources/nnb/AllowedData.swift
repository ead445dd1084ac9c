import CourseLibrary
import Diagnostics
import Language
import NotebookFormat

extension DiskWorld {
  /// The library of a run in which cells may read the files at `paths` and those in the folders at `paths`.
  ///
  /// - Throws: a path at which nothing is.
  func library(allowing paths: [String]) throws(WorldError) -> Library {
    guard !paths.isEmpty else { return .course }
    for path in paths where !exists(path) { throw .notFound(path: path) }
    return .course(reading: DataFiles { name throws(WorldError) in try dataFile(name, at: paths) })
  }

  /// The bytes of a data file at `paths` or in a folder of them; nil where none has this name.
  ///
  /// A file is asked for by its name alone; a link that leads out of its folder is not followed.
  func dataFile(_ name: String, at paths: [String]) throws(WorldError) -> [UInt8]? {
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
  }
}

extension DiskWorld {
  /// The library of a notebook in whose course cells may read files: those at `paths`, and those that the settings of
  /// the course name.
  func library(_ library: Library, allowing paths: [String], of notebook: Notebook, _ files: CourseFiles)
    -> Library
  {
    guard files.settings != nil, !notebook.frontMatter.dataPaths.isEmpty else { return library }
    let own = courseData(of: notebook, files)
    do throws(WorldError) { return try self.library(allowing: paths + own) } catch { return library }
  }

  /// The files and folders of data that the settings of a notebook's course name.
  func courseData(of notebook: Notebook, _ files: CourseFiles) -> [String] {
    guard let settings = files.settings else { return [] }
    let folder = directory(of: settings.path)
    return notebook.frontMatter.dataPaths.map { joined(folder, $0) }.filter(exists)
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
