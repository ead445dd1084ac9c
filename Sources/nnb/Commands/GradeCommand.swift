import ArgumentParser
import Diagnostics
import Glibc
import Grading
import NotebookRunning

/// The command `nnb grade KEY SUBMISSIONS`.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade the submissions of a course with a key.",
    discussion: """
      Submissions are folders, ZIP files as Moodle makes them, or single notebooks.
      Only the answers are taken; they run in a process that can reach nothing.

      EXAMPLES
        nnb grade key.md handed-in -o grades     table, pages and feedback in grades/
        nnb grade key.md list.zip -o grades --attempt best
        nnb grade key.md handed-in -o grades --marks marked.csv
        nnb grade --replay kowalski -o grades    once more, from the journal
      """)

  @Argument(
    help: ArgumentHelp(
      "The notebook with solutions; then folders, ZIP files or notebooks.", valueName: "key> <submissions"))
  var paths: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("The directory of the results.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("Which attempt of a student counts: last, best or first.", valueName: "which"))
  var attempt = AttemptRule.last

  @Option(help: ArgumentHelp("A CSV file with id,hours: who has longer.", valueName: "file"))
  var extensions: String?

  @Option(help: ArgumentHelp("How many workers at once.", valueName: "count"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The least that a worker must be locked in: A, B or C.", valueName: "level"))
  var require = SandboxLevel.locked

  @Option(help: ArgumentHelp("A filled-in to-mark.csv: what persons gave.", valueName: "file"))
  var marks: String?

  @Option(
    help: ArgumentHelp("Grade this student again from the journal alone, and compare.", valueName: "id"))
  var replay: String?

  @Option(
    name: .customLong("allow-data"),
    help: ArgumentHelp("Let cells read this CSV file, or those of this folder.", valueName: "path"))
  var dataPaths: [String] = []

  @Flag(help: "Print one JSON object a line instead of text.")
  var json = false

  func validate() throws {
    if replay == nil, paths.count < 2 { throw ValidationError("give a key and what was handed in") }
    if replay != nil, !paths.isEmpty { throw ValidationError("--replay needs nothing but -o") }
    if let jobs, !(1...256 ~= jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  func run() throws {
    let messages = Messages(console: Console(), style: json ? .json : .text)
    let command = self
    let code = withDeepStack { command.grade(DiskWorld(), messages) }
    throw ArgumentParser.ExitCode(code.rawValue)
  }

  private func grade(_ world: DiskWorld, _ messages: Messages) -> NotebookRunning.ExitCode {
    do {
      if let replay { return try Replay(id: replay, folder: output, world: world, messages: messages).run() }
      let file = try KeyFile(paths[0], allowing: dataPaths, in: world)
      let errors = file.key.diagnostics.filter { $0.severity == .error && !$0.isExpected }
      guard errors.isEmpty, !file.key.exercises.isEmpty else {
        for error in errors { messages.say(error) }
        messages.failure(
          "\(printable(paths[0])) is no key that can grade", hint: "`nnb release` says what is wrong")
        return .invalid
      }
      try world.makeDirectory(output)
      let journal = try JournalFile(joined(output, "journal.jsonl"), in: world)
      let records = try graded(file, journal, world, messages)
      let before = journal.before.records.mapValues { $0.marked(journal.before.marks, key: file.key) }
      messages.changed(records, since: before)
      try GradingOutput(folder: output, world: world).write(records, key: file.key)
      messages.gradedAll(records, output)
      return records.contains { $0.status == .needsHuman } ? .failed : .passed
    } catch let error as NotebookFileError {
      messages.failure(error.description, hint: error.hint)
    } catch let error as WorldError {
      let error = NotebookFileError.world(error)
      messages.failure(error.description, hint: error.hint)
    } catch {
      messages.failure("\(error)", hint: nil)
    }
    return .inputOutput
  }

  /// Grades what was not graded yet, and returns the record that counts of each student.
  private func graded(
    _ file: KeyFile, _ journal: JournalFile, _ world: DiskWorld, _ messages: Messages
  ) throws -> [GradeRecord] {
    var (attempts, problems): ([Submission], [String]) = ([], [])
    for path in paths.dropFirst() {
      let found = try SubmissionFiles(path, in: world)
      attempts += Submission.grouped(found.files)
      problems += found.problems
    }
    for problem in problems { messages.leftOut(problem) }
    let grader = Grader(
      file.key, data: file.data, engine: NNB.version, extensions: try readExtensions(world))
    if journal.journal.key(grader.keyHash) == nil {
      try journal.add(.key(hash: grader.keyHash, files: grader.keyFiles))
    }
    try takeMarks(file.key, journal, world)
    let candidates = attempt.candidates(attempts)
    let run = GradingRun(
      grader: grader, jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), required: require)
    let records = run.records(of: candidates, known: journal.journal.graded) { record, text in
      messages.graded(record, of: candidates.count)
      return journal.take(.grade(record, text: text))
    }
    if let problem = journal.problem { throw problem }
    let marks = journal.journal.marks
    return attempt.counting(records.map { $0.marked(marks, key: file.key) })
  }

  /// Writes the marks of a sheet into the journal, those that are new.
  private func takeMarks(_ key: GradingKey, _ journal: JournalFile, _ world: DiskWorld) throws {
    guard let marks else { return }
    let text = String(decoding: try world.read(marks, limit: 50_000_000), as: UTF8.self)
    let known = journal.journal.marks
    do throws(MarkSheet.Problem) {
      for mark in try MarkSheet.marks(in: text, key: key) where known[mark.place] != mark.milliPoints {
        _ = journal.take(
          .mark(
            id: mark.place.id, exercise: mark.place.exercise, milliPoints: mark.milliPoints,
            comment: mark.comment))
      }
    } catch {
      throw WorldError.notReadable(path: marks, reason: "row \(error.row): \(error.words)")
    }
    if let problem = journal.problem { throw problem }
  }

  /// Who has how many hours longer, by id.
  private func readExtensions(_ world: DiskWorld) throws -> [String: Int] {
    guard let extensions else { return [:] }
    let text = String(decoding: try world.read(extensions, limit: 1_000_000), as: UTF8.self)
    var seconds: [String: Int] = [:]
    for row in CSVReading(text).rows.dropFirst() where row.count >= 2 {
      guard let hours = Double(row[1].replacing(",", with: ".")), 0...100_000 ~= hours else { continue }
      seconds[row[0]] = Int(hours * 3_600)
    }
    return seconds
  }
}

extension AttemptRule: ExpressibleByArgument {}
extension SandboxLevel: ExpressibleByArgument {}

extension Messages {
  /// A submission was graded.
  fileprivate func graded(_ record: GradeRecord, of count: Int) {
    guard style == .json else {
      return console.sayForNow("\(printable(record.identity.id)): \(record.status.rawValue)")
    }
    let event = JSONValue.object([
      ("event", .string("grade")), ("id", .string(record.identity.id)),
      ("status", .string(record.status.rawValue)),
      ("milli_points", record.total.map { .integer($0) } ?? .null),
      ("reason", record.reason.map { .string($0) } ?? .null),
    ])
    console.print(event.text)
  }

  /// Something that was handed in is not looked at.
  fileprivate func leftOut(_ problem: String) {
    guard style != .json else {
      return console.print(
        JSONValue.object([("event", .string("left-out")), ("message", .string(problem))]).text)
    }
    console.say("left out: \(printable(problem))")
  }

  /// Who gains and who loses against what was decided before.
  fileprivate func changed(_ records: [GradeRecord], since before: [String: GradeRecord]) {
    for record in records {
      guard let old = before[record.identity.id], old.total != record.total else { continue }
      let totals = [old.total, record.total].map { total in total.map { pointsText($0) } ?? "not marked" }
      guard style == .json else {
        console.say("\(printable(record.identity.id)): \(totals[0]) → \(totals[1])")
        continue
      }
      let event = JSONValue.object([
        ("event", .string("change")), ("id", .string(record.identity.id)), ("before", .string(totals[0])),
        ("now", .string(totals[1])),
      ])
      console.print(event.text)
    }
  }

  /// All submissions were graded.
  fileprivate func gradedAll(_ records: [GradeRecord], _ folder: String) {
    guard style != .json else { return }
    console.clearLine()
    for record in records where record.status != .graded {
      console.say(
        "\(printable(record.identity.name ?? record.identity.id)): \(record.status.rawValue), "
          + printable(record.reason ?? ""))
    }
    let counts = GradeRecord.Status.allCases.map { status in
      "\(records.count { $0.status == status }) \(status.rawValue)"
    }
    console.say(
      "wrote \(printable(joined(folder, "grades.csv"))): \(counted(records.count, "submission")), "
        + counts.joined(separator: ", "))
  }
}
