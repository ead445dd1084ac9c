import ArgumentParser
import Bytes
import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Synchronization

/// The data files that the cells of a notebook may read, and those that they did read.
///
/// They are those at the paths of `--allow-data` and those that the settings of the course name, or stand in a folder of
/// these.
final class NotebookData: Sendable {
  private let world: DiskWorld
  private let paths: [String]
  private let read = Mutex<[String: [UInt8]]>([:])

  init(of notebook: Notebook, _ files: CourseFiles, allowing paths: [String], in world: DiskWorld) {
    self.world = world
    self.paths = paths + world.courseData(of: notebook, files)
  }

  /// The course, with `read` where there is something to read.
  var library: Library {
    guard !paths.isEmpty else { return .course }
    return .course(
      reading: DataFiles { [self] name throws(WorldError) in
        guard let bytes = try world.dataFile(name, at: paths) else { return nil }
        read.withLock { $0[name] = bytes }
        return bytes
      })
  }

  /// What was read so far, by name.
  var files: [String: [UInt8]] { read.withLock { $0 } }

  /// The digests of what was read so far, by name.
  var digests: [RunRecord.DataFile] {
    files.sorted { $0.key < $1.key }.map { .init(name: $0.key, digest: Digest(of: $0.value).description) }
  }
}

extension DiskWorld {
  /// Makes sure that there is something at each path of `--allow-data`.
  func requireData(at paths: [String]) throws(WorldError) {
    for path in paths where !exists(path) { throw .notFound(path: path) }
  }

  /// The bytes of a data file at `paths` or in a folder of them; nil where none has this name.
  ///
  /// A file is asked for by its name alone; a link that leads out of its folder is not followed.
  fileprivate func dataFile(_ name: String, at paths: [String]) throws(WorldError) -> [UInt8]? {
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

  /// The files and folders of data that the settings of a notebook's course name.
  fileprivate func courseData(of notebook: Notebook, _ files: CourseFiles) -> [String] {
    guard let settings = files.settings else { return [] }
    let folder = directory(of: settings.path)
    return notebook.frontMatter.dataPaths.map { joined(folder, $0) }.filter(exists)
  }
}

extension Messages {
  /// Says where there is nothing at a path of `--allow-data`, and ends the program.
  func requireData(at paths: [String], in world: DiskWorld) throws {
    do throws(WorldError) { try world.requireData(at: paths) } catch {
      failure(
        "--allow-data: \(error)", hint: "give a file or a folder that is there, seen from where nnb runs")
      throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
    }
  }
}
