import Bytes
import Diagnostics
import Glibc
import Synchronization

/// What a run asked of the disk, and what it learned: so that it can be told whether it would learn the same again.
final class FileLog: Sendable {
  /// What was asked.
  enum Question: Hashable, Sendable {
    /// What a file holds.
    case content(path: String)
    /// Whether anything is at a path.
    case presence(path: String)
  }

  private let answers = Mutex<[Question: String]>([:])

  /// Notes the bytes of a file; nil where it could not be read.
  func note(_ bytes: [UInt8]?, of path: String) {
    let answer = bytes.map { Digest(of: $0).description } ?? ""
    answers.withLock { $0[.content(path: path)] = answer }
  }

  /// Notes whether anything is at a path.
  func note(_ isThere: Bool, at path: String) {
    answers.withLock { $0[.presence(path: path)] = isThere ? "there" : "" }
  }

  /// What was asked so far, with the answers.
  var all: [Question: String] { answers.withLock { $0 } }

  /// Forgets all.
  func clear() { answers.withLock { $0 = [:] } }
}

extension [FileLog.Question: String] {
  /// Whether the disk gives the same answers now.
  func isCurrent(in world: DiskWorld) -> Bool {
    allSatisfy { question, answer in
      switch question {
      case .content(let path):
        let bytes = try? world.read(path, limit: 50_000_000)
        return answer == (bytes.map { Digest(of: $0).description } ?? "")
      case .presence(let path): return answer == (world.exists(path) ? "there" : "")
      }
    }
  }
}
