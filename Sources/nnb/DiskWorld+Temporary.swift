import Diagnostics
import Glibc
import NotebookRunning

extension DiskWorld {
  /// Gives `body` a folder of its own, which is removed behind it with all that it holds.
  ///
  /// It lies in the folder that `TMPDIR` names, else in `/tmp`.
  func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let parent = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var name = Array(joined(parent, "nnb-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw WorldError.notWritable(path: parent, reason: String(cString: strerror(errno)))
    }
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { removeFolder(folder) }
    return try body(folder)
  }

  /// Removes a folder with all that it holds; what a link leads to stays.
  private func removeFolder(_ path: String) {
    for name in (try? contents(of: path)) ?? [] {
      let entry = joined(path, name)
      var status = stat()
      if lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        removeFolder(entry)
      } else {
        unlink(entry)
      }
    }
    rmdir(path)
  }
}
