import CourseLibrary
import Diagnostics
import Grading
import Language
import NotebookFormat
import Synchronization

/// A key on the disk, read and run, with the data files that its cells read.
struct KeyFile {
  let path: String
  let key: GradingKey
  /// The data files that its cells read, by name.
  let data: [String: [UInt8]]
  /// The settings of its course.
  let settings: SourceFile?

  /// Reads and runs the key at `path`; cells may read what `dataPaths` and the course's settings allow.
  init(_ path: String, allowing dataPaths: [String], in world: DiskWorld) throws {
    for path in dataPaths where !world.exists(path) { throw WorldError.notFound(path: path) }
    let files = try world.courseFiles(of: path, Reports(of: [path], for: .compare, in: world))
    let (notebook, found) = readNotebook(try readSource(path, in: world), files: files)
    let paths = dataPaths + world.courseData(of: notebook, files)
    let log = DataLog()
    let library = Library.course(
      reading: DataFiles { name throws(WorldError) in
        let bytes = try world.dataFile(name, at: paths)
        if let bytes { log.note(name, bytes) }
        return bytes
      })
    self.path = path
    key = GradingKey(notebook, diagnostics: found, library: library)
    data = log.files
    settings = files.settings
  }
}

/// The data files that were read so far.
private final class DataLog: Sendable {
  private let read = Mutex<[String: [UInt8]]>([:])

  var files: [String: [UInt8]] { read.withLock { $0 } }

  func note(_ name: String, _ bytes: [UInt8]) { read.withLock { $0[name] = bytes } }
}
