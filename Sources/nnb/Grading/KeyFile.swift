import Diagnostics
import Grading
import NotebookFormat

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
    try world.requireData(at: dataPaths)
    let files = try world.courseFiles(of: path, Reports(of: [path], for: .compare, in: world))
    let (notebook, found) = readNotebook(try readSource(path, in: world), files: files)
    let data = NotebookData(of: notebook, files, allowing: dataPaths, in: world)
    self.path = path
    key = GradingKey(notebook, diagnostics: found, library: data.library)
    self.data = data.files
    settings = files.settings
  }
}
