import ArgumentParser
import Diagnostics
import Grading
import NotebookRunning

/// A course frozen for several machines: what is to be graded, and into how many parts it falls.
///
/// Part i of n takes every n-th submission, since neighbours in a course cost alike. Each part has a journal of its own
/// in the plan's folder, and no part needs another.
struct ShardPlan: Sendable {
  /// A part of a plan, written `3/8`.
  struct Shard: ExpressibleByArgument, Sendable {
    let number: Int
    let count: Int

    init?(argument: String) {
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let number = parts[0], let count = parts[1], 1...ShardPlan.most ~= count,
        1...count ~= number
      else { return nil }
      (self.number, self.count) = (number, count)
    }
  }

  /// A submission as the plan knows it.
  struct Item: Sendable, Hashable {
    let id: String
    let digest: String
  }

  /// The most parts.
  static let most = 10_000

  let course: Course
  let shards: Int
  /// The SHA-256 of the key.
  let key: String
  /// The version of the program.
  let engine: String
  let items: [Item]

  /// Freezes a course.
  init(_ work: CourseWork, shards: Int) {
    course = work.course
    self.shards = shards
    key = work.grader.keyHash
    engine = NNB.version
    items = Self.items(of: work)
  }

  private static func items(of work: CourseWork) -> [Item] {
    work.candidates.map { Item(id: $0.identity.id, digest: $0.digest) }
  }

  /// The submissions of a part, by their position.
  func positions(of shard: Int) -> [Int] { Array(stride(from: shard - 1, to: items.count, by: shards)) }

  /// The part to which a position belongs.
  func shard(at position: Int) -> Int { position % shards + 1 }

  /// Reads the course of the plan again.
  /// - Throws: where the key, the program or what was handed in is another than when the plan was made.
  func work(in world: DiskWorld) throws -> CourseWork {
    guard engine == NNB.version else {
      throw PlanProblem("it was made with nnb \(engine), this is nnb \(NNB.version)")
    }
    let work = try CourseWork(course, in: world) { _ in }
    guard work.grader.keyHash == key else { throw PlanProblem("the key has changed since") }
    let now = Self.items(of: work)
    guard now == items else {
      let changed = Set(now).symmetricDifference(items).map(\.id).sorted().first ?? ""
      throw PlanProblem("what was handed in has changed since: \(printable(changed))")
    }
    return work
  }
}

/// Why a plan cannot be carried out.
struct PlanProblem: Error, CustomStringConvertible {
  let description: String

  init(_ words: String) { description = "the plan cannot be carried out: " + words }
}

extension ShardPlan {
  /// Where the plan of a folder stands.
  static func path(in folder: String) -> String { joined(folder, "plan.json") }

  /// Where the journal of a part stands.
  static func journal(of shard: Int, in folder: String) -> String {
    joined(joined(folder, "shards"), "\(shard).jsonl")
  }

  /// The plan as JSON, the same for equal plans.
  var json: JSONValue {
    .object([
      ("key", .string(course.key)), ("submissions", .array(course.submissions.map { .string($0) })),
      ("allow_data", .array(course.dataPaths.map { .string($0) })),
      ("attempt", .string(course.attempt.rawValue)),
      ("extensions", course.extensions.map { .string($0) } ?? .null),
      ("secret", course.secret.map { .string($0) } ?? .null),
      ("require", .string(course.required.rawValue)), ("shards", .integer(shards)),
      ("key_hash", .string(key)),
      ("engine", .string(engine)),
      (
        "items",
        .array(items.map { .object([("id", .string($0.id)), ("digest", .string($0.digest))]) })
      ),
    ])
  }

