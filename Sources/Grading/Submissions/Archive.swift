import CArchive
import Glibc

/// The files of an archive, read in memory; nothing is written to the disk.
public struct Archive: Sendable {
  /// The files; the bytes of those that cannot hold a notebook are not read.
  public private(set) var files: [HandedInFile] = []
  /// What was left out, and why.
  public private(set) var problems: [String] = []

  /// Reads an archive that was given as `path`, at most `files` files and `bytes` bytes of it.
  public init(
    _ archive: [UInt8], path: String, mostFiles: Int = SubmissionBounds.files,
    mostBytes: Int = SubmissionBounds.totalBytes
  ) {
    guard let reader = archive_read_new() else { return }
    defer { archive_read_free(reader) }
    // The library gives names in the letters of the thread's locale: here always UTF-8, whatever the user's is.
    let letters = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    let before = letters.map { uselocale($0) }
    defer {
      uselocale(before ?? nil)
      letters.map { freelocale($0) }
    }
    archive_read_support_format_zip(reader)
    archive.withUnsafeBytes { buffer in
      guard archive_read_open_memory(reader, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        problems.append("\(path): it is no ZIP file")
        return
      }
      let room = min(mostBytes, max(1_000_000, archive.count * SubmissionBounds.ratio))
      read(reader, path, mostFiles: mostFiles, room: room)
    }
  }

  private mutating func read(_ reader: OpaquePointer, _ path: String, mostFiles: Int, room: Int) {
    var (count, room) = (0, room)
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(reader, &entry)
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
        if status != ARCHIVE_EOF { problems.append("\(path): it ends in the middle, or is damaged") }
        return
      }
      count += 1
      guard count <= mostFiles else { return problems.append("\(path): more than \(mostFiles) files") }
      guard let name = Self.name(of: entry) else {
        problems.append("\(path): a file without a name that can be read")
        continue
      }
      guard archive_entry_filetype(entry) == 0o100000, archive_entry_symlink(entry) == nil else {
        if archive_entry_filetype(entry) != 0o040000 {
          problems.append("\(name): it is a link or no file")
        } else if Self.isPlain(name), !SubmissionBounds.isHidden(name) {
          files.append(HandedInFile(path: name.hasSuffix("/") ? name : name + "/", bytes: [], time: nil))
        }
        continue
      }
      guard Self.isPlain(name) else {
        problems.append("\(name): its path leads outside")
        continue
      }
      guard !SubmissionBounds.isHidden(name) else { continue }
      let time = archive_entry_mtime_is_set(entry) != 0 ? Int(archive_entry_mtime(entry)) : nil
      guard let limit = SubmissionBounds.limit(ofFile: name) else {
        files.append(HandedInFile(path: name, bytes: [], time: time))
        continue
      }
      let bytes = Self.bytes(reader, limit: min(limit, room))
      let problem = bytes == nil ? "it is too large or damaged" : nil
      if let problem { problems.append("\(name): \(problem)") }
      room -= bytes?.count ?? 0
      files.append(HandedInFile(path: name, bytes: bytes, problem: problem, time: time))
    }
  }

  /// The bytes of the entry under way; nil where there are more than `limit`, or they are damaged.
  private static func bytes(_ reader: OpaquePointer, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(reader, &buffer, buffer.count)
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { return nil }
    }
  }

  /// The name as UTF-8; bytes of another encoding become U+FFFD, since a name is only a label.
  private static func name(of entry: OpaquePointer) -> String? {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    return archive_entry_pathname(entry).map { String(cString: $0) }
  }

  /// Whether a path stays below where it begins.
  private static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.hasPrefix("/") && !path.contains("\\") && !parts.contains("..") && !path.contains("\0")
      && parts.count <= SubmissionBounds.depth && path.utf8.count < 2_000
      && !(path.dropFirst().first == ":" && path.first?.isLetter == true)
  }
}
