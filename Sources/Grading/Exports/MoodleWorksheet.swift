import NotebookFormat

/// The grading worksheet of Moodle, with our grades and feedback in its cells.
///
/// Moodle compares headings with its own words and reads back only a file that it wrote, so its file is edited: every byte
/// but those two cells of a row stays. Rows that its import passes over without a word are told. Source: the import of
/// `mod_assign`, feedback plugin `offline`.
public struct MoodleWorksheet: Sendable {
  /// Why a file is no such worksheet.
  public struct Problem: Error, Sendable, Hashable {
    /// The reason in words.
    public let words: String
  }

  /// A row, or a student without one, that Moodle will not take a grade of.
  public struct Skipped: Sendable, Hashable {
    /// Moodle's number of the participant.
    public let id: String
    /// The participant's name, where it is known.
    public let name: String
    /// Why.
    public let reason: String
  }

  /// A column that matters here; the raw values are for order only.
  private enum Column: CaseIterable {
    case identifier, name, grade, maximum, scale, canChange, feedback

    /// The headings that Moodle gives it in English and in Polish, in small letters.
    var headings: [String] {
      switch self {
      case .identifier: ["identifier", "identyfikator"]
      case .name: ["full name", "pełna nazwa", "imię i nazwisko"]
      case .grade: ["grade", "ocena"]
      case .maximum: ["maximum grade", "maksymalna ocena", "ocena maksymalna"]
      case .scale: ["scale", "skala"]
      case .canChange: ["grade can be changed", "ocena może być zmieniona", "ocena może zostać zmieniona"]
      case .feedback: ["feedback comments", "komentarz zwrotny"]
      }
    }
  }

  /// The edited file.
  public private(set) var bytes: [UInt8] = []
  /// What Moodle will pass over.
  public private(set) var skipped: [Skipped] = []
  /// How many rows have a grade that Moodle takes.
  public private(set) var count = 0
  /// What is to be known beside it.
  public private(set) var remarks: [String] = []

  private let columns: [Column: Int]
  private let key: GradingKey

  /// Edits a worksheet as it was downloaded.
  public init(_ file: [UInt8], records: [GradeRecord], key: GradingKey) throws(Problem) {
    guard let text = DelimitedText(file) else { throw Problem(words: "it is not UTF-8 text") }
    guard let header = text.fields.first else { throw Problem(words: "it is empty") }
    var columns: [Column: Int] = [:]
    for (index, field) in header.enumerated() {
      let heading = field.text.lowercased()
      for column in Column.allCases where columns[column] == nil && column.headings.contains(heading) {
        columns[column] = index
      }
    }
    for needed in [Column.identifier, .grade] where columns[needed] == nil {
      throw Problem(
        words: "it has no column `\(needed.headings.joined(separator: "` or `"))`, but "
          + header.prefix(20).map { "`\($0.text.prefix(40))`" }.joined(separator: ", "))
    }
    self.columns = columns
    self.key = key
    edit(text, records)
  }

  private func field(_ column: Column, _ row: [DelimitedText.Field]) -> DelimitedText.Field? {
    columns[column].flatMap { row.indices.contains($0) ? row[$0] : nil }
  }

