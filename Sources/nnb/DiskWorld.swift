import Diagnostics
import Glibc

/// The world as the operating system shows it.
struct DiskWorld: World {
  /// Hears of all that is read and looked for, where somebody wants to know.
  var log: FileLog?

  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    log?.note(stamp: stamp(of: path), of: path)
    do throws(WorldError) {
      let bytes = try bytes(of: path, limit: limit)
      log?.note(bytes, of: path)
      return bytes
    } catch {
      log?.note(nil, of: path)
      throw error
    }
  }

  private func bytes(of path: String, limit: Int) throws(WorldError) -> [UInt8] {
    // Without the flag, a pipe without a writer would block at once.
    let descriptor = open(name(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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
    try write(bytes, to: path, insteadOf: nil)
  }

  /// Replaces a file that was read a while ago, unless somebody has changed or removed it since.
  func replace(_ old: [UInt8], by new: [UInt8], at path: String) throws(WorldError) {
    try write(new, to: path, insteadOf: old)
  }

  private func write(_ bytes: [UInt8], to path: String, insteadOf old: [UInt8]?) throws(WorldError) {
    // A link stays a link: what it points to is replaced.
    let target = resolved(path) ?? path
    let mode = try replaceableMode(of: target, calledAs: path)
    removeLeftovers(in: directory(of: target))
    // A short name beside the file, so that a file whose name is as long as allowed can be written too.
    let (temporary, descriptor) = openTemporary(in: directory(of: target))
    guard descriptor >= 0 else { throw writeError(path) }
    // The lock stays until the file has its name.
    let lock = dup(descriptor)
    defer { close(lock) }
    do throws(WorldError) {
      if let mode { fchmod(descriptor, mode) }
      try put(bytes, into: descriptor, path)
      if let old { try check(target, isStill: old, calledAs: path) }
      guard rename(name(temporary), name(target)) == 0 else { throw writeError(path) }
    } catch {
      unlink(name(temporary))
      throw error
    }
  }

  private func check(_ target: String, isStill old: [UInt8], calledAs path: String) throws(WorldError) {
    let now: [UInt8]
    do { now = try read(target, limit: max(old.count, 1)) } catch {
      switch error {
      case .notFound: throw .removed(path: path)
      case .tooLarge: throw .changed(path: path)
      case .notReadable, .notWritable, .alreadyThere, .changed, .removed: throw error
      }
    }
    guard now == old else { throw .changed(path: path) }
  }

  func create(_ bytes: [UInt8], at path: String) throws(WorldError) {
    let descriptor = open(name(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == EEXIST ? .alreadyThere(path: path) : writeError(path) }
    do {
      try put(bytes, into: descriptor, path)
    } catch {
      unlink(name(path))
      throw error
    }
  }

  /// Makes a directory and those above it, where they are not there yet.
  func makeDirectory(_ path: String) throws(WorldError) {
    if isDirectory(path) { return }
    if directory(of: path) != path { try makeDirectory(directory(of: path)) }
    guard mkdir(name(path), 0o777) == 0 || (errno == EEXIST && isDirectory(path)) else {
      throw writeError(path)
    }
  }

  func exists(_ path: String) -> Bool {
    log?.note(stamp: stamp(of: path), of: path)
    let isThere = access(name(path), F_OK) == 0
    log?.note(isThere, at: path)
    return isThere
  }

  /// Removes a file, where there is one.
  func remove(_ path: String) throws(WorldError) {
    guard unlink(name(path)) == 0 || errno == ENOENT else { throw writeError(path) }
  }

  /// What tells one state of a file from another without reading it; nil where nothing is there.
  func stamp(of path: String) -> [Int]? {
    var status = stat()
    guard stat(name(path), &status) == 0 else { return nil }
    return [
      Int(status.st_mtim.tv_sec), status.st_mtim.tv_nsec, Int(status.st_size), Int(clamping: status.st_ino),
      Int(status.st_ctim.tv_sec), status.st_ctim.tv_nsec,
    ]
  }

  func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(name(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  func contents(of directory: String) throws(WorldError) -> [String] {
    guard let stream = opendir(name(directory)) else { throw readError(directory) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { text($0) }
      }
      if found != ".", found != ".." { names.append(found) }
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
    return lstat(name(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether both paths lead to the same file.
  func areSame(_ a: String, _ b: String) -> Bool {
    guard let a = resolved(a) else { return false }
    return a == resolved(b)
  }

  /// A path as the system takes it.
  private func name(_ path: String) -> [CChar] { FileName.bytes(path).map(CChar.init(bitPattern:)) + [0] }

  /// A path as the system gives it.
  private func text(_ name: UnsafePointer<CChar>) -> String {
    FileName.text(UnsafeBufferPointer(start: name, count: strlen(name)).lazy.map(UInt8.init(bitPattern:)))
  }

  private func isRegularFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The path without links; nil if nothing is there.
  func resolved(_ path: String) -> String? {
    guard let real = realpath(name(path), nil) else { return nil }
    defer { free(real) }
    return text(real)
  }

  /// The permissions of the file to be replaced; nil where none is there yet.
  private func replaceableMode(of target: String, calledAs path: String) throws(WorldError) -> mode_t? {
    var status = stat()
    guard stat(name(target), &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notWritable(path: path, reason: "it is not a regular file")
    }
    guard access(name(target), W_OK) == 0 else { throw writeError(path) }
    return status.st_mode & 0o777
  }

  /// Opens a new file, locked as long as it is open; the descriptor is negative where the system refuses.
  private func openTemporary(in directory: String) -> (path: String, descriptor: Int32) {
    var attempt = 0
    while true {
      let path = joined(directory, "\(Self.temporaryPrefix)\(getpid())-\(attempt)")
      let descriptor = open(name(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      // Another process in a container of its own may have our number.
      let isTaken = descriptor < 0 ? errno == EEXIST : !isLocked(descriptor)
      guard isTaken, attempt < 100 else { return (path, descriptor) }
      if descriptor >= 0 { close(descriptor) }
      attempt += 1
    }
  }

  /// How the names of unfinished files begin.
  private static let temporaryPrefix = ".nnb-"

  /// Locks a file for us; false where another process holds it or has just removed it.
  private func isLocked(_ descriptor: Int32) -> Bool {
    var status = stat()
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Removes the unfinished files of processes that were killed: a lock ends with its process.
  private func removeLeftovers(in directory: String) {
    for file in (try? contents(of: directory)) ?? [] where Self.isTemporary(file) {
      let path = joined(directory, file)
      let descriptor = open(name(path), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if isRegularFile(descriptor), isLocked(descriptor) { unlink(name(path)) }
      close(descriptor)
    }
  }

  /// Whether a name is `.nnb-`, a number, `-` and a number.
  private static func isTemporary(_ file: String) -> Bool {
    guard file.hasPrefix(temporaryPrefix) else { return false }
    let numbers = file.dropFirst(temporaryPrefix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { UInt32($0) != nil }
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
      errno == ENOENT && !isDirectory(directory(of: path))
      ? "there is no directory \(printable(directory(of: path)))" : String(cString: strerror(errno))
    return .notWritable(path: path, reason: reason)
  }
}
