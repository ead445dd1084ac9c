import Diagnostics
import Glibc
import Grading

/// What stands at the places that `nnb grade` is given: folders, archives, single files.
struct SubmissionFiles {
  private(set) var files: [HandedInFile] = []
  /// What was left out, and why.
  private(set) var problems: [String] = []
  private var room = SubmissionBounds.totalBytes
  private let world: DiskWorld

  /// Reads what stands at `path`.
  /// - Throws: where nothing is there.
  init(_ path: String, in world: DiskWorld) throws(WorldError) {
    self.world = world
    guard world.exists(path) else { throw .notFound(path: path) }
    if world.isDirectory(path) {
      read(path, as: "", depth: 0)
    } else if path.lowercased().hasSuffix(".zip") {
      let archive = Archive(
        try world.read(path, limit: SubmissionBounds.totalBytes), path: fileName(of: path))
      files = archive.files
      problems = archive.problems
    } else {
      readFile(path, as: fileName(of: path))
    }
  }

  private mutating func read(_ folder: String, as label: String, depth: Int) {
    guard depth < SubmissionBounds.depth else {
      return problems.append("\(label): folders too deep in one another")
    }
    for name in (try? world.contents(of: folder)) ?? [] where !name.hasPrefix(".") && !name.hasPrefix("~") {
      guard files.count < SubmissionBounds.files else { return }
      let (path, inner) = (joined(folder, name), label + name)
      // A link may lead anywhere: what it names was not handed in.
      if world.isLink(path) {
        problems.append("\(inner): it is a link")
      } else if world.isDirectory(path) {
        if depth == 0 { files.append(HandedInFile(path: inner + "/", bytes: [], time: nil)) }
        read(path, as: inner + "/", depth: depth + 1)
      } else {
        readFile(path, as: inner)
      }
    }
  }

  private mutating func readFile(_ path: String, as label: String) {
    let time = world.changeTime(of: path)
    guard let limit = SubmissionBounds.limit(ofFile: label) else {
      files.append(HandedInFile(path: label, bytes: [], time: time))
      return
    }
    do throws(WorldError) {
      let bytes = try world.read(path, limit: min(limit, room))
      room -= bytes.count
      files.append(HandedInFile(path: label, bytes: bytes, time: time))
    } catch {
      files.append(HandedInFile(path: label, bytes: nil, problem: words(error), time: time))
    }
  }

  /// Why a file was not read, without its path, which stands before it.
  private func words(_ error: WorldError) -> String {
    switch error {
    case .notReadable(_, let reason): reason
    case .tooLarge: "it is too large to be read"
    case .notFound, .removed, .changed, .alreadyThere, .notWritable: error.description
    }
  }
}

extension DiskWorld {
  /// When a file was written last, in seconds since 1970.
  func changeTime(of path: String) -> Int? {
    var status = stat()
    return lstat(FileName.bytes(path).map(CChar.init(bitPattern:)) + [0], &status) == 0
      ? Int(status.st_mtim.tv_sec) : nil
  }
}
