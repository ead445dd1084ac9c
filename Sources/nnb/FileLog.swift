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

  private struct State {
    var answers: [Question: String] = [:]
    /// The stamp of each path before it was first looked at.
    var stamps: [String: [Int]?] = [:]
  }

  private let state = Mutex(State())

  /// Notes the stamp of a path that will be looked at; the first counts, since later ones may be of another state.
  func note(stamp: [Int]?, of path: String) {
    state.withLock { state in
      if state.stamps[path] == nil { state.stamps[path] = .some(stamp) }
    }
  }

  /// Whether a path that was looked at is no longer as it was then.
  func hasChanged(in world: DiskWorld) -> Bool {
    let stamps = state.withLock { $0.stamps }
    return stamps.contains { path, stamp in world.stamp(of: path) != stamp }
  }

  /// Notes the bytes of a file; nil where it could not be read.
  func note(_ bytes: [UInt8]?, of path: String) {
    let answer = bytes.map { Digest(of: $0).description } ?? ""
    state.withLock { $0.answers[.content(path: path)] = answer }
  }

  /// Notes whether anything is at a path.
  func note(_ isThere: Bool, at path: String) {
    state.withLock { $0.answers[.presence(path: path)] = isThere ? "there" : "" }
  }

  /// What was asked so far, with the answers.
  var all: [Question: String] { state.withLock { $0.answers } }

  /// Forgets all.
  func clear() { state.withLock { $0 = State() } }
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
