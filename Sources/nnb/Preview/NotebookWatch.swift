import Diagnostics
import Glibc
import NotebookFormat
import NotebookRunning
import Reporting
import Synchronization
import Wording

/// Runs a notebook again whenever something changes that its page was made from.
struct NotebookWatch: Sendable {
  let run: NotebookRun
  let path: String
  let preview: Preview
  /// What the runs ask of the disk; the world of ``run`` writes it.
  let log: FileLog

  /// The seconds between two looks at the files.
  private static let pause = 0.02
  /// The seconds for which a file stays as it is before it is read: editors write in several steps.
  private static let settling = 0.005
  /// The seconds between two points of a curve.
  private static let step = 0.04
  /// The seconds between two signs of life.
  private static let beat = 10.0

  /// Makes the page again and again until `isEnded`.
  func follow(isEnded: @escaping @Sendable () -> Bool) {
    while !isEnded() {
      log.clear()
      preview.tell(.busy)
      let isStale = { @Sendable [self] in log.hasChanged(in: run.world) }
      if makePage(isStopRequested: { isEnded() || isStale() }) {
        waitForChange(isEnded: isEnded, isStale: isStale)
      }
      settle()
    }
  }

  /// Makes the page once; false where a change or the end came before.
  private func makePage(isStopRequested: @escaping @Sendable () -> Bool) -> Bool {
    let (look, curve) = (Rhythm(every: Self.pause), Rhythm(every: Self.step, isDueAtOnce: true))
    let isStopped = Atomic(false)
    do {
      let made = try run.preview(
        path, observe: { [preview] event in tell(event, to: preview, curve) },
        isInterrupted: {
          if look.isDue, isStopRequested() { isStopped.store(true, ordering: .relaxed) }
          return isStopped.load(ordering: .relaxed)
        })
      guard !made.record.isInterrupted else { return false }
      preview.show(Array(made.html.utf8), problems: made.problems)
      run.messages.previewed(path, problems: made.problems)
    } catch {
      let failure =
        (error as? NotebookFileError)?.description ?? (error as? WorldError)?.description ?? "\(error)"
      preview.fail(failure)
      run.messages.failure(failure, hint: "the page of before stays until this is mended")
    }
    return true
  }

  @Sendable private func tell(_ event: SessionEvent, to preview: Preview, _ rhythm: Rhythm) {
    switch event {
    case .started(let cell, _, _): preview.tell(.cell(Words.english.name(cell)))
    case .training(let progress):
      guard rhythm.isDue else { return }
      preview.tell(.training(epoch: progress.epoch, of: progress.of, loss: progress.loss))
    case .finished: break
    }
  }

  private func waitForChange(isEnded: () -> Bool, isStale: () -> Bool) {
    let beat = Rhythm(every: Self.beat)
    while !isEnded(), !isStale() {
      usleep(UInt32(Self.pause * 1e6))
      if beat.isDue { preview.tell(.beat) }
    }
  }

  private func settle() {
    var before: [Int]?
    for _ in 0..<100 {
      let now = run.world.stamp(of: path)
      if now != nil, now == before { return }
      before = now
      usleep(UInt32(Self.settling * 1e6))
    }
  }
}

/// Says yes at most once in a while, to whatever thread asks.
final class Rhythm: Sendable {
  private let next: Mutex<Double>
  private let interval: Double

  /// Begins now; the first yes comes at once or after the interval.
  init(every interval: Double, isDueAtOnce: Bool = false) {
    self.interval = interval
    next = Mutex(DiskWorld().now + (isDueAtOnce ? 0 : interval))
  }

  /// Whether the time has passed again.
  var isDue: Bool {
    let now = DiskWorld().now
    return next.withLock { next in
      guard now >= next else { return false }
      next = now + interval
      return true
    }
  }
}

extension NotebookRun {
  /// A page for a preview, and what is wrong.
  struct PreviewPage {
    let record: RunRecord
    let html: String
    let problems: [String]
  }

  /// Runs a notebook and makes its page, as `nnb run` would write it.
  func preview(
    _ path: String, observe: @escaping @Sendable (SessionEvent) -> Void,
    isInterrupted: @escaping @Sendable () -> Bool
  ) throws -> PreviewPage {
    let file = try readSource(path, in: world)
    let files = try world.courseFiles(of: path, Reports(of: [path], for: purpose, in: world))
    let (read, diagnostics) = readNotebook(file, files: files)
    let notebook = try read.setting(parameters)
    let watch = rescue.watch(notebook)
    let data = NotebookData(of: notebook, files, allowing: dataPaths, in: world)
    let session = Session(
      notebook, diagnostics: diagnostics, face: face, medium: purpose.medium, library: data.library,
      watch: watch)
    var record = session.run(observe: observe, isInterrupted: isInterrupted)
    record.data = data.digests
    guard !record.isInterrupted else { return PreviewPage(record: record, html: "", problems: []) }
    let page = try report(of: record, watch)
    rescue.forget()
    let problems = record.problems + [page.problem].compactMap { $0 }
    return PreviewPage(
      record: record, html: page.html,
      problems: problems.prefix(5).map {
        "\(fileName(of: $0.primary.range.file.path)):\($0.primary.range.start.line): \($0.message)"
      } + (problems.count > 5 ? ["and \(problems.count - 5) more"] : []))
  }
}

extension RunRecord {
  /// The errors of the run, and the checks that fail, in page order.
  fileprivate var problems: [Diagnostic] {
    let said =
      diagnostics
      + cells.flatMap { cell in
        cell.outputs.compactMap { if case .diagnostic(let diagnostic) = $0 { diagnostic } else { nil } }
      }
    return (pageDiagnostics.dropFirst(diagnostics.count) + said).filter {
      $0.severity == .error && !$0.isExpected
    }
  }
}

extension Messages {
  /// A page of a preview was made.
  fileprivate func previewed(_ path: String, problems: [String]) {
    note(
      problems.isEmpty
        ? "\(printable(path)) is shown"
        : "\(printable(path)) is shown, with \(counted(problems.count, "problem"))")
    for problem in problems { note("  " + printable(problem)) }
  }
}
