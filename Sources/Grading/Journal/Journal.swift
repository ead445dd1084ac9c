import Bytes
import Diagnostics
import NotebookFormat

/// Everything that was decided about a course, in the order in which it was: lines that are only ever added.
///
/// A line is a JSON object whose first member is the SHA-256 of the line before it, so that no line can be changed,
/// removed or put in between without all later ones telling.
public struct Journal: Sendable {
  /// One line.
  public enum Entry: Sendable, Hashable {
    /// The key that what follows is graded with: its hash, and its files by name, the notebook's own first.
    case key(hash: String, files: [NamedText])
    /// A submission was graded: the record, and the text of its notebook.
    case grade(GradeRecord, text: String)
    /// A person marked an exercise, or took the mark back where there are no points.
    case mark(id: String, exercise: String, milliPoints: Int?, comment: String)
    /// The totals that were written into the tables, by student; nil where a person must have a look first.
    case published([Total])
    /// The key was released although wrong answers pass.
    case accepted(Acceptance)
  }

  /// What one student had when the tables were written.
  public struct Total: Sendable, Hashable {
    /// The student's id.
    public let id: String
    /// The milli-points; nil where a person must have a look first.
    public let milliPoints: Int?

    /// Makes a total.
    public init(id: String, milliPoints: Int?) {
      self.id = id
      self.milliPoints = milliPoints
    }
  }

  /// A text with a name.
  public struct NamedText: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The text.
    public let text: String

    /// Makes one.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The entries, oldest first.
  public private(set) var entries: [Entry] = []
  /// The SHA-256 of the last line.
  private var last = String(repeating: "0", count: 64)

  /// A journal of no entries.
  public init() {}

  /// Where a journal does not hold together.
  public struct Damage: Error, Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
  }

  /// Reads a journal; `length` becomes the bytes that count: a last line without its end was never written in full.
  /// - Throws: the first line that does not follow from the one before it.
  public init(reading bytes: [UInt8], length: inout Int) throws(Damage) {
    length = 0
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      .enumerated()
    {
      guard let text = String(validating: line, as: UTF8.self), let json = JSONValue(reading: text),
        json["previous"]?.string == last, let entry = Entry(json)
      else { throw Damage(line: number + 1) }
      entries.append(entry)
      last = Digest(of: Array(line)).description
      length += line.count + 1
    }
  }

  /// The line that an entry would be, without its end.
  public func line(of entry: Entry) -> [UInt8] {
    Array(JSONValue.object([("previous", .string(last))] + entry.members).text.utf8)
  }

  /// Adds an entry, whose line was made by ``line(of:)`` and written.
  public mutating func add(_ entry: Entry, line: [UInt8]) {
    entries.append(entry)
    last = Digest(of: line).description
  }
}

extension Journal.Entry {
  fileprivate var members: [(key: String, value: JSONValue)] {
    switch self {
    case .key(let hash, let files):
      [
        ("kind", .string("key")), ("hash", .string(hash)),
        (
          "files",
          .array(files.map { .object([("name", .string($0.name)), ("text", .string($0.text))]) })
        ),
      ]
    case .grade(let record, let text):
      [("kind", .string("grade")), ("record", record.json), ("text", .string(text))]
    case .mark(let id, let exercise, let milliPoints, let comment):
      [
        ("kind", .string("mark")), ("id", .string(id)), ("exercise", .string(exercise)),
        ("milli_points", milliPoints.map { .integer($0) } ?? .null), ("comment", .string(comment)),
      ]
    case .published(let totals):
      [
        ("kind", .string("published")),
        (
          "totals",
          .array(
            totals.map { total in
              .object([
                ("id", .string(total.id)),
                ("milli_points", total.milliPoints.map { .integer($0) } ?? .null),
              ])
            })
        ),
      ]
    case .accepted(let acceptance): [("kind", .string("accepted"))] + acceptance.members
    }
  }

