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
/// `# error: 3-14 [id] "part of the message"` at a line's end is the expected diagnostic of that line with its
/// columns, and an `output` fence is the expected text.
@Suite struct SuiteTests {
  @Test func everyFileHasItsTests() {
    #expect(SuiteCase.files.count >= 30)
    #expect(Set(SuiteCase.all.map(\.path)) == Set(SuiteCase.files))
  }

  @Test(arguments: SuiteCase.all) func says(_ suiteCase: SuiteCase) throws {
    for problem in try suiteCase.problems() { Issue.record("\(problem)") }
  }
}

/// Runs the course and the manual: every notebook must reproduce the outputs recorded in it.
@Suite struct NotebookTests {
  static let files = Repository.files(below: "Notebooks", suffix: ".md")

  @Test(arguments: files) func reproducesWhatItStates(_ path: String) throws {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let (notebook, form) = readNotebook(file, files: courseFiles)
    let record = withDeepStack {
      Session(notebook, diagnostics: form, face: nil, library: library).run()
    }
    #expect(record.exitCode == .passed)
    for difference in RecordComparison(record).differences {
      Issue.record("\(path):\(difference.line)\n\(difference.lines.joined(separator: "\n"))")
    }
    #expect(notebook.cells.contains { $0.record != nil })
  }

  @Test(arguments: files) func hasAPageForStudents(_ path: String) throws {
    let file = SourceFile(path: path, text: try Repository.text(path))
    let (notebook, form) = readNotebook(file, files: courseFiles)
    let record = withDeepStack {
      Session(notebook, diagnostics: form, face: .student, library: library).run()
    }
    #expect(record.exitCode == .passed)
  }

  /// The library with the data of the course, which its `nnb.yml` allows.
  private let library = Library.course(
    reading: DataFiles { name throws(WorldError) in Repository.bytes("Notebooks/data/\(name)") })

  /// The files of the checkout.
  private let courseFiles = CourseFiles { path, _ throws(CourseFiles.Refusal) in
    guard let bytes = Repository.bytes(path) else { throw .world(.notFound(path: path)) }
    return bytes
  }
}
