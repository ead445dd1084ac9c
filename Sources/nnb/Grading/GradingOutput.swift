import ArgumentParser
import Diagnostics
import Grading

/// What else is written than tables and pages of our own.
struct Exports: Sendable {
  /// A format of another program.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case gradescope, junit
  }

  /// Moodle's worksheet as it was downloaded.
  var worksheet: String?
  var formats: [Format] = []
}

/// Writes what comes out of grading into a folder.
struct GradingOutput {
  let folder: String
  let world: DiskWorld
  let exports: Exports

  /// Writes the tables, the lecturer's page, and what each student is told.
  func write(_ records: [GradeRecord], key: GradingKey, journal: Journal) throws {
    let feedback = joined(folder, "feedback")
    try world.makeDirectory(feedback)
    let told = records.map { Feedback($0, key: key) }
    for (record, feedbackOfOne) in zip(records, told) {
      try world.write(
        Array(feedbackOfOne.html.utf8), to: joined(feedback, record.identity.fileName + ".html"))
    }
    if key.exercises.contains(where: { $0.marking == .person }) {
      try world.write(Array(MarkSheet.text(records, key: key).utf8), to: joined(folder, "to-mark.csv"))
    }
    for format in exports.formats { try write(format, records, told, key) }
    if let path = exports.worksheet, let worksheet = try worksheet(records, key: key) {
      try world.write(worksheet.bytes, to: joined(folder, "moodle-" + fileName(of: path)))
    }
    try world.write(Array(MatrixPage(records, key: key).html.utf8), to: joined(folder, "matrix.html"))
    let gradebook = try Gradebook(records, key: key, journal: journal)
    try world.write(gradebook.bytes, to: joined(folder, "gradebook.sqlite"))
    // The table comes last: where it is new, all is.
    try world.write(Array(GradesTable(records, key: key).text.utf8), to: joined(folder, "grades.csv"))
  }

  private func write(
    _ format: Exports.Format, _ records: [GradeRecord], _ told: [Feedback], _ key: GradingKey
  ) throws {
    switch format {
    case .gradescope:
      let results = joined(folder, "gradescope")
      try world.makeDirectory(results)
      for (record, feedback) in zip(records, told) {
        try world.write(
          Array(GradescopeResults(feedback).text.utf8),
          to: joined(results, record.identity.fileName + ".json"))
      }
    case .junit:
      let name = fileName(of: key.notebook.file.path)
      try world.write(
        Array(JUnitReport(told, name: name.hasSuffix(".md") ? String(name.dropLast(3)) : name).text.utf8),
        to: joined(folder, "junit.xml"))
    }
  }

  /// Moodle's worksheet with our cells; nil where none is asked for.
  func worksheet(_ records: [GradeRecord], key: GradingKey) throws -> MoodleWorksheet? {
    guard let path = exports.worksheet else { return nil }
    let bytes = try world.read(path, limit: 50_000_000)
    do throws(MoodleWorksheet.Problem) { return try MoodleWorksheet(bytes, records: records, key: key) } catch
    {
      throw WorldError.notReadable(path: path, reason: error.words)
    }
  }
}
