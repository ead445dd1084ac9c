import Diagnostics
import Glibc

/// The world as the operating system shows it.
struct DiskWorld: World {
  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw readError(path) }
    defer { close(descriptor) }
    guard !isDirectory(path) else { throw .notReadable(path: path, reason: "it is a directory") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw readError(path) }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    // A short name beside the file, so that a file whose name is as long as allowed can be written too.
    let temporary = joined(directory(of: path), ".nnb-\(getpid())")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw writeError(path) }
    do {
      try put(bytes, into: descriptor, path)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = writeError(path)
      unlink(temporary)
      throw error
    }
  }

  func create(_ bytes: [UInt8], at path: String) throws(WorldError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == EEXIST ? .alreadyThere(path: path) : writeError(path) }
    do {
      try put(bytes, into: descriptor, path)
    } catch {
      unlink(path)
      throw error
    }
  }

  func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  func contents(of directory: String) throws(WorldError) -> [String] {
    guard let stream = opendir(directory) else { throw readError(directory) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func put(_ bytes: [UInt8], into descriptor: Int32, _ path: String) throws(WorldError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let error = writeError(path)
        close(descriptor)
        throw error
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw writeError(path) }
  }

  private func readError(_ path: String) -> WorldError {
    errno == ENOENT ? .notFound(path: path) : .notReadable(path: path, reason: String(cString: strerror(errno)))
  }

  private func writeError(_ path: String) -> WorldError {
    .notWritable(path: path, reason: String(cString: strerror(errno)))
  }
}
