import Glibc
import Grading
import NotebookRunning
import Synchronization

/// Grades many submissions at once: each has a worker of its own, and its checks run here.
struct GradingRun: Sendable {
  let grader: Grader
  /// How many workers there are at once.
  let jobs: Int
  /// How many seconds the last thread waits for room before it tries again.
  private static let pause: UInt32 = 2

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
    let threads = min(jobs, max(1, submissions.count))
    let progress = GradingProgress(submissions.count, threads: threads)
    withDeepStacks(threads) { [self] _ in
      var warm: WarmProcess?
      while let index = progress.next() {
        let prepared = grader.prepare(submissions[index])
        if let record = known[prepared.cause], (record.level ?? .locked) <= required, !record.isFailure {
          progress.finish(index, grader.again(record, prepared)) { _ in true }
        } else {
          let graded: GradeRecord
          do throws(NoWorker) {
            graded = try record(of: prepared, from: &warm)
          } catch {
            warm = nil
            // Those that have a worker grade it, too.
            if progress.leave(index) { return }
            // Nobody else is left; what other programs hold may come free.
            sleep(Self.pause)
            graded = (try? record(of: prepared, from: &warm)) ?? grader.failed(prepared, error.reason)
          }
          progress.finish(index, graded) { finished($0, prepared.text) }
        }
      }
    }
    return progress.records
  }

  /// Why there is no worker: descriptors, processes or memory are wanting.
  struct NoWorker: Error {
    let reason: String
  }

  /// Grades one submission with a worker of `warm`, which is started where there is none; a worker that fails has a second chance.
  func record(
    of prepared: Grader.Prepared, from warm: inout WarmProcess?
  ) throws(NoWorker) -> GradeRecord {
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
      case .notStarted(let why): throw NoWorker(reason: why)
      }
    }
    return grader.failed(prepared, reason)
  }
}

/// What is left to do, and what is done, for all threads.
private final class GradingProgress: Sendable {
  private struct State {
    var next = 0
    /// Submissions that were begun, and left to other threads.
    var left: [Int] = []
    /// The threads that still ask for submissions.
    var threads: Int
    var records: [Int: GradeRecord] = [:]
    var isHalted = false
  }

  private let count: Int
  private let state: Mutex<State>

  init(_ count: Int, threads: Int) {
    self.count = count
    state = Mutex(State(threads: threads))
  }

  /// The records so far, in the order of the submissions.
  var records: [GradeRecord] { state.withLock { state in (0..<count).compactMap { state.records[$0] } } }

  /// The submission that comes next; nil where none is left, and the thread ends.
  func next() -> Int? {
    state.withLock { state in
      guard !state.isHalted, !state.left.isEmpty || state.next < count else {
        state.threads -= 1
        return nil
      }
      if let left = state.left.popLast() { return left }
      state.next += 1
      return state.next - 1
    }
  }

  /// Leaves a submission to the other threads and ends this one; false where it is the last.
  func leave(_ index: Int) -> Bool {
    state.withLock { state in
      guard state.threads > 1 else { return false }
      state.threads -= 1
      state.left.append(index)
      return true
    }
  }

  func finish(_ index: Int, _ record: GradeRecord, _ finished: (GradeRecord) -> Bool) {
    state.withLock { state in
      state.records[index] = record
      if !finished(record) { state.isHalted = true }
    }
  }
}
