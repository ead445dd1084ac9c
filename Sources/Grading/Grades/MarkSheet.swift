/// The sheet on which a person marks answers in words, as CSV: `id,exercise,points,comment,answer`.
public struct MarkSheet: Sendable {
  /// One mark; nil points take one back.
  public struct Mark: Sendable, Hashable {
    /// Whose, and of which exercise.
    public let exercise: MarkedExercise
    /// The milli-points.
    public let milliPoints: Int?
    /// Why.
    public let comment: String

    /// What was given; nil where a mark is taken back.
    public var given: PersonMark? {
      milliPoints.map { PersonMark(milliPoints: $0, comment: comment) }
    }
  }

  /// Why a row of the sheet cannot be taken.
  public struct Problem: Error, Sendable, Hashable {
    /// The row, from 1.
    public let row: Int
    /// What is wrong.
    public let words: String
  }

  /// The sheet to fill in: a row for each answer that waits for a person, and for each that has a mark.
  public static func text(_ records: [GradeRecord], key: GradingKey) -> String {
    var lines = [["id", "exercise", "points", "comment", "answer"]]
    for record in records {
      for (exercise, graded) in zip(key.exercises, record.exercises)
      where exercise.marking == .person && graded.status != .absent {
        lines.append([
          GradesTable.harmless(record.identity.id), exercise.name, graded.marked.map(pointsText) ?? "",
          GradesTable.harmless(graded.comment),
          GradesTable.harmless(graded.answer),
        ])
      }
    }
    return lines.map { $0.map(GradesTable.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Reads the marks of a sheet that was filled in; rows without points mark nothing.
  public static func marks(in bytes: [UInt8], key: GradingKey) throws(Problem) -> [Mark] {
    guard let rows = DelimitedText(bytes)?.rows else { throw Problem(row: 1, words: "it is not UTF-8 text") }
    guard let header = rows.first, let id = header.firstIndex(of: "id"),
      let exercise = header.firstIndex(of: "exercise"), let points = header.firstIndex(of: "points")
    else { throw Problem(row: 1, words: "the first row must name `id`, `exercise` and `points`") }
    let comment = header.firstIndex(of: "comment")
    var marks: [Mark] = []
    for (number, row) in rows.enumerated().dropFirst() where row.count > 1 {
      guard [id, exercise, points].allSatisfy(row.indices.contains) else {
        throw Problem(row: number + 1, words: "the row has too few fields")
      }
      guard !row[points].isEmpty else { continue }
      guard let known = key.exercises.first(where: { $0.name == row[exercise] }) else {
        throw Problem(row: number + 1, words: "there is no exercise `\(row[exercise])`")
      }
      guard let milli = milliPoints(row[points]), milli <= known.milliPoints else {
        throw Problem(
          row: number + 1, words: "`\(row[points])` are no points from 0 to \(pointsText(known.milliPoints))")
      }
      marks.append(
        Mark(
          exercise: MarkedExercise(
            id: row[id].hasPrefix("'") ? String(row[id].dropFirst()) : row[id], exercise: known.name),
          milliPoints: milli, comment: comment.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""))
    }
    return marks
  }

  /// Reads points with at most three decimals, behind a point or a comma.
  static func milliPoints(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    guard 1...2 ~= parts.count, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let whole = Int(parts[0]), whole <= 1_000
    else { return nil }
    guard parts.count == 2 else { return whole * 1_000 }
    guard parts[1].count <= 3, let rest = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count))
    else {
      return nil
    }
    return whole * 1_000 + rest
  }
}
