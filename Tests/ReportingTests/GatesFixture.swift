import Diagnostics
import Figures
import Language
import NotebookFormat
import NotebookRunning
import Tensors

@testable import Reporting

/// A notebook with every kind of block, output, status and diagnostic, and a run of it.
struct GatesFixture {
  let file: SourceFile
  var title: String?
  private(set) var cells: [Cell] = []
  private(set) var results: [CellRecord] = []

  init(path: String = "/home/someone/02-and-or-not.md", text: String = gatesText) {
    file = SourceFile(path: path, text: text)
  }

  /// Returns the place of the first `piece` behind the first `anchor`.
  func range(_ piece: String, after anchor: String = "") -> SourceRange {
    let start =
      anchor.isEmpty ? file.text.startIndex : file.text.range(of: anchor)?.upperBound ?? file.text.startIndex
    guard let found = file.text[start...].firstRange(of: piece) else { return SourceRange(file, 0..<0) }
    let lower = file.text.utf8.distance(from: file.text.startIndex, to: found.lowerBound)
    return SourceRange(file, lower..<lower + piece.utf8.count)
  }

  /// Adds the cell whose code begins with `first` and ends before the next fence.
  @discardableResult
  mutating func add(
    _ first: String, role: Role = .plain, _ record: CellRecord, options: CellOptions = CellOptions()
  ) -> Block {
    let start = range(first).lowerBound
    let code = file.slice(start..<file.text.utf8.count)
    let end = code.firstRange(of: "\n```")?.lowerBound ?? code.endIndex
    var lines: [(text: String, offset: Int)] = []
    var offset = start
    for line in code[..<end].split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append((String(line), offset))
      offset += line.utf8.count + 1
    }
    let whole = SourceRange(file, start..<offset)
    cells.append(
      Cell(
        index: cells.count, source: SourceText(file: file, lines: lines, end: offset), options: options,
        role: role,
        range: whole, record: nil, recordOffset: offset, linePrefix: ""))
    results.append(record)
    return Block(.cell(cells.count - 1), whole)
  }

  /// The run of a notebook of these cells and `blocks`.
  func record(
    _ blocks: [Block], face: Face = .student, diagnostics: [Diagnostic] = [],
    exercises: [ExerciseResult] = [],
    frontMatter: FrontMatter = FrontMatter(author: "A. Student", seed: 7)
  ) -> RunRecord {
    RunRecord(
      notebook: Notebook(file: file, frontMatter: frontMatter, blocks: blocks, cells: cells), face: face,
      diagnostics: diagnostics, cells: results, exercises: exercises, fuel: 1_234_567)
  }
}

/// Kinds for the fixture: the real ones come with the layers that say them.
enum SampleKind {
  static let shapeMismatch = DiagnosticKind("shape-mismatch", page: "", example: "", repair: "")
  static let syntax = DiagnosticKind("expected-comma", page: "", example: "", repair: "")
  static let limit = DiagnosticKind("too-much-work", page: "", example: "", repair: "")
  static let redefinition = DiagnosticKind("redefinition", severity: .note, page: "", example: "", repair: "")
  static let option = DiagnosticKind("unknown-option", severity: .warning, page: "", example: "", repair: "")
}

/// A run in which everything that can happen happens.
func gatesRecord(face: Face = .student) -> RunRecord {
  var gates = GatesFixture()
  let cells = addGatesCells(to: &gates)
  let label = gates.range("label: fig-and")
  let option = Diagnostic(
    SampleKind.option, "there is no option `fig-captoin`", at: label, label: "unknown",
    hint: Diagnostic.Hint("did you mean `fig-cap`?"))
  return gates.record(
    gatesBlocks(cells, at: gates.range("Prose.")), face: face, diagnostics: [option],
    exercises: [
      ExerciseResult(
        name: "and", cell: 1, points: Points(earned: 2000, possible: 2000), passed: 2, checks: 2,
        isToDo: false),
      ExerciseResult(
        name: "or", cell: 3, points: Points(earned: 500, possible: 1500), passed: 1, checks: 2, isToDo: false),
      ExerciseResult(
        name: "not", cell: 5, points: Points(earned: 0, possible: 1000), passed: 0, checks: 1, isToDo: true),
    ])
}
