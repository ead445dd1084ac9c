import CourseLibrary
import Diagnostics
import Grading
import Language
import NotebookFormat
import NotebookRunning

/// Grades a student once more from the journal alone, for who asks why a mark is what it is.
struct Replay {
  let id: String
  let folder: String
  let world: DiskWorld
  let messages: Messages

  /// Says whether the verdicts are the same, and what they are.
  func run() throws -> NotebookRunning.ExitCode {
    let path = joined(folder, "journal.jsonl")
    guard world.exists(path) else { throw WorldError.notFound(path: path) }
    let journal = try JournalFile(path, in: world).journal
    guard let (recorded, text) = journal.grade(of: id), let files = journal.key(recorded.key) else {
      messages.failure("the journal has no grade of `\(printable(id))`", hint: "ids stand in grades.csv")
      return .inputOutput
    }
    let grader = grader(files)
    let submission = Submission(
      identity: recorded.identity,
      files: text.isEmpty
        ? [] : [HandedInFile(path: "replay.md", bytes: Array(text.utf8), time: recorded.time)])
    let run = GradingRun(grader: grader, jobs: 1, required: .language)
    var warm: WarmProcess?
    let record: GradeRecord
    do throws(GradingRun.NoWorker) {
      record = try run.record(of: grader.prepare(submission, values: recorded.values), from: &warm)
    } catch {
      messages.failure(error.reason, hint: "descriptors, processes or memory are wanting: end other programs")
      return .inputOutput
    }
    let isSame = record.exercises == recorded.exercises
    show(record.marked(journal.marks, key: grader.key), grader.key)
    messages.console.say(
      isSame
        ? "the same verdicts as recorded, with nnb \(recorded.engine)"
        : "other verdicts than recorded, with nnb \(recorded.engine)")
    return isSame ? .passed : .failed
  }

  /// The key as the journal has it.
  private func grader(_ files: [Journal.NamedText]) -> Grader {
    var data: [String: [UInt8]] = [:]
    var texts: [String: String] = [:]
    for file in files {
      if file.name.hasPrefix(Grader.dataMark) {
        data[String(file.name.dropFirst(Grader.dataMark.count))] = Array(file.text.utf8)
      } else {
        texts[file.name] = file.text
      }
    }
    let course = CourseFiles { [texts] path, _ throws(CourseFiles.Refusal) in
      guard let text = texts[path] else { throw .world(.notFound(path: path)) }
      return Array(text.utf8)
    }
    let (notebook, found) = readNotebook(
      SourceFile(path: files.first?.name ?? "", text: files.first?.text ?? ""), files: course)
    let library = Library.course(reading: DataFiles { [data] name throws(WorldError) in data[name] })
    return Grader(
      GradingKey(notebook, diagnostics: found, library: library), data: data, engine: NNB.version)
  }

  private func show(_ record: GradeRecord, _ key: GradingKey) {
    for (exercise, graded) in zip(key.exercises, record.exercises) {
      messages.console.print(
        "\(exercise.name): "
          + (exercise.waits(graded) ? "not marked yet" : pointsText(graded.milliPoints))
          + " of \(pointsText(exercise.milliPoints))" + (graded.marked == nil ? "" : ", marked by a person"))
      for (check, verdict) in zip(exercise.checks, graded.checks) {
        let reasons = verdict.reasons.first.map { ": " + printable($0) } ?? ""
        messages.console.print("  \(verdict.outcome.rawValue): \(printable(check.text))\(reasons)")
      }
    }
  }
}
