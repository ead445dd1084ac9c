import Diagnostics
import Language
import NotebookFormat

extension GradeRecord {
  /// The record as JSON: the same for equal records, with nothing of the machine or the hour.
  public var json: JSONValue {
    .object([
      ("id", .string(identity.id)), ("name", identity.name.map { .string($0) } ?? .null),
      ("status", .string(status.rawValue)), ("reason", reason.map { .string($0) } ?? .null),
      ("path", .string(path)), ("submission", .string(submission)), ("key", .string(key)),
      ("engine", .string(engine)), ("level", level.map { .string($0.rawValue) } ?? .null),
      (
        "values",
        .array(values.map { .object([("name", .string($0.name)), ("value", $0.value.json)]) })
      ),
      ("time", time.map { .integer($0) } ?? .null), ("lateness", lateness.map { .integer($0) } ?? .null),
      ("late_loss", .integer(lateLoss)),
      ("remarks", .array(remarks.map { .string($0) })), ("exercises", .array(exercises.map(\.json))),
    ])
  }

  /// Reads a record; nil of anything else.
  public init?(json: JSONValue) {
    guard let id = json["id"]?.string, let status = json["status"]?.string.flatMap(Status.init),
      let exercises = json["exercises"]?.array
    else { return nil }
    self.init(Identity(id: id, name: json["name"]?.string), status, reason: json["reason"]?.string)
    path = json["path"]?.string ?? ""
    submission = json["submission"]?.string ?? ""
    key = json["key"]?.string ?? ""
    engine = json["engine"]?.string ?? ""
    level = json["level"]?.string.flatMap(SandboxLevel.init)
    values = (json["values"]?.array ?? []).compactMap { entry in
      guard let name = entry["name"]?.string, let value = entry["value"].flatMap(NotebookParameter.Value.init)
      else {
        return nil
      }
      return NotebookParameter(name: name, value: value)
    }
    time = json["time"]?.integer
    lateness = json["lateness"]?.integer
    lateLoss = json["late_loss"]?.integer ?? 0
    remarks = json["remarks"]?.array?.compactMap(\.string) ?? []
    self.exercises = exercises.compactMap(GradedExercise.init)
    guard self.exercises.count == exercises.count else { return nil }
  }
}

extension NotebookParameter.Value {
  /// A number or a text, which are all that variants have.
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .truth, .numbers: .null
    }
  }

  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .null, .bool, .array, .object: return nil
    }
  }
}

extension GradedExercise {
  fileprivate var json: JSONValue {
    .object([
      ("name", .string(name)), ("status", .string(status.rawValue)),
      ("remarks", .array(remarks.map { .string($0) })), ("answer", .string(answer)),
      ("typed", .string(typed)), ("digest", .string(digest)), ("checks", .array(checks.map(\.json))),
      ("marked", marked.map { .integer($0) } ?? .null), ("comment", .string(comment)),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.string,
      let status = json["status"]?.string.flatMap(AnswerOutcome.Status.init),
      let checks = json["checks"]?.array
    else { return nil }
    self.init(
      name: name, status: status, remarks: json["remarks"]?.array?.compactMap(\.string) ?? [],
      answer: json["answer"]?.string ?? "", typed: json["typed"]?.string,
      digest: json["digest"]?.string ?? "",
      checks: checks.compactMap(CheckVerdict.init), marked: json["marked"]?.integer)
    comment = json["comment"]?.string ?? ""
    guard self.checks.count == checks.count else { return nil }
  }
}

extension CheckVerdict {
  fileprivate var json: JSONValue {
    .object([
      ("outcome", .string(outcome.rawValue)), ("milli_points", .integer(milliPoints)),
      ("reasons", .array(reasons.map { .string($0) })), ("row", counterexample?.json ?? .null),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let outcome = json["outcome"]?.string.flatMap(Outcome.init) else { return nil }
    self.init(
      outcome, reasons: json["reasons"]?.array?.compactMap(\.string) ?? [],
      counterexample: json["row"].flatMap(TableOutput.init), milliPoints: json["milli_points"]?.integer ?? 0)
  }
}

extension TableOutput {
  fileprivate var json: JSONValue {
    .object([
      ("title", title.map { .string($0) } ?? .null), ("header", .array(header.map { .string($0) })),
      ("inputs", .integer(inputCount)),
      ("rows", .array(rows.map { .array($0.map { .string($0) }) })),
      ("note", note.map { .string($0) } ?? .null),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let header = json["header"]?.array, let rows = json["rows"]?.array else { return nil }
    self.init(
      title: json["title"]?.string, header: header.compactMap(\.string),
      inputCount: json["inputs"]?.integer ?? 0,
      rows: rows.map { $0.array?.compactMap(\.string) ?? [] }, note: json["note"]?.string)
  }
}
