import Bytes
import Diagnostics
import Language
import NotebookFormat
import Syntax

/// Turns submissions into records; who runs the answers is another process.
public struct Grader: Sendable {
  /// The key.
  public let key: GradingKey
  private let editions: KeyEditions
  private let secret: CourseSecret?
  private let data: [String: Blob]
  /// The SHA-256 of all that the key is made of.
  public let keyHash: String
  /// The files that the key is made of: its notebook first, those it includes, its data.
  public let keyFiles: [Journal.NamedText]
  /// How the name of a data file begins among ``keyFiles``.
  public static let dataMark = "data:"
  private let engine: String
  /// Seconds that students have longer, by id.
  private let extensions: [String: Int]

  /// Prepares a key; `data` are the files that its cells read, `engine` is the version of the program, `extensions` the
  /// seconds that students have longer, by their id, and `secret` decides who has which values of its variants.
  public init(
    _ key: GradingKey, data: [String: [UInt8]], engine: String, extensions: [String: Int] = [:],
    secret: CourseSecret? = nil
  ) {
    self.key = key
    self.secret = secret
    editions = KeyEditions(key)
    self.engine = engine
    self.extensions = extensions
    self.data = data.mapValues(Blob.init)
    keyFiles =
      key.notebook.files.map { .init(name: $0.path, text: $0.text) }
      + data.sorted { $0.key < $1.key }.map {
        .init(name: Self.dataMark + $0.key, text: String(decoding: $0.value, as: UTF8.self))
      }
    keyHash =
      Digest(of: Array(keyFiles.flatMap { [$0.name, $0.text] }.joined(separator: "\0").utf8)).description
  }

  /// A submission whose answers are to be run.
  public struct Prepared: Sendable {
    /// What the worker is given; nil where there is nothing to run.
    public let request: WorkerRequest?
    /// The text of its notebook.
    public let text: String
    fileprivate var record: GradeRecord
    fileprivate let answers: AnswerSheet?
    fileprivate let edition: KeyEdition

    /// What its record will follow from.
    public var cause: String { record.cause }
  }

  /// The record that was made before of the same cause; only what is known anew is changed: when it was handed in.
  public func again(_ known: GradeRecord, _ prepared: Prepared) -> GradeRecord {
    var record = known
    (record.time, record.lateness) = (prepared.record.time, lateness(prepared.record))
    return record.settled(key)
  }

  private func lateness(_ record: GradeRecord) -> Int? {
    guard let due = key.notebook.frontMatter.due, let time = record.time else { return nil }
    return time - due - (extensions[record.identity.id] ?? 0)
  }

  /// Finds the notebook of a submission and its answers; `values` are those that the student is known to have had.
  public func prepare(_ submission: Submission, values: [NotebookParameter]? = nil) -> Prepared {
    var record = GradeRecord(submission.identity, .graded)
    (record.key, record.engine, record.time) = (keyHash, engine, submission.time)
    let found: FoundNotebook
    do throws(FoundNotebook.Reason) {
      found = try FoundNotebook(in: submission, for: Set(key.exercises.map(\.name)))
    } catch {
      (record.status, record.reason) = (.unreadable, error.words)
      return Prepared(request: nil, text: "", record: record, answers: nil, edition: editions.own)
    }
    let (notebook, _) = readNotebook(SourceFile(path: "answers.md", text: found.text))
    let answers = AnswerSheet(notebook, for: key)
    record.path = found.path
    record.time = found.time
    record.submission = Digest(of: Array(found.text.utf8)).description
    record.remarks = found.notes + answers.remarks
    record.values = values ?? ownValues(of: &record, notebook.frontMatter)
    let edition = editions.edition(with: record.values)
    return Prepared(
      request: answers.code.isEmpty ? nil : request(answers, edition), text: found.text, record: record,
      answers: answers, edition: edition)
  }

  /// The values of the variants for whom the sheet was made: the one whose id it holds signed, else who handed it in.
  private func ownValues(of record: inout GradeRecord, _ settings: FrontMatter) -> [NotebookParameter] {
    let variants = key.notebook.frontMatter.variants
    guard let secret, !variants.isEmpty else { return [] }
    guard let id = settings.student, secret.owner(id).signature == settings.signature else {
      record.remarks.append(
        "the sheet is not signed: the values of `\(record.identity.id.prefix(60))` are used")
      return secret.values(of: variants, for: record.identity.id)
    }
    if id != record.identity.id { record.remarks.append("the sheet was made for `\(id.prefix(60))`") }
    return secret.values(of: variants, for: id)
  }

