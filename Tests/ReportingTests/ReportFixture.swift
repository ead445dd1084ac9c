import Diagnostics
import Foundation
import Language
import NotebookRunning

@testable import Reporting

/// The templates of the project.
func projectTemplates() throws -> Templates {
  try Templates.load(from: "\(projectFolder)/Templates", in: TestWorld())
}

/// A picture of eight bytes: what the page does with it does not depend on what it shows.
let samplePicture = FigurePicture(
  number: 1, light: Array("LIGHTPNG".utf8), dark: Array("DARK-PNG".utf8), width: 420, height: 380,
  altText: "Decision regions of and_gate with the 4 rows of AND",
  tables: [
    TableOutput(
      title: "Points", header: ["x1", "x2", "y"], inputCount: 2, rows: [["0", "0", "0"], ["1", "1", "1"]],
      note: "2 of 4 rows")
  ])

/// Colours enough to see every class: words that the fixture uses.
@Sendable func sampleHighlighter(_ source: SourceText) -> [Highlight] {
  let words: [(String, Highlight.Kind)] = [
    ("table", .keyword), ("check", .keyword), ("00:0", .row), ("01:0", .row), ("10:0", .row), ("11:1", .row),
    ("perceptron", .name), ("accuracy", .name), ("1.5", .number), ("?", .hole), ("==", .operator),
    ("@", .operator),
    ("# the table of the lecture", .comment), ("# fires when w·x - T >= 0", .comment),
    ("\"the gate is right on every row\"", .string),
  ]
  return words.flatMap { word, kind in
    source.text.ranges(of: word).map { range in
      let lower = source.text.utf8.distance(from: source.text.startIndex, to: range.lowerBound)
      return Highlight(lower..<lower + word.utf8.count, kind)
    }
  }
}

/// Renders a record with the project's templates.
func rendered(_ record: RunRecord, picture: FigurePicture = samplePicture) throws -> String {
  try report(record, picture: picture).rendered()
}

/// The report of a record with the project's templates.
func report(_ record: RunRecord, picture: FigurePicture = samplePicture) throws -> HTMLReport {
  try HTMLReport(
    record: record, templates: projectTemplates(), version: "0.1.0",
    pictures: { _, options in
      var picture = picture
      // A figure with words of its own is another picture.
      picture.number = options.figureAlt == nil ? 1 : 2
      return picture
    },
    highlighter: sampleHighlighter)
}
