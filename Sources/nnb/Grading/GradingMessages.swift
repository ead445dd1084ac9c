import Diagnostics
import Grading

extension Messages {
  /// A submission was graded.
  func graded(_ record: GradeRecord, of count: Int) {
    guard style == .json else {
      return console.sayForNow("\(printable(record.identity.id)): \(record.status.rawValue)")
    }
    event(
      "grade",
      [
        ("id", .string(record.identity.id)), ("status", .string(record.status.rawValue)),
        ("milli_points", record.total.map { .integer($0) } ?? .null),
        ("reason", record.reason.map { .string($0) } ?? .null),
      ])
  }

  /// Something that was handed in is not looked at.
  func leftOut(_ problem: String) {
    guard style != .json else { return event("left-out", [("message", .string(problem))]) }
    console.say("left out: \(printable(problem))")
  }

  /// Who gains and who loses against the tables that were written before.
  func changed(_ records: [GradeRecord], since before: [Journal.Total]) {
    let now = Dictionary(records.map { ($0.identity.id, $0.total) }) { first, _ in first }
    let known = Set(before.map(\.id))
    for old in before {
      guard let total = now[old.id] else {
        change(old.id, Self.words(old.milliPoints), "not handed in")
        continue
      }
      if total != old.milliPoints { change(old.id, Self.words(old.milliPoints), Self.words(total)) }
    }
    for record in records where !known.contains(record.identity.id) {
      change(record.identity.id, "not handed in", Self.words(record.total))
    }
  }

  private static func words(_ total: Int?) -> String { total.map { pointsText($0) } ?? "not marked" }

  private func change(_ id: String, _ before: String, _ now: String) {
    guard style == .json else { return console.say("\(printable(id)): \(before) → \(now)") }
    event("change", [("id", .string(id)), ("before", .string(before)), ("now", .string(now))])
  }

  /// What Moodle will take of its worksheet, and what it will not.
  func skipped(_ worksheet: MoodleWorksheet) {
    guard style != .json else {
      for row in worksheet.skipped {
        event(
          "moodle-skips",
          [("id", .string(row.id)), ("name", .string(row.name)), ("reason", .string(row.reason))])
      }
      return
    }
    for row in worksheet.skipped {
      let name = row.name.isEmpty ? row.id : "\(row.name) (\(row.id))"
      console.say("Moodle will skip \(printable(name)): \(printable(row.reason))")
    }
    for remark in worksheet.remarks { console.say("note: \(printable(remark))") }
    console.say("Moodle will take \(counted(worksheet.count, "grade"))")
  }

  /// All submissions were graded; `path` is the table, nil where none was written.
  func gradedAll(_ records: [GradeRecord], _ path: String?) {
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
    let head = path.map { "wrote \(printable($0))" } ?? "nothing was written"
    console.say("\(head): \(counted(records.count, "submission")), " + counts.joined(separator: ", "))
  }
}
