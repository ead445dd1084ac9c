import Diagnostics
import Glibc
import Grading
import Synchronization

/// The journal of a course on the disk: each entry is on the disk before the next thing happens.
final class JournalFile: Sendable {
  private let descriptor: Int32
  private let path: String
  private let state: Mutex<Journal>
  private let failure = Mutex<WorldError?>(nil)

  /// Opens the journal at `path`, or begins one; a last line that was not written in full is cut off.
  ///
  /// With `isDry` nothing is written, and what is added is known to this run only.
  init(_ path: String, isDry: Bool = false, in world: DiskWorld) throws {
    let name = FileName.bytes(path).map(CChar.init(bitPattern:)) + [0]
    let bytes = world.exists(path) ? try world.read(path, limit: Self.limit) : []
    var length = 0
    let journal: Journal
    do throws(Journal.Damage) { journal = try Journal(reading: bytes, length: &length) } catch {
      throw JournalError(path: path, line: error.line)
    }
    self.path = path
    state = Mutex(journal)
    guard !isDry else {
      descriptor = -1
      return
    }
    descriptor = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw WorldError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    // Two that grade into one folder would each not know of what the other decides.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw WorldError.notWritable(path: path, reason: "another nnb is grading into this folder")
    }
    if length < bytes.count { _ = ftruncate(descriptor, off_t(length)) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static let limit = 2_000_000_000

  /// The journal so far.
  var journal: Journal { state.withLock { $0 } }

  /// Why an entry could not be written.
  var problem: WorldError? { failure.withLock { $0 } }

  /// Writes an entry; false where that failed, which ``problem`` tells.
  func take(_ entry: Journal.Entry) -> Bool {
    do throws(WorldError) { try add(entry) } catch {
      failure.withLock { $0 = $0 ?? error }
      return false
    }
    return true
  }

  /// Writes an entry, and returns when it is on the disk.
  func add(_ entry: Journal.Entry) throws(WorldError) {
    let problem: Int32 = state.withLock { journal in
      let line = journal.line(of: entry)
      let problem = descriptor < 0 ? 0 : put(line + [0x0A])
      if problem == 0 { journal.add(entry, line: line) }
      return problem
    }
    guard problem == 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(problem)))
    }
  }
}

extension JournalFile {
  /// Writes bytes at the end, on the disk when it returns; 0 or the number of an error.
  private func put(_ bytes: [UInt8]) -> Int32 {
    let before = lseek(descriptor, 0, SEEK_END)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = count == 0 ? ENOSPC : errno
        // Half a line would part the journal from what comes later.
        _ = ftruncate(descriptor, before)
        return problem
      }
      written += count
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }
}

/// A journal that does not hold together.
struct JournalError: Error, CustomStringConvertible {
  let path: String
  let line: Int

  var description: String {
    "\(printable(path)) was changed by hand: line \(line) does not follow from the one before it"
  }
}
