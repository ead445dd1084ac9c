import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Reporting
import TestSupport
import Testing

/// The cells below one heading of a suite, as a notebook of their own.
struct SuiteCase: Sendable, CustomTestStringConvertible {
  /// The file in the checkout.
  let path: String
  /// The heading.
  let name: String
  /// The file with the lines of other cases blank, so that lines and columns are the file's.
  private let text: String

  var testDescription: String { "\(path.split(separator: "/").last ?? ""): \(name)" }

  /// The files with the cases, found by listing the folder.
  static let files = Repository.files(below: "Tests/Suites/language", suffix: ".md")

  /// The cases of all files; a file that cannot be read has none, which a test notices.
  static let all: [SuiteCase] = files.flatMap { (try? cases($0)) ?? [] }

  private static func cases(_ path: String) throws -> [SuiteCase] {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let blocks = readNotebook(file).0.blocks
    let form = 1..<(blocks.first?.range.start.line ?? 1)
    let headings = blocks.indices.filter { if case .heading = blocks[$0].kind { true } else { false } }
    return headings.enumerated().compactMap { number, index in
      let next = number + 1 < headings.count ? headings[number + 1] : blocks.endIndex
      let hasCell = blocks[index..<next].contains { if case .cell = $0.kind { true } else { false } }
      guard hasCell, case .heading(_, let text) = blocks[index].kind else { return nil }
      let end = next < blocks.endIndex ? blocks[next].range.start.line : file.lineCount + 1
      let lines = blocks[index].range.start.line..<end
      let kept = (1...file.lineCount).map { form.contains($0) || lines.contains($0) ? file.line($0) : "" }
      return SuiteCase(path: path, name: text.map(\.range.text).joined(), text: kept.joined(separator: "\n"))
    }
  }

  /// Returns what the case does otherwise than it says.
  func problems() throws -> [String] {
    let (notebook, record) = run(text)
    var problems = try Expectation.problems(
      lines: 1...notebook.file.lineCount, of: notebook.file, found: record.allDiagnostics, path: path)
    for cell in notebook.cells { problems += outputProblems(cell, record.cells[cell.index]) }
    return problems + repairProblems(record.allDiagnostics)
  }

  /// The run of `text` as a student sees it, with what was said about the notebook's form in front.
  private func run(_ text: String) -> (Notebook, RunRecord) {
    let (notebook, form) = readNotebook(SourceFile(path: path, text: text))
    let record = withDeepStack {
      Session(notebook, diagnostics: form, face: .student, library: .course).run()
    }
    return (notebook, record)
  }

  private func outputProblems(_ cell: Cell, _ record: CellRecord) -> [String] {
    guard let expected = cell.record else { return silentProblems(cell, record) }
    var quiet = record
    quiet.outputs.removeAll { if case .diagnostic = $0 { true } else { false } }
    let lines = differingLines(expected.text, RecordText.text(of: quiet, in: cell))
    return lines.isEmpty ? [] : ["the output differs\n" + lines.joined(separator: "\n")]
  }

  /// A cell without a record passes its checks and runs, unless it says which error it expects.
  private func silentProblems(_ cell: Cell, _ record: CellRecord) -> [String] {
    switch record.status {
    case .ran, .leftOut: []
    case .failed, .exhausted, .invalid: []
    case .checkFailed, .toDo, .skipped, .interrupted:
      ["line \(cell.range.start.line): \(record.status)\n"]
        + record.outputs.compactMap { if case .check(let check) = $0 { "\(check)" } else { nil } }
    }
  }

  /// Every repair that a diagnostic carries ends it.
  private func repairProblems(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.compactMap { diagnostic in
      guard let repair = Repair(of: diagnostic) else { return nil }
      let after = run(repair.file.text).1.allDiagnostics
      guard !repair.ends(diagnostic, before: diagnostics, after: after) else { return nil }
      return "the repair leaves\n" + TerminalRenderer().render(diagnostic)
    }
  }
}

extension RunRecord {
  /// What was said about the form of the notebook, then what each cell said.
  fileprivate var allDiagnostics: [Diagnostic] {
    diagnostics
      + cells.flatMap(\.outputs).compactMap { if case .diagnostic(let found) = $0 { found } else { nil } }
  }
}
