import Grading
import NotebookRunning
import Synchronization

/// Grades many submissions at once: each has a worker of its own, and its checks run here.
struct GradingRun: Sendable {
  let grader: Grader
  /// How many workers there are at once.
  let jobs: Int
  /// The least that a worker must be locked in.
  let required: SandboxLevel

  /// The records of submissions, in their order.
  ///
  /// Of the same cause as one of `known` a record is taken from there. `finished` hears of each new one with the text of
  /// its notebook, one at a time, and says whether to go on.
  func records(
    of submissions: [Submission], known: [String: GradeRecord],
    finished: @escaping @Sendable (GradeRecord, String) -> Bool
  ) -> [GradeRecord] {
    let progress = GradingProgress(submissions.count)
    withDeepStacks(min(jobs, max(1, submissions.count))) { [self] _ in
      var warm: WarmProcess?
      while let index = progress.next() {
        let prepared = grader.prepare(submissions[index])
        if let record = known[prepared.cause], (record.level ?? .locked) <= required, !record.isFailure {
          progress.finish(index, grader.again(record, prepared)) { _ in true }
        } else {
          progress.finish(index, record(of: prepared, from: &warm)) { finished($0, prepared.text) }
        }
      }
    }
    return progress.records
  }

  /// Grades one submission with a worker of `warm`, which is started where there is none; a worker that fails has a second chance.
  func record(of prepared: Grader.Prepared, from warm: inout WarmProcess?) -> GradeRecord {
    guard let request = prepared.request else { return grader.grade(prepared) }
    let bytes = request.encoded
    let call = WorkerCall(seconds: 60 + 60 * request.count)
    var reason = ""
    for _ in 0..<2 {
      switch call.ending(bytes, from: &warm) {
      case .replied(_, let level) where level > required:
        return grader.failed(prepared, "the sandbox reached level \(level.rawValue) only")
      case .replied(let reply, let level): return grader.grade(prepared, reply: reply, level: level)
      case .failed(let why): reason = why
      }
    }
    return grader.failed(prepared, reason)
  }
}

/// What is left to do, and what is done, for all threads.
private final class GradingProgress: Sendable {
  private struct State {
    var next = 0
    var records: [Int: GradeRecord] = [:]
    var isHalted = false
  }

  private let count: Int
  private let state = Mutex(State())

  init(_ count: Int) { self.count = count }

  /// The records so far, in the order of the submissions.
  var records: [GradeRecord] { state.withLock { state in (0..<count).compactMap { state.records[$0] } } }

  /// The submission that comes next; nil where none is left.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < count, !state.isHalted else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func finish(_ index: Int, _ record: GradeRecord, _ finished: (GradeRecord) -> Bool) {
    state.withLock { state in
      state.records[index] = record
      if !finished(record) { state.isHalted = true }
    }
  }
}