  fileprivate init?(_ json: JSONValue) {
    switch json["kind"]?.string {
    case "key":
      guard let hash = json["hash"]?.string, let files = json["files"]?.array else { return nil }
      self = .key(
        hash: hash,
        files: files.map { .init(name: $0["name"]?.string ?? "", text: $0["text"]?.string ?? "") })
    case "grade":
      guard let record = json["record"].flatMap(GradeRecord.init), let text = json["text"]?.string else {
        return nil
      }
      self = .grade(record, text: text)
    case "mark":
      guard let id = json["id"]?.string, let exercise = json["exercise"]?.string else { return nil }
      self = .mark(
        id: id, exercise: exercise, milliPoints: json["milli_points"]?.integer,
        comment: json["comment"]?.string ?? "")
    case "published":
      guard let totals = json["totals"]?.array else { return nil }
      self = .published(
        totals.map { .init(id: $0["id"]?.string ?? "", milliPoints: $0["milli_points"]?.integer) })
    case "accepted":
      guard let acceptance = Acceptance(json: json) else { return nil }
      self = .accepted(acceptance)
    case _: return nil
    }
  }
}

extension Journal {
  /// The newest record of each graded text, by ``GradeRecord/cause``.
  public var graded: [String: GradeRecord] {
    var graded: [String: GradeRecord] = [:]
    for case .grade(let record, _) in entries { graded[record.cause] = record }
    return graded
  }

  /// The totals that were written into the tables last; nil where none were.
  public var published: [Total]? {
    for case .published(let totals) in entries.reversed() { return totals }
    return nil
  }

  /// What was accepted when the key of this hash was released; nil where nothing had to be.
  public func acceptance(of key: String) -> Acceptance? {
    for case .accepted(let acceptance) in entries.reversed() where acceptance.key == key { return acceptance }
    return nil
  }

  /// The marks that persons gave: the newest of each student and exercise.
  public var marks: [MarkedExercise: PersonMark] {
    var marks: [MarkedExercise: PersonMark] = [:]
    for case .mark(let id, let exercise, let milliPoints, let comment) in entries {
      marks[MarkedExercise(id: id, exercise: exercise)] = milliPoints.map {
        PersonMark(milliPoints: $0, comment: comment)
      }
    }
    return marks
  }

  /// The key with this hash: its files, the notebook's own first.
  public func key(_ hash: String) -> [NamedText]? {
    for case .key(hash, let files) in entries { return files }
    return nil
  }

  /// The newest grade of a student: the record, and the text of the notebook.
  public func grade(of id: String) -> (record: GradeRecord, text: String)? {
    for case .grade(let record, let text) in entries.reversed() where record.identity.id == id {
      return (record, text)
    }
    return nil
  }
}

/// An exercise of a student.
public struct MarkedExercise: Sendable, Hashable {
  /// The student's id.
  public let id: String
  /// The exercise's name.
  public let exercise: String

  /// Makes one.
  public init(id: String, exercise: String) {
    self.id = id
    self.exercise = exercise
  }
}

/// What a person gave for an exercise.
public struct PersonMark: Sendable, Hashable {
  /// The milli-points.
  public let milliPoints: Int
  /// What the student is told with them.
  public let comment: String

  /// Makes a mark.
  public init(milliPoints: Int, comment: String) {
    self.milliPoints = milliPoints
    self.comment = comment
  }
}

extension GradeRecord {
  /// What a record follows from: the student, the file, the key, the student's values of its variants, and the version of
  /// the program.
  public var cause: String {
    ([identity.id, path, submission, key, engine] + values.map { "\($0.name)=\($0.value.spelling)" })
      .joined(separator: "\n")
  }

  /// The record with a person's marks instead of those of its checks.
  public func marked(_ marks: [MarkedExercise: PersonMark], key: GradingKey) -> GradeRecord {
    var record = self
    for index in record.exercises.indices {
      let exercise = MarkedExercise(id: identity.id, exercise: record.exercises[index].name)
      guard let mark = marks[exercise] else { continue }
      record.exercises[index].marked = mark.milliPoints
      record.exercises[index].comment = mark.comment
    }
    return record.settled(key)
  }
}