  /// Reads the plan of a folder.
  init(in folder: String, _ world: DiskWorld) throws {
    let path = Self.path(in: folder)
    guard world.exists(path) else {
      throw PlanProblem("there is no \(printable(path)), which --plan makes")
    }
    let text = String(decoding: try world.read(path, limit: 100_000_000), as: UTF8.self)
    guard let json = JSONValue(reading: text), let key = json["key"]?.string,
      let submissions = json["submissions"]?.array, let shards = json["shards"]?.integer,
      1...Self.most ~= shards,
      let hash = json["key_hash"]?.string, let engine = json["engine"]?.string,
      let items = json["items"]?.array,
      let attempt = json["attempt"]?.string.flatMap(AttemptRule.init),
      let required = json["require"]?.string.flatMap(SandboxLevel.init)
    else { throw WorldError.notReadable(path: path, reason: "it is no plan") }
    course = Course(
      key: key, submissions: submissions.compactMap(\.string),
      dataPaths: json["allow_data"]?.array?.compactMap(\.string) ?? [], attempt: attempt,
      extensions: json["extensions"]?.string, secret: json["secret"]?.string, required: required)
    self.shards = shards
    self.key = hash
    self.engine = engine
    self.items = items.map { Item(id: $0["id"]?.string ?? "", digest: $0["digest"]?.string ?? "") }
  }
}

/// Carries out a plan: a part of it, or the joining of all parts.
struct ShardRun {
  let folder: String
  let jobs: Int
  let world: DiskWorld
  let messages: Messages

  /// Grades one part into its journal.
  func grade(_ shard: ShardPlan.Shard) throws -> NotebookRunning.ExitCode {
    let plan = try ShardPlan(in: folder, world)
    guard shard.count == plan.shards else {
      throw PlanProblem("it has \(plan.shards) parts, not \(shard.count)")
    }
    let work = try plan.work(in: world)
    try world.makeDirectory(joined(folder, "shards"))
    let path = ShardPlan.journal(of: shard.number, in: folder)
    let journal = try JournalFile(path, in: world)
    let grading = grading(work)
    try grading.begin(journal)
    let records = try grading.records(
      of: plan.positions(of: shard.number).map { work.candidates[$0] }, journal)
    messages.console.clearLine()
    messages.note("wrote \(printable(path)): \(counted(records.count, "submission"))")
    return .passed
  }

  /// Joins the parts, and writes what one machine would have written.
  func merge(marks: String?, _ exports: Exports) throws -> NotebookRunning.ExitCode {
    let plan = try ShardPlan(in: folder, world)
    let work = try plan.work(in: world)
    let grading = grading(work)
    let journal = try grading.journal(marks: marks)
    let missing = try take(plan, work, journal)
    guard missing.isEmpty else {
      let list = missing.sorted().map(String.init).joined(separator: ",")
      messages.failure(
        "\(counted(missing.count, "part")) of the plan \(missing.count == 1 ? "is" : "are") not done: \(list)",
        hint: "run them again, as with `sbatch --array=\(list)`")
      return .failed
    }
    return try grading.finish(try grading.records(of: work.candidates, journal), journal, exports)
  }

  /// Takes the records of the parts into the journal, in the order of the course; returns the parts that lack one.
  private func take(_ plan: ShardPlan, _ work: CourseWork, _ journal: JournalFile) throws -> Set<Int> {
    var found: [String: (record: GradeRecord, text: String)] = [:]
    for shard in 1...plan.shards {
      let path = ShardPlan.journal(of: shard, in: folder)
      guard world.exists(path) else { continue }
      for case .grade(let record, let text) in try JournalFile(path, isDry: true, in: world).journal.entries {
        found[record.cause] = (record, text)
      }
    }
    let known = journal.journal.graded
    var missing: Set<Int> = []
    for (position, candidate) in work.candidates.enumerated() {
      let cause = work.grader.prepare(candidate).cause
      guard known[cause] == nil else { continue }
      guard let (record, text) = found[cause] else {
        missing.insert(plan.shard(at: position))
        continue
      }
      if missing.isEmpty { try journal.add(.grade(record, text: text)) }
    }
    return missing
  }

  private func grading(_ work: CourseWork) -> CourseGrading {
    CourseGrading(work: work, folder: folder, jobs: jobs, isDry: false, world: world, messages: messages)
  }
}
