import Diagnostics
import Glibc

/// The world as the operating system shows it.
struct DiskWorld: World {
  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    // A pipe that nobody writes to would block at once without the flag.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw readError(path) }
    defer { close(descriptor) }
    guard isRegularFile(descriptor) else {
      throw .notReadable(path: path, reason: "it is not a regular file")
    }
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
    // A link stays a link: what it points to is replaced.
    let target = resolved(path) ?? path
    let mode = try replaceableMode(of: target, calledAs: path)
    // A short name beside the file, so that a file whose name is as long as allowed can be written too.
    let (temporary, descriptor) = openTemporary(in: directory(of: target))
    guard descriptor >= 0 else { throw writeError(path) }
    do throws(WorldError) {
      if let mode { fchmod(descriptor, mode) }
      try put(bytes, into: descriptor, path)
      guard rename(temporary, target) == 0 else { throw writeError(path) }
    } catch {
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

  /// Whether a link is there, to whatever.
  func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether both paths lead to the same file.
  func areSame(_ a: String, _ b: String) -> Bool {
    guard let a = resolved(a) else { return false }
    return a == resolved(b)
  }

  private func isRegularFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The path without links; nil if nothing is there.
  func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The permissions of the file to be replaced; nil where none is there yet.
  private func replaceableMode(of target: String, calledAs path: String) throws(WorldError) -> mode_t? {
    var status = stat()
    guard stat(target, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notWritable(path: path, reason: "it is not a regular file")
    }
    guard access(target, W_OK) == 0 else { throw writeError(path) }
    return status.st_mode & 0o777
  }

  /// Opens a new file; the descriptor is negative where the system refuses.
  private func openTemporary(in directory: String) -> (path: String, descriptor: Int32) {
    var attempt = 0
    while true {
      let path = joined(directory, ".nnb-\(getpid())-\(attempt)")
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      // A process with our number that was killed may have left such a file behind.
      guard descriptor < 0, errno == EEXIST, attempt < 100 else { return (path, descriptor) }
      attempt += 1
    }
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
    errno == ENOENT
      ? .notFound(path: path) : .notReadable(path: path, reason: String(cString: strerror(errno)))
  }

  private func writeError(_ path: String) -> WorldError {
    let reason =
      errno == ENOENT
      ? "there is no directory \(printable(directory(of: path)))" : String(cString: strerror(errno))
    return .notWritable(path: path, reason: reason)
  }
}
