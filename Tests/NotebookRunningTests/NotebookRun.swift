import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

/// Reads, checks and runs a notebook.
struct NotebookRun: Sendable {
  let record: RunRecord
  /// What was known before the run.
  let before: [Diagnostic]

  init(_ text: String, face: Face? = nil, limit: Budget = .notebook) {
    let (notebook, form) = readNotebook(SourceFile(path: "test.md", text: text))
    (record, before) = withDeepStack {
      let session = Session(notebook, diagnostics: form, face: face, library: .course, limit: limit)
      return (session.run(), session.diagnostics)
    }
  }

  /// A notebook of these cells.
  init(cells: [String], face: Face? = nil) { self.init(Self.text(cells), face: face) }

  static func text(_ cells: [String]) -> String {
    cells.map { "```nn\n\($0)\n```\n" }.joined(separator: "\n")
  }

  var statuses: [CellRecord.Status] { record.cells.map(\.status) }

  /// Every diagnostic: of the form, and of the cells as they ran.
  var diagnostics: [Diagnostic] {
    record.diagnostics
      + record.cells.flatMap(\.outputs).compactMap {
        if case .diagnostic(let diagnostic) = $0 { diagnostic } else { nil }
      }
  }

  func checks(_ cell: Int) -> [CheckResult] {
    record.cells[cell].outputs.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }

  /// What a cell shows, without the places that change when it moves.
  func shown(_ cell: Int) -> [String] {
    record.cells[cell].outputs.map { output in
      switch output {
      case .text(let text), .summary(let text): text
      case .formula(let formula): formula.plainText
      case .tensor(let tensor): "\(tensor.shape) \(tensor.text(significantDigits: 17))"
      case .table(let table): "\(table)"
      case .figure(let drawn): "\(drawn.figure)"
      case .check(let check): "\(check.text) \(check.verdict) \(check.reasons)"
      case .diagnostic(let diagnostic): "\(diagnostic.severity) \(diagnostic.kind.id) \(diagnostic.message)"
      }
    }
  }
}