  private mutating func edit(_ text: DelimitedText, _ records: [GradeRecord]) {
    var open = Dictionary(records.map { ($0.identity.id, $0) }) { first, _ in first }
    var edits: [(field: DelimitedText.Field, text: String)] = []
    for row in text.fields.dropFirst() where row.count > 1 {
      guard let identifier = field(.identifier, row), let grade = field(.grade, row) else { continue }
      let id = String(identifier.text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      let name = field(.name, row)?.text ?? ""
      guard let record = open.removeValue(forKey: id) else {
        skipped.append(Skipped(id: id, name: name, reason: "nothing was handed in"))
        continue
      }
      if let feedback = field(.feedback, row) {
        if feedback.text.isEmpty || Self.isOurs(feedback.text) {
          edits.append((feedback, Self.comment(record, key)))
        } else {
          remarks.append("the feedback that a person wrote for \(name.isEmpty ? id : name) stays")
        }
      }
      let own = written(record, row)
      if let reason = reason(against: own, record, row) {
        skipped.append(Skipped(id: id, name: name, reason: reason))
      } else if let own {
        count += 1
        edits.append((grade, own))
      }
    }
    for record in records where open[record.identity.id] != nil {
      skipped.append(
        Skipped(
          id: record.identity.id, name: record.identity.name ?? "", reason: "the worksheet has no such row")
      )
    }
    bytes = text.replacing(edits)
    noteMaximum(text)
  }

  // MARK: Grades

  /// The grade as Moodle reads it: points with the sign of decimals of its maximum, or a grade of the scale.
  private func written(_ record: GradeRecord, _ row: [DelimitedText.Field]) -> String? {
    if columns[.maximum] == nil, columns[.scale] != nil {
      return key.notebook.frontMatter.scale.flatMap { record.grade(on: $0, of: key) }
    }
    let hasComma = [Column.maximum, .grade].contains { field($0, row)?.text.contains(",") ?? false }
    return record.total.map { hasComma ? pointsText($0).replacing(".", with: ",") : pointsText($0) }
  }

  /// Why Moodle will pass over a row, in the order of its own questions.
  private func reason(against own: String?, _ record: GradeRecord, _ row: [DelimitedText.Field]) -> String? {
    guard let own else {
      return record.total == nil ? "not marked yet: \(record.reason ?? "")" : "the course has no `scale`"
    }
    let before = field(.grade, row)?.text ?? ""
    if before == own || Self.number(before).map({ $0 == Self.number(own) }) == true {
      return "the grade is as it was"
    }
    if let most = field(.maximum, row).flatMap({ Self.number($0.text) }), let points = record.total,
      points > most
    {
      return "\(own) is more than the maximum \(field(.maximum, row)?.text ?? "")"
    }
    if let offered = field(.scale, row)?.text, columns[.maximum] == nil,
      !offered.split(separator: ", ").contains(Substring(own))
    {
      return "the scale has no grade `\(own)`"
    }
    if let answer = field(.canChange, row)?.text.lowercased(), ["no", "nie"].contains(answer) {
      return "the grade is locked in the gradebook"
    }
    return nil
  }

  /// Milli-points of a number as Moodle writes it, with as many decimals as it likes.
  private static func number(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    guard 1...2 ~= parts.count, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let whole = Int(parts[0]), whole < 1_000_000
    else { return nil }
    let rest = parts.count == 2 ? String(parts[1].prefix(3)) : ""
    return whole * 1000 + (Int(rest + String(repeating: "0", count: 3 - rest.count)) ?? 0)
  }

  private mutating func noteMaximum(_ text: DelimitedText) {
    let maxima = Set(text.fields.dropFirst().compactMap { field(.maximum, $0)?.text })
    guard let most = maxima.first, maxima.count == 1, Self.number(most) != key.milliPoints else { return }
    remarks.append("the worksheet's maximum is \(most), that of the key \(pointsText(key.milliPoints))")
  }

  // MARK: Feedback

  private static let mark = "nnb: "

  /// Whether a comment is one that was written here; Moodle gives it back as a paragraph.
  private static func isOurs(_ comment: String) -> Bool {
    comment.hasPrefix(mark) || comment.hasPrefix("<p>" + mark)
  }

  /// What a student may know, in one line without markup.
  private static func comment(_ record: GradeRecord, _ key: GradingKey) -> String {
    let feedback = Feedback(record, key: key)
    let total = feedback.total.map { "\($0) of \(feedback.maximum) points" } ?? "not marked yet"
    let parts = feedback.exercises.map {
      "\($0.name) \($0.isOpen ? "not marked yet" : $0.points) of \($0.maximum)"
    }
    let words = [total] + (feedback.late.map { ["late −\($0)"] } ?? []) + parts
    return mark + plain(words.joined(separator: "; ") + (feedback.reason.map { "; \($0)" } ?? ""))
  }

  /// Moodle shows the cell as HTML: what could be markup is written as text.
  private static func plain(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
