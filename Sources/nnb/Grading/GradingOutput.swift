import Diagnostics
import Grading

/// Writes what comes out of grading into a folder.
struct GradingOutput {
  let folder: String
  let world: DiskWorld

  /// Writes the table, the lecturer's page and a page for each student.
  func write(_ records: [GradeRecord], key: GradingKey) throws {
    let feedback = joined(folder, "feedback")
    try world.makeDirectory(feedback)
    for record in records {
      let page = Feedback(record, key: key).html
      try world.write(Array(page.utf8), to: joined(feedback, record.identity.fileName + ".html"))
    }
    let marks = MarkSheet.text(records, key: key)
    if key.exercises.contains(where: { $0.marking == .person }) {
      try world.write(Array(marks.utf8), to: joined(folder, "to-mark.csv"))
    }
    try world.write(Array(MatrixPage(records, key: key).html.utf8), to: joined(folder, "matrix.html"))
    try world.write(Array(GradesTable(records, key: key).text.utf8), to: joined(folder, "grades.csv"))
  }
}
