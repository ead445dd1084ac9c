import NotebookFormat

/// The table of all grades as CSV (RFC 4180, UTF-8, one header).
public struct GradesTable: Sendable {
  /// The text.
  public let text: String

  /// Writes the records of a course in their order.
  public init(_ records: [GradeRecord], key: GradingKey) {
    let scale = key.notebook.frontMatter.scale
    var lines = [
      ["id", "name", "status", "total", "points", "late", "maximum"] + (scale == nil ? [] : ["grade"])
        + key.exercises.map(\.name)
        + ["reason", "remarks", "handed_in", "file", "sandbox"]
    ]
    for record in records {
      let points = key.exercises.map { exercise in
        guard let graded = record.exercises.first(where: { $0.name == exercise.name }) else { return "0" }
        return exercise.waits(graded) ? "" : pointsText(graded.milliPoints)
      }
      let numbers = [
        record.total.map(pointsText) ?? "", pointsText(record.earned), pointsText(record.lateLoss),
        pointsText(key.milliPoints),
      ]
      let grade = scale.map { [record.grade(on: $0, of: key) ?? ""] } ?? []
      let start = [record.identity.id, record.identity.name ?? "", record.status.rawValue].map(Self.harmless)
      let end = [
        record.reason ?? "", record.remarks.joined(separator: "; "), record.time.map(timeText) ?? "",
        record.path, record.level?.rawValue ?? "",
      ].map(Self.harmless)
      lines.append(start + numbers + grade + points + end)
    }
    text = lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A text that no spreadsheet takes for a formula, and no terminal for a command.
  static func harmless(_ text: String) -> String {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? " " : $0 }))
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first) else {
      return plain
    }
    return "'" + plain
  }

  /// A field with quotes where it needs them.
  static func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0.isNewline }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

extension GradeRecord {
  /// The grade for its points; nil where a person must have a look first.
  func grade(on scale: GradeScale, of key: GradingKey) -> String? {
    total.map { scale.grade(of: $0, maximum: key.milliPoints) }
  }
}

/// Seconds since 1970 as `2026-11-20 22:59 UTC`.
func timeText(_ seconds: Int) -> String {
  let (day, clock) = seconds.quotientAndRemainder(dividingBy: 86_400)
  guard seconds >= 0 else { return "before 1970" }
  // The civil date of a day, by eras of 400 years that begin in March.
  let shifted = day + 719_468
  let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
  let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
  let month = (5 * dayOfYear + 2) / 153
  let date = [
    era * 400 + year + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
    dayOfYear - (153 * month + 2) / 5 + 1,
  ]
  let padded = (date + [clock / 3_600, clock / 60 % 60]).map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(padded[0])-\(padded[1])-\(padded[2]) \(padded[3]):\(padded[4]) UTC"
}
