import CSQLite
import Glibc
import NotebookFormat

/// All that was decided about a course as tables of SQLite, for who wants to ask questions of their own.
///
/// It is derived: the journal holds what counts, and this file can be made again from it. The same course gives the same
/// bytes with the same library.
public struct Gradebook: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// Why none could be made.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What the library says.
    public let description: String
  }

  /// Writes the records of a course in their order, and the marks of persons in theirs.
  public init(_ records: [GradeRecord], key: GradingKey, journal: Journal) throws(Problem) {
    let database = try Database()
    for table in Table.allCases { try database.run(table.definition, []) }
    try database.run("BEGIN", [])
    for record in records {
      try database.insert(into: .student, Self.row(of: record, key))
      for (exercise, graded) in zip(key.exercises, record.exercises) {
        try database.insert(into: .exercise, Self.row(of: graded, exercise, record))
        for (number, pair) in zip(exercise.checks, graded.checks).enumerated() {
          try database.insert(into: .verdict, Self.row(of: pair.1, pair.0, number, exercise, record))
        }
      }
    }
    for case .mark(let id, let exercise, let milliPoints, let comment) in journal.entries {
      try database.insert(
        into: .mark, [.text(id), .text(exercise), milliPoints.map { .integer($0) } ?? .null, .text(comment)])
    }
    for hash in Set(records.map(\.key)).sorted() {
      guard let acceptance = journal.acceptance(of: hash) else { continue }
      for survivor in acceptance.survivors {
        try database.insert(into: .survivor, [.text(hash), .text(survivor), .text(acceptance.reason)])
      }
    }
    try database.run("COMMIT", [])
    bytes = try database.bytes()
  }

  private static func row(of record: GradeRecord, _ key: GradingKey) -> [Cell] {
    let grade = key.notebook.frontMatter.scale.flatMap { record.grade(on: $0, of: key) }
    return [
      .text(record.identity.id), .optional(record.identity.name), .text(record.status.rawValue),
      .optional(record.reason), record.total.map { .integer($0) } ?? .null, .integer(record.earned),
      .integer(record.lateLoss), .integer(key.milliPoints), .optional(grade),
      record.time.map { .integer($0) } ?? .null, .text(record.path), .text(record.submission),
      .text(record.key),
      .text(record.engine), .optional(record.level?.rawValue), .text(record.remarks.joined(separator: "\n")),
    ]
  }

  private static func row(of graded: GradedExercise, _ exercise: KeyExercise, _ record: GradeRecord) -> [Cell]
  {
    [
      .text(record.identity.id), .text(graded.name), .text(graded.status.rawValue),
      .integer(graded.milliPoints),
      .integer(exercise.milliPoints), .integer(graded.marked == nil ? 0 : 1), .text(graded.answer),
      .text(graded.digest),
    ]
  }

  private static func row(
    of verdict: CheckVerdict, _ check: RubricCheck, _ number: Int, _ exercise: KeyExercise,
    _ record: GradeRecord
  ) -> [Cell] {
    [
      .text(record.identity.id), .text(exercise.name), .integer(number + 1), .text(check.text),
      .integer(check.isHidden ? 1 : 0), .text(verdict.outcome.rawValue), .integer(verdict.milliPoints),
      .integer(check.milliPoints), .optional(verdict.reasons.first),
    ]
  }
}

extension Gradebook {
  /// The tables, with their columns.
  fileprivate enum Table: String, CaseIterable {
    case student, exercise, verdict, mark, survivor

    var columns: [String] {
      switch self {
      case .student:
        [
          "id TEXT PRIMARY KEY", "name TEXT", "status TEXT", "reason TEXT", "total_milli INTEGER",
          "earned_milli INTEGER", "late_milli INTEGER", "maximum_milli INTEGER", "grade TEXT",
          "handed_in INTEGER",
          "file TEXT", "submission TEXT", "key TEXT", "engine TEXT", "sandbox TEXT", "remarks TEXT",
        ]
      case .exercise:
        [
          "student TEXT REFERENCES student(id)", "name TEXT", "status TEXT", "milli INTEGER",
          "maximum_milli INTEGER",
          "by_person INTEGER", "answer TEXT", "digest TEXT",
        ]
      case .verdict:
        [
          "student TEXT REFERENCES student(id)", "exercise TEXT", "number INTEGER", "text TEXT",
          "hidden INTEGER",
          "outcome TEXT", "milli INTEGER", "maximum_milli INTEGER", "reason TEXT",
        ]
      case .mark: ["student TEXT", "exercise TEXT", "milli INTEGER", "comment TEXT"]
      case .survivor: ["key TEXT", "change TEXT", "reason TEXT"]
      }
    }

    var definition: String { "CREATE TABLE \(rawValue) (\(columns.joined(separator: ", ")))" }

    var insertion: String {
      "INSERT INTO \(rawValue) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }
  }

  /// What stands in a field.
  fileprivate enum Cell {
    case null
    case integer(Int)
    case text(String)

    static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .null }
  }

  /// A database in memory.
  fileprivate final class Database {
    private var handle: OpaquePointer?

    init() throws(Problem) {
      guard sqlite3_open(":memory:", &handle) == SQLITE_OK else { throw problem }
    }

    deinit { sqlite3_close(handle) }

    private var problem: Problem {
      Problem(
        description: "no gradebook: \(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "no memory")")
    }

    func insert(into table: Table, _ cells: [Cell]) throws(Problem) { try run(table.insertion, cells) }

    /// Runs a statement with these values for its parameters.
    func run(_ statement: String, _ cells: [Cell]) throws(Problem) {
      var prepared: OpaquePointer?
      guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK else { throw problem }
      // The library reads the texts until the statement is done.
      var texts: [UnsafeMutableRawPointer] = []
      defer {
        sqlite3_finalize(prepared)
        for text in texts { free(text) }
      }
      for (index, cell) in cells.enumerated() {
        let parameter = Int32(index + 1)
        switch cell {
        case .null: sqlite3_bind_null(prepared, parameter)
        case .integer(let number): sqlite3_bind_int64(prepared, parameter, Int64(number))
        case .text(let text):
          let bytes = Array(text.utf8)
          guard let copy = malloc(max(1, bytes.count)) else { throw problem }
          bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
          }
          texts.append(copy)
          sqlite3_bind_text(
            prepared, parameter, copy.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
        }
      }
      guard sqlite3_step(prepared) == SQLITE_DONE else { throw problem }
    }

    /// The file that the database would be.
    func bytes() throws(Problem) -> [UInt8] {
      var size: sqlite3_int64 = 0
      guard let start = sqlite3_serialize(handle, "main", &size, 0) else { throw problem }
      defer { sqlite3_free(start) }
      return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
  }
}
