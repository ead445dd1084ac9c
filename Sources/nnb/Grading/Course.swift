import Diagnostics
import Grading
import NotebookRunning

/// A course as it is named: the key, what was handed in, and what decides which of it counts.
struct Course: Sendable {
  /// The path of the key.
  var key: String
  /// The paths of what was handed in.
  var submissions: [String]
  /// The paths of `--allow-data`.
  var dataPaths: [String] = []
  var attempt = AttemptRule.last
  /// The path of the table of who has longer.
  var extensions: String?
  /// The path of the secret, for a key with variants; nil for that beside the key.
  var secret: String?
  /// The least that a worker must be locked in.
  var required = SandboxLevel.locked
}

/// A key with errors, or without exercises.
struct UnfitKey: Error {
  let path: String
  let problems: [Diagnostic]
}

/// A course that was read: its key ran, and its submissions are known.
struct CourseWork: Sendable {
  let course: Course
  let grader: Grader
  /// What must be graded, in the order of the ids.
  let candidates: [Submission]
  /// What of the key makes its marks doubtful: solutions of its own that lose points, points without an answer.
  let doubts: [Diagnostic]
  /// The wrong answers that were accepted when the key was released; nil where there were none.
  let acceptance: Acceptance?

  /// Reads a course; `leftOut` hears what of it is not looked at.
  init(_ course: Course, in world: DiskWorld, leftOut: (String) -> Void) throws {
    let file = try KeyFile(course.key, allowing: course.dataPaths, in: world)
    let errors = file.key.diagnostics.filter { $0.severity == .error && !$0.isExpected }
    guard errors.isEmpty, !file.key.exercises.isEmpty else {
      throw UnfitKey(path: course.key, problems: errors)
    }
    guard file.key.notebook.hasSolutions || file.key.exercises.allSatisfy({ $0.marking == .person }) else {
      throw UnfitKey(path: course.key, problems: [])
    }
    doubts = SheetRelease(file.key, triesMutants: false).doubts
    var (attempts, problems): ([Submission], [String]) = ([], [])
    for path in course.submissions {
      let found = try SubmissionFiles(path, in: world)
      attempts += Submission.grouped(found.files)
      problems += found.problems
    }
    problems.forEach(leftOut)
    self.course = course
    candidates = course.attempt.candidates(attempts)
    grader = Grader(
      file.key, data: file.data, engine: NNB.version,
      extensions: try Self.extensions(course.extensions, in: world),
      secret: file.key.notebook.frontMatter.variants.isEmpty
        ? nil : try SecretFile(course.secret, besideKey: course.key).read(in: world))
    let accepted = AcceptanceFile(besideKey: course.key)
    acceptance = try accepted.read(in: world, key: grader.keyHash)
    if acceptance == nil, world.exists(accepted.path) {
      leftOut("\(accepted.path) belongs to another version of the key")
    }
  }

  var key: GradingKey { grader.key }

  /// Who has how many seconds longer, by id.
  private static func extensions(_ path: String?, in world: DiskWorld) throws -> [String: Int] {
    guard let path else { return [:] }
    guard let rows = DelimitedText(try world.read(path, limit: 1_000_000))?.rows else {
      throw WorldError.notReadable(path: path, reason: "it is not UTF-8 text")
    }
    var seconds: [String: Int] = [:]
    for (number, row) in rows.enumerated().dropFirst() where row.count > 1 || row.first != "" {
      guard row.count >= 2, let hours = Double(row[1].replacing(",", with: ".")), 0...100_000 ~= hours else {
        throw WorldError.notReadable(path: path, reason: "row \(number + 1) is no id with hours")
      }
      seconds[row[0]] = Int(hours * 3_600)
    }
    return seconds
  }
}

/// The grading of a course into a folder.
struct CourseGrading {
  let work: CourseWork
  let folder: String
  /// How many workers there are at once.
  let jobs: Int
  /// Whether nothing is to be written.
  let isDry: Bool
  let world: DiskWorld
  let messages: Messages

