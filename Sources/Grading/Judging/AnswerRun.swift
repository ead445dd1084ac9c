import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

/// Runs answers instead of what a sheet has in its exercises.
///
/// It knows the sheet as students have it and nothing of the key. Of the sheet's other cells those run that an answer
/// needs; its checks do not.
public struct AnswerRun: Sendable {
  private let sheet: Notebook
  private let library: Library
  /// What the key's solutions bind, of exercises that `uses: key` needs.
  private let solved: [String: [String: Value]]

  /// Prepares a sheet; `solved` is what the exercises before one with `uses: key` leave for it.
  public init(sheet: Notebook, library: Library, solved: [String: [String: Value]] = [:]) {
    self.sheet = sheet
    self.library = library
    self.solved = solved
  }

  /// Runs the answers to the exercises `names`, of which `answers` holds the code, and what they need.
  ///
  /// - Returns: what became of each of `names` that the sheet has.
  public func run(_ answers: [String: String], to names: Set<String>) -> [String: AnswerOutcome] {
    var notebook = sheet
    for cell in sheet.cells {
      guard case .exercise(let name, _, _) = cell.role, let code = answers[name] else { continue }
      notebook = notebook.replacing(cell.index, by: SourceText(whole: SourceFile(path: name, text: code)))
    }
    let own = names.filter { !usesKey($0) }
    var outcomes = run(notebook, own, given: [:])
    for name in names where usesKey(name) {
      outcomes.merge(run(notebook, [name], given: solved.filter { $0.key != name })) { $1 }
    }
    for name in names where answers[name] == nil { outcomes[name] = AnswerOutcome(.absent) }
    return outcomes
  }

  private func usesKey(_ name: String) -> Bool {
    sheet.cells.contains { cell in
      if case .exercise(name, _, _) = cell.role { cell.options.usesKey } else { false }
    }
  }

  private func run(
    _ notebook: Notebook, _ names: Set<String>, given: [String: [String: Value]]
  ) -> [String: AnswerOutcome] {
    guard !names.isEmpty else { return [:] }
    var state = PageState(
      notebook, diagnostics: [], face: .student, library: library, limit: .ofOneAnswer)
    var outcomes: [String: AnswerOutcome] = [:]
    for position in AnswerFlow.positions(answering: names, on: state) {
      let index = state.order[position]
      guard case .exercise(let name, _, _) = notebook.cells[index].role else {
        state.check(position)
        state.run(position)
        continue
      }
      if let values = given[name] {
        state.give(values, lacking: [:], at: position)
        continue
      }
      state.check(position)
      state.run(position)
      guard names.contains(name) else { continue }
      outcomes[name] = AnswerOutcome(state.records[index], values: state.values(leftAt: position))
    }
    return outcomes
  }
}
