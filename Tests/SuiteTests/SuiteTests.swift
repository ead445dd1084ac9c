import CourseLibrary
import Diagnostics
import Figures
import Language
import NotebookFormat
import NotebookRunning
import Reporting
import TestSupport
import Testing

/// Runs the language suites: Markdown files in which a heading names a test, an `nn` fence is the program,
/// `# error: [id] "part of the message"` at a line's end is the expected diagnostic of that line, and an
/// `output` fence is the expected text.
@Suite struct SuiteTests {
  static let files = Repository.files(below: "Tests/Suites/language", suffix: ".md")

  @Test func thereAreSuites() { #expect(Self.files.count >= 5) }

  @Test(arguments: files) func suite(_ path: String) throws {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let (notebook, form) = readNotebook(file)
    #expect(form.isEmpty, "\(form.map { TerminalRenderer().render($0) })")
    let cases = SuiteCase.cases(of: notebook)
    #expect(!cases.isEmpty)
    for suiteCase in cases {
      for problem in suiteCase.problems() { Issue.record("\(path), \(suiteCase.name): \(problem)") }
    }
  }
}

/// Runs the course and the manual: every notebook must reproduce the outputs recorded in it.
@Suite struct NotebookTests {
  static let files = Repository.files(below: "Notebooks", suffix: ".md")

  @Test(arguments: files) func reproducesWhatItStates(_ path: String) throws {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let (notebook, form) = readNotebook(file, files: courseFiles)
    let record = withDeepStack {
      Session(notebook, diagnostics: form, face: nil, library: .course).run()
    }
    #expect(record.exitCode == .passed)
    let text = RecordText { FigureText(altText: $0.altText, digest: $0.drawingList.digest) }
    for difference in RecordComparison(record, text: text).differences {
      Issue.record("\(path):\(difference.line)\n\(difference.lines.joined(separator: "\n"))")
    }
    #expect(notebook.cells.contains { $0.record != nil })
  }

  @Test(arguments: files) func hasAPageForStudents(_ path: String) throws {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let (notebook, form) = readNotebook(file, files: courseFiles)
    let record = withDeepStack {
      Session(notebook, diagnostics: form, face: .student, library: .course).run()
    }
    #expect(record.exitCode == .passed)
  }

  /// The files of the checkout.
  private let courseFiles = CourseFiles { path, _ throws(CourseFiles.Refusal) in
    guard let bytes = Repository.bytes(path) else { throw .world(.notFound(path: path)) }
    return bytes
  }
}

/// The cells below one heading, as a notebook of their own.
private struct SuiteCase {
  let name: String
  let notebook: Notebook

  static func cases(of notebook: Notebook) -> [SuiteCase] {
    var cases: [(name: String, cells: [Cell])] = []
    for block in notebook.blocks {
      if case .heading(_, let text) = block.kind { cases.append((text.map(\.range.text).joined(), [])) }
      if case .cell(let index) = block.kind, !cases.isEmpty {
        cases[cases.count - 1].cells.append(notebook.cells[index])
      }
    }
    return cases.filter { !$0.cells.isEmpty }.map { name, cells in
      let renumbered = cells.enumerated().map { index, cell in
        Cell(
          index: index, source: cell.source, options: cell.options, role: cell.role, range: cell.range,
          record: cell.record, recordOffset: cell.recordOffset, linePrefix: cell.linePrefix)
      }
      return SuiteCase(
        name: name,
        notebook: Notebook(
          file: notebook.file, frontMatter: notebook.frontMatter,
          blocks: renumbered.map { Block(.cell($0.index), $0.range) }, cells: renumbered))
    }
  }

  func problems() -> [String] {
    let notebook = notebook
    let record = withDeepStack {
      Session(notebook, diagnostics: [], face: .student, library: .course).run()
    }
    let text = RecordText { FigureText(altText: $0.altText, digest: "") }
    return notebook.cells.flatMap { cell in
      diagnosticProblems(cell, record.cells[cell.index])
        + outputProblems(cell, record.cells[cell.index], text)
    }
  }

  private func outputProblems(_ cell: Cell, _ record: CellRecord, _ text: RecordText) -> [String] {
    guard let expected = cell.record else { return silentProblems(cell, record) }
    var quiet = record
    quiet.outputs.removeAll { if case .diagnostic = $0 { true } else { false } }
    let lines = differingLines(expected.text, text.text(of: quiet, in: cell))
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

  private func diagnosticProblems(_ cell: Cell, _ record: CellRecord) -> [String] {
    var found = record.outputs.compactMap {
      if case .diagnostic(let diagnostic) = $0 { diagnostic } else { nil }
    }
    var problems: [String] = []
    for expectation in Expectation.expectations(of: cell) {
      if let place = found.firstIndex(where: expectation.isMet) {
        found.remove(at: place)
      } else {
        problems.append("line \(expectation.line): expected \(expectation)")
      }
    }
    return problems + found.map { "unexpected\n" + TerminalRenderer().render($0) }
  }
}

/// A diagnostic that a comment at a line's end asks for.
private struct Expectation: CustomStringConvertible {
  let line: Int
  let severity: String
  let id: String
  let part: String

  var description: String { "\(severity)[\(id)] \"\(part)\"" }

  func isMet(_ diagnostic: Diagnostic) -> Bool {
    let words = [diagnostic.message, diagnostic.hint?.text ?? "", diagnostic.primary.text].joined(
      separator: " | ")
    return diagnostic.kind.id == id && diagnostic.severity.rawValue == severity
      && diagnostic.primary.range.start.line == line && (part.isEmpty || words.contains(part))
  }

  static func expectations(of cell: Cell) -> [Expectation] {
    let first = cell.range.start.line
    let last = cell.range.end.line
    return (first...max(first, last)).flatMap { number in
      guard number <= cell.range.file.lineCount else { return [Expectation]() }
      let line = cell.range.file.line(number)
      return line.matches(of: #/# (error|warning|note): \[([a-z-]+)\](?: "([^"]*)")?/#).map {
        Expectation(
          line: number, severity: String($0.output.1), id: String($0.output.2),
          part: $0.output.3.map(String.init) ?? "")
      }
    }
  }
}