  private func request(_ answers: AnswerSheet, _ edition: KeyEdition) -> WorkerRequest {
    let key = edition.key
    let needsKey = key.exercises.contains { key.notebook.cells[$0.cell].options.usesKey }
    let solved = needsKey ? key.solved : [:]
    return WorkerRequest(
      sheet: edition.sheet, answers: answers.code, names: answers.code.keys.sorted(), data: data,
      solved: solved.mapValues { values in values.compactMapValues { try? Blob($0.encoded()) } })
  }

  /// The record of a submission whose worker gave these bytes, locked in like this.
  public func grade(_ prepared: Prepared, reply: [UInt8], level: SandboxLevel) -> GradeRecord {
    do throws(ByteProblem) {
      let reply = try WorkerReply(decoding: reply)
      var prepared = prepared
      prepared.record.level = level
      return grade(prepared, reply.outcomes(of: key.exercises.map(\.name), library: key.library))
    } catch {
      return failed(prepared, "the worker's reply cannot be read")
    }
  }

  /// The record of a submission that needs no worker.
  public func grade(_ prepared: Prepared) -> GradeRecord { grade(prepared, [:]) }

  /// An answer as it was typed, without the line end behind it.
  private static func typed(_ code: String) -> String {
    var text = code.prefix(longestAnswer)
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }

  /// The most characters of an answer that are kept for its record.
  private static let longestAnswer = 4_000

  /// How the reason begins where the system failed.
  static let failure = "infrastructure: "

  /// The record of a submission whose worker failed twice.
  public func failed(_ prepared: Prepared, _ reason: String) -> GradeRecord {
    var record = prepared.record
    (record.status, record.reason) = (.needsHuman, Self.failure + reason)
    record.exercises = key.exercises.map { GradedExercise(name: $0.name, status: .absent) }
    return record
  }

  private func grade(_ prepared: Prepared, _ outcomes: [String: AnswerOutcome]) -> GradeRecord {
    var record = prepared.record
    guard record.status == .graded else {
      record.exercises = key.exercises.map { exercise in
        GradedExercise(
          name: exercise.name, status: .absent, checks: exercise.checks.map { _ in CheckVerdict(.notRun) })
      }
      return record
    }
    record.lateness = lateness(record)
    for (exercise, verdict) in zip(key.exercises, prepared.edition.judge.verdicts(on: outcomes)) {
      record.exercises.append(graded(exercise, verdict, outcomes[exercise.name], prepared.answers))
    }
    return record.settled(key)
  }

  private func graded(
    _ exercise: KeyExercise, _ verdict: ExerciseVerdict, _ outcome: AnswerOutcome?, _ answers: AnswerSheet?
  ) -> GradedExercise {
    let name = exercise.name
    guard exercise.marking != .person else {
      let prose = answers?.prose[name] ?? ""
      let status: AnswerOutcome.Status = prose.isEmpty ? .absent : .ran
      // Nothing written is nothing earned, and needs nobody's time.
      return GradedExercise(
        name: name, status: status, remarks: prose.isEmpty ? ["no answer"] : [], answer: prose,
        marked: prose.isEmpty ? 0 : nil)
    }
    let outcome = outcome ?? AnswerOutcome(.absent)
    let code = answers?.code[name] ?? ""
    let program = parse(SourceText(whole: SourceFile(path: name, text: code))).program
    let values = outcome.values.sorted { $0.key < $1.key }.map { name, value in
      name + ((try? value.digest().description) ?? "")
    }
    return GradedExercise(
      name: name, status: outcome.status, remarks: outcome.remarks,
      answer: String(program.canonicalText.prefix(Self.longestAnswer)),
      typed: Self.typed(code),
      digest: values.isEmpty ? "" : Digest(of: Array(values.joined(separator: "\n").utf8)).description,
      checks: verdict.checks)
  }
}

extension GradeRecord {
  /// The record with what follows from its marks: whether a person must look at it, and what being late costs.
  func settled(_ key: GradingKey) -> GradeRecord {
    var record = self
    guard status != .unreadable, !exercises.isEmpty, !isFailure else {
      return self
    }
    let open = zip(key.exercises, exercises).filter { $0.0.marking == .person && $0.1.marked == nil }.map(
      \.0.name)
    record.status = open.isEmpty ? .graded : .needsHuman
    record.reason = open.isEmpty ? nil : "answers in words to mark: \(open.joined(separator: ", "))"
    if let lateness {
      record.lateLoss = key.notebook.frontMatter.late.loss(of: record.earned, late: lateness)
    }
    return record
  }
}