  /// The journal of the folder, with the key in it and the marks of a sheet that was filled in.
  func journal(marks: String?) throws -> JournalFile {
    if !isDry { try world.makeDirectory(folder) }
    let journal = try JournalFile(joined(folder, "journal.jsonl"), isDry: isDry, in: world)
    try begin(journal)
    if let marks { try take(marks, into: journal) }
    return journal
  }

  /// Writes the key, and what was accepted of it, into a journal that does not have them.
  func begin(_ journal: JournalFile) throws {
    for doubt in work.doubts { messages.say(doubt) }
    let hash = work.grader.keyHash
    if journal.journal.key(hash) == nil {
      try journal.add(.key(hash: hash, files: work.grader.keyFiles))
    }
    if let acceptance = work.acceptance, journal.journal.acceptance(of: hash) != acceptance {
      try journal.add(.accepted(acceptance))
    }
  }

  /// Writes the marks of a sheet into the journal, those that are new.
  private func take(_ marks: String, into journal: JournalFile) throws {
    let bytes = try world.read(marks, limit: 50_000_000)
    let known = journal.journal.marks
    let new: [MarkSheet.Mark]
    do throws(MarkSheet.Problem) { new = try MarkSheet.marks(in: bytes, key: work.key) } catch {
      throw WorldError.notReadable(path: marks, reason: "row \(error.row): \(error.words)")
    }
    let ids = Set(work.candidates.map(\.identity.id))
    if let stranger = new.first(where: { !ids.contains($0.exercise.id) }) {
      throw WorldError.notReadable(
        path: marks, reason: "nobody of what was handed in is `\(stranger.exercise.id)`")
    }
    for mark in new where known[mark.exercise] != mark.given {
      try journal.add(
        .mark(
          id: mark.exercise.id, exercise: mark.exercise.exercise, milliPoints: mark.milliPoints,
          comment: mark.comment))
    }
  }

  /// Grades what of `candidates` the journal does not know yet, and returns the record of each.
  func records(of candidates: [Submission], _ journal: JournalFile) throws -> [GradeRecord] {
    let run = GradingRun(grader: work.grader, jobs: jobs, required: work.course.required)
    let records = run.records(of: candidates, known: journal.journal.graded) { record, text in
      messages.graded(record, of: candidates.count)
      return journal.take(.grade(record, text: text))
    }
    if let problem = journal.problem { throw problem }
    return records
  }

  /// Of each student the record that counts, with the marks of persons.
  private func counting(_ records: [GradeRecord], _ journal: JournalFile) -> [GradeRecord] {
    let marks = journal.journal.marks
    return work.course.attempt.counting(records.map { $0.marked(marks, key: work.key) })
  }

  /// Publishes what counts, and returns the exit code.
  func finish(
    _ records: [GradeRecord], _ journal: JournalFile, _ exports: Exports
  ) throws -> NotebookRunning.ExitCode {
    let counting = counting(records, journal)
    try publish(counting, journal, exports)
    return counting.contains { $0.status == .needsHuman } ? .failed : .passed
  }

  /// Says who gains and who loses, then writes the tables and pages.
  private func publish(_ records: [GradeRecord], _ journal: JournalFile, _ exports: Exports) throws {
    let totals = records.map { Journal.Total(id: $0.identity.id, milliPoints: $0.total) }
    let before = journal.journal.published
    if let before { messages.changed(records, since: before) }
    let output = GradingOutput(folder: folder, world: world, exports: exports)
    if let worksheet = try output.worksheet(records, key: work.key) { messages.skipped(worksheet) }
    guard !isDry else { return messages.gradedAll(records, nil) }
    try output.write(records, key: work.key, journal: journal.journal)
    if before != totals { try journal.add(.published(totals)) }
    messages.gradedAll(records, joined(folder, "grades.csv"))
  }
}
